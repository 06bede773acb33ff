# SPDX-License-Identifier: MIT
"""Days of a path: how late a step is, when one is stalled, when a transition is asked about, how long a card holds.

A day that a newer version wrote in another form counts as none.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

STALLED_DAYS: Final = 14
"""A step that is late by more days than this is stalled (domain.md § 4.4)."""
ENDED: Final = frozenset({"done", "dropped"})
"""States of a step after which nothing is late."""
FOLLOW_UPS: Final = (3, 6, 12)
"""Months after a transition at which one asks how it is (domain.md § 4.1)."""


def day_of(text: str) -> date | None:
    """Return a stored day, ``None`` for none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def late_days(due: str, status: str, today: date) -> int:
    """Return by how many days a step is late, 0 for one in time or done with."""
    day = day_of(due)
    return 0 if day is None or status in ENDED else max(0, (today - day).days)


def is_stalled(due: str, status: str, today: date) -> bool:
    """Whether a step is stalled: somebody said so, or it is not done with long after its day."""
    return status == "stalled" or late_days(due, status, today) > STALLED_DAYS


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last one."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def next_question(values: Mapping[str, Any]) -> tuple[int, date] | None:
    """Return the months and the day of the first question about a transition that nobody has answered."""
    day = day_of(str(values.get("day") or ""))
    if day is None:
        return None
    open_ones = (months for months in FOLLOW_UPS if not values.get(f"after_{months}"))
    months = next(open_ones, 0)
    return (months, months_after(day, months)) if months else None


def days_left(valid_to: str, today: date) -> int | None:
    """Return the days until a card runs out, below 0 after it; ``None`` for one that does not end."""
    day = day_of(valid_to)
    return None if day is None else (day - today).days
