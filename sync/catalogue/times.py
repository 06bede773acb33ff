# SPDX-License-Identifier: MIT
"""Days, times and weekdays as directories write them, in Helsinki's time."""

import re
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

HELSINKI: Final = ZoneInfo("Europe/Helsinki")

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon maanantai ma måndag må mån mo",
            "tuesday tue tiistai ti tisdag tis tu",
            "wednesday wed keskiviikko ke onsdag on ons we",
            "thursday thu torstai to torsdag tors th",
            "friday fri perjantai pe fredag fr fre",
            "saturday sat lauantai la lördag lö lör sa",
            "sunday sun sunnuntai su söndag sö sön",
        ),
        start=1,
    )
    for name in names.split()
}
"""A weekday's name in Finnish, Swedish or English, full or short, → 1 (Monday) to 7. Short names that two of
the languages share (``ti``, ``to``, ``su``) are the same day in both."""

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FINNISH_DAY: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_TIME: Final = re.compile(
    r"(?:^|[T\s])(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$"
)
_ZONED: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$")
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_LAST_SECOND: Final = 7_258_118_400
"""The end of the year 2199."""


def day_of(said: object) -> str:
    """Return ``YYYY-MM-DD`` of a day, a time stamp or seconds since 1970; empty for what is none.

    A stamp with a time zone is a day in Helsinki: PTV writes midnight there as 21 or 22 o'clock UTC.
    """
    if isinstance(said, bool):
        return ""
    if isinstance(said, int):
        return _of_seconds(said)
    if not isinstance(said, str):
        return ""
    text = said.strip()[:40]
    if re.fullmatch(r"\d{9,11}", text):
        return _of_seconds(int(text))
    if _ZONED.fullmatch(text):
        return _of_stamp(text)
    if found := _DAY.match(text):
        return _checked(int(found[1]), int(found[2]), int(found[3]))
    if found := _FINNISH_DAY.fullmatch(text):
        return _checked(int(found[3]), int(found[2]), int(found[1]))
    return ""


def time_of(said: object) -> str:
    """Return ``HH:MM`` of ``9``, ``9.30``, ``09:30:00`` or a stamp's time; 24 is midnight, ``00:00``."""
    if not isinstance(said, str):
        return ""
    found = _TIME.search(said.strip()[:40])
    if found is None:
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    if (hour, minute) == (24, 0):
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004 - hours, minutes


def weekday_of(said: object) -> int:
    """Return 1 (Monday) to 7 of a weekday's name; 0 for what is none."""
    return WEEKDAYS.get(said.strip().rstrip(".").lower(), 0) if isinstance(said, str) else 0


def weekdays_between(first: int, last: int) -> tuple[int, ...]:
    """Return the weekdays from one to another, round the week's end when the last is the earlier one."""
    return tuple((first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1))


def _of_seconds(seconds: int) -> str:
    if not 0 < seconds < _LAST_SECOND:
        return ""
    return datetime.fromtimestamp(seconds, tz=UTC).astimezone(HELSINKI).date().isoformat()


def _of_stamp(text: str) -> str:
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if not _FIRST_YEAR <= stamp.year <= _LAST_YEAR:
        return ""
    return stamp.astimezone(HELSINKI).date().isoformat()


def _checked(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if _FIRST_YEAR <= year <= _LAST_YEAR else ""
