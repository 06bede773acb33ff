# SPDX-License-Identifier: MIT
"""An order that cannot be obeyed is put aside, the next ones are obeyed, and it is done once it can be."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import START, HubClock, HubWorld, Member, draft, note, person, visit

from sync.failpoints import FailPoint, arm
from sync.hub import forwarding
from sync.hub.effective import fold_stream
from sync.hub.errors import OrderFailed, StoreFailed, StoreRefused
from sync.hub.home import open_home
from sync.hub.obeying import obey_all, try_again
from sync.hub.quarantine import held
from sync.hub.roster import end_grants
from sync.hub.settling import open_bodies, read_all, settle
from sync.hub.store.deed import Deed, Stuck
from sync.hub.verify import verify
from sync.log.commit import Body
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, new_entity, staff_stream, team_stream


@dataclass
class Streets:
    """Two teams, and a program with a fault that can be switched on. ``logged``: what the hub said of it."""

    city: City
    west: TeamId
    esi: Member
    lena: Member
    log: pytest.LogCaptureFixture
    hit: list[FailPoint] = field(default_factory=list)

    @property
    def home(self) -> StreamId:
        return self.city.stream

    @property
    def away(self) -> StreamId:
        return team_stream(self.west)

    def fail(self, point: FailPoint, problem: type[Exception], times: int = 10**6) -> None:
        """Let the program stumble at a place so many times."""

        def happens(reached: FailPoint) -> None:
            if reached is point and len(self.hit) < times:
                self.hit.append(reached)
                raise problem("Matti")

        self.hit.clear()
        arm(happens)

    def settled(self) -> None:
        """Obey what is ordered."""
        parts = self.city.world.parts
        obey_all(parts, parts.store.heads().keys())

    def aside(self) -> list[tuple[StreamId, int, str]]:
        return [(one.stream, one.number, one.problem) for one in self.city.world.parts.store.stuck()]

    def people(self, stream: StreamId) -> set[EntityId]:
        """Whose cards stand in a stream."""
        parts = self.city.world.parts
        head = parts.store.head(stream)
        assert head is not None
        number, _ = settle(parts, stream, head.number)
        states = fold_stream(parts, stream, number).states.values()
        return {its.entity for its in states if its.kind == "person"}

    def told(self, staff: StaffId) -> list[tuple[object, object, object]]:
        """Return (what, kind, reason) of a person's notices, in order."""
        notices = [body for body in self.bodies(staff_stream(staff)) if body.kind == "notice"]
        said = [{name: write.value for name, write in body.fields.items()} for body in notices]
        return [(one["what"], one.get("kind", ""), one.get("reason", "")) for one in said]

    def bodies(self, stream: StreamId) -> list[Body]:
        parts = self.city.world.parts
        commits = parts.store.commits(stream, after=0, limit=1000)
        return [body for its in open_bodies(parts, commits) for body in read_all(its)]

    def move(self, one: EntityId, to: TeamId | None = None, stream: StreamId | None = None) -> None:
        mover = self.esi if stream is None else self.lena
        mover.save(stream or self.home, draft("move", new_entity(), subject=one, to=to or self.west, at=1))


@pytest.fixture(params=["sqlite", "postgres"])
def streets(
    request: pytest.FixtureRequest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> Iterator[Streets]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock, database=database)
    city = make_city(world, clock)
    west = world.team("Länsi")
    esi = world.member("Esi Esihenkilö", "supervisor", city.team)
    yield Streets(city, west, esi, world.member("Lena Länsi", "supervisor", west), caplog)
    arm(None)
    world.close()


def test_a_move_that_fails_of_itself_is_put_aside_and_those_after_it_are_done(streets: Streets) -> None:
    matti, maija = person("Matti"), person("Maija")
    streets.city.adviser.save(streets.home, matti, maija)
    streets.fail(FailPoint.HUB_MOVE_BEFORE_ADOPT, ValueError, times=2)
    streets.move(matti.entity)
    streets.move(maija.entity)
    assert streets.aside() == [(streets.home, 2, "ValueError")]
    assert streets.people(streets.away) == {maija.entity}
    assert streets.people(streets.home) == {matti.entity}
    assert streets.told(streets.esi.staff) == [("held", "move", "put_aside"), ("moved_out", "move", "")]
    assert (
        streets.city.adviser.heads()[streets.home] == 4
    )  # a card, two moves, and one word that somebody went


def test_what_is_put_aside_is_told_without_what_it_says(streets: Streets) -> None:
    matti = person("Matti")
    streets.city.adviser.save(streets.home, matti)
    streets.fail(FailPoint.HUB_MOVE_BEFORE_ADOPT, ValueError)
    with streets.log.at_level(logging.ERROR):
        streets.move(matti.entity)
    [line] = [one.getMessage() for one in streets.log.records if one.levelno == logging.ERROR]
    assert f"ValueError at {streets.home} 2" in line
    assert "Matti" not in line
    events = [row.event for row in streets.city.world.parts.store.audit(after=0, limit=1000)]
    assert any(b"put aside 2 ValueError" in event for event in events)
    assert not any(b"Matti" in event for event in events)


def test_it_is_done_once_the_program_can_and_nothing_was_lost(streets: Streets) -> None:
    matti = person("Matti")
    streets.city.adviser.save(streets.home, matti, note("Etsii työtä", matti.entity))
    streets.fail(FailPoint.HUB_MOVE_BEFORE_ADOPT, ValueError)
    streets.move(matti.entity)
    streets.city.adviser.save(streets.home, note("Myöhemmin", matti.entity))
    parts = streets.city.world.parts
    assert [one.problem for one in try_again(parts)] == ["ValueError"]
    assert streets.people(streets.home) == {matti.entity}
    arm(None)
    assert try_again(parts) == []
    assert streets.aside() == []
    assert streets.people(streets.away) == {matti.entity}
    assert streets.people(streets.home) == set()
    texts = {body.fields["text"].value for body in streets.bodies(streets.away) if body.kind == "note"}
    assert texts == {"Etsii työtä", "Myöhemmin"}
    assert streets.told(streets.esi.staff)[-1] == ("moved_out", "move", "")
    assert verify(parts).damages == ()


def test_trouble_that_passes_puts_nothing_aside(streets: Streets) -> None:
    matti = person("Matti")
    streets.city.adviser.save(streets.home, matti)
    streets.fail(FailPoint.HUB_MOVE_BEFORE_ADOPT, KeyError, times=1)
    streets.move(matti.entity)
    assert streets.aside() == []
    assert streets.people(streets.away) == {matti.entity}


@pytest.mark.parametrize("problem", [StoreFailed, OSError, MemoryError])
def test_trouble_that_no_order_makes_leaves_the_order_where_it_stands(
    streets: Streets, problem: type[Exception]
) -> None:
    matti = person("Matti")
    streets.city.adviser.save(streets.home, matti)
    streets.fail(FailPoint.HUB_MOVE_BEFORE_ADOPT, problem)
    with pytest.raises(problem):
        streets.move(matti.entity)
    assert streets.aside() == []
    arm(None)
    streets.settled()
    assert streets.people(streets.away) == {matti.entity}


def test_nobody_goes_on_without_late_work_that_is_put_aside(
    streets: Streets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Matti goes west, is spoken of late in the east, comes back and is to go again: his late work goes first."""
    matti, maija = person("Matti"), person("Maija")
    adviser = streets.city.adviser
    adviser.save(streets.home, matti, maija)
    late = adviser.write(streets.home, note("Myöhässä", matti.entity))
    streets.move(matti.entity)
    broken = Broken(forwarding.carry_bodies)
    monkeypatch.setattr(forwarding, "carry_bodies", broken)
    adviser.push(streets.home, late)
    streets.settled()
    assert [problem for *_, problem in streets.aside()] == ["ZeroDivisionError"]
    streets.move(matti.entity, streets.city.team, stream=streets.away)
    streets.move(matti.entity)
    streets.move(maija.entity)
    assert [problem for *_, problem in streets.aside()] == ["ZeroDivisionError", "OrderBehind"]
    assert matti.entity in streets.people(streets.home)
    assert streets.people(streets.away) == {maija.entity}
    broken.mended = True
    assert try_again(streets.city.world.parts) == []
    assert streets.people(streets.away) == {matti.entity, maija.entity}
    texts = {body.fields["text"].value for body in streets.bodies(streets.away) if body.kind == "note"}
    assert texts == {"Myöhässä"}


@dataclass
class Broken:
    """The carrying of late work, with a fault until it is mended."""

    real: Callable[..., None]
    mended: bool = False

    def __call__(self, *its: object) -> None:
        if not self.mended:
            raise ZeroDivisionError
        self.real(*its)


def test_a_ruling_that_fails_leaves_the_save_held_and_decides_it_later(streets: Streets) -> None:
    adviser, parts = streets.city.adviser, streets.city.world.parts
    adviser.save(streets.home, visit())
    end_grants(parts, adviser.staff, role="adviser", team=streets.city.team)
    one = adviser.write(streets.home, visit())
    adviser.push(streets.home, one)
    [waiting] = held(parts)
    streets.fail(FailPoint.HUB_RULING_BEFORE_DECIDE, TypeError)
    value = {
        "commit": [adviser.writer, 2, one.hash[:8]],
        "verdict": "accept",
        "to": None,
        "comment": "",
        "at": 1,
    }
    streets.esi.save(streets.home, draft("ruling", new_entity(), ruling=value))
    matti = person("Matti")
    streets.city.coach.save(streets.home, matti)
    streets.move(matti.entity)
    assert streets.people(streets.away) == {matti.entity}
    assert held(parts) == [waiting]
    assert ("held", "ruling", "put_aside") in streets.told(streets.esi.staff)
    arm(None)
    assert try_again(parts) == []
    assert held(parts) == []
    assert streets.told(adviser.staff)[-1][0] == "released"


def test_processes_that_try_again_at_once_do_it_once(streets: Streets) -> None:
    matti = person("Matti")
    streets.city.adviser.save(streets.home, matti)
    streets.fail(FailPoint.HUB_MOVE_BEFORE_ADOPT, ValueError)
    streets.move(matti.entity)
    arm(None)
    world = streets.city.world
    others = [
        open_home(world.home.folder, database=world.home.config.database, clock=HubClock(START + 10_000))
        for _ in range(3)
    ]
    with ThreadPoolExecutor(len(others)) as pool:
        left = list(pool.map(lambda home: try_again(home.parts), others))
    for home in others:
        home.close()
    assert left == [[], [], []]
    assert [body.kind for body in streets.bodies(streets.away)].count("adopt") == 1
    assert [body.kind for body in streets.bodies(streets.home)].count("retract") == 1


def test_a_value_that_the_database_refuses_is_told_from_a_database_that_went_away(streets: Streets) -> None:
    store = streets.city.world.parts.store
    streets.city.adviser.save(streets.home, person("Matti"))
    streets.settled()
    since = store.obeyed(streets.home)
    once = Deed(streets.home, since, since, aside=Stuck(streets.home, since, "ValueError", START))
    assert store.perform(once)
    with pytest.raises(StoreRefused):
        store.perform(once)
    assert streets.aside() == [(streets.home, since, "ValueError")]


def test_an_order_that_failed_says_where_and_what_but_no_words_of_it() -> None:
    assert str(OrderFailed("team/t1", 7, ValueError("Matti"))) == "ValueError at team/t1 7"
