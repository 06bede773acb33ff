# SPDX-License-Identifier: MIT
"""docs/hub-setup.md and docs/hub-restore.md, line by line: a laptop joins, the hub is lost, and comes back."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
import requests
from hub_terminal import Terminal
from notebook_child import TYPED
from notebook_here import NotebookHere, notebook_here
from page_commands import DOCS, service_lines, typed_lines, words
from sources import ROOT

from desktop.notebook.messages.laptop import Join, ReadInvitationFile, Unlock
from desktop.notebook.messages.sync import OpenSync, SyncNow, SyncPhase
from desktop.notebook.messages.today import OpenSession, SaveVisit

SETUP, RESTORE = DOCS / "hub-setup.md", DOCS / "hub-restore.md"
PATIENCE = 120.0


def now_ms() -> int:
    """The right time."""
    return time.time_ns() // 1_000_000


@dataclass
class Machine:
    """The pages' machine in a folder: its places, its terminal, and its hub when it is served."""

    folder: Path
    terminal: Terminal
    port: int
    places: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        address = f"http://127.0.0.1:{self.port}"
        self.places = {"https://hub.city.example": address, "8470": str(self.port), "$day": "2026-11-24"}
        self.places |= {f" /{name}/": f" {self.folder / name}/" for name in ("srv", "backup", "media")}
        self.places["aino.kkenrol"] = str(self.folder / "aino.kkenrol")
        for name in ("srv/kenttakirja", "srv/ledger", "backup/records", "backup/keys", "media/stick"):
            (self.folder / name).mkdir(parents=True)

    def type(self, line: str) -> str:
        """Type one line of a page; return what it answered."""
        return self.terminal.say(*words(line, self.places))

    @contextmanager
    def served(self, line: str) -> Iterator[None]:
        """Serve by a line of a page, until stopped as a system stops a service."""
        command = [sys.executable, "-m", "sync.hub", *words(line, self.places)]
        with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)}, cwd=self.folder) as hub:
            try:
                assert self._answers()
                yield
            finally:
                hub.send_signal(signal.SIGTERM)
                hub.wait(PATIENCE)

    def _answers(self) -> bool:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                return requests.get(f"http://127.0.0.1:{self.port}/healthz", timeout=5).text == "ok"
            except requests.ConnectionError:
                time.sleep(0.05)
        return False

    def kinds(self) -> Counter[str]:
        """Return how many records of each kind the hub exports."""
        out = self.folder / "out.jsonl"
        self.terminal.say("export", "--out", str(out))
        return Counter(msgspec.json.decode(line)["kind"] for line in out.read_bytes().splitlines())


@pytest.fixture
def machine(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Machine:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return Machine(tmp_path, Terminal(tmp_path / "srv/kenttakirja/hub", capsys, monkeypatch), port)


def delivered(notebook: NotebookHere) -> bool:
    """Ask for a round and wait until one is done that began after now, and everything is with the hub."""
    before = notebook.ask(OpenSync()).status.last_success
    notebook.ask(SyncNow())
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        status = notebook.ask(OpenSync()).status
        if status.phase is SyncPhase.IDLE and not status.unsent and status.last_success > before:
            return True
        time.sleep(0.05)
    return False


def after(lines: Sequence[str], begin: str) -> int:
    """Return where the one line that begins so stands."""
    (found,) = (number for number, line in enumerate(lines) if line.startswith(f"kenttakirja-hub {begin}"))
    return found


def test_a_hub_is_set_up_by_its_page_and_comes_back_by_the_other(machine: Machine) -> None:
    (serve,) = service_lines(SETUP)
    lines = [line for line in typed_lines(SETUP) if "--database" not in line]
    keys, stick = machine.terminal.home / "keys", machine.folder / "media/stick"
    laptop = machine.folder / "laptop"

    assert "Root fingerprint" in machine.type(lines.pop(0))
    for name in ("root.key", "recovery.key"):
        shutil.move(keys / name, stick / name)
    assert "The recovery key works" in machine.type(lines.pop(0))
    with machine.served(serve):
        joining = after(lines, "code") + 1
        for line in lines[:joining]:
            machine.type(line)
        with notebook_here(laptop, now_ms) as notebook:
            told = notebook.ask(ReadInvitationFile(str(machine.folder / "aino.kkenrol")))
            who = notebook.ask(Join(told.token, TYPED, "Testikone"))
            assert (who.name, who.role, who.team_name) == ("Aino Testinen", "adviser", "Itä")
            session = notebook.ask(OpenSession("", "Testilän tori", "popup", 25, "", [], "")).session
            notebook.ask(SaveVisit(session, ["housing"]))
            assert delivered(notebook)
            answers = [machine.type(line) for line in lines[joining:]]
            assert "Aino Testinen" in answers[0]
            assert "1 writer, 0 of them revoked" in answers[1]
            assert "looked at after writing" in answers[2]
            assert answers[3] == "Nothing is old enough to be put aside.\n"

            # What the backup will not have.
            machine.terminal.say("staff", "Myöhäinen Testinen")
            machine.terminal.say("grant", "Myöhäinen Testinen", "adviser", "--team", "Itä")
            notebook.ask(SaveVisit(session, ["housing"]))
            assert delivered(notebook)
            before = machine.kinds()
    shutil.rmtree(machine.terminal.home)

    backup, restore, verify, serve_again, *afterwards = typed_lines(RESTORE)
    assert words(backup, {})[:4] == words(lines[after(lines, "backup")], {"$day": "2026-11-24"})
    assert "Epoch" in machine.type(restore)
    assert machine.type(verify).endswith("All is well.\n")
    with machine.served(serve_again):
        with notebook_here(laptop, now_ms) as notebook:
            notebook.ask(Unlock(who.staff, TYPED))
            assert delivered(notebook)
            assert notebook.ask(OpenSync()).difference == []
            end = time.monotonic() + PATIENCE
            while not machine.terminal.ended("restore", "list")[1] and time.monotonic() < end:
                assert delivered(notebook)
        waiting, confirmed, moves, finished = (machine.type(line) for line in afterwards)
        assert "Myöhäinen Testinen" in waiting
        assert confirmed.endswith(" confirmed\n")
        assert (moves, finished) == ("", "")
        assert machine.terminal.say("grant", "Myöhäinen Testinen").split("\t")[2:4] == ["adviser", "Itä"]
        # A restored hub signs with a new key, and says what it held back and let count again.
        again = machine.kinds()
        assert before - again == Counter()
        assert set(again - before) == {"writer", "quarantine", "release"}
        assert machine.terminal.say("verify").endswith("All is well.\n")
