# SPDX-License-Identifier: MIT
"""The values that go in and out of the hub's store: plain rows, no SQL and no rules.

What exists once a commit is a msgspec struct: made ten times faster than a frozen dataclass.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

import msgspec

from sync.records.ids import EntityId, LaptopId, StaffId, StreamId, TeamId, WriterId


class Standing(IntEnum):
    """What the hub has decided about a commit that it has numbered."""

    EFFECTIVE = 0
    QUARANTINED = 1
    """Waits for a supervisor; travels stripped."""
    REFUSED = 2
    """Refused for good; travels stripped."""


class Reason(IntEnum):
    """Why a commit was put into quarantine; ``word`` is what the quarantine record says."""

    NONE = 0
    FORBIDDEN = 1
    """The author's role may not write this kind or field."""
    MISPLACED = 2
    """A kind that does not lie in this stream."""
    REVOKED = 3
    """Written after the author's key was revoked."""
    SIGNATURE = 4
    """Its own signature does not verify, though a later one of the chain vouches for its content."""
    IDENTITY = 5
    """It claims another kind or subject than the entity has."""
    RESTORED = 6
    """A right that this hub gave before it was restored; an administrator must confirm it."""

    @property
    def word(self) -> str:
        """The code word that goes into the record."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Head:
    """Where a stream stands: its number k and running hash H(k)."""

    stream: StreamId
    number: int
    running: bytes


@dataclass(frozen=True, slots=True)
class BaseRow:
    """Where a stream stood when the hub was restored; its numbers began in ``epoch``."""

    number: int
    running: bytes
    epoch: int


@dataclass(frozen=True, slots=True)
class WriterRow:
    """A writer as the hub knows it; ``revoked`` is the time in ms, 0 while in force."""

    writer: WriterId
    staff: StaffId
    laptop: LaptopId
    signing: bytes
    receiving: bytes
    revoked: int = 0


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A role in a team (``None``: the whole city) from ``begins`` until ``ends`` (0: open), in ms."""

    entity: EntityId
    staff: StaffId
    team: TeamId | None
    role: str
    begins: int
    ends: int

    def holds(self, now: int) -> bool:
        """Return whether the grant is in force at this time."""
        return self.begins <= now and (self.ends == 0 or now < self.ends)


@dataclass(frozen=True, slots=True)
class CodeRow:
    """An enrolment code: found by its first two letters, held as a keyed hash."""

    locator: str
    digest: bytes
    staff: StaffId
    expires: int
    tries: int
    used: int


class EntityRow(msgspec.Struct, frozen=True, gc=False):
    """Who wrote an entity first, and of which kind it is; ``subject`` is SHA-256 of the person's id."""

    entity: EntityId
    kind: str
    staff: StaffId
    subject: bytes | None


class BlobRow(msgspec.Struct, frozen=True, gc=False):
    """A blob that a record names; ``size`` is the ciphertext's, in bytes, as the record says."""

    stream: StreamId
    entity: EntityId
    blob: bytes
    size: int
    subject: bytes | None


class Claim(msgspec.Struct, frozen=True, gc=False):
    """A record that names a blob, with what is needed to ask whether it still does.

    ``staff`` wrote the record first. ``state`` is its fold through ``settled``; ``number`` is the stream's.
    """

    stream: StreamId
    entity: EntityId
    size: int
    staff: StaffId
    state: bytes | None
    number: int
    settled: int


class Prepared(msgspec.Struct, frozen=True, gc=False):
    """A commit ready to be numbered: checked, its bodies sealed for rest (``sealed`` holds them all)."""

    n: int
    prev: bytes
    hash: bytes
    header: bytes
    signature: bytes
    sealed: bytes
    reason: Reason
    entities: Sequence[EntityRow]
    blobs: Sequence[BlobRow] = ()


class Numbered(msgspec.Struct, frozen=True, gc=False):
    """One commit of an answer to an append."""

    n: int
    number: int
    standing: Standing
    hash: bytes


FollowUp = Callable[[int, bytes, Sequence[Numbered]], Sequence[Prepared]]
"""Given the hub's own next n and prev in the stream, and what was quarantined: the hub's commits on it."""


@dataclass(frozen=True, slots=True)
class Append:
    """A run of one writer's commits for one stream, to be numbered in one transaction.

    ``make`` builds the run from (next n, prev) instead, for the hub's own commits, whose place in the chain
    is known only under the lock. ``opens`` lets the run create the stream.
    """

    stream: StreamId
    writer: WriterId
    commits: Sequence[Prepared]
    received: int
    hub_writer: WriterId
    follow_up: FollowUp
    make: Callable[[int, bytes], Sequence[Prepared]] | None = None
    opens: bool = False


class Obstacle(IntEnum):
    """Why a run was not accepted."""

    NONE = 0
    GAP = 1
    FORK = 2
    NO_STREAM = 3


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of a run. On an obstacle nothing of it was written; ``expected`` is the n wanted first."""

    obstacle: Obstacle
    expected: int
    numbered: Sequence[Numbered]
    number: int
    """The stream's number now."""


class StoredCommit(msgspec.Struct, frozen=True, gc=False):
    """A commit at rest; ``sealed`` holds its bodies, each under its own key."""

    number: int
    writer: WriterId
    n: int
    hash: bytes
    header: bytes
    signature: bytes
    sealed: bytes
    standing: Standing
    reason: Reason
    running: bytes
    received: int


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One event of the hub's own log; ``hash`` is SHA-256(previous ‖ event)."""

    seq: int
    previous: bytes
    hash: bytes
    event: bytes


@dataclass(frozen=True, slots=True)
class LeaseRow:
    """A writer's lease. ``share`` is sealed under the hub's master key; ``misses`` are wrong tries in a row."""

    writer: WriterId
    share: bytes
    verifier: bytes
    until: int
    misses: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class OrderRow:
    """The newest order about a writer: a packed SignedOrder."""

    writer: WriterId
    serial: int
    signed: bytes


@dataclass(frozen=True, slots=True)
class FarewellRow:
    """A writer's last word as it came, and when (ms)."""

    writer: WriterId
    farewell: bytes
    signature: bytes
    received: int
