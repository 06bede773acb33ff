# SPDX-License-Identifier: MIT
"""The notebook's milliseconds as words: this laptop's own time zone, the language in force."""

from datetime import UTC, datetime
from typing import Final

from desktop.ui.words.dates import near_day, near_moment, written_time
from desktop.ui.words.language import Language

_FIRST: Final = datetime(1900, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(9000, 1, 1, tzinfo=UTC)


def local_moment(milliseconds: int) -> datetime:
    """Return a moment in this laptop's own time zone, as people at this table read a clock.

    A colleague's clock or program may say what no calendar holds; it is shown as the nearest that one does.
    """
    seconds = min(max(milliseconds / 1000, _FIRST.timestamp()), _LAST.timestamp())
    return datetime.fromtimestamp(seconds, UTC).astimezone()


def said_moment(milliseconds: int, now_ms: int, language: Language) -> str:
    """Return day and time as said in a sentence: tänään 13.22, eilen 16.05, 3.9."""
    moment, now = local_moment(milliseconds), local_moment(now_ms)
    if moment.date() == now.date():
        return f"{near_day(moment.date(), now.date(), language)} {written_time(moment, language)}"
    return near_moment(moment, now, language)


def said_day(milliseconds: int, now_ms: int, language: Language) -> str:
    """Return the day alone: tänään, eilen, pe 20.11., 3.9.2025."""
    return near_day(local_moment(milliseconds).date(), local_moment(now_ms).date(), language)


def short_moment(milliseconds: int, now_ms: int, language: Language) -> str:
    """Return the time of today, else the day alone: 12.32, eilen, pe 20.11."""
    moment, now = local_moment(milliseconds), local_moment(now_ms)
    if moment.date() == now.date():
        return written_time(moment, language)
    return near_day(moment.date(), now.date(), language)


def at_start(words: str) -> str:
    """Return the words with a capital letter first, the rest as it is."""
    return words[:1].upper() + words[1:]
