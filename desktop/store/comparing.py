# SPDX-License-Identifier: MIT
"""The store as comparing sees it: fits ``sync.protocol.comparing_journal.ComparingJournal``."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from desktop.store.audit import Event
from desktop.store.mending import Mending
from desktop.store.names import Names
from desktop.store.notebook import NotebookStore
from desktop.store.recount import StreamRows, recount
from desktop.store.sqlcipher import Connection
from sync.failpoints import FailPoint, reached
from sync.log.codec import Value
from sync.log.digest import EMPTY
from sync.log.picked import Picked
from sync.log.state import decode_state
from sync.protocol.comparing_journal import MOST_NAMED, Comparison, Difference, How, Recount
from sync.records.ids import EntityId, StreamId

DAY_MS: Final = 24 * 3_600_000
_COMPARED: Final = "compared_at"
_FOUND: Final = "comparison"
_REFOLDED_AT_ONCE: Final = 20
"""Entities in one transaction: each stands as it should or as it did."""
_WHOLE: Final = "load_whole:"
_LOADED: Final = "loaded_whole:"


class StoreComparing:
    """One notebook, compared with the hub by the thread that syncs it."""

    def __init__(self, store: NotebookStore) -> None:
        self._store = store

    def recount(self, streams: Collection[StreamId]) -> dict[StreamId, Recount]:
        """Count these streams anew; one that is not here, or not yet wholly, is left out."""
        with self._at_one_moment() as connection:
            return recount(connection, Names(connection), streams)

    def digests(self, stream: StreamId, kinds: Collection[str]) -> dict[EntityId, tuple[str, bytes]]:
        """Return kind and digest of every entity of these kinds."""
        with self._at_one_moment() as connection:
            names = Names(connection)
            key = names.known_stream(stream)
            rows = () if key is None else StreamRows(connection, names, key).of_kinds(kinds)
            return {entity: (kind, digest) for entity, kind, digest in rows}

    def digests_of(
        self, stream: StreamId, entities: Collection[EntityId]
    ) -> dict[EntityId, tuple[str, bytes]]:
        """Return kind and digest of those of these entities that stand in the stream."""
        with self._at_one_moment() as connection:
            names = Names(connection)
            key = names.known_stream(stream)
            if key is None:
                return {}
            rows = StreamRows(connection, names, key)
            found = {entity: rows.effective(entity) for entity in entities}
            return {entity: its for entity, its in found.items() if its is not None}

    def refold(self, stream: StreamId, entities: Collection[EntityId], off: bytes) -> None:
        """Make these entities' states and list rows anew from the commits held here."""
        store, again = self._store, set(entities)
        with store.writing() as connection:
            key = store.names.stream(stream)
            if off != EMPTY:
                # The row that does not fit may be one that the hub can't tell of: it waits to be sent.
                again |= StreamRows(connection, store.names, key).touched
        several = sorted(again)
        for at in range(0, len(several), _REFOLDED_AT_ONCE):
            store.make_way()
            with store.writing() as connection:
                mending = Mending(connection, store.names, store.index_key, key)
                mending.from_commits(several[at : at + _REFOLDED_AT_ONCE])
                reached(FailPoint.LAPTOP_MEND_BEFORE_COMMIT)
            reached(FailPoint.LAPTOP_MEND_BETWEEN_STEPS)
        if off != EMPTY:
            # Last: cut off before, the next recount finds the stream as far off, and all of it is done again.
            with store.writing() as connection:
                Mending(connection, store.names, store.index_key, key).level(off)

    def mend(self, stream: StreamId, picked: Picked, expected: Mapping[EntityId, bytes]) -> bool:
        """Take these states from the hub, with what is unsent here folded onto them.

        Some in a transaction, as ``refold``. False when the stream stands elsewhere by now: then nothing has changed,
        or what has is as the hub had it.
        """
        store, base = self._store, picked.base
        states = {decode_state(raw).entity: raw for raw in picked.entities}
        several = [*states, *picked.gone]
        for at in range(0, max(1, len(several)), _REFOLDED_AT_ONCE):
            some = several[at : at + _REFOLDED_AT_ONCE]
            store.make_way()
            with store.writing() as connection:
                names = store.names
                key = names.stream(stream)
                place = connection.execute(
                    "SELECT number, hash FROM streams WHERE key = ?", (key,)
                ).fetchone()
                if (place[0], bytes(place[1])) != (base.number, base.running):
                    return False
                Mending(connection, names, store.index_key, key).from_hub(
                    {one: states[one] for one in some if one in states},
                    [one for one in some if one not in states],
                    expected,
                )
                reached(FailPoint.LAPTOP_MEND_BEFORE_COMMIT)
            reached(FailPoint.LAPTOP_MEND_BETWEEN_STEPS)
        return True

    def wanted(self) -> Mapping[StreamId, Sequence[EntityId]]:
        """Return what retention put out and is to be here again, of streams that are here to their cursor."""
        found: dict[StreamId, list[EntityId]] = {}
        with self._at_one_moment() as connection:
            rows = connection.execute(
                "SELECT s.name, v.entity FROM evicted AS v JOIN streams AS s ON s.key = v.stream"
                " WHERE v.wanted = 1 AND s.number > 0 ORDER BY v.stream, v.entity"
            ).fetchall()
        for name, entity in rows:
            found.setdefault(StreamId(name), []).append(EntityId(entity))
        return found

    def last_compared(self) -> int:
        """Return when all streams were last compared (ms); 0 for never."""
        return self._store.number(_COMPARED)

    def set_compared(self, at: int) -> None:
        """Remember that all streams were compared now, or are to be soon."""
        self._store.set_number(_COMPARED, at)

    def to_load(self, now: int) -> Sequence[StreamId]:
        """Return the streams that are to be loaded again as a whole, each at most once a day."""
        with self._store.reading() as connection:
            rows = connection.execute(
                "SELECT w.name, coalesce(l.value, 0) FROM meta AS w LEFT JOIN meta AS l"
                " ON l.name = ?2 || substr(w.name, ?3) WHERE w.name GLOB ?1 AND w.value = 1",
                (f"{_WHOLE}*", _LOADED, len(_WHOLE) + 1),
            ).fetchall()
        return [StreamId(name[len(_WHOLE) :]) for name, at in rows if not 0 <= now - at < DAY_MS]

    def want_whole(self, stream: StreamId) -> None:
        """Ask for a stream as a whole: asking for single entities did not help."""
        self._store.set_number(f"{_WHOLE}{stream}", 1)

    def loaded(self, stream: StreamId, now: int) -> None:
        """Remember that a stream is being loaded again now."""
        self._store.set_number(f"{_WHOLE}{stream}", 0)
        self._store.set_number(f"{_LOADED}{stream}", now)

    def remember_comparison(self, found: Comparison) -> None:
        """Keep what was found, for the Sync page; what differed stands in the access log as well."""
        named: list[Value] = [
            [one.stream, one.entity, one.kind, one.how.value] for one in found.differences[:MOST_NAMED]
        ]
        self._store.shelf.put_setting(_FOUND, [found.at, found.count, named, list(found.open)])
        self._store.record(self._event(found), time_ms=found.at)

    def comparison(self) -> Comparison | None:
        """Return what was found last, ``None`` when nothing ever differed."""
        match self._store.shelf.setting(_FOUND):
            case [int() as at, int() as count, list() as named, list() as still]:
                differences = [_difference(one) for one in named]
                return Comparison(
                    at, count, tuple(one for one in differences if one is not None),
                    tuple(StreamId(one) for one in still if isinstance(one, str)),
                )  # fmt: skip
            case _:
                return None

    @contextmanager
    def _at_one_moment(self) -> Iterator[Connection]:
        """This thread's reader, whose every statement sees the same commits: no save waits for it."""
        connection = self._store.reads().connection
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("COMMIT")

    def _event(self, found: Comparison) -> Event:
        return {
            "operation": "CHECK_FAILED", "status": "FAILED" if found.open else "SUCCESS",
            "actor": {"role": "USER", "user_id": self._store.me.staff},
            "target": {"type": "notebook", "id": ""},
            "reason": "differs-still" if found.open else "differed", "records": found.count,
        }  # fmt: skip


def _difference(value: Value) -> Difference | None:
    match value:
        case [str() as stream, bytes() as entity, str() as kind, str() as how] if how in set(How):
            return Difference(StreamId(stream), EntityId(entity), kind, How(how))
        case _:
            return None
