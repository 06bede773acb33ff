# SPDX-License-Identifier: MIT
"""What is wrong with a service before it is published: every problem as a value, none of them as words."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

import msgspec

from sync.catalogue.model import MOST_PLACES, NAME_LENGTH, SUMMARY_LENGTH, TEXT_LENGTH, Hours, Place, Service
from sync.records.codes import CodeLists

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z]+)?")
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+")
_LONGEST_WEB: Final = 1_000
_MOST_WORDS: Final = 100
_OLDEST: Final = 120
_SUNDAY: Final = 7
_CODES: Final = {
    "category": "service_categories", "obligation": "obligations", "consent": "consent_needs", "price": "prices",
}  # fmt: skip
_CODE_SETS: Final = {
    "topics": "topics", "life_situations": "life_situations", "statuses": "statuses",
    "municipalities": "municipalities", "referral_kinds": "referral_kinds", "accessibility": "accessibility_features",
}  # fmt: skip
_TEXTS: Final = (
    "description", "target_group", "requirements", "benefit_effect", "consent_about", "how_to_refer", "attendance",
    "record", "price_note", "accessibility_note", "producer", "staff_contact",
)  # fmt: skip
_DAYS: Final = ("starts", "valid_from", "valid_to", "checked", "stale_after")


class Wrong(StrEnum):
    """What is wrong with one field."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    UNKNOWN_CODE = "unknown_code"
    BAD_DATE = "bad_date"
    BAD_TIME = "bad_time"
    BAD_WEB = "bad_web"
    OUT_OF_RANGE = "out_of_range"
    NOT_NORMAL = "not_normal"
    """Not in Unicode's form C, or with characters that steer or end text."""


class ServiceProblem(msgspec.Struct, frozen=True):
    """One trouble with one field, like ``name.fi`` or ``places.0.hours``; never the value."""

    field: str
    wrong: Wrong


def problems_of(service: Service, codes: CodeLists) -> list[ServiceProblem]:
    """Return every problem of a service, in the order of its fields; an empty list may be published."""
    return [ServiceProblem(field, wrong) for field, wrong in _problems(service, codes)]


def _problems(service: Service, codes: CodeLists) -> Iterator[tuple[str, Wrong]]:
    if not any(text.strip() for text in service.name.values()):
        yield "name", Wrong.MISSING
    yield from _texts("name", service.name, NAME_LENGTH)
    yield from _texts("summary", service.summary, SUMMARY_LENGTH)
    for name in _TEXTS:
        yield from _texts(name, getattr(service, name), TEXT_LENGTH)
    for name in ("other_names", "keywords"):
        for language, words in getattr(service, name).items():
            if len(words) > _MOST_WORDS:
                yield f"{name}.{language}", Wrong.TOO_LONG
            for word in words:
                yield from _texts(name, {language: word}, NAME_LENGTH)
    yield from _coded(service, codes)
    yield from _numbers(service)
    yield from _web("web", service.web)
    if len(service.places) > MOST_PLACES:
        yield "places", Wrong.TOO_LONG
    for at, place in enumerate(service.places):
        yield from _place(f"places.{at}", place, codes)
    for name in _DAYS:
        yield from _day(name, getattr(service, name))


def _coded(service: Service, codes: CodeLists) -> Iterator[tuple[str, Wrong]]:
    for name, one in _CODES.items():
        if getattr(service, name) and not codes.knows(one, getattr(service, name)):
            yield name, Wrong.UNKNOWN_CODE
    for name, one in _CODE_SETS.items():
        if any(not codes.knows(one, code) for code in getattr(service, name)):
            yield name, Wrong.UNKNOWN_CODE
    for offered in service.languages:
        level_known = not offered.level or codes.knows("cefr", offered.level)
        if not (codes.knows("languages", offered.language) and level_known):
            yield "languages", Wrong.UNKNOWN_CODE


def _numbers(service: Service) -> Iterator[tuple[str, Wrong]]:
    lowest, highest = service.lowest_age, service.highest_age
    if not (0 <= lowest <= _OLDEST and 0 <= highest <= _OLDEST) or (highest and lowest > highest):
        yield "lowest_age", Wrong.OUT_OF_RANGE
    for name in ("places_free", "queue_weeks"):
        if not -1 <= getattr(service, name) <= 99_999:  # noqa: PLR2004 - no class is larger
            yield name, Wrong.OUT_OF_RANGE
    if service.valid_from and service.valid_to and service.valid_from > service.valid_to:
        yield "valid_to", Wrong.OUT_OF_RANGE


def _place(where: str, place: Place, codes: CodeLists) -> Iterator[tuple[str, Wrong]]:
    yield from _texts(f"{where}.name", place.name, NAME_LENGTH)
    yield from _texts(f"{where}.note", place.note, TEXT_LENGTH)
    yield from _texts(f"{where}.address", {"fi": place.address}, NAME_LENGTH)
    yield from _web(f"{where}.web", place.web)
    if place.district and not codes.knows("districts", place.district):
        yield f"{where}.district", Wrong.UNKNOWN_CODE
    if place.municipality and not codes.knows("municipalities", place.municipality):
        yield f"{where}.municipality", Wrong.UNKNOWN_CODE
    for name in ("starts", "ends"):
        yield from _day(f"{where}.{name}", getattr(place, name))
    yield from _hours(f"{where}.hours", place.hours)


def _hours(where: str, hours: Hours) -> Iterator[tuple[str, Wrong]]:
    yield from _texts(f"{where}.note", hours.note, TEXT_LENGTH)
    for one in hours.openings:
        if not 1 <= one.weekday <= _SUNDAY:
            yield where, Wrong.OUT_OF_RANGE
        if not (_TIME.fullmatch(one.opens) and _TIME.fullmatch(one.closes)):
            yield where, Wrong.BAD_TIME
    for other in hours.exceptions:
        yield from _day(where, other.from_)
        yield from _day(where, other.to)
        if any(time and not _TIME.fullmatch(time) for time in (other.opens, other.closes)):
            yield where, Wrong.BAD_TIME


def _texts(name: str, texts: Mapping[str, str], limit: int) -> Iterator[tuple[str, Wrong]]:
    for language, text in texts.items():
        if not _LANGUAGE.fullmatch(language):
            yield f"{name}.{language[:8]}", Wrong.UNKNOWN_CODE
        if len(text) > limit:
            yield f"{name}.{language}", Wrong.TOO_LONG
        if not unicodedata.is_normalized("NFC", text) or any(_steers(char) for char in text):
            yield f"{name}.{language}", Wrong.NOT_NORMAL


def _steers(char: str) -> bool:
    """Whether a character is a control or changes the direction of what follows it."""
    return (
        unicodedata.category(char) == "Cc" and char not in "\n\t"
    ) or char in "\u202a\u202b\u202c\u202d\u202e"


def _web(name: str, texts: Mapping[str, str]) -> Iterator[tuple[str, Wrong]]:
    for language, address in texts.items():
        if address and (len(address) > _LONGEST_WEB or not _WEB.fullmatch(address)):
            yield f"{name}.{language}", Wrong.BAD_WEB


def _day(name: str, day: str) -> Iterator[tuple[str, Wrong]]:
    if not day:
        return
    try:
        good = date.fromisoformat(day).isoformat() == day
    except ValueError:
        good = False
    if not good:
        yield name, Wrong.BAD_DATE
