# SPDX-License-Identifier: MIT
"""A service as it may be shown, whoever wrote it: what no editor could have saved is cut, cleaned or left out.

The hub takes a service editor's commit without weighing its text, so a laptop meets whatever somebody signed: a name
of a hundred thousand letters, other people's reading direction, an address that starts a program. None of that may
stop a search, a paper or a sync. What an importer or our own form has made goes through unchanged.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec

from sync.catalogue.model import (
    MOST_PLACES,
    NAME_LENGTH,
    SUMMARY_LENGTH,
    TEXT_LENGTH,
    Hours,
    Opening,
    Organisation,
    OtherHours,
    Place,
    Service,
    Texts,
    from_map,
)
from sync.catalogue.plain_text import clean_text, on_one_line

T = TypeVar("T")

MOST_WORDS: Final = 100
"""Other names, or keywords, in one language."""
_MOST_LANGUAGES: Final = 60
_MOST_CODES: Final = 500
_MOST_LINES: Final = 200
_LINES_OF_PLACE: Final = 40
"""Lines of a note on one place: there may be sixty of them, and a paper prints all."""
_MOST_OPENINGS: Final = 70
"""Ten a weekday."""
_MOST_OTHER_HOURS: Final = 500
_LINE_LENGTH: Final = 200
_LINK_LENGTH: Final = 1_000
_REFERENCE_LENGTH: Final = 200
_OLDEST: Final = 150
_MOST_COUNTED: Final = 99_999
_MILLION: Final = 1_000_000

# The same as an import takes out, and the zero of C, which no PDF takes; joiners stay: Persian needs them.
_UNWANTED: Final = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z]{1,10})?")
_LINK: Final = re.compile(r"(?i)https?://[^\s<>\"@/\\]+([/?#][^\s<>\"]*)?")
"""An address of the web without a user's name in it."""
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")


def shown_service(content: object) -> Service:
    """Read a service's map as it may be shown.

    Raises ``msgspec.ValidationError`` for what is no service; one whose name has no letter is none.
    """
    service = bounded(from_map(content))
    if not any(char.isalnum() for name in service.name.values() for char in name):
        raise msgspec.ValidationError("a service without a name")
    return service


def bounded(service: Service) -> Service:
    """Return a service within the bounds that an editor's is held to; the same one where nothing is wrong."""
    return _with(service, {name: cut(getattr(service, name)) for name, cut in _OF_SERVICE.items()})


def _with(part: T, fields: Mapping[str, Any]) -> T:
    changed = {name: value for name, value in fields.items() if value is not getattr(part, name)}
    return msgspec.structs.replace(part, **changed) if changed else part  # type: ignore[type-var]


def _text(limit: int, most_lines: int = _MOST_LINES) -> Callable[[str], str]:
    def cut(said: str) -> str:
        if len(said) <= limit and _is_clean(said, most_lines):
            return said
        lines = _UNWANTED.sub("", clean_text(said[: 4 * limit], limit).text).split("\n")
        return "\n".join(lines[:most_lines])

    return cut


def _is_clean(said: str, most_lines: int) -> bool:
    if said.isprintable():  # a hundred times quicker than the search, and true of nearly all
        return True
    return said.count("\n") < most_lines and (
        said.replace("\n", "").isprintable() or _UNWANTED.search(said) is None
    )


def _line(limit: int) -> Callable[[str], str]:
    of_text = _text(limit)

    def cut(said: str) -> str:
        kept = of_text(said)
        return on_one_line(kept) if "\n" in kept else kept

    return cut


def _texts(cut: Callable[[str], str]) -> Callable[[Texts], Texts]:
    def cut_all(said: Texts) -> Texts:
        kept = {
            language: cut(text)
            for language, text in list(said.items())[:_MOST_LANGUAGES]
            if _is_language(language)
        }
        return said if kept == said else kept

    return cut_all


@lru_cache(maxsize=256)
def _is_language(code: str) -> bool:
    return _LANGUAGE.fullmatch(code) is not None


def _words(said: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    kept = {
        language: tuple(map(_NAME, several[:MOST_WORDS]))
        for language, several in list(said.items())[:_MOST_LANGUAGES]
        if _is_language(language)
    }
    return said if kept == said else kept


def _link(said: str) -> str:
    if not said:
        return said
    return said if len(said) <= _LINK_LENGTH and _LINK.fullmatch(said) else ""


def _day(said: str) -> str:
    return said if not said or _is_day(said) else ""


@lru_cache(maxsize=2_048)
def _is_day(said: str) -> bool:
    try:
        return date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False


def _codes(said: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(map(_CODE, said[:_MOST_CODES]))
    return said if kept == said else kept


def _number(lowest: int, highest: int, otherwise: int) -> Callable[[int], int]:
    return lambda said: said if lowest <= said <= highest else otherwise


def _parts(each: Callable[[T], T | None], most: int) -> Callable[[tuple[T, ...]], tuple[T, ...]]:
    """Cut a list's parts; ``None`` leaves one out."""

    def cut(said: tuple[T, ...]) -> tuple[T, ...]:
        kept = tuple(_there(map(each, said[:most])))
        return said if len(kept) == len(said) and all(map(_is, kept, said)) else kept

    return cut


def _there(several: Iterable[T | None]) -> Iterable[T]:
    return (one for one in several if one is not None)


def _is(one: object, other: object) -> bool:
    return one is other


def _opening(one: Opening) -> Opening | None:
    in_week = 1 <= one.weekday <= 7  # noqa: PLR2004 - Monday to Sunday
    return one if in_week and _is_time(one.opens) and _is_time(one.closes) else None


@lru_cache(maxsize=2_048)
def _is_time(said: str) -> bool:
    return _TIME.fullmatch(said) is not None


def _other(one: OtherHours) -> OtherHours | None:
    days = _day(one.from_) and _day(one.to or one.from_)
    timed = all(not time or _is_time(time) for time in (one.opens, one.closes))
    return one if days and timed and bool(one.opens) == bool(one.closes) else None


_NAME: Final = _line(NAME_LENGTH)
_CODE: Final = _line(64)
_SHORT: Final = _line(_LINE_LENGTH)
_NAMES: Final = _texts(_NAME)
_TEXTS: Final = _texts(_text(TEXT_LENGTH))
_NOTES: Final = _texts(_text(TEXT_LENGTH, _LINES_OF_PLACE))
_LINKS: Final = _texts(_link)

_OF_HOURS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "openings": _parts(_opening, _MOST_OPENINGS),
    "exceptions": _parts(_other, _MOST_OTHER_HOURS),
    "note": _NOTES,
}


def _hours(one: Hours) -> Hours:
    return _with(one, {name: cut(getattr(one, name)) for name, cut in _OF_HOURS.items()})


_OF_PLACE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": _NAMES,
    "latitude": _number(-90 * _MILLION, 90 * _MILLION, 0),
    "longitude": _number(-180 * _MILLION, 180 * _MILLION, 0),
    "hours": _hours,
    "web": _LINKS,
    "starts": _day,
    "ends": _day,
    "note": _NOTES,
    **dict.fromkeys(("address", "postcode", "town", "phone", "email"), _SHORT),
    **dict.fromkeys(("municipality", "district", "accessible"), _CODE),
}


def _place(one: Place) -> Place:
    return _with(one, {name: cut(getattr(one, name)) for name, cut in _OF_PLACE.items()})


def _organisation(one: Organisation) -> Organisation:
    return _with(one, {"id": _SHORT(one.id), "name": _NAMES(one.name), "kind": _CODE(one.kind)})


_OF_SERVICE: Final[Mapping[str, Callable[[Any], Any]]] = {
    "name": _NAMES,
    "summary": _texts(_text(SUMMARY_LENGTH)),
    "other_names": _words,
    "keywords": _words,
    "organisation": _organisation,
    "places": _parts(_place, MOST_PLACES),
    "phone": _SHORT,
    "email": _SHORT,
    "web": _LINKS,
    "lowest_age": _number(0, _OLDEST, 0),
    "highest_age": _number(0, _OLDEST, 0),
    "places_free": _number(-1, _MOST_COUNTED, -1),
    "queue_weeks": _number(-1, _MOST_COUNTED, -1),
    "languages": _parts(
        lambda one: _with(one, {"language": _CODE(one.language), "level": _CODE(one.level)}), _MOST_CODES
    ),
    **dict.fromkeys(
        (
            "description", "target_group", "requirements", "benefit_effect", "consent_about", "how_to_refer",
            "attendance", "record", "price_note", "accessibility_note", "producer", "staff_contact",
        ),
        _TEXTS,
    ),
    **dict.fromkeys(("starts", "valid_from", "valid_to", "checked", "stale_after"), _day),
    **dict.fromkeys(("category", "obligation", "consent", "interpreter", "price", "without_appointment"), _CODE),
    **dict.fromkeys(
        ("topics", "life_situations", "statuses", "municipalities", "referral_kinds", "accessibility"), _codes
    ),
    "complementary": lambda said: said[:_MOST_CODES] if len(said) > _MOST_CODES else said,
}  # fmt: skip
