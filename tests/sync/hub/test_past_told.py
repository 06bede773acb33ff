# SPDX-License-Identifier: MIT
"""What was written about somebody is told to whoever reads the stream, in the hub's order, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, draft, note, person, visit

from sync.hub.compaction import compact
from sync.hub.erase import erase_subject, erase_write
from sync.hub.past import _MOST_BYTES
from sync.log.commit import read_body
from sync.protocol.errors import AccessRefused, Code, FrameRefused
from sync.protocol.past import PastRequest
from sync.records.ids import EntityId, new_entity, special_stream


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    """A hub with one team and two people, on either engine."""
    clock = HubClock()
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    yield make_city(world, clock)
    world.close()


def _told(city: City, who: EntityId, after: int = 0) -> list[tuple[int, list[str]]]:
    answer = city.coach.hub.past(PastRequest(city.stream, who, after))
    return [
        (one.number, ["" if raw is None else read_body(raw).kind for raw in one.commit.bodies])
        for one in answer.commits
    ]


def test_everything_about_a_person_is_told_and_nobody_elses(city: City) -> None:
    who, other = new_entity(), new_entity()
    city.adviser.save(city.stream, person("Samir", who), visit())
    city.adviser.save(city.stream, person("Aamu", other))
    city.adviser.save(city.stream, note("Etsii kurssia", who))
    assert _told(city, who) == [(1, ["person", ""]), (3, ["note"])]
    assert _told(city, who, after=1) == [(3, ["note"])]


def test_what_was_put_aside_is_told_too(city: City) -> None:
    who = new_entity()
    city.adviser.save(city.stream, person("Samir", who))
    city.adviser.save(city.stream, note("Etsii kurssia", who))
    city.adviser.save(city.stream, visit())
    assert list(compact(city.world.parts, older_than_days=0, keep=0))
    assert _told(city, who) == [(1, ["person"]), (2, ["note"])]


def test_what_is_held_back_and_what_is_erased_is_not_told(city: City) -> None:
    who, gone = new_entity(), new_entity()
    city.adviser.save(city.stream, person("Samir", who))
    said = note("Väärä ihminen", who)
    city.adviser.save(city.stream, said)
    city.adviser.save(city.stream, draft("review", new_entity(), subject=who, verdict=None))
    city.adviser.save(city.stream, person("Veikko", gone))
    erase_write(city.world.parts, city.stream, city.adviser.writer, 2, said.entity)
    erase_subject(city.world.parts, gone)
    kinds = [kind for _, kinds in _told(city, who) for kind in kinds]
    assert kinds[0] == "person"
    assert "note" not in kinds
    assert "review" not in kinds
    assert _told(city, gone) == []


def test_who_may_not_read_the_stream_is_told_nothing(city: City) -> None:
    who = new_entity()
    city.adviser.save(city.stream, person("Samir", who))
    with pytest.raises(AccessRefused) as refused:
        city.adviser.hub.past(PastRequest(special_stream(city.team), who))
    assert refused.value.code is Code.STREAM_FORBIDDEN


@pytest.mark.parametrize(("who", "after"), [(b"short", 0), (bytes(16), -1), (bytes(16), 2**60)])
def test_what_is_no_person_or_no_number_is_malformed(city: City, who: bytes, after: int) -> None:
    with pytest.raises(FrameRefused) as refused:
        city.coach.hub.past(PastRequest(city.stream, who, after))
    assert refused.value.code is Code.MALFORMED


def test_what_does_not_fit_one_answer_is_asked_on_for(city: City) -> None:
    who = new_entity()
    city.adviser.save(city.stream, person("Samir", who))
    for _ in range(3):
        city.adviser.save(city.stream, note("ä" * (_MOST_BYTES // 5), who))
    first = city.coach.hub.past(PastRequest(city.stream, who))
    assert first.more
    last = city.coach.hub.past(PastRequest(city.stream, who, first.commits[-1].number))
    assert not last.more
    assert [one.number for one in (*first.commits, *last.commits)] == [1, 2, 3, 4]
