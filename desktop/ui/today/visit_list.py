# SPDX-License-Identifier: MIT
"""Today's walk-ins, newest first: time, topics, age, language, outcomes and where the save is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.today import VisitRow
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Cell, Column, ColumnKind, TableRow
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords
from desktop.ui.words.dates import written_time
from desktop.ui.words.language import Language
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import local_moment

_ROW = 34
_HEAD = 44
_OUTCOMES = 130
_WIDE = 800
_LOUDEST = (
    Mark.QUARANTINED, Mark.TWO_VALUES, Mark.RETURNED, Mark.QUESTION, Mark.PARKED, Mark.CHANGED_SINCE_REVIEW,
    Mark.PROVISIONAL, Mark.UNSENT, Mark.APPROVED, Mark.DELIVERED,
)  # fmt: skip
"""Which of several marks a row shows: what wants a person's eye first."""


class VisitList(Card):
    """``visit_opened(str)`` tells Enter or a double click on a row, by the visit's hex id."""

    visit_opened = Signal(str)
    news_asked = Signal()

    def __init__(self, theme: Theme, codes: CodeWords, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self._codes = codes
        self._rows: tuple[VisitRow, ...] = ()
        self._unsent = 0
        self._language = Language.FINNISH
        self._title = Words(theme, size=Type.SECTION)
        self._about = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.news = Button(theme)
        self.news.hide()
        self.table = Table(theme, " ", _columns(wide=False), header=False, height=_ROW)
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self._lay_out()
        self.table.row_opened.connect(self.visit_opened)
        self.news.clicked.connect(self.news_asked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 15, 0)
        head.setSpacing(9)
        for part in (self._title, self._about, self.news):
            part.setMinimumHeight(_HEAD)
        head.addWidget(self._title)
        head.addWidget(self._about, 1)
        head.addWidget(self.news)
        self._empty.setContentsMargins(15, 4, 15, 15)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._empty, 1)

    @property
    def anything(self) -> bool:
        """Whether a visit is shown: an empty list takes no keys."""
        return bool(self._rows)

    def show_visits(self, rows: Sequence[VisitRow], *, unsent: int, language: Language) -> None:
        """Show these; the chosen row stays chosen."""
        self._rows = tuple(sorted(rows, key=lambda row: -row.at))
        self._unsent = unsent
        self._language = language
        self.retranslate()

    def offer_news(self, words: str) -> None:
        """Show the way to the supervisor's words where their column has no room; none for an empty text."""
        self.news.setText(words)
        self.news.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Share the room between topics and outcomes where there is much of it."""
        super().resizeEvent(event)
        self.table.set_columns(_columns(wide=self.width() >= _WIDE))

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._title.setText(QCoreApplication.translate("VisitList", "Today"))
        self.table.setAccessibleName(QCoreApplication.translate("VisitList", "Today's visits"))
        visits = QCoreApplication.translate("VisitList", "%n visits", None, len(self._rows))
        if self._unsent:
            unsent = QCoreApplication.translate("VisitList", "%n not sent", None, self._unsent)
            visits = f"{visits}, {unsent}"
        self._about.setText(visits if self._rows else "")
        self._empty.setText(
            QCoreApplication.translate("VisitList", "No visits yet. Press Ctrl N when someone comes.")
        )
        self._empty.setVisible(not self._rows)
        self.table.setVisible(bool(self._rows))
        # Keys that were handed to a hidden table would go nowhere: F6 and Tab would stop in front of the empty list.
        self.setFocusProxy(self.table if self._rows else None)  # type: ignore[arg-type]  # Qt takes none to end one
        self.table.set_rows([self._row(row) for row in self._rows])

    def _row(self, row: VisitRow) -> TableRow:
        topics = ", ".join(self._codes.short("topics", code) for code in row.topics)
        if row.linked_person:
            topics = f"{topics} · {row.linked_person}"
        elif row.note:
            topics = f"{topics} · {row.note}"
        if row.by:
            topics = f"{topics} · {row.by}"
        loudest = next((mark for mark in _LOUDEST if mark in row.marks), None)
        outcomes = ", ".join(self._codes.short("outcomes", code) for code in row.outcomes)
        return TableRow(
            key=row.visit.hex(),
            cells=(
                Cell(words=written_time(local_moment(row.at), self._language), tone=Tone.MUTED),
                Cell(words=topics),
                Cell(words=self._codes.short("ages", row.age)),
                Cell(words=row.language, tone=Tone.MUTED),
                Cell(words=outcomes),
                Cell(mark=mark_value(loudest) if loudest is not None else None),
            ),
        )


def _columns(*, wide: bool) -> tuple[Column, ...]:
    """Return the columns; in a wide list the outcomes share what is left with the topics."""
    return (
        Column(width=60),
        Column(),
        Column(width=92),
        Column(width=42),
        Column(width=0 if wide else _OUTCOMES),
        Column(width=126, kind=ColumnKind.MARK),
    )
