# SPDX-License-Identifier: MIT
"""Compaction: commits that are old and not among the newest go into the cold table, behind a snapshot.

They are kept, checked by ``verify`` and folded as before; they are only not served one by one any more. A laptop
that stands below the horizon begins again from the snapshot. The city's own stream is never compacted: everybody's
rights are read from it commit by commit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sync.failpoints import FailPoint, reached
from sync.hub.audit import Event, Operation, log
from sync.hub.parts import HubParts
from sync.hub.settling import settle
from sync.hub.snapshot import cover
from sync.hub.store.rows import Head
from sync.records.ids import CITY, StreamId

OLDER_THAN_DAYS: Final = 400
KEEP: Final = 2000
"""Newest commits of a stream that always stay warm."""
STEP: Final = 500
"""Commits in one transaction: pushes wait no longer than for one of their own."""
_DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class Compacted:
    """What went cold of one stream: how many commits, and the highest number that is cold now."""

    stream: StreamId
    commits: int
    horizon: int


def compact(
    parts: HubParts, *, older_than_days: int = OLDER_THAN_DAYS, keep: int = KEEP
) -> Iterator[Compacted]:
    """Move what is older and not among the newest ``keep`` of its stream; yield what moved, stream by stream.

    Broken off anywhere and begun again, it goes on where it was.
    """
    before = parts.clock() - older_than_days * _DAY_MS
    for stream, head in sorted(parts.store.heads().items()):
        horizon = parts.store.horizon(stream)
        through = _through(parts, head, before, keep)
        if through <= horizon:
            continue
        cover(parts, stream, through)
        for last in [*range(horizon + STEP, through, STEP), through]:
            parts.store.move_cold(stream, last)
            reached(FailPoint.HUB_COMPACT_BETWEEN_STEPS)
        log(parts, [Event(Operation.UPDATE, "", stream, f"compact {horizon + 1}-{through}")])
        yield Compacted(stream, through - horizon, through)


def _through(parts: HubParts, head: Head, before: int, keep: int) -> int:
    """Return the highest number that may go cold: settled, and never the newest."""
    if head.stream == CITY or head.number <= max(keep, 1):
        return 0
    settled, _ = settle(parts, head.stream, head.number)
    return min(parts.store.aged_through(head.stream, before), head.number - max(keep, 1), settled)
