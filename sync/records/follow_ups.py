# SPDX-License-Identifier: MIT
"""When one asks how it went: three, six and twelve months after a transition (domain.md § 4.1).

A day that a newer version wrote in another form counts as none.
"""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

FOLLOW_UPS: Final = (3, 6, 12)
"""Months after a transition at which one asks how it is (domain.md § 4.1)."""


def day_of(text: str) -> date | None:
    """Return a stored day, ``None`` for none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, or that month's last one."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def next_question(values: Mapping[str, Any]) -> tuple[int, date] | None:
    """Return the months and the day of the first question about a transition that nobody has answered."""
    day = day_of(str(values.get("day") or ""))
    if day is None or day.year >= date.max.year:
        return None
    open_ones = (months for months in FOLLOW_UPS if not values.get(f"after_{months}"))
    months = next(open_ones, 0)
    return (months, months_after(day, months)) if months else None
