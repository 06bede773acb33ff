# SPDX-License-Identifier: MIT
"""PTV's service hours: of a week, of some days, and over midnight."""

from collections.abc import Iterator

from sync.catalogue.fields import Fields, joined
from sync.catalogue.model import Hours, Opening, OtherHours, Texts
from sync.catalogue.ptv_texts import localised
from sync.catalogue.report import Reason
from sync.catalogue.times import time_of, weekday_of, weekdays_between

_ALL_WEEK = tuple(Opening(weekday, "00:00", "24:00") for weekday in range(1, 8))


def hours_of(fields: Fields, day: str) -> tuple[Hours, bool]:
    """Return the hours of a channel or a connection on that day, and whether one comes by reservation only.

    Hours of a week that are over, or not yet, are noted and left out: two seasons at once would be wrong
    in both.
    """
    openings: list[Opening] = []
    exceptions: list[OtherHours] = []
    notes: list[Texts] = []
    reserved: list[bool] = []
    for part in fields.parts("serviceHours"):
        said = part.raw("serviceHourType")
        if said in ("Exceptional", "Exception"):
            exceptions += _exceptions(part)
        elif said in ("DaysOfTheWeek", "Standard", "OverMidnight", "Special"):
            if not _applies(part, day):
                continue
            openings += _openings(part)
            reserved.append(part.flag("isReservation") is True)
        else:
            part.note(Reason.UNKNOWN_VALUE, "serviceHourType")
            continue
        notes.append(localised(part, "additionalInformation"))
    once = tuple(dict.fromkeys(openings))
    return Hours(once, tuple(exceptions), joined(*notes)), bool(reserved) and all(reserved)


def _applies(part: Fields, day: str) -> bool:
    begins, ends = part.day("validFrom"), part.day("validTo")
    if ends and ends < day:
        part.note(Reason.PAST, "validTo")
        return False
    if begins and begins > day:
        part.note(Reason.NOT_YET, "validFrom")
        return False
    return True


def _openings(part: Fields) -> Iterator[Opening]:
    if part.flag("isAlwaysOpen"):
        yield from _ALL_WEEK
        return
    across = part.raw("serviceHourType") in ("OverMidnight", "Special")
    for entry in part.parts("openingHour"):
        first = weekday_of(entry.raw("dayFrom"))
        last = weekday_of(entry.raw("dayTo")) if entry.raw("dayTo") else first
        opens, closes = time_of(entry.raw("from")), time_of(entry.raw("to"))
        good = first and last and opens and closes and opens != closes
        if across:
            # From Friday 20 to Saturday 04 is one evening; a longer stay has no place in our hours.
            good = good and (last == first or (last == first % 7 + 1 and closes < opens))
            last = first
        if not good:
            entry.notes.note(Reason.BAD_HOURS, entry.where)
            continue
        for weekday in weekdays_between(first, last):
            yield Opening(weekday, opens, closes)


def _exceptions(part: Fields) -> Iterator[OtherHours]:
    begins = part.day("validFrom")
    ends = part.day("validTo") or begins
    spans = [(time_of(entry.raw("from")), time_of(entry.raw("to"))) for entry in part.parts("openingHour")]
    if not begins or ends < begins:
        part.notes.note(Reason.BAD_HOURS, part.where)
    elif part.flag("isClosed"):
        yield OtherHours(begins, ends)
    elif spans and all(opens and closes and opens != closes for opens, closes in spans):
        for opens, closes in spans:
            yield OtherHours(begins, ends, opens, closes)
    else:
        part.notes.note(Reason.BAD_HOURS, part.where)
