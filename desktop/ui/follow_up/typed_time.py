# SPDX-License-Identifier: MIT
"""A time of day as people type it: 10.30, 10:30, 1030, 9."""

import re
from datetime import date, datetime, time
from typing import Final

_FORM: Final = re.compile(r"(?P<h>\d{1,2})(?:[.:,]?(?P<m>\d{2}))?")
_HOURS, _MINUTES = 24, 60


def typed_time(typed: str) -> time | None:
    """Return the time, ``None`` for what is none."""
    found = _FORM.fullmatch(typed.strip())
    if found is None:
        return None
    hours, minutes = int(found["h"]), int(found["m"] or 0)
    return time(hours, minutes) if hours < _HOURS and minutes < _MINUTES else None


def moment_of(day: date, at: time) -> int:
    """Return that moment by this laptop's clock, ms since 1970."""
    return int(datetime.combine(day, at).astimezone().timestamp()) * 1_000
