# SPDX-License-Identifier: MIT
"""What comparing needs from a laptop's store, beside ``sync.protocol.journal``, and what came of it.

What is compared is what the hub has too: an entity that unsent saves have touched is counted as it stood before them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from sync.log.digest import EMPTY
from sync.log.picked import Picked
from sync.records.ids import EntityId, StreamId


@dataclass(frozen=True, slots=True)
class Recount:
    """A stream counted anew, row by row, at the number that it is pulled through."""

    number: int
    kinds: Mapping[str, tuple[int, bytes]]
    """Kind → (how many entities, XOR of their digests)."""
    off: bytes = EMPTY
    """XOR of the digest that is kept and of the one counted: zero, unless a row was damaged here."""
    broken: tuple[EntityId, ...] = ()
    """Entities whose row can't be read at all, which are not counted, or waits for a commit that is here."""


class How(StrEnum):
    """How an entity differs."""

    MISSING_HERE = "missing-here"
    MISSING_THERE = "missing-there"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Difference:
    """One entity that laptop and hub did not hold alike."""

    stream: StreamId
    entity: EntityId
    kind: str
    how: How


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found. ``differences`` names at most ``MOST_NAMED`` of ``count``."""

    at: int
    """The laptop's time, ms since 1970."""
    count: int
    differences: tuple[Difference, ...]
    open: tuple[StreamId, ...]
    """Streams that still differ after what differed was asked for again."""


MOST_NAMED = 50


class ComparingJournal(Protocol):
    """The store as comparing sees it. Every method that writes is one transaction."""

    def recount(self, streams: Collection[StreamId]) -> dict[StreamId, Recount]:
        """Count these streams anew; one that is not held from its beginning to its cursor is left out."""

    def digests(self, stream: StreamId, kinds: Collection[str]) -> dict[EntityId, tuple[str, bytes]]:
        """Return kind and digest of every entity of these kinds."""

    def digests_of(
        self, stream: StreamId, entities: Collection[EntityId]
    ) -> dict[EntityId, tuple[str, bytes]]:
        """Return kind and digest of those of these entities that stand in the stream."""

    def refold(self, stream: StreamId, entities: Collection[EntityId], off: bytes) -> None:
        """Make these entities' states and list rows anew from the commits held here.

        ``off`` and the rows that can't be read are what the last recount of this stream told.
        """

    def mend(self, stream: StreamId, picked: Picked, expected: Mapping[EntityId, bytes]) -> bool:
        """Take these states from the hub, with what is unsent here folded onto them.

        ``expected``: the digests that the hub has. False when the stream stands elsewhere by now;
        what was taken in before that is as the hub had it.
        """

    def wanted(self) -> Mapping[StreamId, Sequence[EntityId]]:
        """Return what was let go of here and is to be here again, by the stream it lies in."""

    def last_compared(self) -> int:
        """Return when all streams were last compared (ms); 0 for never."""

    def set_compared(self, at: int) -> None:
        """Remember that all streams were compared now, or are to be soon."""

    def to_load(self, now: int) -> Sequence[StreamId]:
        """Return the streams that are to be loaded again as a whole, each at most once a day."""

    def want_whole(self, stream: StreamId) -> None:
        """Ask for a stream as a whole: asking for single entities did not help."""

    def loaded(self, stream: StreamId, now: int) -> None:
        """Remember that a stream is being loaded again now."""

    def remember_comparison(self, found: Comparison) -> None:
        """Keep what was found, for the Sync page; a difference that stays stands in the access log as well."""
