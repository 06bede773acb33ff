# SPDX-License-Identifier: MIT
"""``kenttakirja-hub compact``: what is old is no longer served one by one, but as a snapshot."""

from typing import Annotated, Final

from cyclopts import App, Parameter, validators

from sync.hub.compaction import KEEP, OLDER_THAN_DAYS, compact
from sync.hub.terminal import Database, Home, Opened, say

compaction: Final = App(
    name="compact", help="Put old commits aside; nothing is lost, and new laptops start faster."
)


@compaction.default
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
    """Put old commits aside, stream by stream; it may run beside the hub and be broken off at any time."""
    moved = 0
    with Opened(home, database) as opened:
        for one in compact(opened.parts, older_than_days=older_than_days, keep=keep):
            moved += one.commits
            say(f"{one.stream}: {one.commits} put aside, through number {one.horizon}.")
    say(f"{moved} commits put aside in all." if moved else "Nothing is old enough to be put aside.")
