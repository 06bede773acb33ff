# SPDX-License-Identifier: MIT
"""Where all streams stand, looked up once for everybody who waits for news.

A thousand laptops wait at the same time. Each would ask the database by itself at every push; so one look serves
all of them, and only those are woken whose streams have moved.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool

from sync.hub.access import Rights
from sync.hub.parts import HubParts
from sync.hub.service import HubService
from sync.records.ids import StreamId, WriterId

LOOK_AGAIN: Final = 1.0
"""Seconds after which a look is taken for what other processes took in."""
_WAKE: Final = 0.05
"""Seconds between two glances at this process's own counter: so long does news wait at most."""


class HeadsWatch:
    """The heads as last looked up. Belongs to one event loop."""

    def __init__(self, service: HubService) -> None:
        self._service = service
        self._numbers: dict[StreamId, int] = {}
        self._change = -1
        self._looked = float("-inf")
        self._looking = asyncio.Lock()
        self._glancing: asyncio.Task[None] | None = None
        """Looks at the counter for everybody who waits."""

    async def numbers(self) -> Mapping[StreamId, int]:
        """Return every stream's number, at most ``LOOK_AGAIN`` old and never older than this process's last push."""
        async with self._looking:
            change = self._service.changes.number
            if change != self._change or time.monotonic() - self._looked >= LOOK_AGAIN:
                heads = await run_in_threadpool(self._service.parts.store.heads)
                self._numbers = {stream: head.number for stream, head in heads.items()}
                self._change, self._looked = change, time.monotonic()
            return self._numbers

    async def moved(
        self,
        before: Mapping[StreamId, int],
        readable: frozenset[StreamId],
        *,
        until: float,
        gone: Callable[[], Awaitable[bool]],
    ) -> bool:
        """Wait until one of these streams has moved on from ``before``; return whether one did by ``until``.

        ``gone`` says whether who waits has hung up: a laptop that is locked waits for nothing. A right that is given
        or taken is told in the stream ``city``, which everybody reads. Nobody waits at a hub that is being stopped.
        """
        while True:
            numbers = await self.numbers()
            if any(numbers.get(stream, 0) != before.get(stream, 0) for stream in readable):
                return True
            await self._news(until)
            if self._service.changes.ending or time.monotonic() >= until or await gone():
                return False

    async def _news(self, until: float) -> None:
        """Wait for a push of this process, or until it is time for a look, or until ``until``."""
        left = until - time.monotonic()
        if left <= 0 or self._service.changes.number != self._change:
            return
        if self._glancing is None or self._glancing.done():
            self._glancing = asyncio.create_task(self._glance(self._change))
        await asyncio.wait([self._glancing], timeout=left)

    async def _glance(self, seen: int) -> None:
        """One for all: thousands who each glance for themselves would take half a core for nothing."""
        ends = time.monotonic() + LOOK_AGAIN
        changes = self._service.changes
        while changes.number == seen and not changes.ending and time.monotonic() < ends:  # noqa: ASYNC110 - set by threads
            await asyncio.sleep(_WAKE)


def readable_now(parts: HubParts, writer: WriterId) -> frozenset[StreamId]:
    """Return what this writer may read; raises AccessRefused."""
    me = parts.reader(writer)
    return Rights.of(me, parts.store.grants(me.staff), parts.clock()).readable(parts.laptops())
