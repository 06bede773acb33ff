# SPDX-License-Identifier: MIT
"""From hits of a search to rows of the list."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import PersonRow
from desktop.ui.components.row_value import Row
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import at_start, said_day

_MOST_MARKS: Final = 2


def person_row(row: PersonRow, now_ms: int, language: Language, *, most_marks: int = _MOST_MARKS) -> Row:
    """Return one hit: name and day above, year, worker, language and what was matched below."""
    marks = row.marks
    if Mark.PROTECTED in marks:
        second = QCoreApplication.translate("PeopleRows", "Only those named see this")
        marks = [Mark.PROTECTED]
    else:
        second = " · ".join(part for part in _parts(row) if part)
    return Row(
        key=row.person.hex(),
        title=row.name or QCoreApplication.translate("PeopleRows", "No name"),
        second=second,
        time=at_start(said_day(row.last_at, now_ms, language)) if row.last_at else "",
        marks=mark_values(marks)[:most_marks],
    )


def _parts(row: PersonRow) -> list[str]:
    mine = QCoreApplication.translate("PeopleRows", "Mine")
    team = QCoreApplication.translate("PeopleRows", "Team")
    several = QCoreApplication.translate("PeopleRows", "%n cards", None, row.cards) if row.cards > 1 else ""
    return [
        several,
        str(row.birth_year or ""),
        mine if row.mine else brief_name(row.responsible) or team,
        row.language,
        _matched(row.matched_in),
        f"”{row.known_as}”" if row.known_as else "",
        *(f"”{name}”" for name in row.also),
    ]


def brief_name(name: str) -> str:
    """Return a colleague's name as in the list: Mehmet K."""
    first, _, last = name.partition(" ")
    return f"{first} {last[0]}." if last else first


def _matched(field: str) -> str:
    match field:
        case "phone":
            return QCoreApplication.translate("PeopleRows", "found by phone")
        case "hetu":
            return QCoreApplication.translate("PeopleRows", "found by identity code")
        case "note":
            return QCoreApplication.translate("PeopleRows", "found in a note")
        case "alike":
            return QCoreApplication.translate("PeopleRows", "sounds alike")
        case _:
            return ""
