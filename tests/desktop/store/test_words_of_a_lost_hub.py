# SPDX-License-Identifier: MIT
"""A laptop has the lost hub's words about who went and came; the restored hub numbers them anew, or refuses them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, Member, draft
from restored_hub import RestoredHub, round_of
from store_world import note, person

from desktop.store.changes import Change
from desktop.store.comparing import StoreComparing
from desktop.store.journal import BATCH
from sync.client.comparing import SOON
from sync.hub.roster import end_grants, grant
from sync.hub.settling import settle
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, new_entity, special_stream, team_stream


@dataclass
class _Two:
    """Two teams: an adviser's laptop of the one, a coach's of the other, and a supervisor of the first."""

    hub: RestoredHub
    city: City
    west: TeamId
    supervisor: Member
    adviser: HubLaptop
    away: HubLaptop
    away_staff: StaffId

    def agrees(self, laptop: HubLaptop, stream: StreamId) -> bool:
        """Whether a laptop folds to what the hub does, and never had to be mended."""
        head = self.city.world.parts.store.head(stream)
        assert head is not None
        assert StoreComparing(laptop.store).comparison() is None
        laptop.store.verify()
        laptop.store.check_fold()
        return laptop.journal.digest(stream) == settle(self.city.world.parts, stream, head.number)[1]

    def send_west(self, who: EntityId) -> None:
        """Let the supervisor move somebody to the other team."""
        self.supervisor.save(self.city.stream, draft("move", new_entity(), subject=who, to=self.west, at=1))

    def send_back(self, who: EntityId) -> None:
        """Let the other team's coach order that somebody comes to the first one; nothing is sent yet."""
        move = Change(kind="move", entity=new_entity(), subject=who, fields={"to": self.city.team, "at": 1})
        self.away.save(team_stream(self.west), move)


@pytest.fixture(params=[1, 4, BATCH])
def two(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[_Two]:
    """A hub that may be lost, and laptops that take in so many commits at once."""
    clock = HubClock()
    city = make_city(HubWorld.make(tmp_path / "hub", clock=clock), clock)
    hub = RestoredHub(tmp_path, city.world)
    west = city.world.team("Länsi")
    supervisor = city.world.member("Eeva Esimerkki", "supervisor", city.team)
    coach = city.world.member("Cai Länsi", "coach", west)
    adviser, away = hub.laptop(city.adviser), hub.laptop(coach)
    adviser.journal.batch = away.journal.batch = request.param
    yield _Two(hub, city, west, supervisor, adviser, away, coach.staff)
    hub.close()


def test_what_a_restored_hub_gets_before_the_word_that_they_came_stands_where_the_hub_has_it(
    two: _Two,
) -> None:
    home, card = two.city.stream, person("Aino", "Esimerkki")
    two.adviser.save(home, card)
    two.adviser.sync()
    two.send_west(card.entity)
    for laptop in (two.adviser, two.away):
        laptop.sync()
    backup = two.hub.backup()
    two.send_back(card.entity)
    for laptop in (two.away, two.adviser):
        laptop.sync()
    two.hub.lose_and_restore(backup)
    two.adviser.save(home, note(card.entity, "kotona"))
    two.adviser.sync()
    assert two.agrees(two.adviser, home)
    for laptop in (two.away, two.adviser):
        laptop.sync()
    assert [row.text for row in two.adviser.store.reads().lists.notes(card.entity)] == ["kotona"]
    assert two.agrees(two.adviser, home)


@pytest.mark.parametrize("right", ["lost with the hub", "kept"])
def test_a_word_of_their_coming_stands_again_where_the_restored_hub_refuses_that_they_went(
    two: _Two, right: str
) -> None:
    parts, staff, team = two.city.world.parts, two.city.adviser.staff, two.city.team
    there, beside, card = team_stream(two.west), special_stream(team), person("Aino", "Esimerkki")
    grant(parts, staff, "coach", team=team)
    two.away.save(there, card, note(card.entity, "kotona"))
    two.away.sync()
    two.send_back(card.entity)
    for laptop in (two.away, two.adviser):
        laptop.sync()
    if right == "lost with the hub":
        end_grants(parts, staff, role="coach", team=team)
    backup = two.hub.backup()
    if right == "lost with the hub":
        grant(parts, staff, "coach", team=team)
    two.send_west(card.entity)
    for laptop in (two.adviser, two.away):
        laptop.sync()
    two.hub.lose_and_restore(backup)
    two.away.sync()
    two.send_back(card.entity)
    two.away.sync()
    if right == "lost with the hub":
        assert round_of(two.adviser).problem == f"stream-forbidden {beside}"
        grant(two.city.world.parts, staff, "coach", team=team)
    two.adviser.sync()
    StoreComparing(two.adviser.store).set_compared(SOON)
    two.adviser.sync()
    assert two.agrees(two.adviser, beside)
    assert [row.text for row in two.adviser.store.reads().lists.notes(card.entity)] == ["kotona"]


def test_words_of_their_coming_stand_where_a_right_to_the_team_is_lost_with_the_hub_and_given_again(
    two: _Two,
) -> None:
    staff = two.away_staff
    home, there, card = two.city.stream, team_stream(two.west), person("Aino", "Esimerkki")
    grant(two.city.world.parts, staff, "coach", team=two.city.team)
    two.adviser.save(home, card)
    two.adviser.sync()
    two.send_west(card.entity)
    for laptop in (two.adviser, two.away):
        laptop.sync()
    two.send_back(card.entity)
    two.away.sync()
    two.send_west(card.entity)
    two.away.sync()
    end_grants(two.city.world.parts, staff, role="coach", team=two.west)
    backup = two.hub.backup()
    grant(two.city.world.parts, staff, "coach", team=two.west)
    two.away.sync()
    two.hub.lose_and_restore(backup)
    round_of(two.away)
    grant(two.city.world.parts, staff, "coach", team=two.west)
    two.away.sync()
    StoreComparing(two.away.store).set_compared(SOON)
    two.away.sync()
    for stream in (there, special_stream(two.west), home, special_stream(two.city.team)):
        assert two.agrees(two.away, stream)
