# SPDX-License-Identifier: MIT
"""Opening hours as people write them: mo-fr 9.00-15.00, and whether it is open now."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.ui.services.row_words import said_time
from desktop.ui.words.dates import written_day
from desktop.ui.words.language import Language
from sync.catalogue.model import Hours, Opening, OtherHours, text_in

_MONDAY = date(2024, 1, 1)


def hours_lines(hours: Hours, today: date, language: Language) -> list[str]:
    """Return the week, days of the same hours together, then what is otherwise from today on, then the note."""
    lines = [
        f"{_days(days, language)} {spans}" for days, spans in _grouped(hours.openings, language) if spans
    ]
    lines += [
        _otherwise(other, language)
        for other in hours.exceptions
        if (other.to or other.from_) >= today.isoformat()
    ]
    note = text_in(hours.note, language.value)
    return [*lines, note] if note else lines


def open_now(hours: Hours, now: datetime) -> bool | None:
    """Return whether it is open at this moment; ``None`` when no hours are known."""
    if not hours.openings:
        return None
    minute = f"{now.hour:02}:{now.minute:02}"
    yesterday = now.date() - timedelta(days=1)
    for opens, closes in _spans_on(hours, now.date()):
        if opens <= minute and (minute < closes or closes <= opens):
            return True
    return any(closes <= opens and minute < closes for opens, closes in _spans_on(hours, yesterday))


def _spans_on(hours: Hours, day: date) -> list[tuple[str, str]]:
    stored = day.isoformat()
    for other in hours.exceptions:
        if other.from_ <= stored <= (other.to or other.from_):
            return [(other.opens, other.closes)] if other.opens else []
    return [(one.opens, one.closes) for one in hours.openings if one.weekday == day.isoweekday()]


def _grouped(openings: Sequence[Opening], language: Language) -> list[tuple[list[int], str]]:
    groups: list[tuple[list[int], str]] = []
    for weekday in range(1, 8):
        spans = ", ".join(
            _span(one.opens, one.closes, language)
            for one in sorted(openings, key=lambda one: one.opens)
            if one.weekday == weekday
        )
        if groups and groups[-1][1] == spans:
            groups[-1][0].append(weekday)
        else:
            groups.append(([weekday], spans))
    return groups


def _days(days: Sequence[int], language: Language) -> str:
    names = [
        written_day(_MONDAY + timedelta(days=day - 1), language).split()[0] for day in (days[0], days[-1])
    ]
    return names[0] if len(days) == 1 else f"{names[0]}\N{EN DASH}{names[1]}"


def _span(opens: str, closes: str, language: Language) -> str:
    return f"{said_time(opens, language)}\N{EN DASH}{said_time(closes, language)}"


def _otherwise(other: OtherHours, language: Language) -> str:
    days = (
        _day(other.from_)
        if other.to in {"", other.from_}
        else f"{_day(other.from_)}\N{EN DASH}{_day(other.to)}"
    )
    if other.opens:
        return f"{days} {_span(other.opens, other.closes, language)}"
    return f"{days} {QCoreApplication.translate('ServiceFace', 'closed')}"


def _day(stored: str) -> str:
    day = date.fromisoformat(stored)
    return f"{day.day}.{day.month}."
