# SPDX-License-Identifier: MIT
"""A session under review: its counts, its reflection, and its walk-ins as a table."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.review import ReviewView
from desktop.notebook.messages.today import VisitRow
from desktop.ui.components.counter_tile import CounterTile
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Cell, Column, ColumnKind, TableRow
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import GAP, ROW_DENSE, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_count, written_time
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import local_moment

_TWO_LINES = 38


class SessionPart(QWidget):
    """Shows what `show_session` is given; the note of the chosen walk-in stands whole above the table.

    `row_at(QRect)` tells where the chosen row lies in this part, to be scrolled into view.
    """

    row_at = Signal(QRect)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty."""
        super().__init__(parent)
        self._tools = tools
        theme = tools.theme
        self._view: ReviewView | None = None
        self.visits = CounterTile(theme, icon_name="users")
        self.heads = CounterTile(theme, icon_name="hash")
        self.goal = CounterTile(theme, icon_name="flag")
        self._reflection_title = Words(theme, size=Type.SECTION)
        self.reflection = Words(theme, wrap=True)
        self._table_title = Words(theme, size=Type.SECTION)
        self.table = Table(theme, " ", self._columns(), padding=0)
        self.note = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.note.setMinimumHeight(_TWO_LINES)  # so that the table does not move under the eye
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        tiles = QHBoxLayout()
        tiles.setSpacing(GAP)
        for tile in (self.visits, self.heads, self.goal):
            tiles.addWidget(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tiles)
        column.addSpacing(4)
        column.addWidget(self._reflection_title)
        column.addWidget(self.reflection)
        column.addSpacing(4)
        column.addWidget(self._table_title)
        column.addWidget(self.note)
        column.addWidget(self.table)
        column.addStretch(1)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.row_chosen.connect(self._row_chosen)
        self.retranslate()

    def show_session(self, view: ReviewView) -> None:
        """Show counts, reflection and walk-ins."""
        self._view = view
        language = self._tools.translations.language
        self.visits.set_figure(written_count(view.visit_count, language))
        self.heads.set_figure(written_count(view.heads, language))
        self.goal.setVisible(view.goal_visits > 0)
        self.goal.set_figure(written_count(view.goal_visits, language))
        said = view.reflection or QCoreApplication.translate("Review", "No reflection was written.")
        self.reflection.setText(said)
        self.reflection.set_tone(Tone.TEXT if view.reflection else Tone.MUTED)
        self.table.set_rows([self._row(visit) for visit in view.visits])
        # All rows stand open: one scroll bar for the whole item is enough.
        self.table.setFixedHeight(ROW_DENSE * (len(view.visits) + 1))
        self.table.setVisible(bool(view.visits))
        self._table_title.setVisible(bool(view.visits))
        self._show_note(self.table.key())

    def forget(self) -> None:
        """Drop everything shown."""
        self._view = None
        self.reflection.setText("")
        self.table.set_rows([])
        self.note.setText("")

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.visits.set_label(QCoreApplication.translate("Review", "Visits"))
        self.heads.set_label(QCoreApplication.translate("Review", "Heads"))
        self.goal.set_label(QCoreApplication.translate("Review", "Goal"))
        self._reflection_title.setText(QCoreApplication.translate("Review", "Reflection"))
        self._table_title.setText(QCoreApplication.translate("Review", "Walk-ins"))
        self.table.setAccessibleName(QCoreApplication.translate("Review", "Walk-ins"))
        self.table.set_columns(self._columns())
        if self._view is not None:
            self.show_session(self._view)

    def _columns(self) -> list[Column]:
        return [
            Column(title=QCoreApplication.translate("Review", "Time"), width=58),
            Column(title=QCoreApplication.translate("Review", "Topic")),
            Column(title=QCoreApplication.translate("Review", "Age"), width=78),
            Column(title=QCoreApplication.translate("Review", "Outcome")),
            Column(title=QCoreApplication.translate("Review", "Remark")),
            Column(title="", width=112, kind=ColumnKind.MARK),
        ]

    def _row(self, visit: VisitRow) -> TableRow:
        codes = self._tools.codes
        time = written_time(local_moment(visit.at), self._tools.translations.language)
        topics = ", ".join(codes.short("topics", one) for one in visit.topics)
        outcomes = ", ".join(codes.short("outcomes", one) for one in visit.outcomes)
        marks = mark_values(visit.marks)
        return TableRow(
            key=visit.visit.hex(),
            cells=(
                Cell(words=time, tone=Tone.MUTED),
                Cell(words=topics),
                Cell(words=codes.short("ages", visit.age)),
                Cell(words=outcomes, tone=Tone.MUTED),
                Cell(words=visit.note, tone=Tone.MUTED),
                Cell(mark=marks[0]) if marks else Cell(),
            ),
        )

    def _row_chosen(self, key: str) -> None:
        self._show_note(key)
        inner = self.table.visualRect(self.table.currentIndex())
        corner = self.table.viewport().mapTo(self, inner.topLeft())
        self.row_at.emit(QRect(corner, inner.size()))

    def _show_note(self, key: str) -> None:
        view = self._view
        found = next((one for one in view.visits if one.visit.hex() == key), None) if view else None
        said = self._whole(found) if found is not None else []
        hint = QCoreApplication.translate("Review", "Choose a row to read it in full.")
        self.note.setText(" ".join(part for part in said if part) or hint)
        self.note.setVisible(bool(view and view.visits))

    def _whole(self, visit: VisitRow) -> list[str]:
        """Return everything about a walk-in, as sentences: the table's cells may be too narrow for it."""
        codes = self._tools.codes
        chosen = [codes.label("topics", one) for one in visit.topics]
        chosen += [codes.label("outcomes", one) for one in visit.outcomes]
        by, person = visit.by, visit.linked_person
        return [
            f"{', '.join(chosen)}.",
            QCoreApplication.translate("Review", "Written by {by}.").format(by=by) if by else "",
            QCoreApplication.translate("Review", "Linked to {person}.").format(person=person)
            if person
            else "",
            visit.note,
        ]
