# SPDX-License-Identifier: MIT
"""The hub's life from enrolment to erasure, on SQLite and on PostgreSQL alike."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld, draft, note, person, visit

from sync.hub.erase import erase_subject
from sync.hub.export import export
from sync.hub.quarantine import decide
from sync.hub.seeding import Save, seed_writer, settle_all
from sync.hub.snapshot import LONG
from sync.hub.verify import verify
from sync.protocol.messages import CommitFrame, SnapshotFrame, SnapshotRequest
from sync.records.ids import LaptopId, new_entity, special_stream


@pytest.fixture(params=["sqlite", "postgres"])
def city(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[City]:
    database = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", database=database, clock=clock)
    made = make_city(world, clock)
    yield made
    made.world.close()


def test_a_record_goes_through_its_whole_life(city: City) -> None:
    someone = new_entity()
    city.adviser.save(city.stream, person("Matti", someone), visit())
    city.adviser.save(city.stream, draft("review", new_entity(), verdict=None))
    decide(city.world.parts, city.stream, 2, accepted=True)
    city.coach.save(special_stream(city.team), note("vain valmentajille", someone))
    city.adviser.save(city.stream, note("toivoo kesätöitä", someone))
    numbers = [
        frame.number
        for frame in city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == city.stream
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert b"toivoo kes" in b"".join(export(city.world.parts))
    erase_subject(city.world.parts, someone)
    assert b"toivoo kes" not in b"".join(export(city.world.parts, special=True))
    assert verify(city.world.parts).damages == ()
    city.world = city.world.reopened()
    assert verify(city.world.parts).damages == ()


def test_a_seeded_hub_is_sound_and_begins_with_a_snapshot(city: City) -> None:
    writer = seed_writer(city.world.parts, city.adviser.staff, LaptopId("l" + "5" * 16))
    people = [new_entity() for _ in range(50)]
    writer.save_all(
        city.stream, (Save([person(f"Matti {place}", one)], 1) for place, one in enumerate(people))
    )
    assert writer.save_all(city.stream, (Save([visit()], 1) for _ in range(LONG))) == LONG
    settle_all(city.world.parts)
    (announced,) = [frame for frame in city.coach.pull().frames if isinstance(frame, SnapshotFrame)]
    assert announced.number == LONG + 50
    assert city.coach.hub.snapshot(SnapshotRequest(city.stream, 0, 0)).parts == announced.parts
    assert verify(city.world.parts).damages == ()


def test_pushes_pulls_and_settling_at_once_get_along(city: City) -> None:
    members = [city.world.enrol(city.adviser.staff, f"laptop {number}") for number in range(4)]

    def work(number: int) -> int:
        mine = members[number]
        seen = 0
        for _ in range(6):
            mine.save(city.stream, visit())
            mine.save(city.stream, visit(), visit())
            seen = len(mine.pull().frames)
        return seen

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    numbers = [
        frame.number
        for frame in city.coach.pull().frames
        if isinstance(frame, CommitFrame) and frame.stream == city.stream
    ]
    assert numbers == list(range(1, 49))
    assert verify(city.world.parts).damages == ()
