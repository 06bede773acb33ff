# SPDX-License-Identifier: MIT
"""The day of a follow-up as people type it: 8.12., 8.12.2026, +14; today or later."""

import re
from datetime import date, timedelta
from typing import Final

from desktop.ui.words.dates import written_date
from desktop.ui.words.typed_date import stored_date

DAYS: Final = 14
"""After so many days one asks what has become of a referral, unless another day is chosen."""
_FAR: Final = 366 * 2
_IN_DAYS: Final = re.compile(r"\+\s?(?P<n>\d{1,3})")
_NO_YEAR: Final = re.compile(r"(?P<d>\d{1,2})[./ -](?P<m>\d{1,2})\.?")
_SHORT_YEAR: Final = re.compile(r"(?P<d>\d{1,2})[./ -](?P<m>\d{1,2})[./ -](?P<y>\d{2})\.?")


def preset_day(today: date) -> str:
    """Return the usual day of a follow-up as it stands in the field."""
    return written_date(today + timedelta(days=DAYS))


def coming_day(typed: str, today: date) -> str:
    """Return the day as YYYY-MM-DD; an empty text for what is no day, gone, or more than two years ahead."""
    text = typed.strip()
    found = _IN_DAYS.fullmatch(text)
    if found is not None:
        return _near(today + timedelta(days=int(found["n"])), today)
    found = _SHORT_YEAR.fullmatch(text)
    if found is not None:
        return _near(_day(today.year - today.year % 100 + int(found["y"]), found), today)
    found = _NO_YEAR.fullmatch(text)
    if found is not None:
        this_year = _near(_day(today.year, found), today)
        return this_year or _near(_day(today.year + 1, found), today)
    stored = stored_date(text, today.isoformat())
    return _near(date.fromisoformat(stored), today) if stored else ""


def _day(year: int, found: re.Match[str]) -> date | None:
    try:
        return date(year, int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def _near(day: date | None, today: date) -> str:
    return day.isoformat() if day is not None and 0 <= (day - today).days <= _FAR else ""
