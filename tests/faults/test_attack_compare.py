# SPDX-License-Identifier: MIT
"""Attacks on the count check: what the hub gives again is what stands, to whom it may be told, and nothing else."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, Member, draft, note, person

from sync.hub.erase import erase_subject
from sync.log.errors import LogError
from sync.log.picked import Picked, pick, read_picked, sign_picked
from sync.log.snapshot import Base
from sync.protocol.comparing import MOST_STATES, MOST_TALLIED, DigestsRequest, StatesRequest, TallyRequest
from sync.protocol.errors import ProtocolError
from sync.records.ids import EntityId, StreamId, TeamId, new_entity, special_stream, staff_stream, team_stream


@dataclass
class Teams:
    """Two teams of one hub, each with a supervisor."""

    city: City
    west: TeamId
    boss: Member
    west_boss: Member

    def asked(self, by: Member, stream: StreamId, *entities: EntityId) -> Picked:
        """What the hub gives somebody again."""
        answer = by.hub.states(StatesRequest(stream, list(entities), []))
        keys = self.city.world.parts.keys
        picked, _ = read_picked(
            answer.payload, answer.signature, hub=self.city.world.parts.hub, public=keys.signing.public
        )
        return picked

    def move(self, by: Member, at: StreamId, one: EntityId, to: TeamId) -> None:
        by.save(at, draft("move", new_entity(), subject=one, to=to, at=1))
        by.pull()


@pytest.fixture(params=["sqlite", "postgres"])
def teams(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Teams]:
    clock = HubClock()
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    city = make_city(world, clock)
    west = world.team("Länsi")
    yield Teams(
        city,
        west,
        world.member("Esi Esihenkilö", "supervisor", city.team),
        world.member("Lena Länsi", "supervisor", west),
    )
    world.close()


def test_somebody_who_came_back_is_given_again_and_somebody_who_went_is_not(teams: Teams) -> None:
    home, away = teams.city.stream, team_stream(teams.west)
    card = person("Matti")
    its = note("soitti", card.entity)
    teams.city.adviser.save(home, card, its)
    teams.move(teams.boss, home, card.entity, teams.west)
    assert teams.asked(teams.city.adviser, home, card.entity).gone == [card.entity]
    assert not teams.asked(teams.west_boss, away, card.entity).gone
    teams.move(teams.west_boss, away, card.entity, teams.city.team)
    assert teams.asked(teams.west_boss, away, card.entity, its.entity).gone == sorted(
        [card.entity, its.entity]
    )
    assert not teams.asked(teams.city.adviser, home, card.entity, its.entity).gone


def test_nobody_is_told_of_streams_that_they_may_not_read(teams: Teams) -> None:
    home, away = teams.city.stream, team_stream(teams.west)
    card = person("Matti")
    teams.city.adviser.save(home, card)
    for closed in (home, special_stream(teams.city.team), staff_stream(teams.boss.staff)):
        assert teams.west_boss.hub.tally(TallyRequest([closed])).streams == []
        with pytest.raises(ProtocolError):
            teams.west_boss.hub.digests(DigestsRequest(closed, "person", b"", 10))
        with pytest.raises(ProtocolError):
            teams.west_boss.hub.states(StatesRequest(closed, [card.entity], [card.entity]))
    assert teams.west_boss.hub.tally(TallyRequest([away, home])).streams == []


def test_an_erased_person_is_in_no_answer(teams: Teams) -> None:
    home = teams.city.stream
    card = person("Matti")
    its = note("soitti", card.entity)
    teams.city.adviser.save(home, card, its)
    erase_subject(teams.city.world.parts, card.entity)
    assert teams.asked(teams.city.adviser, home, card.entity, its.entity).gone == sorted(
        [card.entity, its.entity]
    )
    told = teams.city.adviser.hub.tally(TallyRequest([home])).streams
    assert {one.kind for stream in told for one in stream.kinds}.isdisjoint({"person", "note"})
    found = teams.city.adviser.hub.digests(DigestsRequest(home, "person", b"", 10))
    assert found.entities == []


def test_more_than_may_be_asked_is_refused_and_odd_pages_do_no_harm(teams: Teams) -> None:
    home = teams.city.stream
    teams.city.adviser.save(home, person("Matti"))
    hub = teams.city.adviser.hub
    hub.tally(TallyRequest([home]))
    ids = [new_entity() for _ in range(MOST_STATES + 1)]
    with pytest.raises(ProtocolError):
        hub.states(StatesRequest(home, ids, []))
    with pytest.raises(ProtocolError):
        hub.tally(TallyRequest([home] * (MOST_TALLIED + 1)))
    for limit in (-(2**62), 0, 2**62):
        assert len(hub.digests(DigestsRequest(home, "person", b"", limit)).entities) == 1
    assert hub.digests(DigestsRequest(home, "person", b"\xff" * 999, 10)).entities == []
    with pytest.raises(ProtocolError):
        hub.states(StatesRequest(home, [EntityId(b"short")], []))


@pytest.mark.parametrize("harm", ["twice", "beside gone", "short id", "trailing"])
def test_what_contradicts_itself_is_no_answer(teams: Teams, harm: str) -> None:
    home = teams.city.stream
    card = person("Matti")
    teams.city.adviser.save(home, card)
    good = teams.asked(teams.city.adviser, home, card.entity)
    parts = teams.city.world.parts
    states, gone = list(good.entities), list(good.gone)
    match harm:
        case "twice":
            states *= 2
        case "beside gone":
            gone = [card.entity]
        case "short id":
            gone = [EntityId(b"short")]
        case _:
            pass
    payload = pick(Base(home, parts.epoch, 1, hashlib.sha256(b"").digest()), states, gone)
    payload += b"\x00" if harm == "trailing" else b""
    signature = sign_picked(payload, key=parts.keys.signing, hub=parts.hub)
    with pytest.raises(LogError):
        read_picked(payload, signature, hub=parts.hub, public=parts.keys.signing.public)
