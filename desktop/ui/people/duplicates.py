# SPDX-License-Identifier: MIT
"""Perhaps the same person is here already: who, why, and the two ways on."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import DuplicateHint
from desktop.ui.components.button import Button
from desktop.ui.components.notice import Notice
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_TWO_LINES
from desktop.ui.theme.tokens import Tone

_MOST: Final = 3


class DuplicateHints(QWidget):
    """Shown while somebody alike is known. Enter on a row opens the card; the other button saves all the same."""

    person_opened = Signal(str)
    """Hex id."""
    refused = Signal()
    """Not the same: save a new person."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[DuplicateHint, ...] = ()
        self.notice = Notice(tools.theme, tone=Tone.WARN, icon_name="users")
        self.rows = RowList(tools.theme, " ", height=ROW_TWO_LINES, padding=12)
        self.open = Button(tools.theme, icon_name="user")
        self.not_same = Button(tools.theme, icon_name="user-plus")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.not_same)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.rows)
        column.addLayout(buttons)
        self.rows.row_opened.connect(self.person_opened)
        self.open.clicked.connect(lambda: self.person_opened.emit(self.rows.key()))
        self.not_same.clicked.connect(self.refused)
        self.setFocusProxy(self.rows)
        self.hide()
        self.retranslate()

    @property
    def hints(self) -> tuple[DuplicateHint, ...]:
        """Who is shown."""
        return self._hints

    def show_hints(self, hints: Sequence[DuplicateHint]) -> None:
        """Show the likeliest, or hide when nobody is alike."""
        fresh = tuple(hints[:_MOST])
        news = fresh and fresh != self._hints
        self._hints = fresh
        self.rows.set_rows([Row(key=hint.person.hex(), title=hint.name, second=why(hint)) for hint in fresh])
        if fresh and not self.rows.key():
            self.rows.choose(fresh[0].person.hex())
        self.rows.setFixedHeight(ROW_TWO_LINES * max(len(fresh), 1))
        self.setVisible(bool(fresh))
        if news:
            self.notice.tell(self._words())

    def retranslate(self) -> None:
        """Say every word again."""
        self.rows.setAccessibleName(QCoreApplication.translate("DuplicateHints", "Perhaps the same person"))
        self.open.setText(QCoreApplication.translate("DuplicateHints", "Open"))
        self.not_same.setText(QCoreApplication.translate("DuplicateHints", "Not the same, save a new one"))
        if self._hints:
            hints, self._hints = self._hints, ()
            self.show_hints(hints)

    def _words(self) -> str:
        return QCoreApplication.translate(
            "DuplicateHints", "Perhaps this person is here already. Look before you save.", None
        )


def why(hint: DuplicateHint) -> str:
    """Return the reasons as words: "sama puhelin, s. 1996"."""
    words = {
        "hetu": QCoreApplication.translate("DuplicateHints", "same identity code"),
        "phone": QCoreApplication.translate("DuplicateHints", "same phone"),
        "name": QCoreApplication.translate("DuplicateHints", "same name"),
        "name_alike": QCoreApplication.translate("DuplicateHints", "name sounds alike"),
        "birth_date": QCoreApplication.translate("DuplicateHints", "same birthday"),
    }
    parts = [words[reason] for reason in hint.reasons if reason in words]
    if hint.birth_year:
        parts.append(QCoreApplication.translate("DuplicateHints", "b. {year}").format(year=hint.birth_year))
    return ", ".join(parts)
