# SPDX-License-Identifier: MIT
"""The walk-in's note: one line with its keycap; letters stay text here, Enter and Esc give the keys back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.ui.components.sketch import Sketch, keycap_width
from desktop.ui.theme.measures import TARGET
from desktop.ui.theme.theme import Theme

_LEFT = 9


class NoteLine(QLineEdit):
    """``left`` tells Esc. The text is never cut: what is too long is refused when it is saved."""

    left = Signal()

    def __init__(self, theme: Theme, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setMaxLength(2000)
        self.setFixedHeight(TARGET)
        self.setMinimumWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextMargins(round(keycap_width(key)) + 6, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave with Esc, tell Enter and keep it from the panel behind; everything else is text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paint Qt's line and our keycap in it."""
        super().paintEvent(event)
        painter = QPainter(self)
        tokens = self._theme.tokens
        Sketch(painter, self._theme).keycap(
            self._key, _LEFT, self.height() / 2, ink=tokens.muted, fill=tokens.sunken, line=tokens.line_strong
        )
        painter.end()
