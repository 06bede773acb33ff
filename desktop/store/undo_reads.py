# SPDX-License-Identifier: MIT
"""What undoing a save needs to know: its entities as they stand, and every write that made them so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.store.changes import WriterIdentity
from desktop.store.commit_rows import KnownCommits, readable_bodies
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.commit import MARK_BYTES, Body, CommitId, FieldWrite
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
        history = [write for entity in entities for write in self._writes(key, entity)]
        return UndoableSave(
            CommitId(self._me.writer, n, bytes(row[0][:MARK_BYTES])),
            states,
            tuple(history),
            KnownCommits(self._connection, self._names, key),
        )

    def _state(self, stream: int, entity: EntityId) -> EntityState | None:
        found = self._connection.execute(
            "SELECT state FROM entities WHERE entity = ? AND stream = ?", (entity, stream)
        ).fetchone()
        return None if found is None else decode_state(found[0])

    def _writes(self, stream: int, entity: EntityId) -> Iterable[Write]:
        """Yield the writes in the fold; what came inside a snapshot stands as the writes of its heads."""
        base = self._connection.execute(
            "SELECT state FROM bases WHERE entity = ? AND stream = ?", (entity, stream)
        ).fetchone()
        if base is not None:
            yield from _as_writes(decode_state(base[0]))
        rows = self._connection.execute(
            "SELECT c.writer, c.n, c.hash, c.bodies FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ? AND c.standing NOT IN (?, ?) ORDER BY c.writer, c.n",
            (entity, stream, int(Standing.QUARANTINED), int(Standing.REFUSED)),
        ).fetchall()
        for writer, n, digest, raw in rows:
            place = CommitId(self._names.writer_id(writer), n, bytes(digest[:MARK_BYTES]))
            for body in readable_bodies(raw):
                if body.entity == entity:
                    yield Write(place, body)


def _as_writes(state: EntityState) -> Iterable[Write]:
    grouped: dict[tuple[CommitId, CommitId | None, bool], dict[str, FieldWrite]] = {}
    for name, field in state.fields.items():
        for head in field.heads:
            place = (head.id, head.origin, head.erased)
            grouped.setdefault(place, {})[name] = FieldWrite(head.value, [])
    for (one, origin, erased), fields in grouped.items():
        body = Body(state.entity, fields, state.kind, b"", state.schema, state.subject, origin=origin)
        yield Write(one, body, erased)
