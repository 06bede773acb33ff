# SPDX-License-Identifier: MIT
"""A hub that is lost comes back from its backup, and the laptops bring what the backup did not have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld
from restored_hub import RestoredHub
from store_world import entity
from store_world import visit as walk_in

from sync.hub.verify import verify


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[tuple[RestoredHub, City]]:
    """A hub with a city, that may be lost."""
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock)
    city = make_city(world, clock)
    hub = RestoredHub(tmp_path, world)
    yield hub, city
    hub.close()


def _numbers(city: City) -> int:
    head = city.world.parts.store.head(city.stream)
    assert head is not None
    return head.number


def test_what_the_backup_did_not_have_comes_back(stand: tuple[RestoredHub, City]) -> None:
    hub, city = stand
    one, other = hub.laptop(city.adviser), hub.laptop(city.coach)
    one.save(city.stream, walk_in(entity()))
    one.sync()
    other.sync()
    backup = hub.backup()
    one.save(city.stream, walk_in(entity()))
    one.save(city.stream, walk_in(entity()))
    one.sync()
    other.sync()
    before = _numbers(city)
    hub.lose_and_restore(backup)
    assert _numbers(city) == before - 2
    other.sync()
    one.sync()
    other.sync()
    assert _numbers(city) == before
    assert one.journal.digest(city.stream) == other.journal.digest(city.stream)
    assert not verify(city.world.parts).damages
