# SPDX-License-Identifier: MIT
"""Two saves of one writer are held back, the person goes, and the later one goes after them before the earlier one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, draft, note, person
from restored_hub import RestoredHub
from store_world import edit, entity

from sync.hub.effective import fold_stream
from sync.hub.obeying import obey_all
from sync.hub.quarantine import decide, held
from sync.hub.roster import end_grants, grant
from sync.log.commit import MARK_BYTES, CommitId, Draft, SignedCommit
from sync.records.ids import EntityId, StreamId, TeamId, team_stream


@pytest.fixture(params=["sqlite", "postgres"])
def stand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[RestoredHub, City]]:
    """A hub with a city, that may be lost."""
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    hub = RestoredHub(tmp_path, HubWorld.make(tmp_path / "hub", clock=clock, database=database))
    yield hub, make_city(hub.world, clock)
    hub.close()


def two_held(city: City, one: EntityId) -> tuple[SignedCommit, SignedCommit, EntityId]:
    """Let an adviser write twice over a coach's note, which is held back; return both saves, and whom it is about."""
    who = entity()
    theirs = city.coach.write(city.stream, note("theirs", who, one))
    city.coach.push(city.stream, theirs, city.coach.write(city.stream, person("Veikko", who)))
    seen = CommitId(city.coach.writer, 1, theirs.hash[:MARK_BYTES])
    # A writer's later write covers its own earlier one unsaid.
    first, second = (
        city.adviser.write(city.stream, Draft("note", one, who, 1, {"text": (text, (seen,))}))
        for text in ("first", "second")
    )
    city.adviser.push(city.stream, first, second)
    return first, second, who


def move(city: City, who: EntityId, west: TeamId) -> None:
    """Let a person go to another team."""
    city.coach.save(city.stream, draft("move", entity(), subject=who, to=west, at=1))


def waiting(city: City, n: int) -> int:
    """Return the number of the adviser's n-th save, which is held back."""
    its = [row for row in held(city.world.parts) if (row.writer, row.n) == (city.adviser.writer, n)]
    return its[0].number


def forward(
    supervisor: Member, stream: StreamId, of: Member, n: int, commit: SignedCommit, to: TeamId
) -> None:
    """Rule that a held-back save goes to another team."""
    said = {
        "commit": [of.writer, n, commit.hash[:MARK_BYTES]],
        "verdict": "forward",
        "to": to,
        "comment": "",
        "at": 1,
    }
    supervisor.save(stream, draft("ruling", entity(), ruling=said))


def stands(city: City, stream: StreamId, one: EntityId, name: str = "text") -> list[object]:
    """Return what stands in a field, of a note in its text."""
    parts = city.world.parts
    obey_all(parts, parts.store.heads().keys())
    head = parts.store.head(stream)
    assert head is not None
    return [each.value for each in fold_stream(parts, stream, head.number).states[one].fields[name].heads]


def test_what_is_forwarded_last_does_not_stand_beside_what_its_author_wrote_over_it(
    stand: tuple[RestoredHub, City],
) -> None:
    _, city = stand
    west, one = city.world.team("Länsi"), entity()
    supervisor = city.world.member("Esi Esihenkilö", "supervisor", city.team)
    *both, who = two_held(city, one)
    move(city, who, west)
    for n in (2, 1):
        forward(supervisor, city.stream, city.adviser, n, both[n - 1], west)
    assert stands(city, team_stream(west), one) == ["second"]


def test_nor_where_the_hub_that_let_the_later_one_count_was_lost(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    west, one = city.world.team("Länsi"), entity()
    there = hub.laptop(city.world.member("Dan West", "coach", west))
    *_, who = two_held(city, one)
    move(city, who, west)
    backup = hub.backup()
    decide(city.world.parts, city.stream, waiting(city, 2), accepted=True)
    assert stands(city, team_stream(west), one) == ["second"]
    there.sync()
    hub.lose_and_restore(backup)
    there.sync()
    assert stands(city, team_stream(west), one) == ["second"]
    decide(city.world.parts, city.stream, waiting(city, 1), accepted=True)
    assert stands(city, team_stream(west), one) == ["second"]


def test_nor_beside_what_somebody_else_who_saw_it_wrote_over_both(
    stand: tuple[RestoredHub, City],
) -> None:
    _, city = stand
    west, one = city.world.team("Länsi"), entity()
    supervisor = city.world.member("Esi Esihenkilö", "supervisor", city.team)
    third = city.world.member("Cai Virtanen", "adviser", city.team)
    *both, who = two_held(city, one)
    seen = CommitId(city.adviser.writer, 2, both[1].hash[:MARK_BYTES])
    last = third.write(city.stream, Draft("note", one, who, 1, {"text": ("third", (seen,))}))
    third.push(city.stream, last)
    move(city, who, west)
    forward(supervisor, city.stream, third, 1, last, west)
    for n in (2, 1):
        forward(supervisor, city.stream, city.adviser, n, both[n - 1], west)
    # It saw two saves of one writer, so it is carried once for each: one value to everybody.
    assert {*stands(city, team_stream(west), one)} == {"third"}


def test_nor_beside_what_the_new_team_wrote_over_it_where_it_is_let_count_after_all(
    stand: tuple[RestoredHub, City],
) -> None:
    hub, city = stand
    west, card = city.world.team("Länsi"), person("Veikko")
    supervisor = city.world.member("Esi Esihenkilö", "supervisor", city.team)
    there = hub.laptop(city.world.member("Dan West", "coach", west))
    city.coach.save(city.stream, card)
    said = {"known_as": ("second", ())}
    left = city.adviser.write(city.stream, Draft("person", card.entity, card.entity, 1, said))
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    city.adviser.push(city.stream, left)
    move(city, card.entity, west)
    forward(supervisor, city.stream, city.adviser, 1, left, west)
    assert stands(city, team_stream(west), card.entity, "known_as") == ["second"]
    there.sync()
    there.save(team_stream(west), edit("person", card.entity, known_as="third"))
    there.sync()
    decide(city.world.parts, city.stream, waiting(city, 1), accepted=True)
    assert stands(city, team_stream(west), card.entity, "known_as") == ["third"]


def test_what_was_written_over_before_a_lost_hub_let_the_person_go_does_not_come_back(
    stand: tuple[RestoredHub, City],
) -> None:
    hub, city = stand
    west, who, one = city.world.team("Länsi"), entity(), entity()
    supervisor, boss = (
        city.world.member(name, "supervisor", city.team) for name in ("Esi Esihenkilö", "Eva Esihenkilö")
    )
    home, there = hub.laptop(boss), hub.laptop(city.world.member("Dan West", "coach", west))
    end_grants(city.world.parts, city.adviser.staff, role="adviser", team=city.team)
    backup = hub.backup()
    grant(city.world.parts, city.adviser.staff, "adviser", team=city.team, begins=0)
    first = city.adviser.write(city.stream, note("first", who, one), person("Veikko", who))
    both = first, city.adviser.write(city.stream, Draft("note", one, who, 1, {"text": ("second", ())}))
    city.adviser.push(city.stream, *both)
    move(city, who, west)
    assert stands(city, team_stream(west), one) == ["second"]
    home.sync()
    there.sync()
    hub.lose_and_restore(backup)
    city.adviser.push(city.stream, *both)
    home.sync()
    there.sync()
    forward(supervisor, city.stream, city.adviser, 1, first, west)
    assert stands(city, team_stream(west), one) == ["second"]
    assert len(stands(city, team_stream(west), one, "at")) == 1
