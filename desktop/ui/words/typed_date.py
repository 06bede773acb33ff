# SPDX-License-Identifier: MIT
"""A day as people type it, read forgivingly: 14.2.1996, 14.02.96, 140296, 1996-02-14."""

import re
from datetime import date
from typing import Final

_FORMS: Final = (
    re.compile(r"(?P<d>\d{1,2})[./ -](?P<m>\d{1,2})[./ -](?P<y>\d{4}|\d{2})\.?"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4}|\d{2})"),
)
_CENTURY: Final = 100
_OLDEST: Final = 120


def stored_date(typed: str, today: str) -> str:
    """Return the day as YYYY-MM-DD, or an empty text when it is no day.

    A year of two digits is the last such year that is not after ``today`` (YYYY-MM-DD); a day more than
    120 years back, or more than ten years ahead, is a slip of the finger.
    """
    for form in _FORMS:
        found = form.fullmatch(typed.strip())
        if found is None:
            continue
        year = int(found["y"])
        this_year = int(today[:4])
        if year < _CENTURY:
            year += this_year - this_year % _CENTURY
            if year > this_year:
                year -= _CENTURY
        try:
            day = date(year, int(found["m"]), int(found["d"]))
        except ValueError:
            return ""
        return day.isoformat() if this_year - _OLDEST <= year <= this_year + 10 else ""
    return ""
