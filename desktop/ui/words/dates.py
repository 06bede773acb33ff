# SPDX-License-Identifier: MIT
"""Dates, times and figures as Finnish, Swedish and English speaking staff write them in Finland.

All take datetimes already in the laptop's zone: converting is the caller's, with the offset the hub
observed. Dates are day first in all three languages (24.11.2026), times 14.26 in Finnish and Swedish and
14:26 in English.
"""

from datetime import date, datetime, timedelta

from desktop.ui.words.language import Language

_WEEKDAYS = {
    Language.FINNISH: ("ma", "ti", "ke", "to", "pe", "la", "su"),
    Language.SWEDISH: ("må", "ti", "on", "to", "fr", "lö", "sö"),
    Language.ENGLISH: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_TODAY = {Language.FINNISH: "tänään", Language.SWEDISH: "i dag", Language.ENGLISH: "today"}
_YESTERDAY = {Language.FINNISH: "eilen", Language.SWEDISH: "i går", Language.ENGLISH: "yesterday"}
_TOMORROW = {Language.FINNISH: "huomenna", Language.SWEDISH: "i morgon", Language.ENGLISH: "tomorrow"}
_NAMED_WITHIN = 7
_NARROW_SPACE = "\N{NO-BREAK SPACE}"


def written_time(moment: datetime, language: Language) -> str:
    """Return hours and minutes: 14.26, in English 14:26."""
    return moment.strftime("%H:%M" if language is Language.ENGLISH else "%H.%M")


def written_date(day: date) -> str:
    """Return a full date: 24.11.2026, without leading zeros."""
    return f"{day.day}.{day.month}.{day.year}"


def written_day(day: date, language: Language) -> str:
    """Return a weekday and a full date, as in the header: ti 24.11.2026."""
    return f"{_WEEKDAYS[language][day.weekday()]} {written_date(day)}"


def near_day(day: date, today: date, language: Language) -> str:
    """Return a day as briefly as it stays clear: tänään, eilen, pe 20.11., 6.11., 3.9.2025."""
    away = (day - today).days
    if away == 0:
        return _TODAY[language]
    if away == -1:
        return _YESTERDAY[language]
    if away == 1:
        return _TOMORROW[language]
    if day.year != today.year:
        return written_date(day)
    if abs(away) < _NAMED_WITHIN:
        return f"{_WEEKDAYS[language][day.weekday()]} {day.day}.{day.month}."
    return f"{day.day}.{day.month}."


def near_moment(moment: datetime, now: datetime, language: Language) -> str:
    """Return when something happened: 14.21 today, else the day and, within a week, the time: eilen 16.05."""
    day, today = moment.date(), now.date()
    if day == today:
        return written_time(moment, language)
    if today - timedelta(days=_NAMED_WITHIN) < day <= today:
        return f"{near_day(day, today, language)} {written_time(moment, language)}"
    return near_day(day, today, language)


def written_count(count: int, language: Language) -> str:
    """Return a whole number with its thousands apart: 1 284, in English 1,284."""
    return f"{count:,}".replace(",", "," if language is Language.ENGLISH else _NARROW_SPACE)
