# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database about orders: who went where, and what was obeyed."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from sync.hub.store.deed import Deed, Gone, Stuck
from sync.hub.store.rows import StoredCommit
from sync.records.ids import EntityId, StreamId


class MovesSettling(Protocol):
    """The part of ``Settling`` that keeps who is not in the stream, as of the number it is settled through."""

    def gone(self, subjects: Collection[bytes]) -> Mapping[bytes, Gone]:
        """Return which of these people (SHA-256 of the id) went from the stream once."""

    def went(self, gone: Gone) -> None:
        """Remember that somebody went."""

    def came_back(self, subject: bytes, adopt: EntityId) -> None:
        """Remember that somebody who went is here again."""

    def nothing_to_obey(self, through: int) -> None:
        """Say that between the number it was settled through and this one nobody ordered anything."""


class MovesStore(Protocol):
    """A part of ``HubStore``; every method is one transaction."""

    def gone(self, stream: StreamId, subjects: Collection[bytes] | None = None) -> Mapping[bytes, Gone]:
        """Return which of these people, or of all, went from a stream once."""

    def obeyed(self, stream: StreamId) -> int:
        """Return through which number of a stream the hub has done what is ordered there."""

    def unobeyed(self, streams: Collection[StreamId]) -> Sequence[StreamId]:
        """Return those of these streams in which there may be something to do, in order."""

    def stuck(self, streams: Collection[StreamId] | None = None) -> Sequence[Stuck]:
        """Return what was put aside in these streams, or in all, by stream and number."""

    def perform(self, deed: Deed) -> bool:
        """Do all of this, or nothing: False where another process did it, or the streams have moved on."""

    def states_of(self, stream: StreamId, entities: Collection[EntityId]) -> Mapping[EntityId, bytes]:
        """Return the settled states of these entities."""

    def entities_about(self, stream: StreamId, subject: bytes) -> Sequence[EntityId]:
        """Return the entities about this person (SHA-256 of the id) in a stream."""

    def held_in(
        self, streams: Collection[StreamId], limit: int, *, after: int = 0
    ) -> Sequence[tuple[StreamId, StoredCommit]]:
        """Return the commits in quarantine above a number in these streams, by stream and number."""
