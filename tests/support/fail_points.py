# SPDX-License-Identifier: MIT
"""Which test kills at which fail points: a day of hub and laptops, the hub's commands, or a laptop's own upkeep."""

from typing import Final

from sync.failpoints import FailPoint


def _begin(*beginnings: str) -> frozenset[FailPoint]:
    return frozenset(point for point in FailPoint if point.startswith(beginnings))


BACKUP: Final = _begin("hub-backup-")
RESTORE: Final = _begin("hub-restore-")
CONFIRM: Final = _begin("hub-confirm-")
UPKEEP: Final = _begin(
    "laptop-rebase-", "laptop-mend-", "laptop-part-", "laptop-compact-", "laptop-evict-", "laptop-fetch-",
    "laptop-move-",
)  # fmt: skip
DAY: Final = frozenset(FailPoint) - BACKUP - RESTORE - CONFIRM - UPKEEP
"""All others: a new point is looked for in the day until somebody says where else."""
