# SPDX-License-Identifier: MIT
"""One person with files before them: Attachments and a courier at a real desk, and a stand-in for the hub's files."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from card_desk import CardDesk
from made_pictures import CANARY
from notebook_world import LAPTOPS, TEAM, NotebookWorld

from desktop.notebook.attachments import Attachments
from desktop.notebook.courier import Courier
from desktop.notebook.desk import Desk
from desktop.notebook.messages.attachments import (
    AddAttachment,
    AttachmentContent,
    AttachmentMoved,
    AttachmentRow,
    ListAttachments,
    OpenAttachment,
)
from desktop.store.blobs import Blobs, BlobState
from desktop.vault.attachments import AttachmentFolder, attachment_folder
from desktop.vault.disk import Disk, RealDisk
from sync.log.commit import Draft, SignedCommit
from sync.protocol.errors import Code, Unreachable, refusal
from sync.records.ids import CITY, EntityId, StaffId, team_stream


@dataclass
class FakeBlobHub:
    """A hub's files in memory. ``closed`` are blobs that no record names for whoever asks; ``before`` runs first."""

    held: dict[bytes, bytearray] = field(default_factory=dict)
    closed: set[bytes] = field(default_factory=set)
    calls: list[tuple[str, int]] = field(default_factory=list)
    before: Callable[[], None] = lambda: None

    def blob_begin(self, blob: bytes, size: int) -> int:
        """Return how much is held."""
        self._called("begin", size, blob)
        return len(self.held.setdefault(blob, bytearray()))

    def blob_send(self, blob: bytes, offset: int, chunk: bytes, *, size: int) -> int:
        """Take a piece; a whole of another hash is dropped."""
        self._called("send", offset, blob)
        held = self.held[blob]
        if len(held) != offset:
            raise refusal(Code.BLOB_OFFSET, offset=len(held))
        held += chunk
        if len(held) == size and hashlib.sha256(held).digest() != blob:
            held.clear()
            raise refusal(Code.BLOB_DAMAGED)
        return len(held)

    def blob_read(self, blob: bytes, start: int, length: int) -> bytes:
        """Give a piece of a whole file."""
        self._called("read", start, blob)
        held = bytes(self.held.get(blob, b""))
        if hashlib.sha256(held).digest() != blob:
            raise refusal(Code.UNKNOWN_BLOB)
        return held[start : start + length]

    def has(self, blob: bytes) -> bool:
        """Whether the whole file is here."""
        return hashlib.sha256(self.held.get(blob, b"")).digest() == blob

    def _called(self, verb: str, number: int, blob: bytes) -> None:
        self.before()
        self.calls.append((verb, number))
        if blob in self.closed:
            raise refusal(Code.UNKNOWN_BLOB)


@dataclass
class FileDesk:
    """A notebook with files; ``told`` is what the window hears."""

    world: NotebookWorld
    staff: StaffId
    hub: FakeBlobHub = field(default_factory=FakeBlobHub)
    disk: Disk = field(default_factory=RealDisk)
    budget: int = 10**9
    chunk: int = 1000
    told: list[AttachmentMoved] = field(default_factory=list)
    wanted: int = 0
    desk: Desk = field(init=False)
    cards: CardDesk = field(init=False)
    files: AttachmentFolder = field(init=False)
    attachments: Attachments = field(init=False)
    blobs: Blobs = field(init=False)
    courier: Courier = field(init=False)

    def __post_init__(self) -> None:
        self.cards = CardDesk(self.world, self.staff)
        self.desk = self.cards.desk
        self.folder.mkdir(parents=True, exist_ok=True)
        self.files = attachment_folder(self.folder, outbox=self.laptop / "outbox", disk=self.disk)
        lane = self.world.lane()
        self.attachments = Attachments(
            self.desk, self.files, laptop=self.laptop, bulk=lane, writing=lane, wanted=self._want
        )
        self.blobs = Blobs(self.desk.store.writing)
        self.courier = self.new_courier()

    def new_courier(self) -> Courier:
        """Return a courier as after a start."""
        return Courier(
            self.desk,
            self.files,
            self.hub,
            tell=self.told.append,
            budget=self.budget,
            chunk=self.chunk,
            randomness=lambda: 0.5,
        )

    @property
    def laptop(self) -> Path:
        """The laptop's folder, shared by all who work at it."""
        return self.world.folder / LAPTOPS[self.staff]

    @property
    def folder(self) -> Path:
        """The notebook's folder."""
        return self.laptop / "notebooks" / self.staff

    def path(self, blob: bytes) -> Path:
        """Where a ciphertext lies."""
        return self.folder / "attachments" / blob.hex()

    def outbox(self, blob: bytes) -> Path:
        """Where a ciphertext waits."""
        return self.laptop / "outbox" / "blobs" / blob.hex()

    def original(self, content: bytes = CANARY * 100, name: str = "todistus.txt") -> str:
        """Write a file that somebody has elsewhere on the computer."""
        path = self.world.folder / "elsewhere" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return str(path)

    def add(
        self, person: EntityId, content: bytes = CANARY * 100, *, holder: EntityId | None = None
    ) -> EntityId:
        """Lay a text file to a person."""
        ask = AddAttachment(person, holder or person, self.original(content))
        return self.attachments.add(ask).entity

    def rows(self, person: EntityId) -> list[AttachmentRow]:
        """List a person's files."""
        return self.attachments.list(ListAttachments(person)).rows

    def row(self, person: EntityId, attachment: EntityId) -> AttachmentRow:
        """Return one row of the list."""
        return next(one for one in self.rows(person) if one.attachment == attachment)

    def open(self, attachment: EntityId) -> AttachmentContent:
        """Open a file."""
        return self.attachments.open(OpenAttachment(attachment))

    def blob(self, attachment: EntityId) -> bytes:
        """Return which ciphertext a record names."""
        view = self.desk.reads.entity(attachment)
        assert view is not None
        found = view.values["blob"]["id"]
        assert isinstance(found, bytes)
        return found

    def rows_known(self) -> dict[bytes, BlobState]:
        """Return where every file stands that is not forgotten."""
        return self.blobs.states()

    def operations(self) -> list[tuple[str, str]]:
        """The access log's operations with their reasons, the oldest first."""
        return self.cards.operations()[::-1]

    def _want(self) -> None:
        self.wanted += 1


def state(at: FileDesk, blob: bytes) -> BlobState | None:
    """Return where a file stands, ``None`` when it was never here."""
    row = at.blobs.row(blob)
    return None if row is None else row.state


def cut_after(hub: FakeBlobHub, calls: int) -> None:
    """Let the network be gone after so many calls."""
    left = [calls]

    def before() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Unreachable

    hub.before = before


def forget(world: NotebookWorld, person: EntityId) -> None:
    """Let the hub order everybody to forget a person."""
    fields = {"subject": hashlib.sha256(person).digest(), "at": world.clock()}
    entity = EntityId(os.urandom(16))
    world.hub_says(
        team_stream(TEAM),
        Draft("erasure", entity, None, 1, {name: (value, ()) for name, value in fields.items()}),
    )


def numbered_file(number: int) -> bytes:
    """Return what the numbered file of the kill test holds: of changing lengths, up to a megabyte and a half."""
    return (CANARY + b" %d\n" % number) * (1 + number * 7919 % 40_000)


def same_world(folder: Path) -> NotebookWorld:
    """Return a world that another process can make again over the same notebooks: the roster is kept beside them."""
    world = NotebookWorld.make(folder)
    kept = folder / "roster.msgpack"
    if kept.exists():
        commits = _commits.decode(kept.read_bytes())
        world.numbered[CITY] = [SignedCommit(*one) for one in commits]
    else:
        told = [(one.header, one.signature, one.bodies) for one in world.numbered[CITY]]
        kept.write_bytes(msgspec.msgpack.encode(told))
    return world


_commits = msgspec.msgpack.Decoder(list[tuple[bytes, bytes, tuple[bytes | None, ...]]])
