# SPDX-License-Identifier: MIT
"""No list and no save reads a whole table of the large ones: the plans of all that the store asks, looked through.

The readers are walked as a whole: a new method that asks for something unknown here makes this fail, not pass.
"""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pytest
from store_world import (
    ME,
    NOON,
    TEAM,
    Colleague,
    edit,
    entity,
    note,
    person,
    session,
    take,
    visit,
)

from desktop.store import retention_reads
from desktop.store.audit_reads import LogFilter
from desktop.store.changes import Change
from desktop.store.colleagues import own_outbox
from desktop.store.compaction import compact
from desktop.store.comparing import StoreComparing
from desktop.store.eviction import put_out, rows_about
from desktop.store.flags import MARKED, Mark
from desktop.store.indexes import LISTED_KINDS
from desktop.store.journal import StoreJournal
from desktop.store.keeping import is_held, touched
from desktop.store.notebook import NotebookStore
from desktop.store.sqlcipher import Connection, TypedCursor
from sync.log.digest import EMPTY
from sync.protocol.journal import Acknowledged
from sync.records.kinds import KINDS

LARGE: Final = frozenset(
    {
        "attachments", "attendances", "audit", "audited", "bases", "commit_entities", "commits", "dues",
        "entities", "evicted", "group_events", "notes", "people", "restated", "reviews", "saves", "sessions",
        "short", "tallies", "visits", "words",
    }
)  # fmt: skip
"""Tables that grow with the city, or with the years."""

WHOLE: Final[Mapping[str, str]] = {
    "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1": "one row, from the end",
    "responsible FROM people ORDER BY id DESC LIMIT ?": "as many rows as are shown, from the end",
    "SELECT 1 FROM evicted LIMIT 1": "one row",
    "FROM commits WHERE stream = ?1 AND writer = ?2 ORDER BY n DESC LIMIT 1": "one row, from the end",
    "writer = w.key ORDER BY n LIMIT 1": "one row, from the beginning, and one from the end",
    "time < ?3 ORDER BY n DESC LIMIT 1": "from the end, to the first row that is old",
    "WHERE stream = streams.key AND sent = 1": "to the first row that is sent, of streams without a cursor",
    "FROM streams AS s CROSS JOIN reviews AS r": "the reviews of one's own saves",
    "DELETE FROM tallies WHERE entity IN": "mending: one a session",
    "DELETE FROM attachments WHERE entity IN": "mending: few",
    "DELETE FROM group_events WHERE entity IN": "mending: few",
    "FROM audited": "an auditor's own page, of the stream of the access logs",
}
"""A part of a query that reads a table from one end to the other, or a stream of it, and why it may."""


_WHOLE_STREAM: Final = ("(stream=?)", "(stream=? AND writer=?)", "(stream=? AND writer=? AND n<?)")
"""Ends of a plan's step that walks all of a stream, or all that a writer ever wrote in it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One statement with the parameters it was first asked with."""

    sql: str
    parameters: Any


class Record:
    """Every statement that any connection is asked while it is being written down."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Listen to every cursor until the test ends."""
        self.asked: dict[str, Asked] = {}
        execute, executemany = TypedCursor.execute, TypedCursor.executemany

        def note_one(cursor: TypedCursor, sql: str, parameters: Any = ()) -> TypedCursor:  # noqa: ANN401
            self._note(sql, parameters)
            return execute(cursor, sql, parameters)

        def note_many(cursor: TypedCursor, sql: str, parameters: Iterable[Any]) -> TypedCursor:
            rows = list(parameters)
            if rows:
                self._note(sql, rows[0])
            return executemany(cursor, sql, rows)

        self._explain = execute
        monkeypatch.setattr(TypedCursor, "execute", note_one)
        monkeypatch.setattr(TypedCursor, "executemany", note_many)

    def _note(self, sql: str, parameters: object) -> None:
        if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b", sql):
            self.asked.setdefault(" ".join(sql.split()), Asked(sql, parameters))

    def whole_reads(self, connection: Connection) -> Iterator[tuple[str, str]]:
        """Yield (query, step of its plan) where a large table, or a stream of it, is read from end to end."""
        partial = {
            name
            for (name,) in self._explain(
                connection.cursor(),
                "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%) WHERE %'",
            )
        }
        for sql, one in self.asked.items():
            plan = self._explain(connection.cursor(), f"EXPLAIN QUERY PLAN {one.sql}", one.parameters)
            called = {alias: table for table, alias in re.findall(r"(\w+) AS (\w+)", sql)}
            for _, _, _, step in plan:
                read = re.match(r"(SCAN|SEARCH) (\w+)(?:.* INDEX (\w+))?", step)
                if read is None or called.get(read[2], read[2]) not in LARGE or read[3] in partial:
                    continue
                if read[1] == "SCAN" or step.endswith(_WHOLE_STREAM):
                    yield sql, step


class Town:
    """A small notebook in which every list has something to find."""

    def __init__(self, store: NotebookStore) -> None:
        """Save and take in a little of everything."""
        self.store = store
        opened, self.card = session(), person("Aino", "Korhonen", phone="+358405550132", responsible=ME.staff)
        self.session, self.person = opened.entity, self.card.entity
        self.save = store.save(TEAM, [opened], time_ms=NOON)
        store.save(TEAM, [self.card], time_ms=NOON)
        walk_in = visit(opened.entity)
        self.visit = walk_in.entity
        store.save(TEAM, [walk_in], time_ms=NOON + 1)
        store.save(TEAM, [note(self.person, "korhonen")], time_ms=NOON + 2)
        linked = {"visit": self.visit, "at": NOON}
        store.save(
            TEAM,
            [Change(kind="attendance", entity=entity(), subject=self.person, fields=linked)],
            time_ms=NOON + 3,
        )
        StoreJournal(store).acknowledge(
            Acknowledged(TEAM, ME.key.writer, 5, {n: n for n in range(1, 6)}, (), (), b"", b"")
        )
        self.colleague = Colleague(b"c")
        verdict = {
            "verdict": "returned", "comment": None, "reason": "review", "at": NOON, "save": list(self.save), "of": [],
        }  # fmt: skip
        self.colleague.write("review", entity(), {"verdict": verdict})
        self.colleague.write("person", self.person, {"phone": "+358405550133"}, subject=self.person)
        self.colleague.write("note", entity(), {"text": "virtanen", "at": NOON}, subject=self.person)
        take(store, self.colleague.made, first=6)
        store.save(TEAM, [edit("person", self.person, known_as="Aikku")], time_ms=NOON + 4)
        self.stream = 1
        with store.reading() as connection:
            self.state = bytes(connection.execute("SELECT state FROM entities LIMIT 1").fetchone()[0])

    def asks(self) -> Mapping[str, Any]:
        """Return what a reader's method is given, by the name of its parameter."""
        return {
            "above": 0, "day": "2030-01-01", "entities": [self.person], "entity": self.person, "kind": "note",
            "kinds": ("note",), "limit": 50, "most": 50, "n": 1, "one": self.save, "owner": ME.staff,
            "people": [self.person], "person": self.person, "save": self.save, "session": self.session, "since": 1,
            "staff": ME.staff, "state": self.state, "stream": TEAM, "typed": "korhonen", "until": NOON * 2,
            "visit": self.visit, "wanted": LogFilter(),
        }  # fmt: skip


def read_all(town: Town) -> Iterator[str]:
    """Ask everything that the readers of one thread can be asked; yield the names of what was asked."""
    reads = town.store.reads()
    for part, reader in vars(reads).items():
        if part in {"connection", "authors"}:
            continue
        for name, method in inspect.getmembers(reader, inspect.ismethod):
            if name.startswith("_"):
                continue
            given = dict(town.asks())
            if (part, name) == ("entities", "sending"):
                given["stream"] = town.stream
            wanted = inspect.signature(method).parameters
            found = method(**{one: given[one] for one in wanted if one in given})
            if inspect.isgenerator(found):
                list(found)
            yield f"{part}.{name}"


def go_about(town: Town) -> None:
    """Save, and do what a notebook does by itself: rounds, retention, compaction, the outbox."""
    store, journal = town.store, StoreJournal(town.store)
    store.save(TEAM, [edit("person", town.person, known_as="Aina")], time_ms=NOON + 9)
    journal.acknowledge(Acknowledged(TEAM, ME.key.writer, 6, {}, (), (), b"", b""))
    journal.cursors()
    journal.own_counts()
    journal.digest(TEAM)
    journal.unsent(max_commits=10, max_bytes=10_000)
    own_outbox(store, since_ms=NOON)
    compare = StoreComparing(store)
    compare.wanted()
    compare.digests_of(TEAM, [town.person])
    compare.refold(TEAM, [town.person, town.visit], EMPTY)
    connection = store.reads().connection
    retention_reads.people_after(connection, 0, 10)
    retention_reads.deleted_people(connection)
    retention_reads.away_people(connection)
    retention_reads.sessions_before(connection, NOON)
    retention_reads.of_session(connection, town.session)
    retention_reads.is_wanted(connection)
    with store.writing() as writing:
        rows = rows_about(writing, [town.person])
        is_held(writing, rows)
        touched(writing, rows, {}, now=NOON)
        retention_reads.under_review(writing, store.names, rows, reviewer=True)
        put_out(writing, store.names, store.index_key, rows, at=NOON)
    compact(store, before=NOON * 2)


@pytest.fixture
def town(notebook: NotebookStore) -> Town:
    """A small town's notebook."""
    return Town(notebook)


def test_no_list_and_no_save_reads_a_large_table_from_end_to_end(
    monkeypatch: pytest.MonkeyPatch, town: Town
) -> None:
    record = Record(monkeypatch)
    asked = list(read_all(town))
    go_about(town)
    found = [
        (sql, step)
        for sql, step in record.whole_reads(town.store.reads().connection)
        if not any(part in sql for part in WHOLE)
    ]
    assert "lists.conflicts" in asked
    assert found == []


@pytest.mark.parametrize(
    ("index", "table"),
    [
        ("entities_listed", "entities"),
        ("people_responsible", "people"),
        ("commit_entities_of", "commit_entities"),
        ("visits_at", "visits"),
        ("notes_person", "notes"),
        ("dues_entity", "dues"),
    ],
)
def test_without_its_index_a_large_table_is_read_from_end_to_end_and_that_is_found(
    monkeypatch: pytest.MonkeyPatch, town: Town, index: str, table: str
) -> None:
    with town.store.writing() as connection:
        connection.execute(f"DROP INDEX {index}")
    record = Record(monkeypatch)
    list(read_all(town))
    go_about(town)
    found = [
        sql
        for sql, _ in record.whole_reads(town.store.reads().connection)
        if not any(part in sql for part in WHOLE)
    ]
    assert any(re.search(rf"\b{table}\b", sql) for sql in found)


def test_every_whole_read_that_is_allowed_still_happens(monkeypatch: pytest.MonkeyPatch, town: Town) -> None:
    record = Record(monkeypatch)
    list(read_all(town))
    go_about(town)
    found = {sql for sql, _ in record.whole_reads(town.store.reads().connection)}
    assert [part for part in WHOLE if not any(part in sql for sql in found)] == []


def test_every_mark_but_where_a_state_came_from_is_in_the_index_of_marks() -> None:
    plain = Mark.FROM_SNAPSHOT | Mark.HAS_BASE
    assert f"flags & {int(~plain)} <> 0" == MARKED


def test_kinds_that_are_listed_as_a_whole_are_kinds() -> None:
    assert set(LISTED_KINDS) <= set(KINDS)
