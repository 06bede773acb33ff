# SPDX-License-Identifier: MIT
"""Opening hours written in words ("ma-pe 9-16, la 10-14"), read when every word is understood."""

import re
from collections.abc import Iterator
from typing import Final

from sync.catalogue.model import Opening
from sync.catalogue.times import WEEKDAYS, time_of, weekdays_between

_LONGEST: Final = 300
_SHORT_DAY: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_TIME: Final = r"\d{1,2}(?:[.:]\d{2})?"
_SPAN: Final = rf"{_TIME}\s*-\s*{_TIME}"
_CLOSED: Final = "suljettu|kiinni|stängt|closed"
_ENTRY: Final = re.compile(
    rf"(?P<days>(?:{_SHORT_DAY})\.?(?:\s*(?:-|,|ja|och|and|&)\s*(?:{_SHORT_DAY})\.?)*)\s*:?\s*"
    rf"(?:klo|kl)?\.?\s*(?P<hours>{_SPAN}(?:\s*(?:,|ja|och|and|&)\s*{_SPAN})*|{_CLOSED})"
)
_DAY: Final = re.compile(rf"(?P<joint>-?)\s*\b(?P<day>{_SHORT_DAY})\b")
_HOURS: Final = re.compile(rf"({_TIME})\s*-\s*({_TIME})")
_BETWEEN: Final = re.compile(r"[\s,;.]*(?:(?:ja|och|and)\s)?\s*")
_DASHES: Final = str.maketrans("–—−‑", "----")  # noqa: RUF001 - the dashes people type


def openings_in(words: str) -> tuple[Opening, ...]:
    """Return the openings that a text tells, in its order; none when any of its words is not understood."""
    text = words[: _LONGEST + 1].translate(_DASHES).lower().strip()
    if len(text) > _LONGEST:
        return ()
    found: list[Opening] = []
    at = 0
    while at < len(text):
        entry = _ENTRY.match(text, at)
        if entry is None:
            return ()
        openings = tuple(_openings(entry["days"], entry["hours"]))
        if not openings and not re.fullmatch(_CLOSED, entry["hours"]):
            return ()
        found += openings
        between = _BETWEEN.match(text, entry.end())
        at = between.end() if between else entry.end()
    return tuple(found)


def _openings(days: str, hours: str) -> Iterator[Opening]:
    spans = [(time_of(opens), time_of(closes)) for opens, closes in _HOURS.findall(hours)]
    if any(not opens or not closes or opens == closes for opens, closes in spans):
        return
    for weekday in _weekdays(days):
        for opens, closes in spans:
            yield Opening(weekday, opens, closes)


def _weekdays(days: str) -> tuple[int, ...]:
    found: list[int] = []
    for one in _DAY.finditer(days):
        day = WEEKDAYS[one["day"]]
        found += weekdays_between(found[-1], day)[1:] if one["joint"] and found else (day,)
    return tuple(dict.fromkeys(found))
