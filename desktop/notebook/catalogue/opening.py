# SPDX-License-Identifier: MIT
"""Whether somebody is there: weekly hours, other hours on some days, and hours over midnight.

Other hours over several days hold on the weekdays that are open otherwise; those of a single day hold as they are.
All times are Helsinki's. Public holidays are nobody's guess: a directory that knows of them says so by
other hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from sync.catalogue.model import Hours, OtherHours, Place, Service

_DAY: Final = 1_440
"""Minutes of a day."""
_LOOK_AHEAD: Final = 60
"""Days; what opens later than in two months is no help today."""
_HOUR: Final = 60


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day (``YYYY-MM-DD``) and the minute of it, 0 to 1439."""

    day: str
    minute: int = 0


class Openness(StrEnum):
    """What is known of a place at a moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


def place_openness(place: Place, moment: Moment) -> Openness:
    """Return whether a place is open; hours in words only are not known."""
    if (place.starts and moment.day < place.starts) or (place.ends and place.ends < moment.day):
        return Openness.CLOSED
    today = date.fromisoformat(moment.day)
    if not _known(place.hours, today):
        return Openness.UNKNOWN
    return Openness.CLOSED if _closing(place.hours, today, moment.minute) is None else Openness.OPEN


def service_openness(service: Service, moment: Moment) -> Openness:
    """Return open if any place is, else not known if any place is not known or there is none."""
    found = {place_openness(place, moment) for place in service.places}
    if Openness.OPEN in found:
        return Openness.OPEN
    return Openness.UNKNOWN if Openness.UNKNOWN in found or not found else Openness.CLOSED


def closes_at(place: Place, moment: Moment) -> Moment | None:
    """Return when a place that is open closes; none for one that is not open."""
    if place_openness(place, moment) is not Openness.OPEN:
        return None
    today = date.fromisoformat(moment.day)
    closing = _closing(place.hours, today, moment.minute)
    if closing is None:
        return None
    later, minute = divmod(closing, _DAY)
    return Moment((today + timedelta(days=later)).isoformat(), minute)


def next_opening(place: Place, moment: Moment) -> Moment | None:
    """Return when a place opens next after this moment, within two months; none if that is not known."""
    today = date.fromisoformat(moment.day)
    for ahead in range(_LOOK_AHEAD + 1):
        day = today + timedelta(days=ahead)
        name = day.isoformat()
        if (place.starts and name < place.starts) or (place.ends and place.ends < name):
            continue
        opens = (start for start, _ in _openings(place.hours, day) if ahead or start > moment.minute)
        first = min(opens, default=None)
        if first is not None:
            return Moment(name, first)
    return None


def _closing(hours: Hours, today: date, minute: int) -> int | None:
    """Return the minute, counted from midnight, at which what is open now closes; the latest of several."""
    yesterday = today - timedelta(days=1)
    spans = [(opens - _DAY, closes - _DAY) for opens, closes in _openings(hours, yesterday)]
    spans += _openings(hours, today)
    return max((closes for opens, closes in spans if opens <= minute < closes), default=None)


def _openings(hours: Hours, day: date) -> Iterator[tuple[int, int]]:
    """Yield from and to in minutes of that day; after midnight they go on past 1440."""
    special = _special(hours, day)
    weekly = [one for one in hours.openings if one.weekday == day.isoweekday()]
    if special and _length(special[0]) and hours.openings and not weekly:
        return  # a summer's shorter hours do not open on the Sundays: who is sent in vain has lost a day
    for row in special or weekly:
        opens, closes = _minute(row.opens), _minute(row.closes)
        if opens is None or closes is None:
            continue
        yield opens, closes if closes > opens else closes + _DAY


def _special(hours: Hours, day: date) -> list[OtherHours]:
    """Return the other hours of a day: the shortest stretch is the most special and counts alone."""
    name = day.isoformat()
    rows = [one for one in hours.exceptions if one.from_ <= name <= (one.to or one.from_)]
    shortest = min((_length(one) for one in rows), default=0)
    return [one for one in rows if _length(one) == shortest]


def _length(one: OtherHours) -> int:
    try:
        return (date.fromisoformat(one.to or one.from_) - date.fromisoformat(one.from_)).days
    except ValueError:
        return _LOOK_AHEAD * _LOOK_AHEAD


def _known(hours: Hours, today: date) -> bool:
    return bool(hours.openings) or bool(_special(hours, today))


@lru_cache(maxsize=2_048)
def _minute(text: str) -> int | None:
    """Return the minute of ``HH:MM``, 24:00 included; none for anything else, which is passed over."""
    hour, _, minute = text.partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 and len(minute) == 2):  # noqa: PLR2004 - two digits
        return None
    found = int(hour) * _HOUR + int(minute)
    return found if int(minute) < _HOUR and found <= _DAY else None
