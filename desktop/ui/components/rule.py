# SPDX-License-Identifier: MIT
"""A 1 px line between the parts of a card."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.theme import Theme


class Rule(QWidget):
    """Takes the whole width and one pixel row."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Fill it with the line's colour."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), QColor(self._theme.tokens.line))
        painter.end()
