# SPDX-License-Identifier: MIT
"""What the two processes keep in their memory (FORMAT.md, "What is promised about memory"), looked at from outside.

Linux only: elsewhere no way is known to look, and nothing is shown. The processes here leave ``harden_process`` out,
else this test could not look either; that it keeps others out is test_hardening.py's.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from canaries import STEM, Scan, needles
from hub_world import HubWorld
from notebook_child import TYPED, NotebookChild

from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.people import SavePerson
from desktop.vault.disk import RealDisk
from desktop.vault.key_store import FileKeyStore
from desktop.vault.lease_keeping import demand_share
from desktop.vault.secrets import VaultSecrets
from desktop.vault.vault import unlock
from sync.records.ids import StaffId

pytestmark = pytest.mark.window
ROOT = Path(__file__).parents[2]
BARE = (
    "import sys\n"
    "from desktop import run_notebook\n"
    "run_notebook.harden_process = lambda: None\n"
    "sys.exit(run_notebook.run(sys.argv[2:]))\n"
)
LEFT_AFTER_LOCK = 1
"""Copies of the passphrase that the window's memory may keep after a lock: freed, and by chance not written over."""


def found_in(process: int, wanted: Mapping[str, bytes]) -> dict[str, int]:
    """Return how often each value lies in the memory that a process can write; raises PermissionError."""
    counts = dict.fromkeys(wanted, 0)
    maps = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, rights, *_ = line.split()
            start, end = (int(one, 16) for one in place.split("-"))
            if "w" in rights:
                with suppress(OSError):  # a region may go meanwhile
                    memory.seek(start)
                    content = memory.read(end - start)
                    counts = {name: counts[name] + content.count(wanted[name]) for name in wanted}
    return counts


def keys_of(secrets: VaultSecrets) -> dict[str, bytes]:
    """Return the keys by name, each by a half that no copy can lack."""
    return {
        "vault key": secrets.vault_key,
        "signing seed": secrets.signing_seed,
        "receiving key": secrets.receiving_key[:32],
        "database key": secrets.database_key,
    }


PHRASE = {"utf-8": TYPED.encode(), "utf-16": TYPED.encode("utf-16-le")}


@pytest.fixture
def laptop(tmp_path: Path) -> tuple[Path, StaffId, VaultSecrets]:
    """A laptop with one notebook, and that one's keys."""
    home = tmp_path / "laptop"
    hub = HubWorld.live(tmp_path / "hub")
    staff = hub.person("Aino Aalto", "adviser", hub.team("Testitiimi"))
    with hub.http() as address:
        child = NotebookChild(home)
        child.join(hub, address, staff)
        child.ask(Lock(""))
        child.end()
    hub.close()
    store, now = FileKeyStore(home, RealDisk()), time.time_ns() // 1_000_000
    vault = unlock(
        home / "notebooks" / staff, TYPED, share_of=lambda header: demand_share(store, header, now=now)
    )
    return home, staff, vault.secrets


class WindowChild:
    """The window in a process that may be looked into."""

    def __init__(self, home: Path) -> None:
        support = ROOT / "tests" / "support"
        self.process = subprocess.Popen(
            [sys.executable, str(support / "window_child.py"), str(home)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(support)])},
        )  # fmt: skip
        assert self.heard() == "ready"

    def heard(self) -> str:
        """Return the next line that it says."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().decode().strip()

    def do(self, line: str) -> str:
        """Let it do something and return what it says."""
        self.write(line)
        return self.heard()

    def write(self, line: str) -> None:
        """Let it do something that it says nothing about."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def end(self) -> bytes:
        """End it and return what it said on its error stream."""
        _, complaints = self.process.communicate(timeout=120)
        assert self.process.returncode == 0
        return complaints


def test_the_window_never_holds_a_key_and_keeps_no_passphrase_beyond_the_lock(
    laptop: tuple[Path, StaffId, VaultSecrets],
) -> None:
    home, _, secrets = laptop
    keys = keys_of(secrets)
    window = WindowChild(home)
    memory = window.process.pid
    assert set(found_in(memory, keys | PHRASE).values()) == {0}
    for character in TYPED:
        window.write(f"{ord(character):x}")
    title = window.do("title")
    typed = found_in(memory, keys | PHRASE)
    assert typed["utf-8"] + typed["utf-16"] > 0, (
        "what is typed is found, so the look sees the window's memory"
    )
    assert window.do("enter") == "open"
    opened = found_in(memory, keys | PHRASE)
    titles = title + window.do("title")
    assert window.do("lock") == "locked"
    locked = found_in(memory, keys | PHRASE)
    titles += window.do("title")
    complaints = window.end()
    assert [counts[name] for counts in (typed, opened, locked) for name in keys] == [0] * 3 * len(keys)
    assert locked["utf-8"] + locked["utf-16"] <= LEFT_AFTER_LOCK, (typed, opened, locked)
    scan = Scan(needles([TYPED, "Aino Aalto"], keys))
    assert scan.leaks_in(complaints) | scan.leaks_in(titles.encode()) == set()
    assert Scan(needles([TYPED], keys)).leaks(home) == set()


def test_the_open_notebook_holds_its_keys_and_locking_ends_it(
    laptop: tuple[Path, StaffId, VaultSecrets],
) -> None:
    home, staff, secrets = laptop
    keys = keys_of(secrets)
    child = NotebookChild(home, program=("-c", BARE))
    assert set(found_in(child.process.pid, keys | PHRASE).values()) == {0}
    child.ask(Unlock(staff, TYPED))
    child.ask(SavePerson(None, {"name": {"first": STEM, "last": "Testinen"}}))
    held = found_in(child.process.pid, keys | {"name": STEM.encode()})
    assert min(held.values()) > 0, "said in FORMAT.md: while it is open the keys and what it shows are there"
    child.ask(Lock(""))
    assert child.end() == 0
    assert not Path(f"/proc/{child.process.pid}").exists(), "what is promised: no process, no memory"
