# SPDX-License-Identifier: MIT
"""What laptop and hub say to each other, as values (sync/PROTOCOL.md is the prose).

All are msgpack arrays in the canonical encoding of ``sync.log.codec``; a field that is added later
goes to the end with a default, so an older reader refuses nothing. Sizes are bytes, times are
milliseconds since 1970 by the hub's clock unless said otherwise.
"""

from typing import Final

import msgspec

from sync.log.commit import SignedCommit
from sync.records.ids import EntityId, HubId, LaptopId, StaffId, StreamId, WriterId

MAX_FRAME_PACKED: Final = 256 * 1024
MAX_FRAME_OPEN: Final = 4 * 1024 * 1024
PUSH_BATCH: Final = 500
"""Most commits in one push."""


class WireCommit(msgspec.Struct, array_like=True, frozen=True):
    """A commit as it travels; a ``None`` body is stripped."""

    header: bytes
    signature: bytes
    bodies: list[bytes | None]

    def value(self) -> SignedCommit:
        """Return it as the log's value."""
        return SignedCommit(self.header, self.signature, tuple(self.bodies))

    @classmethod
    def of(cls, commit: SignedCommit) -> "WireCommit":
        """Return the log's value as it travels."""
        return cls(commit.header, commit.signature, list(commit.bodies))


# --- hello ---------------------------------------------------------------------------------------


class OnlineKeys(msgspec.Struct, array_like=True, frozen=True):
    """The hub's everyday keys, signed by the offline root (Purpose.KEY); a higher serial replaces."""

    hub: HubId
    serial: int
    signing: bytes
    receiving: bytes
    recovery: bytes
    """The city's public recovery key; its private half is offline."""


class Hello(msgspec.Struct, array_like=True, frozen=True):
    """Who the hub says it is. Signed by the online key (Purpose.HELLO) over its canonical bytes."""

    hub: HubId
    epoch: int
    protocols: list[int]
    time: int
    nonce: bytes
    keys: bytes
    """Canonical OnlineKeys."""
    keys_signature: bytes
    """By the root, Purpose.KEY."""
    root: bytes
    """The root's 32-byte public key; the laptop pins its fingerprint."""


class SignedHello(msgspec.Struct, array_like=True, frozen=True):
    """Canonical Hello and the online key's signature over it."""

    hello: bytes
    signature: bytes


# --- enrol ---------------------------------------------------------------------------------------


class EnrolRequest(msgspec.Struct, array_like=True, frozen=True):
    """A new writer asks to be let in with the code that an administrator gave to one person."""

    code: str
    signing: bytes
    receiving: bytes
    laptop: LaptopId
    laptop_name: str
    staff: StaffId = StaffId("")
    """Whose notebook it is already, where a hub that was restored does not know it any more; else empty."""


class Enrolled(msgspec.Struct, array_like=True, frozen=True):
    """What the new writer is. Names and rights follow by pulling the ``city`` stream."""

    writer: WriterId
    staff: StaffId
    name: str
    streams: list[StreamId]


# --- heads ---------------------------------------------------------------------------------------


class HeadsRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask where the hub stands in every stream that I may read or write."""


class StreamHead(msgspec.Struct, array_like=True, frozen=True):
    """Where the hub stands in one stream."""

    stream: StreamId
    my_n: int
    """How many of my commits the hub has; 0 when none."""
    my_hash: bytes
    """Hash of my newest commit there; empty when none."""
    number: int
    """The stream's highest hub number."""


class Heads(msgspec.Struct, array_like=True, frozen=True):
    """The answer to HeadsRequest."""

    epoch: int
    streams: list[StreamHead]


# --- push ----------------------------------------------------------------------------------------


class PushRequest(msgspec.Struct, array_like=True, frozen=True):
    """A gap-free run of one writer's commits in one stream.

    ``writer`` may be a colleague whose sealed outbox the sender delivers: the commits carry their own
    signatures. Sending a run again is harmless.
    """

    stream: StreamId
    writer: WriterId
    first: int
    prev: bytes
    commits: list[WireCommit]
    apart: bool = False
    """Whether a restored hub may say these itself: what stands before them in their chain has lost its words."""


class Receipt(msgspec.Struct, array_like=True, frozen=True):
    """What the hub vouches to hold durably. Signed by the online key (Purpose.RECEIPT)."""

    hub: HubId
    epoch: int
    stream: StreamId
    writer: WriterId
    n: int
    hash: bytes
    number: int
    time: int


class Pushed(msgspec.Struct, array_like=True, frozen=True):
    """The hub's answer to a push."""

    accepted_through: int
    """The writer's highest n that is durable at the hub now."""
    numbers: list[int]
    """Hub number of each commit of the request, in its order."""
    parked: list[int]
    """The n of commits with a part whose meaning the hub does not know yet; kept, and passed on."""
    quarantined: list[int]
    """The n of commits that a supervisor must look at; kept, numbered, passed on stripped."""
    receipt: bytes
    """Canonical Receipt."""
    signature: bytes
    erased: list[int] = []
    """The n of commits with a body about somebody whose data was erased: that body was not kept."""
    carried: list[int] = []
    """Of a run ``apart``: the n of commits that the hub has said itself in this stream, or keeps there for a ruling."""
    elsewhere: list[int] = []
    """Of a run ``apart``: the n of commits whose words are where their person is now, or were erased."""


# --- pull ----------------------------------------------------------------------------------------


class Cursor(msgspec.Struct, array_like=True, frozen=True):
    """How far I have a stream: the hub number, and the running hash H(number)."""

    stream: StreamId
    number: int
    hash: bytes


class PullRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask for what is new. Streams that I may read but do not name are sent from the start."""

    epoch: int
    """The epoch my cursors belong to; 0 when I have none."""
    cursors: list[Cursor]
    own: list[tuple[StreamId, int]]
    """Per stream, how many of my own commits I have, so that I get mine beyond."""
    max_bytes: int
    wait: int = 0
    """Milliseconds that the hub may hold the answer back while there is nothing new."""


class CommitFrame(msgspec.Struct, array_like=True, frozen=True, tag="commit"):
    """The next commit of a stream. Bodies are ``None`` where they are erased, quarantined or not for me."""

    stream: StreamId
    number: int
    commit: WireCommit
    signing: bytes = b""
    """The writer's public signing key, when this answer is the first to show that writer in this stream."""
    reached: int = 0
    """When the commit reached the hub (ms); 0: in the same moment as the frame before it in this run."""


class OwnNumberFrame(msgspec.Struct, array_like=True, frozen=True, tag="own"):
    """The hub number of a commit of mine that I have already."""

    stream: StreamId
    number: int
    n: int
    hash: bytes
    reached: int = 0
    """As a commit frame's."""


class CheckpointFrame(msgspec.Struct, array_like=True, frozen=True, tag="checkpoint"):
    """Canonical checkpoint (sync.log.checkpoint) and the online key's signature; ends a stream's run."""

    checkpoint: bytes
    signature: bytes


class DropFrame(msgspec.Struct, array_like=True, frozen=True, tag="drop"):
    """This stream is no longer mine: purge it."""

    stream: StreamId


class BeginFrame(msgspec.Struct, array_like=True, frozen=True, tag="begin"):
    """Before a stream's first commit, where its numbers began in an earlier epoch: H(0) is of that one."""

    stream: StreamId
    epoch: int


class SnapshotFrame(msgspec.Struct, array_like=True, frozen=True, tag="snapshot"):
    """This stream begins with a snapshot: fetch its parts, then pull the tail."""

    stream: StreamId
    number: int
    parts: int


Frame = CommitFrame | OwnNumberFrame | CheckpointFrame | DropFrame | BeginFrame | SnapshotFrame


class Pulled(msgspec.Struct, array_like=True, frozen=True):
    """The answer to a pull: frames in stream order."""

    epoch: int
    time: int
    frames: list[Frame]
    more: bool
    """Whether the laptop should ask again at once."""


# --- snapshot ------------------------------------------------------------------------------------


class SnapshotRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask for one part of a stream's newest snapshot at ``number`` (0: the newest there is)."""

    stream: StreamId
    number: int
    part: int


class SnapshotPart(msgspec.Struct, array_like=True, frozen=True):
    """One part: canonical bytes by sync.log.snapshot, signed by the online key (Purpose.SNAPSHOT)."""

    stream: StreamId
    number: int
    part: int
    parts: int
    payload: bytes
    signature: bytes


class ErasedSubject(msgspec.Struct, array_like=True, frozen=True):
    """An order to forget a subject; kept by the hub as SHA-256 of the id only."""

    subject: EntityId
