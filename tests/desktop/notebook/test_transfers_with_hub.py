# SPDX-License-Identifier: MIT
"""Moves, late work, held-back saves and decisions between real notebooks over a real hub."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hub_laptop import HubLaptop
from hub_world import HubWorld, Member, home_stream
from store_world import note, person

from desktop.notebook.desk import Desk
from desktop.notebook.held import HeldBack
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.held import GiveRuling, Held, ListHeld, OpenHeld
from desktop.notebook.messages.moving import MovePerson, OfferMove, TakeBackMove
from desktop.notebook.messages.notices import DismissNotice, ListNotices, NoticeRow
from desktop.notebook.moving import Moving
from desktop.notebook.notices import NoticeBoard
from desktop.resources import resource
from sync.hub.roster import end_grants, grant
from sync.records.codes import load_codes
from sync.records.ids import EntityId, TeamId


@dataclass
class Seat:
    """A member at their own laptop."""

    laptop: HubLaptop
    desk: Desk
    held: HeldBack
    moving: Moving
    notices: NoticeBoard

    def news(self) -> list[NoticeRow]:
        """Return what they are told."""
        return self.notices.list_all(ListNotices()).rows

    def page(self) -> Held:
        """Return what is held back for them."""
        return self.held.list_all(ListHeld())

    def finds(self, name: str) -> list[str]:
        """Return whom a search finds."""
        return [one.name for one in self.desk.reads.search.people(name)]


@dataclass
class City:
    """A hub with two teams."""

    world: HubWorld
    folder: Path
    east: TeamId = field(init=False)
    west: TeamId = field(init=False)
    seats: list[Seat] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.east, self.west = self.world.team("Itäinen"), self.world.team("Läntinen")

    def seat(self, name: str, role: str, team: TeamId) -> Seat:
        """Let somebody in, with a notebook."""
        return self.sit(self.world.member(name, role, team))

    def sit(self, member: Member) -> Seat:
        """Open a member's notebook."""
        laptop = HubLaptop.of(self.world, member, self.folder / f"{len(self.seats)}.db")
        desk = Desk(
            laptop.store, codes=load_codes(resource("codes")), clock=self.world.clock, practice=True,
            laptop_name="Testikone", hub_address="http://127.0.0.1:1",
        )  # fmt: skip
        lane = Lane("test")
        self.lanes.append(lane)
        held = HeldBack(desk, reading=lane, writing=lane, online=lane, hub=member.hub)
        seat = Seat(
            laptop, desk, held, Moving(desk, reading=lane, writing=lane),
            NoticeBoard(desk, reading=lane, writing=lane, deciding=held.deciding),
        )  # fmt: skip
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
def city(tmp_path: Path) -> Iterator[City]:
    """Two teams and nobody yet."""
    one = City(HubWorld.make(tmp_path / "hub"), tmp_path)
    yield one
    one.close()


def _samir(city: City, seat: Seat) -> EntityId:
    card = person("Samir", "Testinen", responsible=seat.desk.staff)
    seat.laptop.save(home_stream(city.east), card, note(card.entity, "Ensimmäinen käynti"))
    city.sync()
    return card.entity


def test_a_person_who_is_moved_is_whole_in_the_new_team_and_gone_from_the_old(city: City) -> None:
    aino, boss = city.seat("Aino", "adviser", city.east), city.seat("Elsa", "supervisor", city.east)
    west, chief = city.seat("Väinö", "adviser", city.west), city.seat("Ville", "supervisor", city.west)
    samir = _samir(city, aino)
    assert west.finds("samir") == []
    boss.moving.move(MovePerson(samir, city.west, "Muutti länteen"))
    assert boss.moving.offer(OfferMove(samir)).can_take_back
    city.sync()
    assert (aino.finds("samir"), boss.finds("samir")) == ([], [])
    assert west.finds("samir") == ["Samir Testinen"]
    (words,) = west.desk.reads.lists.notes(samir)
    assert (words.text, words.author.staff) == ("Ensimmäinen käynti", aino.desk.staff)
    assert [(row.what, row.team) for row in boss.news()] == [("moved_out", "Läntinen")]
    (item,) = chief.desk.reads.reviews.queue(home_stream(city.west))
    assert [one.staff for one in item.authors] == [aino.desk.staff]
    (came,) = chief.news()
    assert (came.what, came.person, came.name) == ("moved_in", samir, "Samir Testinen")
    for seat in city.seats:
        seat.laptop.store.verify()


def test_what_was_written_about_them_before_the_word_came_reaches_the_new_team(city: City) -> None:
    aino, boss = city.seat("Aino", "adviser", city.east), city.seat("Elsa", "supervisor", city.east)
    west = city.seat("Väinö", "adviser", city.west)
    samir = _samir(city, aino)
    boss.moving.move(MovePerson(samir, city.west, ""))
    boss.laptop.sync()
    aino.laptop.save(home_stream(city.east), note(samir, "Kävin kotona, en tiennyt"))
    city.sync()
    assert sorted(one.text for one in west.desk.reads.lists.notes(samir)) == [
        "Ensimmäinen käynti", "Kävin kotona, en tiennyt",
    ]  # fmt: skip
    assert aino.laptop.journal.unsent_count() == 0
    assert aino.desk.reads.lists.notes(samir) == ()
    assert "late_work" in [row.what for row in aino.news()]


def test_a_laptop_in_both_teams_has_the_person_once_and_in_the_new_one(city: City) -> None:
    boss = city.seat("Elsa", "supervisor", city.east)
    both = city.world.member("Bo", "adviser", city.east)
    seat = city.sit(both)
    samir = _samir(city, seat)
    boss.moving.move(MovePerson(samir, city.west, ""))
    grant(city.world.parts, both.staff, "adviser", team=city.west)
    city.sync()
    (row,) = seat.desk.reads.lists.recent_people()
    assert (row.entity, row.stream) == (samir, home_stream(city.west))


def test_a_save_made_while_a_grant_held_and_sent_after_its_end_waits_is_read_and_accepted(city: City) -> None:
    aino, boss = city.seat("Aino", "adviser", city.east), city.seat("Elsa", "supervisor", city.east)
    samir = _samir(city, aino)
    aino.laptop.save(home_stream(city.east), late := note(samir, "Viimeinen käynti"))
    grant(city.world.parts, aino.desk.staff, "adviser", team=city.west)
    end_grants(city.world.parts, aino.desk.staff, role="adviser", team=city.east)
    city.sync()
    assert "held" in [row.what for row in aino.news()]
    assert "team_left" in [row.what for row in aino.news()]
    (row,) = boss.page().rows
    assert (row.by, row.reason, row.can_decide) == ("Aino", "forbidden", True)
    (body,) = boss.held.open(OpenHeld(row.item)).bodies
    assert {one.name: one.value for one in body.fields}["text"] == "Viimeinen käynti"
    assert boss.desk.reads.entity(late.entity) is None
    boss.held.rule(GiveRuling(row.item, "accept", comment="Sovittu puhelimessa"))
    assert boss.page().rows[0].said == "accept"
    city.sync()
    assert boss.page().rows == []
    assert next(one.text for one in boss.desk.reads.lists.notes(samir)) == "Viimeinen käynti"
    told = next(one for one in aino.news() if one.what == "released")
    assert (told.by, told.comment) == ("Elsa", "Sovittu puhelimessa")
    aino.notices.dismiss(DismissNotice(told.notice))
    assert "released" not in [one.what for one in aino.news()]


def test_a_person_who_comes_back_is_whole_again_with_what_was_written_meanwhile(city: City) -> None:
    aino, boss = city.seat("Aino", "adviser", city.east), city.seat("Elsa", "supervisor", city.east)
    west, chief = city.seat("Väinö", "adviser", city.west), city.seat("Ville", "supervisor", city.west)
    samir = _samir(city, aino)
    boss.moving.move(MovePerson(samir, city.west, ""))
    city.sync()
    west.laptop.save(home_stream(city.west), note(samir, "Lännessä"))
    west.laptop.sync()
    chief.laptop.sync()
    chief.moving.move(MovePerson(samir, city.east, "Palaa"))
    city.sync()
    assert (west.finds("samir"), aino.finds("samir")) == ([], ["Samir Testinen"])
    assert sorted(one.text for one in aino.desk.reads.lists.notes(samir)) == [
        "Ensimmäinen käynti",
        "Lännessä",
    ]
    for seat in city.seats:
        seat.laptop.store.verify()


def test_a_laptop_that_comes_new_to_the_old_team_learns_that_they_went(city: City) -> None:
    aino, boss = city.seat("Aino", "adviser", city.east), city.seat("Elsa", "supervisor", city.east)
    samir = _samir(city, aino)
    boss.moving.move(MovePerson(samir, city.west, ""))
    city.sync()
    late = city.seat("Liisa", "adviser", city.east)
    assert late.finds("samir") == []
    gone = late.desk.reads.transfers.went(samir)
    assert gone is not None
    assert gone[0] == city.west


def test_a_move_that_is_taken_back_before_the_hub_hears_of_it_moves_nobody(city: City) -> None:
    aino, boss = city.seat("Aino", "adviser", city.east), city.seat("Elsa", "supervisor", city.east)
    samir = _samir(city, aino)
    boss.moving.move(MovePerson(samir, city.west, ""))
    waiting = boss.moving.offer(OfferMove(samir)).waiting
    assert waiting is not None
    boss.moving.take_back(TakeBackMove(waiting))
    city.sync()
    assert aino.finds("samir") == ["Samir Testinen"]
