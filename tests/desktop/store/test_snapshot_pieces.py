# SPDX-License-Identifier: MIT
"""A part of a snapshot that makes way for a save in the middle leaves what it leaves as a whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_world import NOON, TEAM, Colleague, entity, note, open_here, person

from desktop.store import journal, loading, snapshot_load
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from desktop.store.turns import Turns
from sync.failpoints import FailPoint, arm
from sync.log.commit import CommitId
from sync.log.snapshot import Base, SnapshotContents, cut_snapshot
from sync.log.state import EntityState, FieldState, Head, encode_state
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId, StreamId

PEOPLE = 83
OTHER = StreamId("team/t00000000000000bb")
PART = 4_000
"""Bytes: some two dozen people."""


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[NotebookStore]]:
    """Two empty notebooks, which look up after every fifth entity."""
    monkeypatch.setattr(snapshot_load, "_PIECE", 5)
    stores = [open_here(tmp_path / f"{at}.db") for at in range(2)]
    yield stores
    for store in stores:
        store.close()


def snapshot(
    people: list[EntityId], *, part_bytes: int = PART, stream: StreamId = TEAM
) -> list[SnapshotPart]:
    """The parts of a snapshot that holds these people."""
    author = Colleague(b"c").key.writer
    states = []
    for n, who in enumerate(people, 1):
        one = CommitId(author, n, n.to_bytes(8, "big"))
        values: dict[str, object] = {"name": {"first": "Aino", "last": f"Korhonen{n}"}}
        fields = {name: FieldState((Head(one, value),)) for name, value in values.items()}
        states.append(encode_state(EntityState(who, "person", who, 1, fields)))
    payloads = cut_snapshot(
        Base(stream, 1, PEOPLE, bytes(32)), SnapshotContents((), (), (), (), iter(states)),
        part_bytes=part_bytes,
    )  # fmt: skip
    return [SnapshotPart(stream, PEOPLE, at, len(payloads), raw, b"") for at, raw in enumerate(payloads)]


def load(store: NotebookStore, parts: list[SnapshotPart]) -> int:
    """Load all parts; return how many entities came."""
    its, end = StoreJournal(store), Cursor(parts[0].stream, PEOPLE, bytes(32))
    return sum(its.apply_part(part, end if part is parts[-1] else None) for part in parts)


def content(store: NotebookStore) -> tuple[object, ...]:
    """What lists, search and the fold say."""
    with store.reading() as connection:
        rows = connection.execute("SELECT entity, flags, state FROM entities ORDER BY entity").fetchall()
        streams = connection.execute("SELECT name, number, digest FROM streams").fetchall()
    reads = store.reads()
    return rows, streams, reads.lists.recent_people(), reads.search.people("korhonen"), store.check_fold()


def make_way_always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Turns, "wanted", property(lambda _: True))
    monkeypatch.setattr(Turns, "give_way", lambda _: None)


def test_a_part_in_pieces_leaves_what_it_leaves_as_a_whole(
    several: list[NotebookStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = snapshot(sorted(entity() for _ in range(PEOPLE)))
    assert load(several[0], parts) == PEOPLE
    make_way_always(monkeypatch)
    made_way: list[None] = []
    monkeypatch.setattr(Turns, "give_way", lambda _: made_way.append(None))
    assert load(several[1], parts) == PEOPLE
    assert len(made_way) > len(parts) + 3
    assert content(several[1]) == content(several[0])


def test_a_long_part_takes_many_turns_though_nobody_waits(
    several: list[NotebookStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = snapshot(sorted(entity() for _ in range(PEOPLE)))
    load(several[0], parts)
    made_way: list[None] = []
    monkeypatch.setattr(Turns, "give_way", lambda _: made_way.append(None))
    monkeypatch.setattr(journal, "TURN_SECONDS", 0.0)
    load(several[1], parts)
    assert len(made_way) >= PEOPLE // 5
    assert content(several[1]) == content(several[0])


def test_the_search_index_is_merged_in_turns_of_its_own_before_a_turn_would_have_to_merge_all_of_it(
    several: list[NotebookStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "TURN_SECONDS", 0.0)
    monkeypatch.setattr(snapshot_load, "_PIECE", 1)
    pieces: list[int] = []

    def count(point: FailPoint) -> None:
        if point is FailPoint.LAPTOP_PART_BETWEEN_SLICES:
            with several[0].reading() as connection:
                rows = connection.execute("SELECT count(DISTINCT segid) FROM people_text_idx").fetchall()
            pieces.append(rows[0][0])

    arm(count)
    try:
        load(several[0], snapshot(sorted(entity() for _ in range(PEOPLE))))
    finally:
        arm(None)
    assert len(pieces) > PEOPLE
    assert 10 < max(pieces) < 15


def test_a_snapshot_of_one_part_takes_many_turns_and_comes_again_when_it_was_cut_short(
    several: list[NotebookStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "TURN_SECONDS", 0.0)
    (whole,) = snapshot(sorted(entity() for _ in range(PEOPLE)), part_bytes=2**20)
    load(several[0], [whole])

    class Cut(Exception):
        pass

    def cut(point: FailPoint) -> None:
        if point is FailPoint.LAPTOP_PART_BETWEEN_SLICES:
            raise Cut

    arm(cut)
    try:
        with pytest.raises(Cut):
            load(several[1], [whole])
    finally:
        arm(None)
    half = StoreJournal(several[1])
    assert len(several[1].reads().lists.recent_people()) == 5
    assert half.cursors() == []
    begun = half.snapshot_progress(TEAM)
    assert begun is not None
    assert (begun.place.read, begun.place.base.number, begun.loaded) == (0, PEOPLE, frozenset())
    load(several[1], [whole])
    assert half.snapshot_progress(TEAM) is None
    assert content(several[1])[:2] == content(several[0])[:2]


def test_what_turns_do_before_a_snapshot_does_not_grow_with_the_notebook(
    several: list[NotebookStore],
) -> None:
    before: list[int] = []
    for store, people in zip(several, (20, 2_000), strict=True):
        load(store, snapshot(sorted(entity() for _ in range(people)), part_bytes=2**20))
        store.save(OTHER, [person("Aino", "Korhonen")], time_ms=NOON)
        steps: list[None] = []

        def reached(point: FailPoint, *, its: NotebookStore = store) -> None:
            if point is FailPoint.LAPTOP_PART_BEFORE_COMMIT:
                with its.reading() as connection:
                    connection.set_progress_handler(None, 1)

        with store.reading() as connection:
            connection.set_progress_handler(lambda its=steps: its.append(None), 10)
        arm(reached)
        try:
            load(store, snapshot([entity()], stream=OTHER))
        finally:
            arm(None)
        before.append(len(steps))
    assert before[0] > 0
    assert before[1] - before[0] < 100


def test_a_part_that_was_cut_short_comes_again_and_nothing_is_there_twice(
    several: list[NotebookStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = snapshot(sorted(entity() for _ in range(PEOPLE)))
    load(several[0], parts)
    make_way_always(monkeypatch)
    pieces = 0

    class Cut(Exception):
        pass

    def cut(_turns: Turns) -> None:
        nonlocal pieces
        pieces += 1
        if pieces == 5:
            raise Cut

    monkeypatch.setattr(Turns, "give_way", cut)
    with pytest.raises(Cut):
        load(several[1], parts)
    assert 0 < len(several[1].reads().lists.recent_people()) < PEOPLE
    assert StoreJournal(several[1]).cursors() == []
    monkeypatch.setattr(Turns, "give_way", lambda _: None)
    load(several[1], parts)
    assert {row.entity for row in several[1].reads().lists.recent_people()} == {
        row.entity for row in several[0].reads().lists.recent_people()
    }
    assert content(several[1])[:2] == content(several[0])[:2]


def test_a_save_between_two_pieces_stays(
    several: list[NotebookStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, store = snapshot(sorted(entity() for _ in range(PEOPLE))), several[0]
    make_way_always(monkeypatch)
    saved: list[tuple[EntityId, EntityId]] = []

    def save(_turns: Turns) -> None:
        found = store.reads().lists.recent_people(most=1)
        if found and not saved:
            one = note(found[0].entity, "kahvilla")
            saved.append((found[0].entity, one.entity))
            store.save(TEAM, [one], time_ms=NOON)

    monkeypatch.setattr(Turns, "give_way", save)
    load(store, parts)
    ((about, one),) = saved
    assert [row.entity for row in store.reads().lists.notes(about)] == [one]
    assert store.check_fold() == PEOPLE + 1


def test_who_is_not_in_the_next_snapshot_goes_and_what_was_saved_meanwhile_stays(
    several: list[NotebookStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_MARKED_AT_ONCE", 7)
    people = sorted(entity() for _ in range(PEOPLE))
    store = several[0]
    load(store, snapshot(people))
    make_way_always(monkeypatch)
    saved: list[EntityId] = []

    def save(_turns: Turns) -> None:
        one = note(people[0], "kahvilla")
        saved.append(one.entity)
        store.save(TEAM, [one], time_ms=NOON)

    monkeypatch.setattr(Turns, "give_way", save)
    load(store, snapshot(people[: PEOPLE // 2]))
    with store.reading() as connection:
        left = {who for (who,) in connection.execute("SELECT entity FROM entities").fetchall()}
        marked = connection.execute("SELECT count(*) FROM entities WHERE flags & 256").fetchone()
    assert len(saved) > PEOPLE // 7
    assert left == {*people[: PEOPLE // 2], *saved}
    assert marked == (0,)
    assert store.check_fold() == len(left)
