# SPDX-License-Identifier: MIT
"""Which of today's walk-ins belongs to the person on the card: asked where more than one could."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.today import VisitRow
from desktop.ui.components.card import Card
from desktop.ui.components.notice import Notice
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import written_time
from desktop.ui.words.moments import local_moment

_ROW: Final = 52
_MOST_ROWS: Final = 4


class VisitChoice(QWidget):
    """``chosen(str)`` tells the visit's hex id, ``left()`` that Escape gave it up. Hidden until asked."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._visits: tuple[VisitRow, ...] = ()
        self.question = Notice(tools.theme, tone=Tone.ACCENT, icon_name="link", key="Esc")
        self.rows = RowList(tools.theme, " ", height=_ROW)
        card = Card(tools.theme, padding=0)
        card.body.addWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        column.addWidget(self.question)
        column.addWidget(card)
        self.setFocusProxy(self.rows)
        self.rows.row_opened.connect(self.chosen)
        self.rows.clicked.connect(lambda _index: self.chosen.emit(self.rows.key()))
        self.question.acted.connect(self.left)
        self.hide()
        self.retranslate()

    def ask(self, visits: Sequence[VisitRow]) -> None:
        """Show these, the newest first, and take the keys."""
        self._visits = tuple(sorted(visits, key=lambda row: -row.at))
        self.retranslate()
        self.rows.choose(self._visits[0].visit.hex())
        self.rows.setFixedHeight(_ROW * min(len(self._visits), _MOST_ROWS) + 2)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop every word and hide."""
        self._visits = ()
        self.rows.set_rows(())
        self.hide()

    def words(self, visit: VisitRow) -> str:
        """Return time and topics, which is how one walk-in is told from another."""
        topics = ", ".join(self._tools.codes.short("topics", code) for code in visit.topics)
        return f"{written_time(local_moment(visit.at), self._tools.translations.language)} {topics}"

    def words_of(self, key: str) -> str:
        """Return the words of a visit that is on offer."""
        return next((self.words(one) for one in self._visits if one.visit.hex() == key), "")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        question = QCoreApplication.translate("VisitChoice", "Which of today's visits was this person's?")
        if self._visits:
            self.question.tell(question, action=QCoreApplication.translate("VisitChoice", "Leave"))
        self.rows.setAccessibleName(question)
        self.rows.set_rows(
            [Row(key=one.visit.hex(), title=self.words(one), second=self._about(one)) for one in self._visits]
        )

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave with Escape."""
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _about(self, visit: VisitRow) -> str:
        age = self._tools.codes.short("ages", visit.age) if visit.age else ""
        return " · ".join(part for part in (age, visit.language, visit.note, visit.by) if part)
