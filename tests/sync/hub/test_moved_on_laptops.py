# SPDX-License-Identifier: MIT
"""Notebooks of two teams and a hub agree on every digest while a person goes, is written about late, and returns."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City
from hub_laptop import HubLaptop
from hub_world import Member, draft

from desktop.store.changes import Change
from sync.hub.settling import settle
from sync.records.ids import EntityId, StreamId, TeamId, new_entity, team_stream


class Desk:
    """A member's notebook, and whether it holds what the hub says."""

    def __init__(self, city: City, member: Member, folder: Path) -> None:
        self.city = city
        self.laptop = HubLaptop.of(city.world, member, folder / f"{member.staff}.sqlite")

    def sync(self) -> None:
        self.laptop.sync()
        self.laptop.sync()

    def agrees(self, stream: StreamId) -> bool:
        head = self.city.world.parts.store.head(stream)
        assert head is not None
        return self.laptop.journal.digest(stream) == settle(self.city.world.parts, stream, head.number)[1]

    def write(self, stream: StreamId, person: EntityId, **fields: object) -> None:
        self.laptop.save(stream, Change(kind="person", entity=person, subject=person, fields=fields))

    def holds(self, person: EntityId) -> bool:
        return self.laptop.store.reads().entity(person) is not None


@pytest.fixture
def desks(city: City, tmp_path: Path) -> Iterator[tuple[Desk, Desk, Desk, TeamId]]:
    west = city.world.team("Länsi")
    made = [
        Desk(city, member, tmp_path)
        for member in (city.adviser, city.coach, city.world.member("Cia Coach", "coach", west))
    ]
    yield made[0], made[1], made[2], west
    for desk in made:
        desk.laptop.store.close()


def test_notebooks_and_hub_agree_over_a_move_a_late_save_and_a_return(
    city: City, desks: tuple[Desk, Desk, Desk, TeamId]
) -> None:
    adviser, coach, there, west = desks
    home, away = city.stream, team_stream(west)
    supervisor = city.world.member("Lena Länsi", "supervisor", west)
    person = new_entity()
    adviser.write(home, person, name={"first": "Matti", "last": "Testinen"})
    adviser.sync()
    coach.sync()
    adviser.write(home, person, known_as="Masa")  # said offline, sent after the move
    coach.laptop.save(
        home, Change(kind="move", entity=new_entity(), subject=person, fields={"to": west, "at": 1})
    )
    coach.sync()
    there.sync()
    assert (coach.holds(person), there.holds(person)) == (False, True)
    adviser.sync()
    there.sync()
    assert not adviser.holds(person)
    assert [adviser.agrees(home), coach.agrees(home), there.agrees(away)] == [True, True, True]
    supervisor.save(away, draft("move", new_entity(), subject=person, to=city.team, at=1))
    for desk in desks[:3]:
        desk.sync()
    assert [adviser.agrees(home), coach.agrees(home), there.agrees(away)] == [True, True, True]
    assert [adviser.holds(person), coach.holds(person), there.holds(person)] == [True, True, False]
    adviser.write(home, person, known_as="Matti T.")
    adviser.sync()
    coach.sync()
    assert [adviser.agrees(home), coach.agrees(home)] == [True, True]
