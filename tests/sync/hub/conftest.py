# SPDX-License-Identifier: MIT
"""The city that the hub's tests play in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld
from two_teams import Two, make_two


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    """A hub on SQLite with one team and two people."""
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock)
    yield make_city(world, clock)
    world.close()


@pytest.fixture(params=["sqlite", "postgres"])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Two]:
    """Two teams of a hub that may be lost, on either database."""
    its = make_two(tmp_path, None if request.param == "sqlite" else request.getfixturevalue("postgres_url"))
    yield its
    its.hub.close()
