# SPDX-License-Identifier: MIT
"""``kenttakirja-hub compact``: what is old is no longer served one by one, but as a snapshot."""

from typing import Annotated

from cyclopts import Parameter, validators

from sync.hub.called import Called
from sync.hub.compaction import KEEP, OLDER_THAN_DAYS, compact
from sync.hub.counting import counted
from sync.hub.terminal import Database, Home, Opened, say


def compact_command(
    *,
    home: Home,
    older_than_days: Annotated[
        int, Parameter(validator=validators.Number(gte=0), help="Only what came in before so many days.")
    ] = OLDER_THAN_DAYS,
    keep: Annotated[
        int, Parameter(validator=validators.Number(gte=1), help="So many of the newest of each stream stay.")
    ] = KEEP,
    database: Database = None,
) -> None:
    """Put old commits aside, stream by stream; nothing is lost, and new laptops start faster.

    It may run beside the hub and be broken off at any time. Where nothing is old enough it has done its work: exit
    code 0, for a timer.

    Example: ``kenttakirja-hub compact --older-than-days 365``
    """
    moved = 0
    with Opened(home, database) as opened:
        called = Called.of(opened.parts)
        for one in compact(opened.parts, older_than_days=older_than_days, keep=keep):
            moved += one.commits
            say(
                f"{one.stream} ({called.stream(one.stream)}): {one.commits} put aside, through number {one.horizon}."
            )
    say(
        f"{counted(moved, 'commit')} put aside in all." if moved else "Nothing is old enough to be put aside."
    )
