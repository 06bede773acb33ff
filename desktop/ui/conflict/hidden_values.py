# SPDX-License-Identifier: MIT
"""Two values that are masked: shown both at once when asked for, each logged, and hidden again soon."""

from functools import partial
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.people import ConflictView, RevealedField, RevealField, Side
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.page import Tools

SHOWN_MS: Final = 20_000


class HiddenValues(QWidget):
    """A line with one button, there only while the values of a question are masks."""

    turned = Signal()
    """What ``plain`` returns has changed."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._view: ConflictView | None = None
        self._shown: dict[tuple[str, int], str] = {}
        self.button = Button(tools.theme, kind=ButtonKind.LINK, icon_name="eye")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide_again)
        self.button.clicked.connect(self.turn)
        self.hide()

    def begin(self, view: ConflictView | None) -> None:
        """Take over a question; the same one, loaded again, stays as it is."""
        old = self._view
        same = old is not None and view is not None and (old.entity, old.field) == (view.entity, view.field)
        if not same:
            self._timer.stop()
            self._shown.clear()
        self._view = view
        self.setVisible(view is not None and view.masked)
        self.retranslate()

    def plain(self, side: Side) -> Side:
        """Return a side with its value where that was asked for."""
        value = self._shown.get((side.writer, side.n))
        return side if value is None else replace(side, value=value)

    def turn(self) -> None:
        """Show every value, or hide them again."""
        view = self._view
        if self._shown or view is None:
            self.hide_again()
            return
        for side in view.sides:
            if side.value:
                ask = RevealField(view.entity, view.field, "two-values", side.writer, side.n)
                told = partial(self._told, view, (side.writer, side.n))
                self._tools.bridge.ask(self, ask, done=told, failed=self.troubled.emit)

    def hide_again(self) -> None:
        """Put the masks back."""
        self._timer.stop()
        self._shown.clear()
        self.retranslate()
        self.turned.emit()

    def retranslate(self) -> None:
        """Say the word again."""
        self.button.setText(
            QCoreApplication.translate("ConflictPage", "Hide the values")
            if self._shown
            else QCoreApplication.translate("ConflictPage", "Show the values (this is logged)")
        )
        self.button.set_icon("eye-off" if self._shown else "eye")

    def _told(self, asked: ConflictView, key: tuple[str, int], told: RevealedField) -> None:
        view = self._view
        if view is None or (view.entity, view.field) != (asked.entity, asked.field):
            return
        self._shown[key] = told.value
        self._timer.start()
        self.retranslate()
        self.turned.emit()
