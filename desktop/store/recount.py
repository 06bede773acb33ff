# SPDX-License-Identifier: MIT
"""A stream counted anew, row by row, as the hub counts it: what is unsent here is left out of the states.

This is what finds a row that an older page brought back, a fold that was left out, and a digest that does not fit.
"""

from collections.abc import Collection, Iterator
from typing import Any

from desktop.store.commit_rows import IN_SNAPSHOT, KnownCommits
from desktop.store.entity_writes import base_of, writes_to
from desktop.store.names import Names
from desktop.store.pacing import in_slices
from desktop.store.sqlcipher import Connection
from sync.log.commit import CommitId
from sync.log.digest import EMPTY, entity_digest, plain_digest, xor
from sync.log.errors import LogError
from sync.log.fold import apply, learn, pending
from sync.log.kind_digests import KindDigests
from sync.log.state import EntityState, decode_plain, decode_state
from sync.protocol.comparing_journal import Recount
from sync.records.ids import EntityId, StreamId, WriterId


class NumberedCommits:
    """The fold's question "is that very commit known", asked of what the hub has numbered."""

    def __init__(self, connection: Connection, names: Names, stream: int) -> None:
        self._known = KnownCommits(connection, names, stream)

    def mark(self, writer: WriterId, n: int) -> bytes | None:
        """Return the mark of the writer's n-th commit of this stream, if the hub has it."""
        mark = self._known.mark(writer, n)
        if mark is None:
            return None
        number = self._known.number(CommitId(writer, n, mark))
        return mark if number is not None and number >= IN_SNAPSHOT else None


def fold_numbered(
    connection: Connection, names: Names, stream: int, entity: EntityId, known: NumberedCommits
) -> EntityState | None:
    """Return an entity as the hub's commits alone make it; ``None`` when they do not speak of it."""
    state = base_of(connection, stream, entity)
    if state is not None:
        for one in pending(state):
            if known.mark(one.writer, one.n) == one.mark:
                state = learn(state, one)
    for write in writes_to(connection, names, stream, entity):
        if known.mark(write.id.writer, write.id.n) == write.id.mark:
            state = apply(state, write, known)
    return state


def digest_of(raw: bytes) -> tuple[str, bytes]:
    """Return kind and digest of a stored state; raises Malformed and its kin."""
    plain = decode_plain(raw)
    if plain is not None:
        return plain.kind, plain_digest(plain)
    state = decode_state(raw)
    return state.kind, entity_digest(state)


class StreamRows:
    """The rows of one stream, over one connection in one transaction of the caller's."""

    def __init__(self, connection: Connection, names: Names, stream: int) -> None:
        self._connection = connection
        self._names = names
        self._stream = stream
        self._known = NumberedCommits(connection, names, stream)
        self._here = KnownCommits(connection, names, stream)
        self.touched = frozenset(
            EntityId(entity)
            for (entity,) in connection.execute(
                "SELECT DISTINCT e.entity FROM commits AS c CROSS JOIN commit_entities AS e"
                " ON e.stream = c.stream AND e.writer = c.writer AND e.n = c.n"
                " WHERE c.stream = ? AND c.number IS NULL",
                (stream,),
            ).fetchall()
        )
        """What unsent saves speak of: their rows are no measure of what the hub has."""

    def effective(self, entity: EntityId) -> tuple[str, bytes] | None:
        """Return kind and digest of one entity as the hub's commits make it, ``None`` where there is none."""
        evicted = self._connection.execute(
            "SELECT kind, digest FROM evicted WHERE entity = ? AND stream = ?", (entity, self._stream)
        ).fetchone()
        if evicted is not None:
            return str(evicted[0]), bytes(evicted[1])
        if entity in self.touched:
            state = fold_numbered(self._connection, self._names, self._stream, entity, self._known)
            return None if state is None else (state.kind, entity_digest(state))
        found = self._connection.execute(
            "SELECT state FROM entities WHERE entity = ? AND stream = ?", (entity, self._stream)
        ).fetchone()
        if found is None:
            return None
        try:
            return digest_of(found[0])
        except LogError:
            return None

    def is_late(self, state: EntityState) -> bool:
        """Whether a state waits for a commit that is here: it is a row from before that one came.

        Its heads may be right all the same, and then no digest tells.
        """
        return any(self._here.mark(one.writer, one.n) == one.mark for one in pending(state))

    def of_kinds(self, kinds: Collection[str]) -> Iterator[tuple[EntityId, str, bytes]]:
        """Yield entity, kind and digest of what stands in the stream of these kinds."""
        for entity, raw in self._rows("SELECT entity, state FROM entities WHERE stream = ?"):
            if entity in self.touched:
                continue
            try:
                kind, digest = digest_of(raw)
            except LogError:
                continue
            if kind in kinds:
                yield EntityId(entity), kind, digest
        for entity, its, share in self._rows("SELECT entity, kind, digest FROM evicted WHERE stream = ?"):
            if its in kinds and entity not in self.touched:
                yield EntityId(entity), its, bytes(share)
        for entity in sorted(self.touched):
            found = self.effective(entity)
            if found is not None and found[0] in kinds:
                yield entity, *found

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        return in_slices(self._connection.execute(sql, (self._stream,)))


class _Count:
    """One stream's count as it grows."""

    def __init__(self, rows: StreamRows, number: int, kept: bytes) -> None:
        self.rows = rows
        self.number = number
        self.kept = kept
        self.counted = EMPTY
        self.kinds = KindDigests()
        self.broken: list[EntityId] = []

    def read(self, entity: EntityId, raw: bytes) -> None:
        """Take a row as it is kept."""
        try:
            plain = decode_plain(raw)
            if plain is not None:
                self.take(entity, plain.kind, plain_digest(plain))
                return
            state = decode_state(raw)
        except LogError:
            self.broken.append(entity)
            return
        self.take(entity, state.kind, entity_digest(state))
        if self.rows.is_late(state):
            self.broken.append(entity)

    def take(self, entity: EntityId, kind: str, digest: bytes) -> None:
        self.counted = xor(self.counted, digest)
        if entity not in self.rows.touched:
            self.kinds.add(kind, 1, digest)


def recount(connection: Connection, names: Names, streams: Collection[StreamId]) -> dict[StreamId, Recount]:
    """Count these streams anew in one pass over the rows, within the caller's transaction.

    One that is not here, or whose snapshot is still being loaded, is left out.
    """
    counts: dict[int, _Count] = {}
    for stream in streams:
        found = connection.execute(
            "SELECT key, number, digest FROM streams WHERE name = ? AND number > 0",
            (stream,),
        ).fetchone()
        if found is not None:
            counts[found[0]] = _Count(StreamRows(connection, names, found[0]), found[1], bytes(found[2]))
    for entity, stream, raw in in_slices(connection.execute("SELECT entity, stream, state FROM entities")):
        count = counts.get(stream)
        if count is not None:
            count.read(EntityId(entity), raw)
    for entity, stream, kind, digest in in_slices(
        connection.execute("SELECT entity, stream, kind, digest FROM evicted")
    ):
        if stream in counts:
            counts[stream].take(entity, kind, bytes(digest))
    found_all = {}
    for key, count in counts.items():
        for entity in count.rows.touched:
            effective = count.rows.effective(entity)
            if effective is not None:
                count.kinds.add(effective[0], 1, effective[1])
        found_all[names.stream_name(key)] = Recount(
            count.number, count.kinds.kinds(), xor(count.kept, count.counted), tuple(count.broken)
        )
    return found_all
