# SPDX-License-Identifier: MIT
"""A part of a snapshot that makes way for a save in the middle leaves what it leaves as a whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_world import NOON, TEAM, Colleague, entity, note, open_here

from desktop.store import snapshot_load
from desktop.store.journal import StoreJournal
from desktop.store.notebook import NotebookStore
from desktop.store.turns import Turns
from sync.log.commit import CommitId
from sync.log.snapshot import Base, SnapshotContents, cut_snapshot
from sync.log.state import EntityState, FieldState, Head, encode_state
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId

PEOPLE = 83
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


def snapshot(people: list[EntityId]) -> list[SnapshotPart]:
    """The parts of a snapshot that holds these people."""
    author = Colleague(b"c").key.writer
    states = []
    for n, who in enumerate(people, 1):
        one = CommitId(author, n, n.to_bytes(8, "big"))
        values: dict[str, object] = {"name": {"first": "Aino", "last": f"Korhonen{n}"}}
        fields = {name: FieldState((Head(one, value),)) for name, value in values.items()}
        states.append(encode_state(EntityState(who, "person", who, 1, fields)))
    payloads = cut_snapshot(
        Base(TEAM, 1, PEOPLE, bytes(32)), SnapshotContents((), (), (), (), iter(states)), part_bytes=PART
    )
    return [SnapshotPart(TEAM, PEOPLE, at, len(payloads), raw, b"") for at, raw in enumerate(payloads)]


def load(store: NotebookStore, parts: list[SnapshotPart]) -> int:
    """Load all parts; return how many entities came."""
    journal, end = StoreJournal(store), Cursor(TEAM, PEOPLE, bytes(32))
    return sum(journal.apply_part(part, end if part is parts[-1] else None) for part in parts)


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
    monkeypatch.setattr(snapshot_load, "_MARKED_AT_ONCE", 7)
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
