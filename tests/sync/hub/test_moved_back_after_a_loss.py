# SPDX-License-Identifier: MIT
"""Somebody is moved back at a restored hub before it hears that the lost one had moved them: they are in one team."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub
from store_world import edit, person

from desktop.store.changes import Change
from sync.hub.doubles import doubles, let_go
from sync.hub.effective import fold_stream
from sync.hub.errors import UnknownName
from sync.hub.obeying import obey_all
from sync.hub.settling import settle
from sync.hub.verify import verify
from sync.log.commit import Draft
from sync.log.digest import EMPTY, stream_digest
from sync.log.state import EntityState
from sync.records.ids import EntityId, StreamId, TeamId, new_entity, team_stream


@pytest.fixture(params=["sqlite", "postgres"])
def stand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[RestoredHub, City]]:
    """A hub with a city, that may be lost."""
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    hub = RestoredHub(tmp_path, HubWorld.make(tmp_path / "hub", clock=clock, database=database))
    yield hub, make_city(hub.world, clock)
    hub.close()


def states(city: City, stream: StreamId) -> dict[EntityId, EntityState]:
    """Fold a stream as a snapshot would; the settled digest must say the same."""
    parts = city.world.parts
    obey_all(parts, parts.store.heads().keys())
    head = parts.store.head(stream)
    assert head is not None
    number, digest = settle(parts, stream, head.number)
    folded = fold_stream(parts, stream, number).states
    assert stream_digest(folded.values()) == digest
    return folded


def move(city: City, by: HubLaptop, who: Change, at: StreamId, to: TeamId) -> None:
    """Order that somebody goes to another team, and send nothing yet."""
    fields = {"to": to, "at": city.clock()}
    by.save(at, Change(kind="move", entity=new_entity(), subject=who.entity, fields=fields))


@pytest.mark.parametrize("order", ["new team first", "old team first"])
def test_who_is_moved_back_before_the_lost_hubs_word_of_their_coming_is_in_one_team(
    stand: tuple[RestoredHub, City], order: str
) -> None:
    hub, city = stand
    west, who = city.world.team("Länsi"), person("Matti", "Testinen")
    home, there = city.stream, team_stream(west)
    here, away = hub.laptop(city.coach), hub.laptop(city.world.member("Cai Länsi", "coach", west))
    here.save(home, who)
    here.sync()
    backup = hub.backup()
    move(city, here, who, home, west)
    for one in (here, here, away):
        one.sync()
    away.save(there, edit("person", who.entity, known_as="Masa"))
    move(city, away, who, there, city.team)
    hub.lose_and_restore(backup)
    both = (away, here) if order == "new team first" else (here, away)
    for one in both * 3:
        one.sync()
    assert who.entity not in states(city, there)
    fields = states(city, home)[who.entity].fields
    assert {name: [head.value for head in its.heads] for name, its in fields.items()} == {
        **{name: [value] for name, value in who.fields.items()},
        "known_as": ["Masa"],
    }
    for one, stream in ((here, home), (away, there)):
        assert (one.journal.digest(stream) or EMPTY) == stream_digest(states(city, stream).values())
    assert not verify(city.world.parts).damages


def test_who_had_gone_and_come_back_is_let_go_where_no_laptop_can_say_that_they_went(
    stand: tuple[RestoredHub, City],
) -> None:
    hub, city = stand
    west, who = city.world.team("Länsi"), person("Matti", "Testinen")
    home, there = city.stream, team_stream(west)
    here, away = hub.laptop(city.coach), hub.laptop(city.world.member("Cai Länsi", "coach", west))
    late = city.world.member("Dan Länsi", "adviser", west)
    here.save(home, who)
    here.sync()
    backup = hub.backup()
    move(city, here, who, home, west)
    for one in (here, away):
        one.sync()
    move(city, away, who, there, city.team)
    for one in (away, here, away):
        one.sync()
    said = {"known_as": ("Masa", ())}
    left = late.write(there, Draft("person", who.entity, who.entity, 1, said))
    hub.lose_and_restore(backup)
    for one in (here, away) * 2:
        one.sync()
    late.push(there, left)
    assert who.entity in states(city, there)
    parts = city.world.parts
    (found,) = doubles(parts)
    assert (found.person, found.stream, found.into) == (who.entity, there, home)
    let_go(parts, found)
    assert not doubles(parts)
    with pytest.raises(UnknownName):
        let_go(parts, found)
    for one in (here, away) * 2:
        one.sync()
    assert who.entity not in states(city, there)
    fields = states(city, home)[who.entity].fields
    assert {name: [head.value for head in its.heads] for name, its in fields.items()} == {
        **{name: [value] for name, value in who.fields.items()},
        "known_as": ["Masa"],
    }
    assert here.journal.digest(home) == stream_digest(states(city, home).values())
    assert away.store.reads().entities.state(who.entity) is None
    assert not verify(parts).damages
