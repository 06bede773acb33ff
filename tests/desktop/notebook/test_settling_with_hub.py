# SPDX-License-Identifier: MIT
"""Two values between real notebooks over a real hub: what is asked, chosen, told and brought back arrives."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, home_stream
from store_world import person

from desktop.notebook.conflicts import Conflicts
from desktop.notebook.desk import Desk
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.people import OpenConflict, RestoreValue, SettleConflict
from desktop.notebook.messages.settling import AskColleague, DismissTold, ListTold, ToldValue
from desktop.notebook.told_values import Told
from desktop.resources import resource
from desktop.store.changes import Change
from sync.log.deletion import deletion_value
from sync.records.codes import load_codes
from sync.records.ids import EntityId, TeamId


@dataclass
class Seat:
    """A member at their own laptop."""

    laptop: HubLaptop
    desk: Desk
    conflicts: Conflicts
    told: Told

    def write(self, entity: EntityId, **fields: object) -> None:
        """Save fields of a card, having seen what stands here."""
        view = self.desk.entity(entity)
        self.laptop.save(view.stream, Change(kind=view.kind, entity=entity, fields=fields))

    def value(self, entity: EntityId, name: str) -> object:
        """Return what a field shows."""
        return self.desk.entity(entity).values.get(name)

    def news(self) -> list[ToldValue]:
        """Return what they are told of their values."""
        return self.told.list_all(ListTold()).rows


@dataclass
class Team:
    """A hub, one team, and who sits at its laptops."""

    world: HubWorld
    folder: Path
    team: TeamId = field(init=False)
    seats: list[Seat] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.team = self.world.team("Testitiimi")

    def seat(self, name: str) -> Seat:
        """Let an adviser in, with a notebook."""
        member = self.world.member(name, "adviser", self.team)
        laptop = HubLaptop.of(self.world, member, self.folder / f"{len(self.seats)}.db")
        desk = Desk(
            laptop.store, codes=load_codes(resource("codes")), clock=self.world.clock, practice=True,
            laptop_name="Testikone", hub_address="http://127.0.0.1:1",
        )  # fmt: skip
        lane = Lane("test")
        self.lanes.append(lane)
        conflicts = Conflicts(desk, reading=lane, writing=lane)
        told = Told(desk, conflicts.requests, reading=lane, writing=lane)
        seat = Seat(laptop, desk, conflicts, told)
        self.seats.append(seat)
        laptop.sync()
        return seat

    def sync(self) -> None:
        """Let everybody meet the hub, twice, so that what one brings reaches the others."""
        for _ in range(2):
            for seat in self.seats:
                seat.laptop.sync()

    def close(self) -> None:
        """Close everything."""
        for lane in self.lanes:
            lane.stop()
        for seat in self.seats:
            seat.laptop.store.close()
        self.world.close()


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A team and nobody yet."""
    one = Team(HubWorld.make(tmp_path / "hub"), tmp_path)
    yield one
    one.close()


def split(team: Team) -> tuple[Seat, Seat, EntityId]:
    """Return Aino and Celia, who wrote a phone number each without seeing the other's."""
    aino, celia = team.seat("Aino Aalto"), team.seat("Celia Cajander")
    card = person("Samir", "Testinen", phone="+358401111111")
    aino.laptop.save(home_stream(team.team), card)
    team.sync()
    aino.write(card.entity, phone="+358402222222")
    celia.write(card.entity, phone="+358403333333")
    team.sync()
    return aino, celia, card.entity


def choose(seat: Seat, entity: EntityId, value: str) -> None:
    side = next(one for one in seat.conflicts.open(OpenConflict(entity, "phone")).sides if one.value == value)
    seat.conflicts.settle(SettleConflict(entity, "phone", side.writer, side.n))


def test_a_question_left_to_a_colleague_comes_to_them_and_their_choice_closes_it_everywhere(
    team: Team,
) -> None:
    aino, celia, samir = split(team)
    aino.conflicts.requests.ask(AskColleague(samir, "phone", celia.desk.staff))
    team.sync()
    assert [(one.what, one.by) for one in celia.news()] == [("asked", "Aino Aalto")]
    choose(celia, samir, "+358403333333")
    team.sync()
    for seat in (aino, celia):
        assert seat.conflicts.count() == 0
        assert seat.desk.reads.settling.requests() == ()
        assert seat.desk.reads.sending.unsent_count() == 0
        assert seat.value(samir, "phone") == "+358403333333"


def test_whoever_lost_is_told_and_brings_the_value_back_for_everybody(team: Team) -> None:
    aino, celia, samir = split(team)
    choose(celia, samir, "+358403333333")
    team.sync()
    (row,) = aino.news()
    assert (row.what, row.by) == ("settled", "Celia Cajander")
    aino.conflicts.restore(RestoreValue(row.entity, row.field, row.writer, row.n))
    team.sync()
    for seat in (aino, celia):
        assert seat.value(samir, "phone") == "+358402222222"
        assert seat.conflicts.count() == 0
    assert aino.news() == []


def test_that_something_was_seen_is_taken_by_the_hub_and_holds(team: Team) -> None:
    aino, celia, samir = split(team)
    choose(celia, samir, "+358403333333")
    team.sync()
    (row,) = aino.news()
    assert row.seen is not None
    aino.told.dismiss(DismissTold(row.seen))
    team.sync()
    assert aino.news() == []
    assert aino.desk.reads.sending.quarantined() == ()
    assert aino.desk.reads.sending.unsent_count() == 0


def test_a_deletion_beside_a_change_is_settled_for_everybody(team: Team) -> None:
    aino, celia, samir = split(team)
    choose(aino, samir, "+358402222222")
    team.sync()
    state = celia.desk.reads.entities.state(samir)
    assert state is not None
    celia.write(samir, deleted=deletion_value(state))
    aino.write(samir, email="samir@example.org")
    team.sync()
    assert [one.what for one in aino.news()] == ["deleted"]
    kept = aino.conflicts.open(OpenConflict(samir, "deleted")).sides[0]
    aino.conflicts.settle(SettleConflict(samir, "deleted", kept.writer, kept.n))
    team.sync()
    for seat in (aino, celia):
        assert not seat.desk.entity(samir).deleted
        assert seat.conflicts.count() == 0
        assert seat.value(samir, "email") == "samir@example.org"


def test_both_values_tell_by_name_which_laptop_and_when_they_reached_the_centre(team: Team) -> None:
    aino, celia = team.seat("Aino Aalto"), team.seat("Celia Cajander")
    card = person("Samir", "Testinen", phone="+358401111111")
    aino.laptop.save(home_stream(team.team), card)
    team.sync()
    aino.write(card.entity, phone="+358402222222")
    celia.write(card.entity, phone="+358403333333")
    celia.laptop.sync()
    assert isinstance(team.world.clock, HubClock)
    soon = team.world.clock.now
    team.world.clock.now += 3 * 3_600_000
    team.sync()
    mine, hers = aino.conflicts.open(OpenConflict(card.entity, "phone")).sides
    assert (mine.laptop, hers.laptop) == (
        "Testikone",
        "Celia Cajander",
    )  # here each laptop has its owner's name
    assert mine.reached - mine.at >= 3 * 3_600_000
    assert 0 < hers.reached <= soon
    assert not mine.offline
    assert not hers.offline
