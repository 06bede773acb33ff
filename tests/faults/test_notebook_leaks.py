# SPDX-License-Identifier: MIT
"""A whole laptop with a canary in every field of every kind: nothing of it, and no key, is told by any file or stream.

What lies in the clear by design (FORMAT.md): the staff member's name, and in practice the lease's share in
``keystore/``. So the share is looked for everywhere but there.
"""

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from canaries import CYRILLIC, HETU, PHONE_STEM, STEM, Canaries, Scan, every_kind, needles
from hub_world import HubWorld
from notebook_child import TYPED, Gone, NotebookChild, Said

from desktop.notebook.door import Door
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.attachments import AddAttachment, OpenAttachment
from desktop.notebook.messages.backups import BackUp, ListBackups
from desktop.notebook.messages.laptop import (
    Lock,
    OpenDraft,
    RatePassphrase,
    SaveDraft,
    SuggestPassphrase,
    Unlock,
)
from desktop.notebook.messages.leases import ShowLease
from desktop.notebook.messages.people import SaveNote, SavePerson, SearchPeople
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import Reopen, SetPin, ShowPin
from desktop.notebook.messages.sync import SyncNow
from desktop.notebook.premises import Entered, Premises, ReachedHub
from desktop.process.notebook_process import PRACTICE_COST
from desktop.store.changes import Change
from desktop.vault.disk import RealDisk
from desktop.vault.key_store import FOLDER, FileKeyStore
from desktop.vault.laptop import open_laptop
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.log.state import decode_state
from sync.protocol.errors import Unreachable
from sync.records.codes import CodeLists
from sync.records.fields import Home
from sync.records.ids import CITY, EntityId, LaptopId, StaffId, StreamId, TeamId, audit_stream, roster_entity

PIN = "472905"
NOTE = f"{STEM} menetti asuntonsa, {CYRILLIC} auttoi"
FAULTY = (str(Path(__file__).parents[1] / "support" / "faulty_notebook.py"),)
SECONDS = 120.0


def _nowhere(address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey) -> ReachedHub:
    del address, pin, signing, receiving
    raise Unreachable


class _AnyCode(CodeLists):
    """Lists that hold every code, so that one which can be looked for may be saved."""

    def knows(self, name: str, code: str) -> bool:
        """Know it."""
        return bool(name and code)


@dataclass
class _Laptop:
    """A laptop of one person, out of reach of the hub since it was filled."""

    root: Path
    staff: StaffId = field(init=False)
    canaries: Canaries = field(default_factory=Canaries)
    keys: dict[str, bytes] = field(default_factory=dict)
    share: bytes = b""

    @property
    def home(self) -> Path:
        return self.root / "laptop"

    def folder(self, name: str) -> Path:
        folder = self.root / name
        folder.mkdir(exist_ok=True)
        return folder

    def enrol(self) -> None:
        """Join a hub and take a lease; from then on there is no network."""
        hub = HubWorld.live(self.root / "hub")
        self.staff = hub.person("Aino Aalto", "adviser", hub.team("Testitiimi"))
        with hub.http() as address:
            child = NotebookChild(self.home)
            child.join(hub, address, self.staff)
            end = time.monotonic() + SECONDS
            while not child.ask(ShowLease()).until:
                assert time.monotonic() < end
                child.ask(SyncNow())
                time.sleep(0.1)
            child.ask(Lock(""))
            child.end()
        hub.close()

    def fill(self) -> None:
        """Put every field of every kind into the notebook, behind its own door."""
        disk, lane = RealDisk(), Lane("filling")
        laptop = open_laptop(self.home, laptop=LaptopId("l00000000000000a1"), practice=True, disk=disk)
        premises = Premises(
            laptop=laptop, disk=disk, codes=_AnyCode({}), passphrase_words="", kdf=lambda: PRACTICE_COST,
            reach=_nowhere, clock=lambda: time.time_ns() // 1_000_000, version="1", lane=lane, spare=lane,
            key_store=FileKeyStore(self.home, disk),
        )  # fmt: skip
        door = Door(premises, entered=lambda _inside, _fresh: None, leaving=lambda _why: None)
        door.unlock(Unlock(self.staff, TYPED))
        inside = door.demand_inside()
        self._keep_keys(inside)
        self._save_all(inside)
        door.lock(Lock(""))
        lane.stop()

    def _keep_keys(self, inside: Entered) -> None:
        kept, slot = inside.vault.secrets, inside.vault.key
        assert slot is not None
        self.share = slot.share
        self.keys = {
            "vault key": kept.vault_key, "signing seed": kept.signing_seed,
            "receiving key": kept.receiving_key, "database key": kept.database_key,
            "header key": kept.header_key, "attachment key": kept.attachment_key,
            "audit key": kept.audit_key, "index key": kept.index_key, "base": slot.base,
        }  # fmt: skip

    def _save_all(self, inside: Entered) -> None:
        desk, store = inside.desk, inside.desk.store
        team = desk.team_stream()
        streams = {
            Home.TEAM: team, Home.ANY: team, Home.SPECIAL: StreamId(f"{team}/special"), Home.CITY: CITY,
            Home.STAFF: StreamId(f"staff/{self.staff}"), Home.AUDIT: audit_stream(store.me.laptop),
        }  # fmt: skip
        about: EntityId = desk.new_id()
        for spec in every_kind():
            fields = self.canaries.fields(spec)
            entity = self._entity(spec.name, about, desk.new_id())
            change = Change(
                kind=spec.name, entity=entity, fields=fields, subject=about if spec.has_subject else None
            )
            store.save(streams[spec.home], [change], time_ms=time.time_ns() // 1_000_000)
        states = store.reads().connection.execute("SELECT state FROM entities").fetchall()
        plain = b"\n".join(repr(decode_state(raw)).encode() + raw for (raw,) in states)
        for name, value in self.canaries.given.items():
            raw = value if isinstance(value, bytes) else value.encode()
            assert raw in plain, f"{name} is not in the notebook, so its canary proves nothing"

    def _entity(self, kind: str, about: EntityId, fresh: EntityId) -> EntityId:
        """Return the id of a record: the roster's are made of what they name."""
        names: dict[str, StaffId | TeamId] = {
            "staff": StaffId("s00000000000000ff"),
            "team": TeamId("t00000000000000ff"),
        }
        if kind in names:
            return roster_entity(names[kind])
        return about if kind == "person" else fresh

    def scan(self, *, with_share: bool = False) -> Scan:
        """Return what no file and no stream may tell."""
        keys = self.keys | ({"share": self.share} if with_share else {})
        return Scan(needles([TYPED, NOTE, "auttoi tätä"], keys), digits=PIN)

    def told(self) -> set[tuple[str, str]]:
        """Return what the laptop's folder, the stick and the folders for temporary files tell."""
        found = self.scan().leaks(self.home) | self.scan(with_share=True).leaks(self.home, besides=(FOLDER,))
        return found | self.scan(with_share=True).leaks(self.folder("stick"))


@pytest.fixture
def laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Laptop]:
    """Return the laptop, filled; all its processes have a folder for temporary files that is looked at in the end."""
    one = _Laptop(tmp_path)
    for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(one.folder("temporary")))
    one.enrol()
    one.fill()
    yield one
    assert list(one.folder("temporary").iterdir()) == []


def _work(child: NotebookChild, laptop: _Laptop) -> None:
    """Use the notebook as on a day: search, drafts, saves, a file, a PIN, backups."""
    outside = laptop.folder("outside") / f"{STEM} todistus.txt"
    outside.write_text(f"{NOTE}\n" * 2000, encoding="utf-8")
    person = child.ask(SavePerson(None, {"name": {"first": STEM, "last": CYRILLIC}, "hetu": HETU})).entity
    child.ask(SaveNote(person, NOTE))
    child.ask(SaveDraft("visit", {"note": NOTE, "phone": f"+{PHONE_STEM}77"}))
    assert child.ask(OpenDraft("visit")).value["note"] == NOTE
    assert child.ask(SearchPeople("samoylenko", "team")).rows
    assert child.ask(SearchPeople(STEM, "team")).rows
    added = child.ask(AddAttachment(person, person, str(outside))).entity
    assert NOTE.encode() in child.ask(OpenAttachment(added)).content
    if child.ask(ShowPin()).available:
        assert child.ask(SetPin(PIN, TYPED)).set
    assert child.ask(BackUp("")).rows
    child.ask(BackUp(str(laptop.folder("stick"))))


def test_nothing_readable_lies_on_a_laptop_open_or_locked(laptop: _Laptop) -> None:
    child = NotebookChild(laptop.home)
    child.unlock(laptop.staff)
    _work(child, laptop)
    outbox = laptop.home / "outbox"
    end = time.monotonic() + SECONDS
    while not list(outbox.glob("*.kk*")) or not list((outbox / "blobs").glob("*")):
        assert time.monotonic() < end, "nothing was laid into the outbox"
        time.sleep(0.1)
    hot = {path.name for path in laptop.home.rglob("*") if path.is_file()}
    assert {"notebook.db", "notebook.db-wal", "notebook.db-shm", "vault.keys", "card.json"} <= hot
    assert laptop.told() == set()
    line = Path(f"/proc/{child.process.pid}/cmdline")
    assert not line.exists() or laptop.scan().leaks_in(line.read_bytes()) == set()
    pinned = child.ask(ShowPin()).set
    child.ask(Lock("people"))
    assert child.end() == 0
    assert (laptop.home / "notebooks" / laptop.staff / "reopen.json").exists() == pinned
    assert laptop.told() == set()
    assert laptop.scan(with_share=True).leaks_in(child.complaints) == set()
    _locked_out(laptop, pinned=pinned)
    assert laptop.told() == set()
    for path in (laptop.home, *laptop.home.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name


def _locked_out(laptop: _Laptop, *, pinned: bool) -> None:
    """Try a wrong passphrase that holds a canary, then come in by the PIN if there is one, and be killed."""
    child = NotebookChild(laptop.home)
    with pytest.raises(Said) as said:
        child.ask(Unlock(laptop.staff, f"{STEM} {TYPED}"))
    assert said.value.report.problem is Problem.WRONG_PASSPHRASE
    child.ask(Reopen(laptop.staff, PIN) if pinned else Unlock(laptop.staff, TYPED))
    child.ask(SavePerson(None, {"name": {"first": STEM, "last": CYRILLIC}}))
    child.kill()
    assert laptop.scan(with_share=True).leaks_in(child.complaints) == set()


def test_a_bug_of_ours_tells_the_window_and_the_log_no_value(laptop: _Laptop) -> None:
    child = NotebookChild(laptop.home, program=FAULTY)
    child.unlock(laptop.staff)
    with pytest.raises(Said) as said:
        child.ask(RatePassphrase(f"{TYPED} {STEM}"))
    assert said.value.report.problem is Problem.BUG
    assert laptop.scan().leaks_in(repr(said.value.report).encode()) == set()
    child.ask(SuggestPassphrase())
    with pytest.raises(Gone):
        child.ask(ListBackups(laptop.staff))
    child.process.wait(SECONDS)
    child.kill()
    assert child.complaints.count(b"ValueError at ") == 2
    assert laptop.scan(with_share=True).leaks_in(child.complaints) == set()
    assert laptop.told() == set()


def test_the_scan_finds_each_way_in_which_a_value_could_lie_there(tmp_path: Path) -> None:
    scan = Scan(needles([TYPED], {"key": bytes(range(32))}), digits=PIN)
    for what, needle in scan.needles.items():
        assert len(needle) >= 7, what
        leak = tmp_path / "leak"
        leak.write_bytes(os.urandom(5000) + needle.upper().lower() + os.urandom(5000))
        leak.write_bytes(os.urandom(5000) + needle + os.urandom(5000))
        assert ("leak", what) in scan.leaks(tmp_path)
    (tmp_path / "leak").write_bytes(b'{"pin":"472905"}')
    assert scan.leaks(tmp_path) == {("leak", "digits")}
    (tmp_path / "leak").unlink()
    (tmp_path / f"{STEM} todistus.pdf").touch()
    assert scan.leaks(tmp_path)
