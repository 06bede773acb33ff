# SPDX-License-Identifier: MIT
"""A service's values as words: what a list of facts and a list of changes say of each field."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from desktop.ui.editing.typed_hours import write_spans
from desktop.ui.page import Tools
from desktop.ui.words.dates import written_date, written_day
from desktop.ui.words.fields import said_date, said_phone, yes_no
from desktop.ui.words.language import Language
from sync.catalogue.model import Service

CODED: Final = {
    "category": "service_categories",
    "topics": "topics",
    "life_situations": "life_situations",
    "statuses": "statuses",
    "municipalities": "municipalities",
    "obligation": "obligations",
    "consent": "consent_needs",
    "referral_kinds": "referral_kinds",
    "price": "prices",
    "accessibility": "accessibility_features",
    "organisation.kind": "organisation_kinds",
    "origin.source": "service_sources",
}
"""Field → its code list."""
DAYS: Final = frozenset(
    {
        "starts",
        "valid_from",
        "valid_to",
        "checked",
        "stale_after",
        "origin.changed",
        "origin.fetched",
    }
)
_LISTED: Final = frozenset(
    {
        "topics",
        "life_situations",
        "statuses",
        "municipalities",
        "referral_kinds",
        "accessibility",
        "languages",
        "places",
        "complementary",
        "other_names",
        "keywords",
    }
)
"""What a change of the notebook carries as JSON."""
_YES_NO: Final = frozenset({"interpreter", "without_appointment"})
_MONDAY: Final = date(2024, 1, 1)
_WEEK: Final = 7


def flat(content: Mapping[str, Any], *, under: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every field of a service's map with its value, a text a language, in the model's order."""
    names = [name for name in Service.__struct_fields__ if name in content] if not under else list(content)
    for name in names:
        value = content[name]
        if isinstance(value, Mapping):
            yield from flat(value, under=f"{under}{name}.")
        else:
            yield f"{under}{name}", value


def changed_value(path: str, text: str, tools: Tools) -> str:
    """Return one side of a change of the notebook as words."""
    if text and path.partition(".")[0] in _LISTED:
        try:
            return said_value(path, json.loads(text), tools)
        except ValueError:
            return text
    return said_value(path, text, tools)


def said_value(path: str, value: Any, tools: Tools) -> str:  # noqa: ANN401 - any value of a service's map
    """Return a field's value as people read it; an empty text for what is not known."""
    if value is None or value in ("", [], (), {}):
        return ""
    field = path.partition(".")[0]
    codes = tools.codes
    coded = CODED.get(path) or CODED.get(field)
    if coded is not None:
        chosen = value if isinstance(value, list | tuple) else [value]
        return ", ".join(codes.label(coded, str(one)) for one in chosen)
    if isinstance(value, list | tuple):
        maps = [one for one in value if isinstance(one, Mapping)]
        match field:
            case "languages":
                return ", ".join(_language(one, tools) for one in maps)
            case "places":
                return "\n".join(said_place(one, tools) for one in maps)
            case _:
                return ", ".join(str(one) for one in value)
    return _single(path, str(value))


def _single(path: str, text: str) -> str:
    if path == "phone":
        return said_phone(text)
    if path in _YES_NO:
        return yes_no(yes=text == "yes")
    return said_date(text) if path in DAYS else text


def said_place(place: Mapping[str, Any], tools: Tools) -> str:
    """Return a place on one line: name, address, hours, contacts."""
    language = tools.translations.language
    town = " ".join(str(place[part]) for part in ("postcode", "town") if place.get(part))
    parts = [
        _in_language(place.get("name"), language),
        ", ".join(part for part in (str(place.get("address") or ""), town) if part),
        said_hours(place.get("hours") or {}, language),
        said_phone(str(place.get("phone") or "")),
        str(place.get("email") or ""),
        _in_language(place.get("web"), language),
        _in_language(place.get("note"), language),
    ]
    return "; ".join(part for part in parts if part)


def said_hours(hours: Mapping[str, Any], language: Language) -> str:
    """Return opening hours on one line: days of the same hours together, other hours, words."""
    week: list[tuple[list[int], str]] = []
    for day in range(1, _WEEK + 1):
        spans = [
            (str(one.get("opens")), str(one.get("closes")))
            for one in hours.get("openings") or ()
            if one.get("weekday") == day
        ]
        said = write_spans(sorted(spans), language)
        if week and week[-1][1] == said:
            week[-1][0].append(day)
        else:
            week.append(([day], said))
    parts = [f"{_days(days, language)} {said}" for days, said in week if said]
    parts += [said_exception(one, language) for one in hours.get("exceptions") or ()]
    return ", ".join(part for part in (*parts, _in_language(hours.get("note"), language)) if part)


def said_exception(other: Mapping[str, Any], language: Language) -> str:
    """Return other hours: 24.12.2026-26.12.2026 closed."""
    first, last = str(other.get("from") or ""), str(other.get("to") or "")
    days = said_date(first) if last in {"", first} else f"{said_date(first)}\N{EN DASH}{said_date(last)}"
    if other.get("opens"):
        return f"{days} {write_spans([(str(other['opens']), str(other.get('closes') or ''))], language)}"
    return f"{days} {QCoreApplication.translate('Editing', 'closed')}"


def weekday_name(day: int, language: Language) -> str:
    """Return the short name of a weekday, 1 Monday ... 7 Sunday: ma."""
    return written_day(_MONDAY + timedelta(days=day - 1), language).split()[0]


def half_a_year_after(day: date) -> date:
    """Return the same day six months on, the last day of a shorter month."""
    month = day.month + 6
    year, month = (day.year + 1, month - 12) if month > 12 else (day.year, month)  # noqa: PLR2004 - months
    for last in range(day.day, 0, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return day


def near_written(day: str) -> str:
    """Return a stored day for a row: 3.9.2026; what is no day comes back as it is."""
    try:
        return written_date(date.fromisoformat(day))
    except ValueError:
        return day


def _days(days: list[int], language: Language) -> str:
    first, last = weekday_name(days[0], language), weekday_name(days[-1], language)
    return first if len(days) == 1 else f"{first}\N{EN DASH}{last}"


def _language(offered: Mapping[str, Any], tools: Tools) -> str:
    name = tools.codes.label("languages", str(offered.get("language") or ""))
    level = tools.codes.label("cefr", str(offered.get("level") or ""))
    return f"{name} ({level})" if level else name


def _in_language(texts: object, language: Language) -> str:
    if not isinstance(texts, Mapping):
        return ""
    for one in (language.value, "fi", "en", "sv"):
        if texts.get(one):
            return str(texts[one])
    return next((str(text) for text in texts.values() if text), "")
