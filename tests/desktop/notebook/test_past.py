# SPDX-License-Identifier: MIT
"""A notebook that began with a snapshot: its cards have their notes, say what is missing, and fetch it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pytest
from hub_laptop import HubLaptop
from hub_world import START, HubWorld, Member
from store_world import edit, entity, note, person, visit

from desktop.notebook.conflicts import Conflicts
from desktop.notebook.desk import Desk
from desktop.notebook.field_history import open_field
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.people import FetchPast, HistoryRow, OpenPerson, PersonView, RestoreValue
from desktop.notebook.messages.settling import OpenFieldHistory
from desktop.notebook.past_desk import PastDesk
from desktop.notebook.people import People
from desktop.resources import resource
from sync.hub.compaction import compact
from sync.hub.erase import erase_write
from sync.log.commit import Draft, read_header, write_commit
from sync.log.signing import SigningKey
from sync.protocol.holding import HeldCommits, HeldRequest
from sync.protocol.messages import WireCommit
from sync.protocol.past import PastCommit, PastCommits, PastRequest
from sync.records.codes import load_codes
from sync.records.ids import EntityId, StreamId, team_stream


@dataclass
class Seat:
    """Somebody at their laptop, with the cards of people."""

    laptop: HubLaptop
    desk: Desk
    people: People
    past: PastDesk
    conflicts: Conflicts

    def open(self, who: EntityId) -> PersonView:
        """Open a card."""
        return self.people.open(OpenPerson(who, "search"))

    def told(self, who: EntityId) -> list[tuple[str, str, str, str]]:
        """Return what a card's history tells: kind, what, by whom, text."""
        return [(row.kind, row.what, row.by, row.text) for row in self.open(who).history]


@dataclass
class Team:
    """A team with a hub; people come in one after another."""

    world: HubWorld
    folder: Path
    stream: StreamId = field(init=False)
    seats: list[Seat] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.team = self.world.team("Itä")
        self.stream = team_stream(self.team)

    def member(self, name: str, role: str) -> Member:
        """Let somebody in."""
        return self.world.member(name, role, self.team)

    def sit(self, member: Member) -> Seat:
        """Open a new notebook and fetch everything."""
        laptop = HubLaptop.of(self.world, member, self.folder / f"{len(self.seats)}.db")
        desk = Desk(
            laptop.store, codes=load_codes(resource("codes")), clock=self.world.clock, practice=True,
            laptop_name="Testikone", hub_address="http://127.0.0.1:1",
        )  # fmt: skip
        lane = Lane("test")
        self.lanes.append(lane)
        conflicts = Conflicts(desk, reading=lane, writing=lane)
        people = People(desk, reading=lane, writing=lane)
        seat = Seat(laptop, desk, people, PastDesk(desk, online=lane, hub=member.hub), conflicts)
        self.seats.append(seat)
        laptop.sync()
        return seat

    def grow(self) -> None:
        """Put what there is aside at the hub, as what is old: a new laptop begins with a snapshot."""
        assert list(compact(self.world.parts, older_than_days=0, keep=0))


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A team with nobody yet."""
    one = Team(HubWorld.make(tmp_path / "hub"), tmp_path)
    yield one
    for lane in one.lanes:
        lane.stop()
    for seat in one.seats:
        seat.laptop.store.close()
    one.world.close()


def _written(team: Team, aino: Seat) -> EntityId:
    card = person("Samir", "Testinen", phone="+358401111111", responsible=aino.desk.staff)
    aino.laptop.save(team.stream, card)
    aino.laptop.save(team.stream, note(card.entity, "Etsii kielikurssia", at=START))
    aino.laptop.save(team.stream, edit("person", card.entity, phone="+358402222222"))
    aino.laptop.save(team.stream, visit(entity()))
    aino.laptop.sync()
    return card.entity


def _late(team: Team) -> tuple[Seat, Seat, EntityId]:
    aino = team.sit(team.member("Aino", "adviser"))
    samir = _written(team, aino)
    team.grow()
    return aino, team.sit(team.member("Elsa", "supervisor")), samir


def _texts(rows: list[HistoryRow]) -> list[str]:
    return [row.text for row in rows if row.kind == "note"]


def test_a_note_that_came_in_a_snapshot_is_on_the_card(team: Team) -> None:
    _, elsa, samir = _late(team)
    view = elsa.open(samir)
    assert [(row.kind, row.what, row.by, row.mine, row.text) for row in view.history] == [
        ("note", "noted", "Aino", False, "Etsii kielikurssia")
    ]
    assert view.history[0].save is None
    assert view.earlier


def test_whose_history_is_whole_is_not_said_to_have_an_earlier_one(team: Team) -> None:
    aino, _, samir = _late(team)
    aino.laptop.sync()
    assert not aino.open(samir).earlier


def test_what_the_centre_tells_of_the_past_makes_the_history_that_its_author_has(team: Team) -> None:
    aino, elsa, samir = _late(team)
    elsa.past.fetch(FetchPast(samir))
    view = elsa.open(samir)
    assert not view.earlier
    theirs = [(row.at, row.kind, row.what, row.fields, row.text) for row in aino.open(samir).history]
    assert [(row.at, row.kind, row.what, row.fields, row.text) for row in view.history] == theirs
    assert {row.by for row in view.history} == {"Aino"}
    assert {row.save for row in view.history} == {None}


def test_what_is_written_after_the_snapshot_stands_above_what_was_told(team: Team) -> None:
    aino, elsa, samir = _late(team)
    elsa.past.fetch(FetchPast(samir))
    aino.laptop.save(team.stream, edit("person", samir, phone="+358403333333"))
    aino.laptop.sync()
    elsa.laptop.sync()
    assert [one[:3] for one in elsa.told(samir)] == [
        ("person", "changed", "Aino"),
        ("person", "changed", "Aino"),
        ("note", "noted", "Aino"),
        ("person", "created", "Aino"),
    ]


def test_a_field_says_what_stands_without_a_moment_and_after_fetching_what_it_held(team: Team) -> None:
    _, elsa, samir = _late(team)
    before = open_field(elsa.desk, OpenFieldHistory(samir, "phone"))
    assert before.earlier
    assert [(row.at, row.by, row.value, row.stands) for row in before.rows] == [
        (0, "Aino", "+358402222222", True)
    ]
    elsa.past.fetch(FetchPast(samir))
    after = open_field(elsa.desk, OpenFieldHistory(samir, "phone"))
    assert not after.earlier
    assert [(row.by, row.value, row.stands) for row in after.rows] == [
        ("Aino", "+358402222222", True),
        ("Aino", "+358401111111", False),
    ]
    assert all(row.at for row in after.rows)


def test_a_value_that_the_centre_told_of_can_be_brought_back(team: Team) -> None:
    aino, _, samir = _late(team)
    bertta = team.sit(team.member("Bertta", "adviser"))
    bertta.past.fetch(FetchPast(samir))
    first = open_field(bertta.desk, OpenFieldHistory(samir, "phone")).rows[-1]
    bertta.conflicts.restore(RestoreValue(samir, "phone", first.writer, first.n))
    for seat in (bertta, aino):
        seat.laptop.sync()
    view = aino.desk.entity(samir)
    assert view.values["phone"] == "+358401111111"
    assert not view.conflicts


def test_what_was_told_is_forgotten_with_an_order_to_forget(team: Team) -> None:
    aino, elsa, samir = _late(team)
    elsa.past.fetch(FetchPast(samir))
    (gone,) = [one.entity for one in aino.desk.reads.lists.notes(samir)]
    erase_write(team.world.parts, team.stream, aino.desk.writer, 2, gone)
    elsa.laptop.sync()
    assert _texts(elsa.open(samir).history) in ([], [""])
    elsa.past.fetch(FetchPast(samir))
    assert _texts(elsa.open(samir).history) in ([], [""])


def test_fetching_the_past_is_in_the_access_log(team: Team) -> None:
    _, elsa, samir = _late(team)
    elsa.past.fetch(FetchPast(samir))
    event = elsa.laptop.store.audit_rows()[0].event
    assert (event["operation"], event["reason"]) == ("READ", "past")


class LyingHub:
    """A centre that tells a past of its own making."""

    def __init__(self, *told: WireCommit) -> None:
        self._told = [PastCommit(number, one) for number, one in enumerate(told, start=1)]

    def past(self, request: PastRequest) -> PastCommits:
        """Tell the same of everybody."""
        return PastCommits(self._told if request.after == 0 else [], more=False)

    def held(self, request: HeldRequest) -> HeldCommits:
        """Hold nothing back."""
        assert request.streams
        return HeldCommits([], more=False)


def test_what_nobody_signed_is_no_history(team: Team) -> None:
    aino, elsa, samir = _late(team)
    said = write_commit(
        [Draft("person", samir, samir, 1, {"phone": ("+358409999999", [])})],
        key=SigningKey.generate(),
        hub=team.world.hub,
        stream=team.stream,
        n=9,
        prev=bytes(32),
        time_ms=START,
        app="1",
    )
    header = msgspec.structs.replace(read_header(said.header), writer=aino.desk.writer)
    forged = WireCommit(msgspec.msgpack.encode(header), said.signature, list(said.bodies))

    PastDesk(elsa.desk, online=team.lanes[0], hub=LyingHub(forged)).fetch(FetchPast(samir))
    rows = open_field(elsa.desk, OpenFieldHistory(samir, "phone")).rows
    assert "+358409999999" not in {row.value for row in rows}
