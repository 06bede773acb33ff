# SPDX-License-Identifier: MIT
"""A person moves between teams: all that stands goes along, what is said late follows, the old team keeps nothing."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import START, HubClock, HubWorld, Member, draft, note, person, visit

from sync.failpoints import FailPoint, arm
from sync.hub.effective import StreamFold, fold_stream
from sync.hub.erase import erase_subject, erase_write
from sync.hub.home import open_home
from sync.hub.obeying import obey, obey_all
from sync.hub.settling import settle
from sync.hub.verify import verify
from sync.log.commit import Body, CommitId, Draft, read_body
from sync.log.deletion import Deletion, deletion, deletion_value
from sync.log.digest import stream_digest
from sync.log.state import EntityState
from sync.protocol.errors import Refused
from sync.protocol.messages import CommitFrame
from sync.records.ids import (
    EntityId,
    StaffId,
    StreamId,
    TeamId,
    new_entity,
    special_stream,
    staff_stream,
    team_stream,
)


@dataclass
class Teams:
    """Two teams of one hub, and who works there."""

    city: City
    west: TeamId
    supervisor: Member
    coach_west: Member
    supervisor_west: Member

    @property
    def home(self) -> StreamId:
        return self.city.stream

    @property
    def away(self) -> StreamId:
        return team_stream(self.west)

    def fold(self, stream: StreamId) -> StreamFold:
        """Fold a stream as a snapshot would; the settled digest must say the same."""
        parts = self.city.world.parts
        head = parts.store.head(stream)
        assert head is not None
        number, digest = settle(parts, stream, head.number)
        folded = fold_stream(parts, stream, number)
        assert stream_digest(folded.states.values()) == digest
        return folded

    def about(self, stream: StreamId, one: EntityId) -> dict[EntityId, EntityState]:
        """Return what stands about somebody in a stream, the hub's own words left out."""
        states = self.fold(stream).states.values()
        words = {"adopt", "retract", "erasure", "release"}
        return {its.entity: its for its in states if its.subject == one and its.kind not in words}

    def values(self, stream: StreamId, one: EntityId, name: str) -> list[object]:
        """Return what stands in a field of an entity."""
        return [head.value for head in self.fold(stream).states[one].fields[name].heads]

    def told(self, staff: StaffId) -> list[tuple[str, str]]:
        """Return (what, reason) of a person's notices, in order."""
        parts = self.city.world.parts
        obey_all(parts, parts.store.heads().keys())
        states = [its for its in self.fold(staff_stream(staff)).states.values() if its.kind == "notice"]
        states.sort(key=lambda its: its.fields["at"].heads[0].value)
        return [(said(its, "what"), said(its, "reason")) for its in states]

    def move(self, one: EntityId, to: TeamId, by: Member | None = None, at: StreamId | None = None) -> None:
        mover = by or self.supervisor
        mover.save(at or self.home, draft("move", new_entity(), subject=one, to=to, at=1))


def said(state: EntityState, name: str) -> str:
    return str(state.fields[name].heads[0].value) if name in state.fields else ""


def edit(of: Draft, seen: list[CommitId], **fields: object) -> Draft:
    """A later save of the same entity, which has seen these."""
    said = {name: (value, seen) for name, value in fields.items()}
    return Draft(of.kind, of.entity, of.subject, 1, said)


def id_of(member: Member, stream: StreamId) -> CommitId:
    """The id of a member's newest commit."""
    n, tip = member.tips[stream]
    return CommitId(member.writer, n, tip[:8])


def bodies_for(member: Member, stream: StreamId) -> list[Body]:
    return [
        read_body(raw)
        for frame in member.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == stream
        for raw in frame.commit.bodies
        if raw is not None
    ]


@pytest.fixture(params=["sqlite", "postgres"])
def teams(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Teams]:
    """Itä and Länsi: each with a coach and a supervisor."""
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    city = make_city(world, clock)
    west = world.team("Länsi")
    yield Teams(
        city,
        west,
        world.member("Esi Esihenkilö", "supervisor", city.team),
        world.member("Cia Coach", "coach", west),
        world.member("Lena Länsi", "supervisor", west),
    )
    arm(None)
    world.close()


def test_all_that_stands_about_a_person_goes_along_and_the_old_team_keeps_nothing(teams: Teams) -> None:
    card = person("Matti")
    teams.city.adviser.save(teams.home, card)
    teams.city.adviser.save(teams.home, note("soitti", card.entity), visit())
    teams.city.coach.save(special_stream(teams.city.team), draft(
        "health_flag", new_entity(), subject=card.entity, flag="F1", source="self",
    ))  # fmt: skip
    before = teams.about(teams.home, card.entity)
    teams.move(card.entity, teams.west)
    after = teams.about(teams.away, card.entity)
    assert {its.kind for its in after.values()} == {"person", "note"}
    assert after.keys() == before.keys() - {one for one, its in before.items() if its.kind == "move"}
    assert teams.values(teams.away, card.entity, "name") == [{"first": "Matti", "last": "Testinen"}]
    assert teams.about(teams.home, card.entity) == {}
    assert teams.about(special_stream(teams.city.team), card.entity) == {}
    assert [its.kind for its in teams.about(special_stream(teams.west), card.entity).values()] == [
        "health_flag"
    ]
    kept = [body for body in bodies_for(teams.city.coach, teams.home) if body.subject == card.entity]
    assert {body.kind for body in kept} == {"retract"}
    assert "visit" in {body.kind for body in bodies_for(teams.city.coach, teams.home)}
    assert "note" in {body.kind for body in bodies_for(teams.coach_west, teams.away)}
    assert verify(teams.city.world.parts).damages == ()


def test_what_is_said_late_follows_and_concurrent_stays_concurrent(teams: Teams) -> None:
    card = person("Matti")
    adviser, coach = teams.city.adviser, teams.city.coach
    adviser.save(teams.home, card)
    first = id_of(adviser, teams.home)
    # Both write offline, having seen the card; the coach's comes in time, the adviser's after the move.
    late = adviser.write(teams.home, edit(card, [], known_as="Masa"))
    coach.save(teams.home, edit(card, [first], name={"first": "Matti", "last": "Uusi"}))
    later = adviser.write(teams.home, edit(card, [], name={"first": "Matias", "last": "Testinen"}))
    teams.move(card.entity, teams.west)
    adviser.push(teams.home, late, later)
    assert teams.values(teams.away, card.entity, "known_as") == ["Masa"]
    names = teams.values(teams.away, card.entity, "name")
    assert names == [{"first": "Matti", "last": "Uusi"}, {"first": "Matias", "last": "Testinen"}]
    # One who had seen both settles it, late as well.
    seen = [id_of(adviser, teams.home), id_of(coach, teams.home)]
    coach.save(teams.home, edit(card, sorted(seen), name={"first": "Matias", "last": "Uusi"}))
    assert teams.values(teams.away, card.entity, "name") == [{"first": "Matias", "last": "Uusi"}]
    assert teams.about(teams.home, card.entity) == {}
    assert ("late_work", "") in teams.told(teams.supervisor_west.staff)
    assert ("late_work", "") in teams.told(adviser.staff)


def test_late_work_follows_a_chain_of_moves_and_a_return(teams: Teams) -> None:
    card = person("Matti")
    adviser, coach = teams.city.adviser, teams.city.coach
    north = teams.city.world.team("Pohjoinen")
    adviser.save(teams.home, card)
    first = id_of(adviser, teams.home)
    coach.save(teams.home, edit(card, [first], known_as="Masa"))
    late = adviser.write(teams.home, edit(card, [id_of(coach, teams.home)], known_as="Matu"))
    teams.move(card.entity, teams.west)
    teams.move(card.entity, north, teams.supervisor_west, teams.away)
    adviser.push(teams.home, late)
    assert teams.about(teams.away, card.entity) == {}
    assert teams.values(team_stream(north), card.entity, "known_as") == ["Matu"]
    back = teams.city.world.member("Nea Pohjoinen", "supervisor", north)
    teams.move(card.entity, teams.city.team, back, team_stream(north))
    assert teams.values(teams.home, card.entity, "known_as") == ["Matu"]
    adviser.save(teams.home, edit(card, [], known_as="Matti T."))
    assert teams.values(teams.home, card.entity, "known_as") == ["Matti T."]
    assert teams.about(team_stream(north), card.entity) == {}


def test_two_values_and_a_deletion_stay_what_they_are(teams: Teams) -> None:
    card, other = person("Matti"), person("Maija")
    adviser, coach = teams.city.adviser, teams.city.coach
    adviser.save(teams.home, card, other)
    adviser.save(teams.home, edit(card, [], known_as="Masa"))
    coach.save(teams.home, edit(card, [], known_as="Matu"))
    state = teams.fold(teams.home).states[other.entity]
    coach.save(teams.home, edit(other, [], deleted=deletion_value(state)))
    teams.move(card.entity, teams.west)
    teams.move(other.entity, teams.west)
    assert sorted(map(str, teams.values(teams.away, card.entity, "known_as"))) == ["Masa", "Matu"]
    assert deletion(teams.fold(teams.away).states[other.entity]).verdict is Deletion.DELETED


def test_what_the_deleter_had_not_seen_is_not_hidden_by_a_move(teams: Teams) -> None:
    card = person("Matti")
    adviser, coach = teams.city.adviser, teams.city.coach
    adviser.save(teams.home, card)
    state = teams.fold(teams.home).states[card.entity]
    adviser.save(teams.home, edit(card, [], known_as="Masa"))
    coach.save(teams.home, edit(card, [], deleted=deletion_value(state)))
    teams.move(card.entity, teams.west)
    assert deletion(teams.fold(teams.away).states[card.entity]).verdict is Deletion.CHANGED_BESIDE


def test_the_new_team_and_who_ordered_it_are_told(teams: Teams) -> None:
    card = person("Matti")
    teams.city.adviser.save(teams.home, card)
    teams.move(card.entity, teams.west)
    assert teams.told(teams.supervisor_west.staff) == [("moved_in", "")]
    assert teams.told(teams.supervisor.staff) == [("moved_out", "")]
    teams.move(card.entity, teams.west)
    assert teams.told(teams.supervisor.staff)[-1] == ("refused", "not_here")


@pytest.mark.parametrize("to", ["t00000000000000aa", "here"])
def test_a_move_to_nowhere_is_told_and_changes_nothing(teams: Teams, to: str) -> None:
    card = person("Matti")
    teams.city.adviser.save(teams.home, card)
    teams.move(card.entity, teams.city.team if to == "here" else TeamId(to))
    assert card.entity in teams.about(teams.home, card.entity)
    assert teams.told(teams.supervisor.staff) == [
        ("refused", "same_team" if to == "here" else "unknown_team")
    ]


def test_who_was_merged_moves_whole(teams: Teams) -> None:
    one, other = person("Matti"), person("Matias")
    teams.city.adviser.save(teams.home, one, other)
    pair = sorted([one.entity, other.entity])
    teams.city.adviser.save(teams.home, draft("merge", new_entity(), subject=pair[0], pair=pair))
    teams.move(one.entity, teams.west)
    assert other.entity in teams.about(teams.away, other.entity)
    assert teams.about(teams.home, other.entity) == {}


@pytest.mark.parametrize("point", [FailPoint.HUB_MOVE_BEFORE_ADOPT, FailPoint.HUB_MOVE_BEFORE_RETRACT])
def test_a_move_that_the_hub_died_over_is_whole_when_it_serves_again(teams: Teams, point: FailPoint) -> None:
    card = person("Matti")
    teams.city.adviser.save(teams.home, card)

    def die(reached: FailPoint) -> None:
        if reached is point:
            raise MemoryError

    arm(die)
    with pytest.raises(MemoryError):
        teams.move(card.entity, teams.west)
    arm(None)
    assert teams.about(teams.away, card.entity) == {}
    teams.city.coach.pull()
    assert teams.about(teams.home, card.entity) == {}
    assert card.entity in teams.about(teams.away, card.entity)
    assert teams.told(teams.supervisor_west.staff) == [("moved_in", "")]


def test_processes_that_serve_at_once_obey_an_order_once(teams: Teams) -> None:
    card = person("Matti")
    teams.city.adviser.save(teams.home, card)

    def not_now(point: FailPoint) -> None:
        if point is FailPoint.HUB_MOVE_BEFORE_ADOPT:
            raise MemoryError

    arm(not_now)
    with pytest.raises(MemoryError):
        teams.move(card.entity, teams.west)
    arm(None)
    world = teams.city.world
    others = [
        open_home(world.home.folder, database=world.home.config.database, clock=HubClock(START + 10_000))
        for _ in range(3)
    ]
    with ThreadPoolExecutor(len(others)) as pool:
        list(pool.map(lambda home: obey(home.parts, teams.home), others))
    for home in others:
        home.close()
    assert [its.kind for its in teams.fold(teams.away).states.values()].count("adopt") == 1
    assert [its.kind for its in teams.fold(teams.home).states.values()].count("retract") == 1
    assert len(teams.values(teams.away, card.entity, "name")) == 1
    assert teams.told(teams.supervisor_west.staff) == [("moved_in", "")]


def test_an_attachment_goes_to_the_new_team_and_is_closed_to_the_old_one(teams: Teams) -> None:
    content = b"ciphertext of a scanned form"
    blob = hashlib.sha256(content).digest()
    card = person("Matti")
    named = {"id": blob, "key": bytes(32), "sealed": len(content)}
    file = draft("attachment", new_entity(), subject=card.entity, on=card.entity, blob=named, at=1)
    adviser = teams.city.adviser
    adviser.save(teams.home, card, file)
    service = teams.city.world.service
    service.blob_begin(adviser.writer, blob, len(content))
    service.blob_send(adviser.writer, blob, 0, content)
    assert service.blob_read(teams.city.coach.writer, blob, 0, 100) == content
    teams.move(card.entity, teams.west)
    assert service.blob_read(teams.coach_west.writer, blob, 0, 100) == content
    with pytest.raises(Refused):
        service.blob_read(teams.city.coach.writer, blob, 0, 100)


def test_an_erasure_reaches_what_was_carried_and_what_was_told(teams: Teams) -> None:
    card = person("Matti")
    teams.city.adviser.save(teams.home, card)
    teams.move(card.entity, teams.west)
    teams.coach_west.pull()
    erase_subject(teams.city.world.parts, card.entity)
    assert teams.about(teams.away, card.entity) == {}
    assert bodies_for(teams.coach_west, teams.away) != []
    assert [body for body in bodies_for(teams.coach_west, teams.away) if body.subject == card.entity] == []
    assert teams.told(teams.supervisor_west.staff) == []


def test_an_erased_write_is_carried_as_erased(teams: Teams) -> None:
    card = person("Matti")
    adviser = teams.city.adviser
    adviser.save(teams.home, card)
    adviser.save(teams.home, edit(card, [], known_as="Masa"))
    erase_write(teams.city.world.parts, teams.home, adviser.writer, 2, card.entity)
    teams.move(card.entity, teams.west)
    (head,) = teams.fold(teams.away).states[card.entity].fields["known_as"].heads
    assert (head.value, head.erased) == (None, True)
    assert teams.told(adviser.staff) == [("erased", "")]
