# SPDX-License-Identifier: MIT
"""Days of a path: how late a step is, when one is stalled, how long a card holds.

A day that a newer version wrote in another form counts as none.
"""

from datetime import date
from typing import Final

from sync.records.follow_ups import day_of

STALLED_DAYS: Final = 14
"""A step that is late by more days than this is stalled (domain.md § 4.4)."""
ENDED: Final = frozenset({"done", "dropped"})
"""States of a step after which nothing is late."""


def late_days(due: str, status: str, today: date) -> int:
    """Return by how many days a step is late, 0 for one in time or done with."""
    day = day_of(due)
    return 0 if day is None or status in ENDED else max(0, (today - day).days)


def is_stalled(due: str, status: str, today: date) -> bool:
    """Whether a step is stalled: somebody said so, or it is not done with long after its day."""
    return status == "stalled" or late_days(due, status, today) > STALLED_DAYS


def days_left(valid_to: str, today: date) -> int | None:
    """Return the days until a card runs out, below 0 after it; ``None`` for one that does not end."""
    day = day_of(valid_to)
    return None if day is None else (day - today).days
