# SPDX-License-Identifier: MIT
"""What of a service's conditions this client does not meet today. What is not known is never unmet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.notebook.catalogue.opening import Moment, Openness
from sync.catalogue.model import Service
from sync.records.codes import CodeLists

Fact = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """What is known of who stands here; everything may be empty.

    ``ages`` are years, both included; ``language``, ``municipality``, ``status`` and ``district`` are codes.
    ``levels``: language → code of ``cefr``, for the languages whose level was told.
    """

    ages: tuple[int, int] | None = None
    language: str = ""
    municipality: str = ""
    status: str = ""
    district: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)


class Condition(StrEnum):
    """What does not fit, as a stable code; the window has the words."""

    AGE = "age"
    MUNICIPALITY = "municipality"
    STATUS = "status"
    LANGUAGE = "language"
    LEVEL = "level"
    NOT_OPEN_YET = "not_open_yet"
    OVER = "over"
    FULL = "full"
    CLOSED_NOW = "closed_now"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Unmet:
    """One condition with what the window needs to say it.

    Facts: age ``lowest``, ``highest`` (0 no limit); municipality, status, language ``wanted`` codes; level
    ``language``, ``wanted``; not_open_yet, over, stale ``day``; full ``queue_weeks`` where known.
    """

    code: Condition
    facts: Mapping[str, Fact]


def unmet_conditions(
    service: Service, client: Client, moment: Moment, openness: Openness, codes: CodeLists
) -> tuple[Unmet, ...]:
    """Return what is not met, in the order of ``Condition``; pass ``UNKNOWN`` where nobody asked for hours."""
    return (
        *_of_the_client(service, client),
        *_of_language(service, client, codes),
        *_of_the_day(service, moment.day, openness),
    )


def _of_the_client(service: Service, client: Client) -> Iterator[Unmet]:
    low, high = service.lowest_age, service.highest_age
    if client.ages is not None and (client.ages[1] < low or (high and high < client.ages[0])):
        yield Unmet(Condition.AGE, {"lowest": low, "highest": high})
    homes = service.municipalities
    if client.municipality and homes and client.municipality not in homes:
        yield Unmet(Condition.MUNICIPALITY, {"wanted": homes})
    if client.status and service.statuses and client.status not in service.statuses:
        yield Unmet(Condition.STATUS, {"wanted": service.statuses})


def _of_language(service: Service, client: Client, codes: CodeLists) -> Iterator[Unmet]:
    """Judge the languages: one of them is enough.

    A service that names a level ("Finnish, A2") takes people who are learning the language, so it is met
    by whoever has the level, and unknown for whoever has not told theirs. An interpreter meets all.
    """
    if not service.languages or service.interpreter == "yes":
        return
    if not client.language and not client.levels:
        return
    too_low: Unmet | None = None
    for offered in service.languages:
        has = client.levels.get(offered.language, "")
        if offered.language == client.language or (has and not offered.level):
            return
        if not offered.level:
            continue
        if not has or _reaches(codes, has, offered.level):
            return
        too_low = too_low or Unmet(Condition.LEVEL, {"language": offered.language, "wanted": offered.level})
    if too_low is not None:
        yield too_low
    elif client.language:
        yield Unmet(Condition.LANGUAGE, {"wanted": tuple(one.language for one in service.languages)})


def _reaches(codes: CodeLists, has: str, wanted: str) -> bool:
    """Return whether a level is enough; one that the list does not order counts as enough."""
    rows = codes.get("cefr")
    order = [row.code for row in rows.rows if row.code != "unknown"] if rows is not None else []
    if has not in order or wanted not in order:
        return True
    return order.index(has) >= order.index(wanted)


def _of_the_day(service: Service, day: str, openness: Openness) -> Iterator[Unmet]:
    begins = service.valid_from or min((place.starts for place in service.places), default="")
    ends = service.valid_to
    if not ends and service.places and all(place.ends for place in service.places):
        ends = max(place.ends for place in service.places)
    if day < begins:
        yield Unmet(Condition.NOT_OPEN_YET, {"day": begins})
    if ends and ends < day:
        yield Unmet(Condition.OVER, {"day": ends})
    if service.places_free == 0:
        waits = service.queue_weeks
        yield Unmet(Condition.FULL, {"queue_weeks": waits} if waits >= 0 else {})
    if openness is Openness.CLOSED:
        yield Unmet(Condition.CLOSED_NOW, {})
    if service.stale_after and service.stale_after <= day:
        yield Unmet(Condition.STALE, {"day": service.stale_after})
