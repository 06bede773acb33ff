# SPDX-License-Identifier: MIT
"""Two long texts in one, to look over and change: what both changed differently stands between brackets."""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import ConflictView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.field import TextField
from desktop.ui.page import Tools

LONGEST: Final = 4000
_LINES: Final = 7
_OVERLAP: Final = re.compile(r"\[\[.*?\|\|.*?\]\]", re.DOTALL)
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Together(QWidget):
    """``given(str)`` hands the text over, ``left`` tells that nothing was given."""

    given = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.field = TextField(tools.theme, " ", longest=LONGEST, lines=_LINES)
        self.save = Button(tools.theme, kind=ButtonKind.PRIMARY, key="Ctrl Enter")
        self.next = Button(tools.theme, icon_name="arrow-down", key="F4")
        self.cancel = Button(tools.theme, kind=ButtonKind.QUIET, key="Esc")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.save, self.next, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addLayout(row)
        self.field.edited.connect(lambda _text: self._tell())
        self.save.clicked.connect(self.give)
        self.next.clicked.connect(self.go_to_next)
        self.cancel.clicked.connect(self.left)
        self.hide()

    def begin(self, view: ConflictView) -> None:
        """Show the proposal, with the first place that both changed chosen; what is typed already stays."""
        if self._shown != view.proposal:
            self._shown = view.proposal
            self.field.set_text(view.proposal)
        self._tell()
        self.show()
        self.field.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to_next()

    def overlaps(self) -> list[tuple[int, int]]:
        """Return where in the text both versions still stand: start and end."""
        return [found.span() for found in _OVERLAP.finditer(self.field.text())]

    def go_to_next(self) -> None:
        """Choose the next place in the text that both changed, the first again after the last."""
        places = self.overlaps()
        if not places:
            return
        cursor = self.field.area.textCursor()
        after = [place for place in places if place[0] >= cursor.selectionEnd() and cursor.hasSelection()]
        start, end = after[0] if after else places[0]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.field.area.setTextCursor(cursor)
        self.field.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Hand the text over, or say what is still to be chosen in it."""
        if self.overlaps():
            self.field.set_error(
                QCoreApplication.translate(
                    "Together", "Both still stand between [[ and ]]: keep what is right, take the signs off."
                )
            )
            self.go_to_next()
        elif not self.field.text().strip():
            self.field.set_error(QCoreApplication.translate("NewValue", "Write the right value first."))
        else:
            self.given.emit(self.field.text().strip())

    def forget(self) -> None:
        """Drop the text, and go."""
        self._shown = ""
        self.field.set_text("")
        self.field.set_error("")
        self.hide()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Ctrl+Enter gives, F4 goes on, Esc leaves; everything else is text."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and held:
            self.give()
        elif event.key() == Qt.Key.Key_F4:
            self.go_to_next()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif held:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.field.set_label(QCoreApplication.translate("Together", "Both in one text"))
        self.save.setText(QCoreApplication.translate("NewValue", "Use this"))
        self.next.setText(QCoreApplication.translate("Together", "Next place"))
        self.cancel.setText(QCoreApplication.translate("NewValue", "Cancel"))
        self._tell()

    def _tell(self) -> None:
        count = len(self.overlaps())
        self.next.setVisible(count > 0)
        if count:
            hint = QCoreApplication.translate(
                "Together", "%n places were changed by both: [[one||the other]]", None, count
            )
        else:
            hint = QCoreApplication.translate("Together", "Read it through before you use it.")
        self.field.set_hint(hint)
