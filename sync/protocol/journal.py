# SPDX-License-Identifier: MIT
"""What the engine needs from a store: the interface that both fit, beside the Hub interface.

``desktop.store`` fits it; a small in-memory one serves the engine's own tests. Every method is one
transaction: what it says is durable when it returns. All times are milliseconds since 1970.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sync.log.commit import SignedCommit
from sync.log.snapshot import Place
from sync.protocol.messages import Cursor, SnapshotPart
from sync.protocol.restart import Base
from sync.records.ids import StaffId, StreamId, WriterId


@dataclass(frozen=True, slots=True)
class Segment:
    """A gap-free run of one writer's commits that the hub has not acknowledged.

    ``prev`` is the hash before ``first``. ``writer`` is a colleague when a sealed outbox of theirs lay here.
    """

    stream: StreamId
    writer: WriterId
    first: int
    prev: bytes
    commits: tuple[SignedCommit, ...]


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the hub answered to one segment: its receipt is verified before this is built."""

    stream: StreamId
    writer: WriterId
    through: int
    """The highest n that is durable at the hub."""
    numbers: dict[int, int]
    """n → hub number."""
    parked: tuple[int, ...]
    quarantined: tuple[int, ...]
    receipt: bytes
    receipt_signature: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """One numbered commit of a stream; ``commit`` is ``None`` when it is my own ``own_n`` that I have."""

    number: int
    commit: SignedCommit | None
    own_n: int = 0
    own_hash: bytes = b""
    """The hash under which the hub numbered it; the running hash covers it. Another than mine is a clone."""
    reached: int = 0
    """When it reached the hub, by the hub's clock (ms); 0 when the hub did not say. For people to read."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one answer brought of one stream, in order of number, checked against a signed checkpoint."""

    stream: StreamId
    received: tuple[Received, ...]
    cursor: Cursor
    """Where the stream stands once this run is applied."""
    writers: dict[WriterId, bytes]
    """Public signing keys of writers that appeared."""
    start: bytes = b""
    """H(0) where the run begins a stream, else empty: the running hash goes on from the cursor's."""


class RoundOutcome(StrEnum):
    """How a round ended."""

    DONE = "done"
    OFFLINE = "offline"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """One line of "last rounds" on the Sync page. ``problem`` is an error class name or a protocol code.

    What concerns one stream (``Cloned``, ``stream-forbidden`` …) is followed by a space and the stream,
    ``StreamDiffers`` by every stream that differs.
    """

    started: int
    ended: int
    outcome: RoundOutcome
    sent: int
    received: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Loading:
    """A snapshot that is not whole yet: what its index says, and which parts of states are here."""

    place: Place
    loaded: frozenset[int]

    @property
    def entities(self) -> int:
        """How many entities have come."""
        return sum(self.place.entries[part - self.place.indexes].entities for part in self.loaded)


class Journal(Protocol):
    """The store as the engine sees it."""

    def epoch(self) -> int:
        """Return the hub epoch that cursors and numbers belong to; 0 before anything was sent or fetched."""

    def begin_epoch(self, epoch: int) -> None:
        """Remember the hub's epoch when it first takes in or tells anything."""

    def rebase(self, epoch: int, bases: Sequence[Base]) -> None:
        """Bring every stream into the epoch of a restored hub; one that has no base begins anew at 0.

        What is numbered above its base loses its number and waits to be sent, colleagues' whole commits too; the
        hub's orders above it do nothing until they come again, but what is erased stays erased. No commit goes.
        """

    def cursors(self) -> Sequence[Cursor]:
        """Return how far every stream is pulled and applied."""

    def own_counts(self) -> Sequence[tuple[StreamId, int]]:
        """Return, per stream, how many of my own commits are here."""

    def unsent_count(self) -> int:
        """Return the number of saves (audit commits not counted) that the hub has not acknowledged."""

    def unsent(
        self, *, max_commits: int, max_bytes: int, besides: Collection[tuple[StreamId, WriterId]] = ()
    ) -> Segment | None:
        """Return the next run to push, or ``None``: audit streams first, then oldest, colleagues' runs last.

        Chains named in ``besides`` are passed over: the hub refused them, and nothing blocks the queue.

        At least one commit, however long; from the second on ``max_bytes`` counts header and bodies.
        """

    def orphans(
        self, offered: Mapping[tuple[StreamId, WriterId], int], *, max_commits: int, max_bytes: int
    ) -> Segment | None:
        """Return the next run of colleagues' commits that a restored hub lost and that cannot be pushed, or ``None``.

        What stands before them in their chain is here without its words. ``offered`` names the last n of each chain
        that was offered in this round.
        """

    def said_for_them(
        self, stream: StreamId, writer: WriterId, *, carried: Collection[int], elsewhere: Collection[int]
    ) -> None:
        """Remember which of those the hub has said itself: here, so that they come as its own, or elsewhere."""

    def acknowledge(self, answer: Acknowledged) -> None:
        """Remember receipt, numbers, parked and quarantined of a run."""

    def apply(self, run: Run) -> int:
        """Fold a run, index it and move the cursor, in one transaction; return how many commits were new."""

    def staff(self) -> StaffId | None:
        """Return whose notebook this is: the parts of a snapshot with their people are loaded first."""

    def snapshot_progress(self, stream: StreamId) -> Loading | None:
        """Return how far a snapshot is loaded that is not whole yet; ``None`` when there is none."""

    def apply_part(self, part: SnapshotPart, cursor: Cursor | None) -> int:
        """Store one verified snapshot part and remember it as a resume point; return its entities.

        Part 0 begins anew, the parts of states come in any order. ``cursor`` is given with the last part: the
        stream then stands at the snapshot's number.
        """

    def drop(self, stream: StreamId) -> None:
        """Purge a stream that is no longer mine."""

    def rejoin(self, stream: StreamId, writer: WriterId, expected: int) -> None:
        """Mark this writer's commits below ``expected`` sent and from it on unsent, as the hub asked."""

    def remember_round(self, record: RoundRecord) -> None:
        """Keep one line for the Sync page; the newest fifty stay."""

    def clock_offset(self) -> int:
        """Return hub time minus laptop time in milliseconds, as last observed."""

    def set_clock_offset(self, offset: int) -> None:
        """Remember hub time minus laptop time."""
