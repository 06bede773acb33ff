# SPDX-License-Identifier: MIT
"""kill -9 in what a laptop does by itself: it goes on where it was, and holds in the end what it would have held."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from damage import Damage, derived, states
from fail_points import UPKEEP
from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld, Member
from kept_city import OpenCity, copy_city, keep, open_city
from store_world import edit, entity, note, person, visit
from upkeep_nursery import DOINGS, shorten

from desktop.store.changes import Change
from desktop.store.notebook import NotebookStore
from sync.failpoints import FailPoint
from sync.hub import snapshot
from sync.hub.backup import keys_beside, make_backup
from sync.hub.home import now_ms, open_home
from sync.hub.restoring import Source, restore
from sync.hub.roster import grant
from sync.hub.service import HubService
from sync.log.state import decode_state
from sync.protocol.comparing_journal import How
from sync.records.ids import EntityId, StreamId, team_stream
from tests.torture.places import quick_folder

ROOT = Path(__file__).parents[2]
KILLED = -9
PEOPLE = 6
AINO, BO, CAI = range(3)
"""Aino and Bo are advisers of the first team; Cai is a coach of both, and is harmed by nothing but a move."""


@dataclass
class Day:
    """A city in the making."""

    folder: Path
    city: OpenCity
    members: list[Member]
    people: list[EntityId]

    def save(self, at: int, *changes: Change, stream: int = 0) -> None:
        self.city.laptops[at].save(self.city.streams[stream], *changes)

    def meet(self, *who: int) -> None:
        for at in who or (AINO, BO, CAI, AINO):
            self.city.round(at)


@dataclass(frozen=True)
class Upkeep:
    """What is done by whom; ``make`` brings the city to where it is to be done, and says where its hub lies then."""

    what: str
    at: int
    begins: str
    make: Callable[[Day], Path | None]


def _day(folder: Path) -> Day:
    clock = HubClock(now_ms())
    world = HubWorld.make(folder / "hub", clock=clock)
    teams = [world.team("Itä"), world.team("Länsi")]
    members = [
        world.member("Aino Virtanen", "adviser", teams[0]),
        world.member("Bo Berg", "adviser", teams[0]),
        world.member("Cai Coach", "coach", teams[0]),
    ]
    grant(world.parts, members[CAI].staff, "coach", team=teams[1])
    laptops = [HubLaptop.of(world, one, folder / f"{at}.db") for at, one in enumerate(members)]
    day = Day(folder, OpenCity(world, laptops, [team_stream(one) for one in teams]), members, [])
    for at in range(PEOPLE):
        card = person(f"Nimi{at}", "Testinen")
        day.people.append(card.entity)
        day.save(at % 2, card)
        day.save(at % 2, note(card.entity, f"sana {at}"), visit(entity()))
    there = person("Toisaalla", "Testinen")
    day.save(CAI, there, stream=1)
    day.save(CAI, note(there.entity, "siellä"), stream=1)
    day.meet()
    for at, one in enumerate(day.people):
        day.save(1 - at % 2, edit("person", one, known_as=f"kutsuma {at}"))
    day.meet()
    return day


def _new_laptop(day: Day) -> None:
    """Dan is new, has saved something before the first round, and gets the team's stream as a snapshot."""
    dan = day.city.world.member("Dan Uusi", "adviser", None)
    grant(day.city.world.parts, dan.staff, "adviser", team=day.members[AINO].world.parts.store.grants(
        day.members[AINO].staff)[0].team)  # fmt: skip
    day.members.append(dan)
    its = HubLaptop.of(day.city.world, dan, day.folder / "3.db")
    its.save(day.city.streams[0], visit(entity()))
    day.city.laptops.append(its)
    day.meet(CAI, BO)


def _restored(day: Day) -> Path:
    """The hub was lost and came back from a backup; nobody has met it since, and Aino has something unsent."""
    world, backup = day.city.world, day.folder / "backup"
    make_backup(world.home, backup, keys_beside(backup))
    for at, one in enumerate(day.people):
        day.save(at % 2, note(one, "varmuuskopion jälkeen"))
    day.save(CAI, visit(entity()), stream=1)
    day.meet()
    day.save(AINO, visit(entity()))
    old, new = day.folder / "hub", day.folder / "restored"
    world.close()
    ledger = world.parts.ledger.path
    restore(Source(backup, keys_beside(backup), ledger, old / "keys" / "root.key"), new, clock=world.clock)
    home = open_home(new, clock=world.clock)
    world.home, world.service = home, HubService(home.parts)
    return new


def _harmed(day: Day) -> None:
    """Aino's rows are damaged, each in another way."""
    damage = Damage(day.city.laptops[AINO].store, day.city.streams[0])
    damage.older_row(day.people[0])
    damage.field_lost(day.people[1])
    damage.row_lost(day.people[2])
    damage.unreadable_row(day.people[3])
    damage.commit_left_out(day.people[4])


def _harmed_unsent(day: Day) -> None:
    """The row of a save that waits to be sent is as it was before that save."""
    card = person("Odotettu", "Testinen")
    day.save(AINO, card)
    day.meet()
    day.save(AINO, edit("person", card.entity, known_as="odottaa"))
    day.save(AINO, edit("person", day.people[1], known_as="odottaa myös"))
    assert Damage(day.city.laptops[AINO].store, day.city.streams[0]).older_row(card.entity) is How.OTHER


def _moved(day: Day) -> None:
    """Somebody goes to the other team; Aino has said something late about them, and so has Cai."""
    world = day.city.world
    to = world.parts.store.grants(day.members[CAI].staff)[1].team
    day.save(AINO, edit("person", day.people[0], known_as="myöhässä"))
    day.save(BO, note(day.people[1], "jää"))
    move = Change(
        kind="move", entity=entity(), subject=day.people[0], fields={"to": to, "reason": "muutti", "at": 1}
    )
    day.save(CAI, move)
    day.meet(BO)


def _nothing(_day: Day) -> None:
    """As it is."""


def _gone(day: Day) -> None:
    """Everybody whom Aino need not hold has left her laptop; of one of them something was said since."""
    DOINGS["let go"](day.city, AINO)
    day.save(BO, edit("person", day.people[2], known_as="sanottu poissa ollessa"))
    day.meet(BO)


CASES = {
    "a first sync": Upkeep("round", 3, "laptop-part-", _new_laptop),
    "following a restored hub": Upkeep("round", AINO, "laptop-rebase-", _restored),
    "mending with the hub": Upkeep("round", AINO, "laptop-mend-", _harmed),
    "mending alone": Upkeep("refold", AINO, "laptop-mend-", _harmed_unsent),
    "compacting": Upkeep("compact", AINO, "laptop-compact-", _nothing),
    "letting go": Upkeep("let go", AINO, "laptop-evict-", _nothing),
    "fetching again": Upkeep("fetch", AINO, "laptop-fetch-", _gone),
    "taking in a move": Upkeep("round", CAI, "laptop-move-", _moved),
}


class Nursery:
    """Lets upkeep begin, and die."""

    def __init__(self) -> None:
        places = [str(ROOT), str(ROOT / "tests" / "support")]
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "tests" / "support" / "upkeep_nursery.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
        )  # fmt: skip

    def run(
        self, upkeep: Upkeep, folder: Path, point: FailPoint | None = None, times: int = 0
    ) -> tuple[int, Mapping[FailPoint, int]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        order = {
            "folder": str(folder), "what": upkeep.what, "at": upkeep.at, "point": point, "times": times,
        }  # fmt: skip
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.process.stdout.readline())
        return said["code"], {FailPoint(name): count for name, count in said["counts"].items()}

    def end(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """One for all tests."""
    one = Nursery()
    yield one
    one.end()


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Snapshots are cut here as in the process that dies."""
    monkeypatch.setattr(snapshot, "LONG", snapshot.LONG)
    monkeypatch.setattr(snapshot, "PART_BYTES", snapshot.PART_BYTES)
    shorten()


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder where writing costs little."""
    made = Path(tempfile.mkdtemp(dir=quick_folder()))
    yield made
    shutil.rmtree(made)


@dataclass(frozen=True)
class End:
    """What there is when everybody has met the hub."""

    alone: Mapping[EntityId, bytes]
    """What the rows are before the hub is asked, where it need not be."""
    lists: Mapping[str, list[tuple[object, ...]]]
    entities: list[list[EntityId]]
    at_hub: list[tuple[str, str, int, str]]


def _written(store: NotebookStore, stream: StreamId) -> list[EntityId]:
    """Return what people wrote: ids of the hub's own are fresh each time."""
    told = [decode_state(raw) for raw in states(store, stream).values()]
    return sorted(one.entity for one in told if one.kind not in {"adopt", "retract"})


def _end(folder: Path, upkeep: Upkeep, saved: set[tuple[str, str, int, str]]) -> End:
    """Go on: do it to its end, let everybody meet, and check."""
    city = open_city(folder)
    try:
        for one in city.laptops:
            one.store.verify()
            one.store.check_pages()
        DOINGS[upkeep.what](city, upkeep.at)
        its = city.laptops[upkeep.at].store
        alone = dict(states(its, city.streams[0])) if upkeep.what == "refold" else {}
        for _ in range(2):
            for at in range(len(city.laptops)):
                city.round(at)
        city.agree()
        numbered = city.numbered()
        assert len(numbered) == len(set(numbered))
        assert set(numbered) >= saved
        entities = [_written(its, stream) for stream in city.streams]
        return End(alone, derived(its), entities, sorted(numbered))
    finally:
        city.close()


def _kill_everywhere(
    folder: Path, nursery: Nursery, upkeep: Upkeep, chosen: Callable[[int], set[int]]
) -> set[FailPoint]:
    pattern = folder / "pattern"
    pattern.mkdir()
    day = _day(pattern)
    hub = upkeep.make(day)
    saved = {one for at in range(len(day.city.laptops)) for one in day.city.held(at)}
    keep(pattern, day.city, day.members, hub=hub)
    whole = copy_city(pattern, folder / "whole")
    code, counts = nursery.run(upkeep, whole)
    assert code == 0
    expected = _end(whole, upkeep, saved)
    its = {point: times for point, times in counts.items() if point.startswith(upkeep.begins)}
    assert its
    for point, times in sorted(its.items()):
        for at in sorted(chosen(times)):
            killed = copy_city(pattern, folder / f"{point.value}-{at}")
            assert nursery.run(upkeep, killed, point, at)[0] == KILLED
            assert _end(killed, upkeep, saved) == expected
            shutil.rmtree(killed)
    return set(its)


@pytest.mark.parametrize("name", CASES)
def test_upkeep_that_is_killed_goes_on_and_ends_as_if_it_had_not_been(
    folder: Path, nursery: Nursery, name: str
) -> None:
    _kill_everywhere(folder, nursery, CASES[name], lambda times: {(times + 1) // 2})


@pytest.mark.torture
@pytest.mark.parametrize("name", CASES)
def test_upkeep_that_is_killed_each_time_a_point_is_reached_goes_on(
    folder: Path, nursery: Nursery, name: str
) -> None:
    _kill_everywhere(folder, nursery, CASES[name], lambda times: set(range(1, times + 1)))


def test_every_point_of_the_upkeep_is_of_one_of_these_cases() -> None:
    begins = tuple(one.begins for one in CASES.values())
    assert all(point.startswith(begins) for point in UPKEEP)
