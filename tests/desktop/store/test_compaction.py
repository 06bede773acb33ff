# SPDX-License-Identifier: MIT
"""Old commits become what they fold to; what is shown, and what comes later, is as if they were all there."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import NOON, TEAM, Colleague, edit, entity, open_here, person, take

from desktop.store.adopting import Adopting
from desktop.store.compaction import HISTORY_DAYS, Compaction, compact
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from desktop.store.own_chains import check_fold
from sync.log.commit import CommitId
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId

DAY = 86_400_000
WRITES = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1), st.booleans()), min_size=1, max_size=14)
"""(who, which field, whether they had seen what stood there)."""


def _states(store: NotebookStore) -> dict[EntityId, EntityState]:
    with store.reading() as connection:
        rows = connection.execute("SELECT state FROM entities").fetchall()
    return {one.entity: one for one in (decode_state(raw) for (raw,) in rows)}


def _count(store: NotebookStore) -> int:
    with store.reading() as connection:
        return int(connection.execute("SELECT count(*) FROM commits").fetchone()[0])


def _refold(store: NotebookStore) -> None:
    with store.writing() as connection:
        folding = Adopting(connection, store.names, store.index_key, store.names.stream(TEAM))
        folding.refold(sorted(_states(store)))
        folding.write()


def _all(store: NotebookStore, before: int) -> int:
    gone = 0
    while some := compact(store, before=before, most=3):
        gone += some
    return gone


def _at_the_hub(store: NotebookStore) -> None:
    """Let the stream stand as pulled through its last number."""
    with store.writing() as connection:
        connection.execute("UPDATE streams SET number = 1000")


@settings(max_examples=25)
@given(writes=WRITES, cut=st.integers(0, 14))
def test_the_fold_is_the_same_before_and_after_and_when_more_comes(
    writes: list[tuple[int, int, bool]], cut: int
) -> None:
    who = entity()
    authors = (Colleague(b"a"), Colleague(b"b"))
    last: dict[str, CommitId] = {}
    made = []
    for at, (author, which, seen) in enumerate(writes):
        field = ("known_as", "phone")[which]
        named = {field: [last[field]]} if seen and field in last else {}
        one = authors[author]
        made.append(
            one.write("person", who, {field: f"+35840555{at:04}"}, seen=named, subject=who, at=NOON + at)
        )
        last[field] = one.id(len(one.made))
    with tempfile.TemporaryDirectory() as folder:
        whole, thin = (open_here(Path(folder) / name) for name in ("whole.db", "thin.db"))
        for store in (whole, thin):
            take(store, made[:cut], first=1)
            _at_the_hub(store)
        _all(thin, NOON + 100)
        _refold(thin)
        for store in (whole, thin):
            take(store, made[cut:], first=cut + 1)
        assert _states(thin) == _states(whole)
        _all(thin, NOON + 100)
        _refold(thin)
        assert _states(thin) == _states(whole)
        check_fold(thin.reads().entities._connection)
        whole.close()
        thin.close()


@pytest.fixture
def lived_in(notebook: NotebookStore) -> tuple[NotebookStore, Colleague, EntityId]:
    """A notebook with a colleague's ten old saves about one person."""
    who, author = entity(), Colleague(b"a")
    for at in range(10):
        author.write("person", who, {"known_as": f"Nimi{at}"}, subject=who, at=NOON + at)
    take(notebook, author.made, first=1)
    _at_the_hub(notebook)
    return notebook, author, who


def test_the_newest_of_each_writer_and_the_young_stay(
    lived_in: tuple[NotebookStore, Colleague, EntityId],
) -> None:
    notebook, _, who = lived_in
    assert not notebook.reads().entities.began_elsewhere(who)
    assert _all(notebook, NOON + 4) == 4
    assert _all(notebook, NOON + 4) == 0
    assert notebook.reads().entities.began_elsewhere(who)
    assert _all(notebook, NOON + 100) == 5
    assert _count(notebook) == 1
    view = notebook.reads().entity(who)
    assert view is not None
    assert view.fields["known_as"].value == "Nimi9"


def test_own_unsent_saves_never_go(lived_in: tuple[NotebookStore, Colleague, EntityId]) -> None:
    notebook, _, who = lived_in
    for at in range(3):
        notebook.save(TEAM, [edit("person", who, phone=f"+35840555010{at}")], time_ms=NOON)
    notebook.save(TEAM, [person("Aino", "Virta")], time_ms=NOON)
    Compaction(notebook, lambda: NOON + (HISTORY_DAYS + 1) * DAY).run()
    assert StoreJournal(notebook).unsent_count() == 4
    assert _count(notebook) == 1 + 4
    StoreJournal(notebook).set_clock_offset(-10 * 365 * DAY)
    assert notebook.reads().entity(who) is not None


def test_a_clock_that_is_years_ahead_makes_nothing_old(
    lived_in: tuple[NotebookStore, Colleague, EntityId],
) -> None:
    notebook, _, _ = lived_in
    StoreJournal(notebook).set_clock_offset(-10 * 365 * DAY)
    Compaction(notebook, lambda: NOON + 10 * 365 * DAY).run()
    assert _count(notebook) == 10
    notebook.close()
    Compaction(notebook, lambda: NOON + 10 * 365 * DAY).run()


def test_two_values_that_nobody_has_compared_keep_their_commits(notebook: NotebookStore) -> None:
    who, one, other = entity(), Colleague(b"a"), Colleague(b"b")
    for author in (one, other):
        author.write("person", who, {"known_as": author.seed.decode()}, subject=who)
        author.write("person", entity(), {"known_as": "x"}, subject=who)
    take(notebook, [*one.made, *other.made], first=1)
    _at_the_hub(notebook)
    assert _all(notebook, NOON + 100) == 0
