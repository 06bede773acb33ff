# SPDX-License-Identifier: MIT
"""Opening hours of one weekday as an editor types them, and back: 9-12, 13.00-16.30."""

import re
from collections.abc import Iterable
from typing import Final

from desktop.ui.words.language import Language

_SPAN: Final = re.compile(
    r"(?P<from>\d{1,2})(?:[.:](?P<from_minute>\d{2}))?\s*[-\N{EN DASH}]\s*"
    r"(?P<to>\d{1,2})(?:[.:](?P<to_minute>\d{2}))?"
)
_LAST_HOUR: Final = 24
_MINUTES: Final = 60

Span = tuple[str, str]
"""Opens and closes as ``HH:MM``; ``24:00`` is midnight at the end of the day."""


def read_spans(typed: str) -> list[Span] | None:
    """Return the spans of a day, an empty list for an empty text, ``None`` for what is no time."""
    spans = []
    for part in re.split(r"[,;]", typed):
        if not part.strip():
            continue
        found = _SPAN.fullmatch(part.strip())
        if found is None:
            return None
        opens = _time(found["from"], found["from_minute"])
        closes = _time(found["to"], found["to_minute"])
        if not opens or not closes:
            return None
        spans.append((opens, closes))
    return spans


def write_spans(spans: Iterable[Span], language: Language) -> str:
    """Return the spans of a day for the eye: 9.00-12.00, 13.00-16.30."""
    dot = ":" if language is Language.ENGLISH else "."

    def said(time: str) -> str:
        return f"{time[:2].removeprefix('0') or '0'}{dot}{time[3:]}"

    return ", ".join(f"{said(opens)}\N{EN DASH}{said(closes)}" for opens, closes in spans)


def _time(hour: str, minute: str | None) -> str:
    """Return ``HH:MM``, or an empty text for no time of a day."""
    hours, minutes = int(hour), int(minute or 0)
    if hours > _LAST_HOUR or minutes >= _MINUTES or (hours == _LAST_HOUR and minutes):
        return ""
    return f"{hours:02}:{minutes:02}"
