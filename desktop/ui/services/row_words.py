# SPDX-License-Identifier: MIT
"""From a row of the search to what the list says of it, in the language in force."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.services import ServiceClient, ServiceRow, Unmet, Why
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.page import Tools
from desktop.ui.services.hit import Hit
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_date
from desktop.ui.words.language import Language
from desktop.ui.words.moments import at_start, local_moment

_SAID_ELSEWHERE: Final = frozenset({"stale"})
"""At the right of the row already."""


def hit_of(row: ServiceRow, client: ServiceClient, tools: Tools, *, marked: bool) -> Hit:
    """Return one hit, said for this client."""
    today = local_moment(tools.clock()).date()
    return Hit(
        key=row.service.hex(),
        name=row.name or QCoreApplication.translate("ServiceRows", "No name"),
        lit=tuple(one.word for one in row.why if one.field == "name" and one.word),
        where=_place(row, tools),
        terms=" · ".join(part for part in (ages_said(row), _price(row, tools)) if part),
        to_be_had=to_be_had(row, today, tools.translations.language) or row.summary,
        checked=_checked(row, today),
        stale=stale_mark() if row.stale else None,
        why=why_said(row.why),
        unmet=unmet_marks(row, client, tools),
        signs=_signs(row),
        marked=marked,
        marked_word=QCoreApplication.translate("ServiceRows", "marked"),
    )


def ages_said(row: ServiceRow) -> str:
    """Return for which ages it is meant: 17+, a span, up to 17, or for all."""
    low, high = row.lowest_age, row.highest_age
    if low and high:
        return f"{low}\N{EN DASH}{high}"
    if low:
        return f"{low}+"
    if high:
        return QCoreApplication.translate("ServiceRows", "up to {age} years").format(age=high)
    return QCoreApplication.translate("ServiceRows", "for all ages")


def to_be_had(row: ServiceRow, today: date, language: Language, *, whole: bool = False) -> str:
    """Return what there is to be had now: places, a queue, when it begins, whether it is open.

    A line has room for two or three: for a course with places, that its house is open now is left to ``whole``.
    """
    parts = []
    if row.places_free > 0:
        parts.append(QCoreApplication.translate("ServiceRows", "%n places", None, row.places_free))
    if row.queue_weeks > 0:
        parts.append(QCoreApplication.translate("ServiceRows", "queue of %n weeks", None, row.queue_weeks))
    if row.without_appointment == "yes":
        parts.append(QCoreApplication.translate("ServiceRows", "without appointment"))
    if row.starts:
        parts.append(
            QCoreApplication.translate("ServiceRows", "begins {day}").format(day=_day(row.starts, today))
        )
    limited = row.places_free > 0 or row.queue_weeks > 0 or bool(row.starts)
    if (whole or not limited) and (is_open := _openness(row, language)):
        parts.append(is_open)
    return at_start(", ".join(parts))


def _openness(row: ServiceRow, language: Language) -> str:
    if row.open == "yes" and row.closes:
        words = QCoreApplication.translate("ServiceRows", "open until {time}")
        return words.format(time=said_time(row.closes, language))
    if row.open == "yes":
        return QCoreApplication.translate("ServiceRows", "open now")
    return QCoreApplication.translate("ServiceRows", "closed now") if row.open == "no" else ""


def said_time(stored: str, language: Language) -> str:
    """Return ``HH:MM`` as people write it: 9.00, in English 9:00."""
    hours, _, minutes = stored.partition(":")
    return f"{hours.lstrip('0') or '0'}{':' if language is Language.ENGLISH else '.'}{minutes}"


def stale_mark() -> MarkValue:
    """Return the mark of a service that nobody has checked for too long."""
    word = QCoreApplication.translate("ServiceRows", "out of date, check")
    return MarkValue("triangle-alert", word, Tone.WARN)


def why_said(why: Sequence[Why]) -> str:
    """Return why it was found where the name does not show it, and what was asked for it."""
    for one in why:
        if not one.word or (one.field == "name" and not one.typed):
            continue
        if one.typed:
            words = QCoreApplication.translate("ServiceRows", "found: {word}, you asked {typed}")
            return words.format(word=one.word, typed=one.typed)
        return QCoreApplication.translate("ServiceRows", "found: {word}").format(word=one.word)
    return ""


def unmet_marks(row: ServiceRow, client: ServiceClient, tools: Tools) -> tuple[MarkValue, ...]:
    """Return what does not fit this client or this moment, as warnings."""
    return tuple(
        MarkValue("triangle-alert", words, Tone.WARN)
        for one in row.unmet
        if one.code not in _SAID_ELSEWHERE and (words := _unmet(one, row, client, tools))
    )


def _unmet(one: Unmet, row: ServiceRow, client: ServiceClient, tools: Tools) -> str:
    match one.code:
        case "age":
            words = _only(row)
        case "language":
            language = tools.codes.label("languages", client.language)
            words = QCoreApplication.translate("ServiceRows", "not in {language}").format(language=language)
            words = words if language else ""
        case "level":
            level = tools.codes.label("cefr", str(one.facts.get("wanted", "")))
            words = QCoreApplication.translate("ServiceRows", "asks for level {level}").format(level=level)
        case "not_open_yet":
            day = said_near(str(one.facts.get("day", "")), tools)
            words = QCoreApplication.translate("ServiceRows", "not before {day}").format(day=day)
        case _:
            words = _plainly(one.code)
    return words


def _only(row: ServiceRow) -> str:
    low, high = row.lowest_age, row.highest_age
    if low and high:
        return QCoreApplication.translate("ServiceRows", "only ages {ages}").format(ages=ages_said(row))
    if low:
        return QCoreApplication.translate("ServiceRows", "only from age {age}").format(age=low)
    return QCoreApplication.translate("ServiceRows", "only up to age {age}").format(age=high)


def _plainly(code: str) -> str:
    match code:
        case "municipality":
            return QCoreApplication.translate("ServiceRows", "not from their municipality")
        case "status":
            return QCoreApplication.translate("ServiceRows", "not for their situation")
        case "over":
            return QCoreApplication.translate("ServiceRows", "is over")
        case "full":
            return QCoreApplication.translate("ServiceRows", "full")
        case "closed_now":
            return QCoreApplication.translate("ServiceRows", "closed now")
        case _:
            return QCoreApplication.translate("ServiceRows", "does not quite fit")


def _place(row: ServiceRow, tools: Tools) -> str:
    district = tools.codes.label("districts", row.district)
    known = district.casefold() in row.place.casefold()
    return row.place if known else ", ".join(part for part in (row.place, district) if part)


def _price(row: ServiceRow, tools: Tools) -> str:
    return tools.codes.label("prices", row.price).lower()


def _checked(row: ServiceRow, today: date) -> str:
    if not row.checked:
        return ""
    return QCoreApplication.translate("ServiceRows", "checked {day}").format(day=_day(row.checked, today))


def _signs(row: ServiceRow) -> tuple[MarkValue, ...]:
    signs = []
    if row.favourite:
        signs.append(MarkValue("star", QCoreApplication.translate("ServiceRows", "favourite"), Tone.ACCENT))
    if row.noted:
        words = QCoreApplication.translate("ServiceRows", "the team has a note")
        signs.append(MarkValue("message-square", words, Tone.MUTED))
    if row.hidden:
        signs.append(MarkValue("eye-off", QCoreApplication.translate("ServiceRows", "hidden"), Tone.MUTED))
    return tuple(signs)


def _day(stored: str, today: date) -> str:
    """Return a day: 20.11. in this year, else 7.1.2027; as it is when it is none."""
    try:
        day = date.fromisoformat(stored)
    except ValueError:
        return stored
    return f"{day.day}.{day.month}." if day.year == today.year else written_date(day)


def said_near(stored: str, tools: Tools) -> str:
    """Return a stored day as the rows say it."""
    return _day(stored, local_moment(tools.clock()).date())
