# SPDX-License-Identifier: MIT
"""What can go wrong with the rows of a notebook: each damage leaves a database that opens and reads."""

from dataclasses import dataclass

from desktop.store.entity_writes import writes_to
from desktop.store.mending import Mending
from desktop.store.notebook import NotebookStore
from desktop.store.recount import digest_of
from sync.log.digest import EMPTY
from sync.log.known import Marks
from sync.log.pure import fold_entity
from sync.log.state import EntityState, decode_state, encode_state
from sync.protocol.comparing_journal import How
from sync.records.ids import EntityId, StreamId, new_entity

DERIVED = {
    "sessions": "entity, starts, status, place",
    "visits": "session, at, entity",
    "tallies": "session, at, entity, heads",
    "people": "entity, name, known_as, phone, hetu, protected, responsible, words",
    "notes": "entity, person, at",
    "attendances": "person, at, entity, visit",
    "reviews": "entity, verdict, at",
    "words": "word, uses",
}
"""Table → the columns that do not depend on the order in which things came."""


def derived(store: NotebookStore) -> dict[str, list[tuple[object, ...]]]:
    """What lists and search have of the records."""
    with store.reading() as connection:
        return {
            table: sorted(connection.execute(f"SELECT {columns} FROM {table}").fetchall(), key=repr)  # noqa: S608
            for table, columns in DERIVED.items()
        }


def states(store: NotebookStore, stream: StreamId) -> dict[EntityId, bytes]:
    """Every entity of a stream as it is kept."""
    with store.reading() as connection:
        rows = connection.execute(
            "SELECT entity, state FROM entities WHERE stream = ?", (store.names.stream(stream),)
        ).fetchall()
    return {EntityId(entity): bytes(raw) for entity, raw in rows}


@dataclass
class Damage:
    """Harms one stream of a notebook; every method returns what must be found, or ``None`` where it harmed nothing."""

    store: NotebookStore
    stream: StreamId
    stray: EntityId | None = None
    """The entity that came from nowhere."""

    @property
    def key(self) -> int:
        return self.store.names.stream(self.stream)

    def row_lost(self, entity: EntityId) -> How | None:
        with self.store.writing() as connection:
            connection.execute("DELETE FROM entities WHERE entity = ? AND stream = ?", (entity, self.key))
        return How.MISSING_HERE

    def older_row(self, entity: EntityId) -> How | None:
        """A page from before: the last write to the entity is not in its row.

        Where that write was overwritten since, the heads are the same: it is mended, but no comparison names it.
        """
        with self.store.writing() as connection:
            writes = list(writes_to(connection, self.store.names, self.key, entity))
        if len(writes) < 2:
            return None
        before = self._digest(entity)
        self._put(entity, fold_entity(writes[:-1], Marks()))
        return How.OTHER if self._digest(entity) != before else None

    def field_lost(self, entity: EntityId) -> How | None:
        """A valid state with a field less."""
        state = decode_state(states(self.store, self.stream)[entity])
        fields = dict(sorted(state.fields.items())[1:])
        self._put(entity, EntityState(entity, state.kind, state.subject, state.schema, fields))
        return How.OTHER

    def unreadable_row(self, entity: EntityId) -> How | None:
        with self.store.writing() as connection:
            connection.execute(
                "UPDATE entities SET state = x'c1' WHERE entity = ? AND stream = ?", (entity, self.key)
            )
        return How.MISSING_HERE

    def commit_left_out(self, entity: EntityId) -> How | None:
        """A commit's fold is missing throughout: row, lists, digest, and its links.

        Where all it said was overwritten since by those who saw it, the row is the same without it.
        """
        with self.store.writing() as connection:
            linked = connection.execute(
                "SELECT writer, n FROM commit_entities WHERE entity = ? AND stream = ? ORDER BY writer, n",
                (entity, self.key),
            ).fetchall()
            if not linked:
                return None
            connection.execute(
                "DELETE FROM commit_entities WHERE entity = ? AND stream = ? AND writer = ? AND n = ?",
                (entity, self.key, *linked[-1]),
            )
        before = self._digest(entity)
        with self.store.writing() as connection:
            Mending(connection, self.store.names, self.store.index_key, self.key).from_commits([entity])
        after = self._digest(entity)
        if after is None:
            return How.MISSING_HERE
        return How.OTHER if after != before else None

    def row_from_nowhere(self, entity: EntityId) -> How | None:
        """A row of an entity that nobody has written, beside this one."""
        state = decode_state(states(self.store, self.stream)[entity])
        copy = EntityState(new_entity(), state.kind, state.subject, state.schema, state.fields)
        with self.store.writing() as connection:
            connection.execute(
                "INSERT INTO entities VALUES (?,?,?,?,0,?)",
                (copy.entity, self.key, copy.kind, copy.subject, encode_state(copy)),
            )
        self.stray = copy.entity
        return How.MISSING_THERE

    def wrong_digest(self, _entity: EntityId) -> How | None:
        with self.store.writing() as connection:
            Mending(connection, self.store.names, self.store.index_key, self.key).level(b"\x01" * len(EMPTY))
        return None

    def _digest(self, entity: EntityId) -> bytes | None:
        raw = states(self.store, self.stream).get(entity)
        return None if raw is None else digest_of(raw)[1]

    def _put(self, entity: EntityId, state: EntityState) -> None:
        with self.store.writing() as connection:
            connection.execute(
                "UPDATE entities SET state = ? WHERE entity = ? AND stream = ?",
                (encode_state(state), entity, self.key),
            )


HARMS = (
    "row_lost", "older_row", "field_lost", "unreadable_row", "commit_left_out", "row_from_nowhere", "wrong_digest",
)  # fmt: skip
