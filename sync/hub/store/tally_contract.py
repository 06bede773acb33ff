# SPDX-License-Identifier: MIT
"""What comparing needs from a database: tallies kept with the fold, and the fold's states without values."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from sync.hub.store.rows import StoredCommit
from sync.records.ids import EntityId, StreamId, WriterId

Tallies = Mapping[str, tuple[int, bytes]]
"""Kind → (how many entities, XOR of their digests)."""


class TallySettling(Protocol):
    """A part of ``Settling``: under its lock the tallies change with the states that they count."""

    def tallies(self) -> Tallies:
        """Return the tallies that are kept; none in a database that an earlier program settled."""

    def put_tallies(self, tallies: Tallies) -> None:
        """Keep these kinds' tallies; a count of 0 forgets one."""

    def all_states(self) -> Iterator[bytes]:
        """Yield the states of the whole stream."""

    def running(self) -> bytes:
        """Return H(k) of the number that the stream is settled through."""


class TallyStore(Protocol):
    """A part of ``HubStore``; every method is one statement, which sees one moment."""

    def kept_tallies(self, stream: StreamId) -> Tallies:
        """Return the tallies that are kept of a stream."""

    def states_after(
        self, stream: StreamId, after: bytes, limit: int
    ) -> tuple[int, Sequence[tuple[EntityId, bytes]]]:
        """Return the settled number and the states above an entity, in order; (0, none) above the last one."""

    def commits_named(
        self, stream: StreamId, dots: Collection[tuple[WriterId, int]]
    ) -> Sequence[StoredCommit]:
        """Return these commits, cold ones too; those that are not here are left out."""

    def commits_sealed_under(
        self, stream: StreamId, key: bytes, *, after: int, limit: int, withheld: bool = False
    ) -> Sequence[StoredCommit]:
        """Return the commits above a number with a body sealed under this key, cold ones too, in order.

        Those that count; with ``withheld`` those that are quarantined or refused instead. Nothing is kept for it:
        the stream's commits are looked through.
        """

    def about(self, stream: StreamId, subjects: Collection[bytes]) -> Sequence[EntityId]:
        """Return the entities about these subjects (their SHA-256)."""

    def moved_from(self, stream: StreamId, subjects: Collection[bytes]) -> frozenset[bytes]:
        """Return which of these subjects (their SHA-256) went to another stream."""
