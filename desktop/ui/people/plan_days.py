# SPDX-License-Identifier: MIT
"""Days and times of a path as people type them: 8.12., 8.12.2026, +14; 9.30, 930, 9."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from desktop.ui.referral.follow_up import coming_day
from desktop.ui.words.typed_date import stored_date

_NO_YEAR: Final = re.compile(r"(?P<d>\d{1,2})[./ -](?P<m>\d{1,2})\.?")
_TIME: Final = re.compile(r"(?P<h>\d{1,2})(?:[.: ]?(?P<m>\d{2}))?")
_FAR: Final = 366 * 10


def day_ahead(typed: str, today: date) -> str:
    """Return a day from today on as YYYY-MM-DD, up to ten years ahead; an empty text for what is none."""
    found = coming_day(typed, today)
    if found:
        return found
    stored = stored_date(typed.strip(), today.isoformat())
    ahead = (date.fromisoformat(stored) - today).days if stored else -1
    return stored if 0 <= ahead <= _FAR else ""


def day_behind(typed: str, today: date) -> str:
    """Return a day up to today as YYYY-MM-DD; without a year the last such day; an empty text for what is none."""
    text = typed.strip()
    found = _NO_YEAR.fullmatch(text)
    if found is not None:
        for year in (today.year, today.year - 1):
            day = _day(year, int(found["m"]), int(found["d"]))
            if day is not None and day <= today:
                return day.isoformat()
        return ""
    stored = stored_date(text, today.isoformat())
    return stored if stored and date.fromisoformat(stored) <= today else ""


def any_day(typed: str, today: date) -> str:
    """Return any day as YYYY-MM-DD; without a year the one of this year; an empty text for what is none."""
    text = typed.strip()
    found = _NO_YEAR.fullmatch(text)
    if found is not None:
        day = _day(today.year, int(found["m"]), int(found["d"]))
        return day.isoformat() if day is not None else ""
    return day_ahead(text, today) or stored_date(text, today.isoformat())


def moment_ms(day: str, time: str) -> int | None:
    """Return a local day (YYYY-MM-DD) and time as milliseconds since 1970, ``None`` for what is no time."""
    found = _TIME.fullmatch(time.strip())
    if found is None:
        return None
    try:
        begin = datetime.fromisoformat(day)
        moment = begin + timedelta(hours=int(found["h"]), minutes=int(found["m"] or 0))
    except ValueError:
        return None
    if moment.date() != begin.date():
        return None
    return int(moment.astimezone().timestamp() * 1000)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
