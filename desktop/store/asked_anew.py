# SPDX-License-Identifier: MIT
"""What a lost hub had told of a record that is here without its words: the restored hub is asked for it anew.

Of what retention put out there is a digest, of what came again the hub's own state; both may speak of commits that the
restored hub does not have, or not yet. Nothing here can take those out again, since the words are not here. So the
record counts as put out and wanted: the round that follows the hub brings it as the hub has it now, or not at all.
"""

from collections.abc import Collection, Iterable, Iterator

from desktop.store.commit_rows import unpack_bodies
from desktop.store.entity_writes import base_of
from desktop.store.evicted import want
from desktop.store.eviction import STAYS, rows_of, set_out
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.state import EntityState
from sync.records.ids import EntityId, WriterId

_FOLDED = (int(Standing.FOLDED), int(Standing.HUB_PARKED))


class AskedAnew:
    """One stream's, within the caller's transaction, which folds nothing between this and its end."""

    def __init__(self, connection: Connection, names: Names, index_key: bytes, stream: int) -> None:
        self._connection = connection
        self._names = names
        self._index_key = index_key
        self._stream = stream

    def above(self, places: Collection[tuple[int, int]]) -> None:
        """Ask for what these commits (writer key, n) speak of, where its words are not here.

        They are those that the hub has lost.
        """
        entities = {entity for writer, n in places for entity in self._spoken_of(writer, n)}
        self._await_words(set(places))
        lost = _Lost((self._names.writer_id(writer), n) for writer, n in places)
        self._ask(entities, {one for one in entities if self._stands_on(one, lost)})

    def all(self) -> None:
        """Ask for all that is here without its words: the stream begins again."""
        entities = {entity for writer, n in self._await_words(None) for entity in self._spoken_of(writer, n)}
        out = self._connection.execute(
            "SELECT entity FROM evicted WHERE stream = ?", (self._stream,)
        ).fetchall()
        based = {one for one in entities if base_of(self._connection, self._stream, one) is not None}
        self._ask({EntityId(entity) for (entity,) in out}, based)

    def _ask(self, entities: Collection[EntityId], based: Collection[EntityId]) -> None:
        rows = [
            row
            for row in rows_of(self._connection, sorted(based))
            if row.stream == self._stream and row.kind not in STAYS
        ]
        set_out(self._connection, self._names, self._index_key, self._stream, rows, at=0)
        for entity in sorted({*entities, *based}):
            want(self._connection, entity)

    def _spoken_of(self, writer: int, n: int) -> Iterator[EntityId]:
        rows = self._connection.execute(
            "SELECT entity FROM commit_entities WHERE stream = ? AND writer = ? AND n = ?",
            (self._stream, writer, n),
        ).fetchall()
        for (entity,) in rows:
            yield EntityId(entity)

    def _stands_on(self, entity: EntityId, lost: "_Lost") -> bool:
        """Whether the hub's state of an entity, which came by itself, has one of these commits in it."""
        base = base_of(self._connection, self._stream, entity)
        return base is not None and lost.are_in(base)

    def _await_words(self, only: Collection[tuple[int, int]] | None) -> list[tuple[int, int]]:
        """Let the commits that are here without words take them in when they come; return which."""
        rows = self._connection.execute(
            "SELECT writer, n, bodies FROM commits WHERE stream = ? AND standing IN (?, ?)",
            (self._stream, *_FOLDED),
        )
        found = [
            (int(writer), int(n))
            for writer, n, column in rows
            if (only is None or (writer, n) in only) and None in unpack_bodies(column)
        ]
        self._connection.executemany(
            "UPDATE commits SET standing = ? WHERE stream = ? AND writer = ? AND n = ?",
            [(int(Standing.STRIPPED), self._stream, *place) for place in found],
        )
        return found


class _Lost:
    """Commits that the hub has lost, to be looked for in a state."""

    def __init__(self, places: Iterable[tuple[WriterId, int]]) -> None:
        self._places = frozenset(places)
        self._first: dict[WriterId, int] = {}
        for writer, n in self._places:
            self._first[writer] = min(n, self._first.get(writer, n))

    def are_in(self, state: EntityState) -> bool:
        """Whether one of them stands in a state, or is covered there."""
        return any(
            any((head.id.writer, head.id.n) in self._places for head in field.heads)
            or any(field.context.get(writer, 0) >= n for writer, n in self._first.items())
            for field in state.fields.values()
        )
