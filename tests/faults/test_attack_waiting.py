# SPDX-License-Identifier: MIT
"""Attacks on waiting: very many who wait at once, and one who loses their right meanwhile."""

import asyncio
import time
from pathlib import Path

from hub_city import make_city
from hub_world import HubClock, HubWorld

from sync.hub.changes import Changes
from sync.hub.watching import HeadsWatch
from sync.records.ids import CITY

WAITERS = 3_000


class CountedChanges(Changes):
    """Counts how often somebody looks at it."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = 0

    @property
    def number(self) -> int:
        self.looks += 1
        return super().number


async def _here() -> bool:
    return False


def test_thousands_who_wait_are_looked_after_by_one_and_all_hear_of_a_save(tmp_path: Path) -> None:
    world = HubWorld.make(tmp_path / "hub", clock=HubClock())
    city = make_city(world, HubClock())
    changes = world.service.changes = CountedChanges()
    heads = {one: head.number for one, head in world.parts.store.heads().items()}
    watch = HeadsWatch(world.service)

    async def wait(seconds: float) -> list[bool]:
        until = time.monotonic() + seconds
        readable = frozenset([CITY, city.stream])
        waits = [watch.moved(heads, readable, until=until, gone=_here) for _ in range(WAITERS)]
        return await asyncio.gather(*waits)

    async def wait_and_save() -> list[bool]:
        waiting = asyncio.create_task(wait(20.0))
        await asyncio.sleep(0.5)
        await asyncio.to_thread(world.team, "Uusi")
        changes.happened()
        return await waiting

    assert asyncio.run(wait(0.9)) == [False] * WAITERS
    assert changes.looks < 4 * WAITERS  # one look each to begin with, and then one looks for all
    watch = HeadsWatch(world.service)
    assert asyncio.run(wait_and_save()) == [True] * WAITERS
    world.close()
