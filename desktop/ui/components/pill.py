# SPDX-License-Identifier: MIT
"""Shows a state: a filled Pill in headers and for lateness, a plain Mark (icon and word) elsewhere."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.sketch import PILL_HEIGHT, Sketch, mark_width, pill_width
from desktop.ui.theme.theme import Theme


class Mark(QWidget):
    """Icon and word in one tone. Not focusable; its word is its accessible name."""

    def __init__(self, theme: Theme, value: MarkValue, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_value(value)

    @property
    def value(self) -> MarkValue:
        """What is shown."""
        return self._value

    def set_value(self, value: MarkValue) -> None:
        """Show another state."""
        self._value = value
        self.setAccessibleName(value.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The whole word."""
        return QSize(round(mark_width(self._value)) + 2, 20)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint icon and word."""
        painter = QPainter(self)
        Sketch(painter, self._theme).mark(self._value, 0, self.height() / 2)
        painter.end()


class Pill(Mark):
    """The same on a soft, round ground (an outline in high contrast)."""

    def sizeHint(self) -> QSize:
        """The whole word and the round ends."""
        return QSize(round(pill_width(self._value)) + 2, PILL_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        Sketch(painter, self._theme).pill(self._value, 1, self.height() / 2)
        painter.end()
