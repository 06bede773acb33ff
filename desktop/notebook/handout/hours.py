# SPDX-License-Identifier: MIT
"""Opening hours as rows of a table: days that are alike in one row, closed days said; other hours as lines below."""

from datetime import date, timedelta
from itertools import groupby
from typing import Final

from desktop.notebook.handout.frames import Frames
from desktop.notebook.handout.lines import Item, Line, day_piece, joined, line_item, own, piece, sign
from sync.catalogue.model import Hours, Opening, OtherHours

AHEAD: Final = timedelta(days=60)
"""Other hours further away are not printed: nobody keeps the paper that long."""
_WEEK: Final = range(1, 8)


def hours_items(hours: Hours, frames: Frames, day: date) -> list[Item]:
    """Return a table of the week, and a line for each of the other hours in the next 60 days."""
    found = []
    if hours.openings:
        found.append(_table(_week(hours.openings, frames), frames))
    near = [one for one in hours.exceptions if _is_near(one, day)]
    if near:
        found.append(line_item([own(frames.words.other_hours, frames)], quiet=True))
        for one in sorted(near, key=lambda one: one.from_):
            between = sign("\N{NO-BREAK SPACE}", frames)
            found.append(line_item([*_span(one, frames), between, *_exception(one, frames)]))
    return found


def _week(openings: tuple[Opening, ...], frames: Frames) -> list[tuple[Line, Line]]:
    times = {
        weekday: tuple(sorted((one.opens, one.closes) for one in openings if one.weekday == weekday))
        for weekday in _WEEK
    }
    rows = []
    for spans, group in groupby(_WEEK, key=lambda weekday: times[weekday]):
        days = list(group)
        name = frames.weekdays[days[0] - 1]
        if len(days) > 1:
            name = f"{name}\N{EN DASH}{frames.weekdays[days[-1] - 1]}"
        open_at = joined([[_times(opens, closes, frames)] for opens, closes in spans], frames)
        rows.append(
            ([own(name[:1].upper() + name[1:], frames)], open_at or [own(frames.words.closed, frames)])
        )
    return rows


def _span(one: OtherHours, frames: Frames) -> Line:
    first = day_piece(one.from_, frames)
    if one.to in ("", one.from_):
        return [first]
    last = day_piece(one.to, frames)
    return [piece(f"{first['text']}\N{EN DASH}{last['text']}", frames.pdf_language, keep=True)]


def _exception(one: OtherHours, frames: Frames) -> Line:
    if not one.opens:
        return [own(frames.words.closed, frames)]
    return [_times(one.opens, one.closes, frames)]


def _is_near(one: OtherHours, day: date) -> bool:
    last = one.to or one.from_
    return last >= day.isoformat() and one.from_ <= (day + AHEAD).isoformat()


def _times(opens: str, closes: str, frames: Frames) -> dict[str, object]:
    shown = "\N{EN DASH}".join(_time(one, frames) for one in (opens, closes) if one)
    return piece(shown, frames.pdf_language, keep=True)


def _time(time: str, frames: Frames) -> str:
    hour, _, minute = time.partition(":")
    return f"{hour.removeprefix('0') or '0'}{frames.time_separator}{minute}" if minute else time


def _table(rows: list[tuple[Line, Line]], frames: Frames) -> Item:
    return {
        "kind": "hours",
        "head": [frames.words.day, frames.words.time],
        "rows": [list(row) for row in rows],
    }
