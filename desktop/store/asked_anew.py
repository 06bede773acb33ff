# SPDX-License-Identifier: MIT
"""What a lost hub had told of a record that is here without its words: the restored hub is asked for it anew.

Of what retention put out there is a digest, of what came again the hub's own state; both may speak of commits that the
restored hub does not have, or not yet. Nothing here can take those out again, since the words are not here. So the
record counts as put out and wanted: the round that follows the hub brings it as the hub has it now, or not at all.
"""

from collections.abc import Collection, Iterable

from desktop.store.commit_rows import unpack_bodies
from desktop.store.entity_writes import base_of
from desktop.store.evicted import want
from desktop.store.eviction import STAYS, rows_of, set_out
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.digest import EMPTY
from sync.log.state import EntityState
from sync.records.ids import EntityId, WriterId

_SAID = (int(Standing.FOLDED), int(Standing.HUB_PARKED), int(Standing.STRIPPED))


class AskedAnew:
    """One stream's, within the caller's transaction, which folds nothing between this and its end."""

    def __init__(
        self, connection: Connection, names: Names, index_key: bytes, stream: int, *, me: WriterId
    ) -> None:
        self._me = names.writer(me)
        self._connection = connection
        self._names = names
        self._index_key = index_key
        self._stream = stream

    def above(self, places: Collection[tuple[int, int]], *, went: bool) -> None:
        """Ask for what these commits (writer key, n) speak of, where its words are not here.

        They are those that the hub has lost. ``went``: among them is a word that somebody went, which took out of here
        what the restored hub may go on having.
        """
        entities = self._spoken_of(places)
        self._await_words(set(places))
        lost = _Lost((self._names.writer_id(writer), n) for writer, n in places)
        away = self._taken_out() if went else set()
        self._ask(entities, self._mine() | away, {one for one in entities if self._stands_on(one, lost)})

    def all(self) -> None:
        """Ask for all that is here without its words: the stream begins again."""
        wordless = self._await_words(None)
        rows = self._connection.execute(
            "SELECT entity FROM evicted WHERE stream = ?", (self._stream,)
        ).fetchall()
        out = {EntityId(entity) for (entity,) in rows}
        self._ask(out, self._mine(), self._spoken_of(wordless))

    def _mine(self) -> set[EntityId]:
        """Return what own commits speak of whose words a lost hub alone had, or one before it.

        The hub gives the number of such a one alone. Its words may be there again, with the same number: a hub can be
        restored once more from a backup of before.
        """
        rows = self._connection.execute(
            "SELECT writer, n FROM commits WHERE stream = ? AND writer = ? AND standing = ?",
            (self._stream, self._me, int(Standing.STRIPPED)),
        ).fetchall()
        return self._spoken_of(rows)

    def _taken_out(self) -> set[EntityId]:
        """Return what is not here any more of that which numbered commits without their words spoke of."""
        rows = self._connection.execute(
            "SELECT c.bodies, l.entity FROM commits AS c JOIN commit_entities AS l"
            " ON l.stream = c.stream AND l.writer = c.writer AND l.n = c.n WHERE c.stream = ? AND c.number IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM entities AS e WHERE e.entity = l.entity AND e.stream = l.stream)",
            (self._stream,),
        )
        return {EntityId(entity) for column, entity in rows if None in unpack_bodies(column)}

    def _ask(self, out: Collection[EntityId], mine: Collection[EntityId], here: Collection[EntityId]) -> None:
        """Ask for what was put out, and for what is here, or should perhaps be, in place of what is here of it."""
        rows = [
            one for one in rows_of(self._connection, sorted({*mine, *here})) if one.stream == self._stream
        ]
        going = [row for row in rows if row.kind not in STAYS]
        set_out(self._connection, self._names, self._index_key, self._stream, going, at=0)
        nowhere = {*mine} - {row.entity for row in rows}
        self._connection.executemany(
            "INSERT OR IGNORE INTO evicted(entity, stream, kind, digest, at) VALUES (?,?,'',?,0)",
            [(entity, self._stream, EMPTY) for entity in sorted(nowhere)],
        )
        for entity in sorted({*out, *mine, *here}):
            want(self._connection, entity)

    def _spoken_of(self, places: Iterable[tuple[int, int]]) -> set[EntityId]:
        return {
            EntityId(entity)
            for writer, n in places
            for (entity,) in self._connection.execute(
                "SELECT entity FROM commit_entities WHERE stream = ? AND writer = ? AND n = ?",
                (self._stream, writer, n),
            ).fetchall()
        }

    def _stands_on(self, entity: EntityId, lost: "_Lost") -> bool:
        """Whether the hub's state of an entity, which came by itself, has one of these commits in it."""
        base = base_of(self._connection, self._stream, entity)
        return base is not None and lost.are_in(base)

    def _await_words(self, only: Collection[tuple[int, int]] | None) -> list[tuple[int, int]]:
        """Let the commits that are here without words take them in when they come; return which."""
        rows = self._connection.execute(
            "SELECT writer, n, bodies FROM commits WHERE stream = ? AND standing IN (?, ?, ?)",
            (self._stream, *_SAID),
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
