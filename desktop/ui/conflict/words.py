# SPDX-License-Identifier: MIT
"""The sentences of two values: the question, what stands where, who wrote it when."""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.people import ConflictRow, ConflictView, FieldHistoryRow, FieldValue, Side
from desktop.ui.components.row_value import Row
from desktop.ui.components.table_value import Cell, TableRow
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import field_label, written_value
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import at_start, said_moment

_ID: Final = re.compile(r"l?[0-9a-f]{16,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideWords:
    """One value as it is shown: heading, value, and pairs of label and words."""

    heading: str
    value: str
    facts: tuple[tuple[str, str], ...]


def question(view: ConflictView, tools: Tools) -> str:
    """Return the title as a question."""
    field = field_label(view.kind, view.field, tools.codes)
    if len(view.sides) > 2:  # noqa: PLR2004 - two is the usual case
        return QCoreApplication.translate("ConflictWords", "{field}: which of these stays?").format(
            field=field
        )
    return QCoreApplication.translate("ConflictWords", "{field}: which one stays?").format(field=field)


def lead(view: ConflictView) -> str:
    """Return the sentences under the question: about whom, why it is asked, that nothing is lost."""
    who = view.title
    if who and view.birth_year:
        born = QCoreApplication.translate("ConflictWords", "b. {year}").format(year=view.birth_year)
        who = f"{who}, {born}"
    why = QCoreApplication.translate(
        "ConflictWords",
        "The same field was written in two places, neither knowing of the other. "
        "Choose what stays; the other is kept in the history and can be brought back.",
    )
    return f"{who}. {why}" if who else why


def side_words(view: ConflictView, side: Side, tools: Tools) -> SideWords:
    """Return one of the values as words."""
    mine = QCoreApplication.translate("ConflictWords", "Your value")
    facts = [(QCoreApplication.translate("ConflictWords", "Written"), _when(side.at, tools))]
    laptop = "" if _ID.fullmatch(side.laptop) else side.laptop
    where = ", ".join(part for part in (side.place, laptop) if part)
    if where:
        facts.append((QCoreApplication.translate("ConflictWords", "Where"), where))
    facts.append((QCoreApplication.translate("ConflictWords", "State"), mark_value(side.mark).word))
    before = value_words(view, view.previous, tools)
    if before:
        facts.append((QCoreApplication.translate("ConflictWords", "Before"), before))
    return SideWords(
        heading=mine if side.mine else side.by,
        value=value_words(view, side.value, tools) or emptied(),
        facts=tuple(facts),
    )


def value_words(view: ConflictView, value: FieldValue, tools: Tools) -> str:
    """Return a value of the field in question as words."""
    return written_value(view.kind, view.field, value, tools.codes, tools.translations.language)


def emptied() -> str:
    """Return what stands for a value that was emptied."""
    return QCoreApplication.translate("ConflictWords", "(emptied)")


def conflict_key(row: ConflictRow) -> str:
    """Return the identity of a field with two values."""
    return f"{row.entity.hex()}/{row.field}"


def list_row(row: ConflictRow, tools: Tools) -> Row:
    """Return one line of the list."""
    return Row(
        key=conflict_key(row),
        title=field_label(row.kind, row.field, tools.codes),
        second=row.title,
        icon="columns-2",
        icon_tone=Tone.SPLIT,
    )


def history_row(view: ConflictView, row: FieldHistoryRow, tools: Tools) -> TableRow:
    """Return one earlier value: when, who, what, how it stands."""
    you = QCoreApplication.translate("ConflictWords", "You")
    return TableRow(
        key=f"{row.writer}/{row.n}",
        cells=(
            Cell(words=at_start(_when(row.at, tools)), tone=Tone.MUTED),
            Cell(words=you if row.mine else row.by),
            Cell(words=value_words(view, row.value, tools) or emptied()),
            Cell(mark=mark_value(row.mark)),
        ),
    )


def _when(at: int, tools: Tools) -> str:
    return said_moment(at, tools.clock(), tools.translations.language)
