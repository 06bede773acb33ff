# SPDX-License-Identifier: MIT
"""What undoing a save needs to know: its entities as they stand, and every write that made them so."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.store.changes import WriterIdentity
from desktop.store.commit_rows import KnownCommits, readable_bodies
from desktop.store.entity_writes import as_writes, base_of, writes_to
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.commit import MARK_BYTES, CommitId
from sync.log.fold import Known, Write
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StreamId


@dataclass(frozen=True, slots=True)
class UndoableSave:
    """One own save with what ``sync.log.undo.undo`` asks for."""

    id: CommitId
    states: Mapping[EntityId, EntityState]
    history: tuple[Write, ...]
    known: Known


class UndoReads:
    """Reads for undo; belongs to a reader connection."""

    def __init__(self, connection: Connection, names: Names, me: WriterIdentity) -> None:
        self._connection = connection
        self._names = names
        self._me = me

    def save(self, stream: StreamId, n: int) -> UndoableSave | None:
        """Return the owner's n-th save in a stream, ``None`` when it is not here or out of the fold."""
        key, writer = self._names.known_stream(stream), self._names.known_writer(self._me.writer)
        row = self._connection.execute(
            "SELECT hash, bodies FROM commits WHERE stream = ? AND writer = ? AND n = ? AND standing NOT IN (?, ?)",
            (key, writer, n, int(Standing.QUARANTINED), int(Standing.REFUSED)),
        ).fetchone()
        if key is None or row is None:
            return None
        entities = [body.entity for body in readable_bodies(row[1])]
        states = {entity: state for entity in entities if (state := self._state(key, entity)) is not None}
        known = KnownCommits(self._connection, self._names, key)
        history: list[Write] = []
        for entity in entities:
            base = base_of(self._connection, key, entity)
            if base is not None:
                history += as_writes(base, known)
            history += writes_to(self._connection, self._names, key, entity)
        return UndoableSave(
            CommitId(self._me.writer, n, bytes(row[0][:MARK_BYTES])),
            states,
            tuple(history),
            known,
        )

    def _state(self, stream: int, entity: EntityId) -> EntityState | None:
        found = self._connection.execute(
            "SELECT state FROM entities WHERE entity = ? AND stream = ?", (entity, stream)
        ).fetchone()
        return None if found is None else decode_state(found[0])
