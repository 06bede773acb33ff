# SPDX-License-Identifier: MIT
"""Old commits go cold, and every answer stays what it was; on SQLite and PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, note, person, visit

from sync.failpoints import FailPoint, arm
from sync.hub import compaction as compactions
from sync.hub.compaction import Compacted, compact
from sync.hub.effective import fold_stream
from sync.hub.erase import erase_subject, erase_write
from sync.hub.quarantine import decide, held
from sync.hub.seeding import Save, seed_writer
from sync.hub.store.rows import Standing
from sync.hub.verify import verify
from sync.protocol.errors import CursorExpired
from sync.protocol.messages import CommitFrame, Cursor, PullRequest, SnapshotFrame, SnapshotRequest
from sync.records.ids import LaptopId, new_entity

DAY = 86_400_000


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    """A hub on this engine with one team and two people."""
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
    yield make_city(world, clock)
    world.close()


def _many(city: City, count: int) -> None:
    writer = seed_writer(city.world.parts, city.adviser.staff, LaptopId("l" + "5" * 16))
    writer.save_all(city.stream, (Save([visit()], 1) for _ in range(count)))


def _compact(city: City, *, keep: int) -> list[Compacted]:
    return [
        one for one in compact(city.world.parts, older_than_days=0, keep=keep) if one.stream == city.stream
    ]


def _cursor(city: City, number: int) -> Cursor:
    found = city.world.parts.store.commit_at(city.stream, number)
    assert found is not None
    return Cursor(city.stream, number, found.running)


def _numbers(city: City, number: int) -> list[int]:
    answer = city.coach.pull(PullRequest(0, [_cursor(city, number)], [], 1_000_000))
    return [one.number for one in answer.frames if isinstance(one, CommitFrame) and one.stream == city.stream]


def _folded(city: City) -> object:
    one = fold_stream(city.world.parts, city.stream, 40)
    return one.states, one.running, one.last, one.numbers, list(one.marks.runs())


def test_what_is_old_goes_cold_and_who_is_ahead_of_it_notices_nothing(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compactions, "STEP", 7)
    _many(city, 40)
    city.clock.now += DAY
    parts = city.world.parts
    before = _folded(city), _numbers(city, 30), verify(parts).damages, city.coach.heads()
    assert _compact(city, keep=15) == [Compacted(city.stream, 25, 25)]
    assert parts.store.horizon(city.stream) == 25
    assert (_folded(city), _numbers(city, 30), verify(parts).damages, city.coach.heads()) == before
    assert _numbers(city, 25) == list(range(26, 41))
    assert [one.number for one in parts.store.commits(city.stream, after=20, limit=10)] == list(range(21, 31))
    assert parts.store.commits(city.stream, after=40, limit=10) == []
    assert _compact(city, keep=15) == []


def test_who_is_behind_begins_again_from_a_snapshot_and_a_newcomer_too(city: City) -> None:
    _many(city, 40)
    city.clock.now += DAY
    _compact(city, keep=10)
    with pytest.raises(CursorExpired):
        _numbers(city, 29)
    (announced,) = [one for one in city.coach.pull().frames if isinstance(one, SnapshotFrame)]
    assert announced.number >= 30
    assert city.coach.hub.snapshot(SnapshotRequest(city.stream, announced.number, 0)).parts == announced.parts


def test_what_is_young_or_among_the_newest_stays_and_the_city_always(city: City) -> None:
    _many(city, 40)
    city.clock.now += DAY
    _many(city, 5)
    assert [one.stream for one in compact(city.world.parts, older_than_days=1, keep=41)] == [city.stream]
    assert city.world.parts.store.horizon(city.stream) == 4
    assert [one.horizon for one in compact(city.world.parts, older_than_days=2, keep=1)] == []


def test_an_old_push_again_and_decisions_and_erasures_reach_what_is_cold(city: City) -> None:
    someone = new_entity()
    old = [
        city.adviser.write(city.stream, one)
        for one in (person("Matti", someone), note("toivoo kesätöitä", someone))
    ]
    first = city.adviser.push(city.stream, *old)
    parts = city.world.parts
    parts.store.decide(city.stream, first.numbers[1], Standing.QUARANTINED)
    _many(city, 20)
    city.clock.now += DAY
    _compact(city, keep=5)
    assert parts.store.horizon(city.stream) > first.numbers[1]
    (one,) = [row for row in held(parts) if row.stream == city.stream]
    decide(parts, city.stream, one.number, accepted=True)
    assert held(parts) == []
    assert city.adviser.push(city.stream, *old).numbers == first.numbers
    found = parts.store.commit_at(city.stream, 1)
    assert found is not None
    erase_write(parts, city.stream, found.writer, found.n, someone)
    erase_subject(parts, someone)
    folded = fold_stream(parts, city.stream, parts.store.heads()[city.stream].number)
    assert someone not in folded.states
    assert verify(parts).damages == ()


def test_compaction_that_is_cut_off_goes_on_where_it_was(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compactions, "STEP", 10)
    _many(city, 40)
    city.clock.now += DAY

    def cut(point: FailPoint) -> None:
        if point is FailPoint.HUB_COMPACT_BETWEEN_STEPS:
            raise KeyboardInterrupt

    arm(cut)
    try:
        with pytest.raises(KeyboardInterrupt):
            _compact(city, keep=5)
    finally:
        arm(None)
    assert city.world.parts.store.horizon(city.stream) == 10
    assert verify(city.world.parts).damages == ()
    assert _compact(city, keep=5) == [Compacted(city.stream, 25, 35)]
    assert verify(city.world.parts).damages == ()
