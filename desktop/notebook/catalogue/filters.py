# SPDX-License-Identifier: MIT
"""What the adviser narrows the list by. A filter is explicit: what is not known does not pass it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.notebook.catalogue.entry import Entry
from sync.catalogue.model import Service

_VOLUNTARY: Final = "voluntary"
_STEP_FREE: Final = "step_free"
_NONE: Final[frozenset[str]] = frozenset()


class Obligation(StrEnum):
    """Whether staying away may cost a benefit."""

    VOLUNTARY = "voluntary"
    BINDING = "binding"
    """Always, or if it was agreed in a plan."""


@dataclass(frozen=True, slots=True)
class OwnMarks:
    """What this worker has marked a service with."""

    favourite: bool = False
    hidden: bool = False


UNMARKED: Final = OwnMarks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Empty and false let everything pass; several values of one filter are alternatives.

    ``districts`` are codes of ``districts`` or ``major_districts``; a service without any place, by phone or
    on the web, is in all of them. ``say_closed`` filters nothing: it makes hits say when all is closed.
    """

    ages: tuple[int, int] | None = None
    languages: frozenset[str] = _NONE
    districts: frozenset[str] = _NONE
    open_now: bool = False
    say_closed: bool = False
    free: bool = False
    obligation: Obligation | None = None
    topic_groups: frozenset[str] = _NONE
    categories: frozenset[str] = _NONE
    referral_kinds: frozenset[str] = _NONE
    without_appointment: bool = False
    places_now: bool = False
    step_free: bool = False
    favourites_only: bool = False
    show_hidden: bool = False


def passes(entry: Entry, filters: Filters, marks: OwnMarks) -> bool:
    """Return whether a service stays in the list; ``open_now`` is asked elsewhere, it needs the hour."""
    if marks.hidden and not filters.show_hidden:
        return False
    if filters.favourites_only and not marks.favourite:
        return False
    service = entry.service
    return (
        _of_the_client(entry, filters)
        and _about(entry, filters)
        and (not filters.free or service.price == "free")
        and (not filters.without_appointment or service.without_appointment == "yes")
        and (not filters.places_now or _has_places(service))
        and (not filters.step_free or _is_step_free(service))
    )


def _of_the_client(entry: Entry, filters: Filters) -> bool:
    service = entry.service
    if filters.ages is not None:
        lowest, highest = filters.ages
        if highest < service.lowest_age or (service.highest_age and service.highest_age < lowest):
            return False
    if filters.languages and not filters.languages & entry.languages:
        return False
    return not filters.districts or not service.places or bool(filters.districts & entry.districts)


def _about(entry: Entry, filters: Filters) -> bool:
    service = entry.service
    if filters.topic_groups and not filters.topic_groups & entry.topic_groups:
        return False
    if filters.categories and service.category not in filters.categories:
        return False
    if filters.referral_kinds and not filters.referral_kinds.intersection(service.referral_kinds):
        return False
    if filters.obligation is Obligation.VOLUNTARY:
        return service.obligation == _VOLUNTARY
    return filters.obligation is None or service.obligation not in {"", _VOLUNTARY}


def _has_places(service: Service) -> bool:
    return service.places_free > 0 or (service.places_free < 0 and service.queue_weeks == 0)


def _is_step_free(service: Service) -> bool:
    return _STEP_FREE in service.accessibility or any(place.accessible == "yes" for place in service.places)
