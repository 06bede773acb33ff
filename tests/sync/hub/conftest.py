# SPDX-License-Identifier: MIT
"""The city that the hub's tests play in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_city import City, make_city
from hub_world import HubClock, HubWorld


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    """A hub on SQLite with one team and two people."""
    clock = HubClock()
    world = HubWorld.make(tmp_path / "hub", clock=clock)
    yield make_city(world, clock)
    world.close()
