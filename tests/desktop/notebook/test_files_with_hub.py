# SPDX-License-Identifier: MIT
"""Two laptops and a real hub over HTTP: a file goes up in pieces and comes down elsewhere."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member
from made_pictures import CANARY

from desktop.notebook.attachments import Attachments
from desktop.notebook.courier import Courier
from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.attachments import (
    AddAttachment,
    AttachmentMoved,
    ListAttachments,
    OpenAttachment,
)
from desktop.notebook.messages.people import SavePerson
from desktop.notebook.people import People
from desktop.resources import resource
from desktop.store.changes import WriterIdentity
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from desktop.vault.attachments import AttachmentFolder, attachment_folder
from desktop.vault.disk import RealDisk
from sync.client.blob_http import HttpBlobs
from sync.client.engine import Engine
from sync.client.http import HttpHub
from sync.hub.home import now_ms
from sync.protocol.errors import Unreachable
from sync.protocol.journal import RoundOutcome
from sync.records.codes import load_codes
from sync.records.ids import EntityId

PLAIN = CANARY * 40_000
"""More than a megabyte: five pieces."""


@dataclass
class Laptop:
    """One person's notebook on a laptop of their own, joined to the hub over HTTP."""

    folder: Path
    member: Member
    address: str
    stack: ExitStack
    told: list[AttachmentMoved] = field(default_factory=list)
    store: NotebookStore = field(init=False)
    files: AttachmentFolder = field(init=False)
    engine: Engine = field(init=False)
    blobs: HttpBlobs = field(init=False)

    def __post_init__(self) -> None:
        one, hub = self.member, self.member.world
        self.folder.mkdir()
        self.store = open_notebook(
            self.folder / "notebook.db", b"k" * 32, audit_key=b"a" * 32, index_key=b"i" * 32,
            me=WriterIdentity(one.key, one.staff, one.laptop), hub=hub.hub, create=True,
            codes=load_codes(resource("codes")), allow_temporary=True,
        )  # fmt: skip
        self.stack.callback(self.store.close)
        journal = StoreJournal(self.store)
        self.engine = Engine(
            self._http(), journal, clock=now_ms, pin=hub.root_digest, hub_id=hub.hub, me=one.writer,
            digests=journal.digest,
        )  # fmt: skip
        self.desk = Desk(
            self.store, codes=load_codes(resource("codes")), clock=now_ms, practice=True,
            laptop_name="Testikone", hub_address=self.address,
        )  # fmt: skip
        self.files = attachment_folder(self.folder, outbox=self.folder / "outbox", disk=RealDisk())
        lane = Lane("test")
        self.stack.callback(lane.stop)
        self.people = People(self.desk, reading=lane, writing=lane)
        self.attachments = Attachments(self.desk, self.files, laptop=self.folder, bulk=lane, writing=lane)
        self.blobs = HttpBlobs(self._http())
        self.courier = Courier(self.desk, self.files, self.blobs, tell=self.told.append)

    def _http(self) -> HttpHub:
        http = HttpHub(
            self.address, pin=self.member.world.root_digest, hub_id=self.member.world.hub,
            signing=self.member.key, receiving=self.member.receiving, clock=now_ms,
        )  # fmt: skip
        self.stack.callback(http.close)
        return http

    def sync(self) -> None:
        """Make a round, and let the files follow."""
        record = self.engine.round(cancelled=lambda: False)
        assert (record.outcome, record.problem) == (RoundOutcome.DONE, "")
        self.courier.work()

    def person_with_file(self) -> tuple[EntityId, EntityId]:
        """Save a made-up person with a file."""
        name: dict[str, bool | int | str | None] = {"first": "Yrjänä", "last": "Testinen"}
        person = self.people.save(SavePerson(None, {"name": name})).entity
        path = self.folder.with_suffix(".txt")
        path.write_bytes(PLAIN)
        return person, self.attachments.add(AddAttachment(person, person, str(path))).entity

    def row(self, person: EntityId) -> tuple[bool, bool]:
        """Return whether the one file of a person is here, and whether the hub has it."""
        (row,) = self.attachments.list(ListAttachments(person)).rows
        return row.here, row.sent


@dataclass
class Two:
    """An adviser and a coach of one team."""

    city: City
    adviser: Laptop
    coach: Laptop


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with ExitStack() as stack:
        world = HubWorld.live(tmp_path / "hub")
        stack.callback(world.close)
        city = make_city(world, HubClock())
        address = stack.enter_context(world.http())
        made = [
            Laptop(tmp_path / name, member, address, stack)
            for name, member in (("a", city.adviser), ("b", city.coach))
        ]
        for one in made:
            one.sync()
        yield Two(city, *made)


def test_a_file_goes_to_the_hub_and_opens_on_another_laptop(two: Two) -> None:
    person, attachment = two.adviser.person_with_file()
    assert two.adviser.row(person) == (True, False)
    two.adviser.sync()
    assert two.adviser.row(person) == (True, True)
    assert len(two.adviser.told) > 4
    two.coach.sync()
    assert two.coach.row(person) == (True, True)
    assert two.coach.attachments.open(OpenAttachment(attachment)).content == PLAIN
    lying = b"".join(path.read_bytes() for path in two.city.world.home.folder.rglob("*") if path.is_file())
    assert CANARY[:14] not in lying


class Unsteady:
    """A connection that is gone after some pieces."""

    def __init__(self, blobs: HttpBlobs, pieces: int) -> None:
        self._blobs = blobs
        self._left = pieces

    def _one(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Unreachable

    def blob_begin(self, blob: bytes, size: int) -> int:
        return self._blobs.blob_begin(blob, size)

    def blob_send(self, blob: bytes, offset: int, chunk: bytes, *, size: int) -> int:
        self._one()
        return self._blobs.blob_send(blob, offset, chunk, size=size)

    def blob_read(self, blob: bytes, start: int, length: int) -> bytes:
        self._one()
        return self._blobs.blob_read(blob, start, length)


def test_a_connection_that_breaks_again_and_again_brings_it_across_all_the_same(two: Two) -> None:
    person, attachment = two.adviser.person_with_file()
    two.adviser.engine.round(cancelled=lambda: False)
    two.coach.engine.round(cancelled=lambda: False)
    for laptop in (two.adviser, two.coach):
        broken = 0
        for _ in range(20):
            unsteady = Unsteady(laptop.blobs, pieces=2)
            try:
                Courier(laptop.desk, laptop.files, unsteady, tell=laptop.told.append).work()
            except Unreachable:
                broken += 1
            else:
                break
        assert 0 < broken < 6, "each connection brings two pieces of five or six"
        assert laptop.row(person) == (True, True)
    assert two.coach.attachments.open(OpenAttachment(attachment)).content == PLAIN


def test_a_file_whose_author_has_not_sent_it_yet_comes_later(two: Two) -> None:
    person, _ = two.adviser.person_with_file()
    two.adviser.engine.round(cancelled=lambda: False)
    two.coach.sync()
    assert two.coach.row(person)[0] is False
    two.adviser.sync()
    two.coach.sync()
    assert two.coach.row(person) == (True, True)
