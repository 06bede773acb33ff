# SPDX-License-Identifier: MIT
"""The strip over the whole window that nobody can overlook: this is practice, not real work."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.components.sketch import CENTRE, Sketch, width_of
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme

_HEIGHT = 32
_STEP = 14


class Banner(QFrame):
    """Striped in the warning tone with the words on a calm middle; hidden while it has no words."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setFixedHeight(_HEIGHT)
        self.setVisible(False)

    def show_words(self, words: str) -> None:
        """Show these words, or vanish for an empty text."""
        self._words = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def words(self) -> str:
        """Return the words shown."""
        return self._words

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint stripes, middle and words."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect())
        painter.fillRect(rect, QColor(tokens.warn_soft))
        painter.setPen(QPen(QColor(tokens.warn), 3))
        for x in range(-_HEIGHT, self.width(), _STEP):
            painter.drawLine(x, _HEIGHT, x + _HEIGHT, 0)
        wide = min(width_of(self._words, Type.LABEL) + 72, rect.width())
        middle = QRectF((rect.width() - wide) / 2, 0, wide, _HEIGHT)
        painter.fillRect(middle, QColor(tokens.warn_soft))
        sketch.icon("flask-conical", tokens.warn, 16, middle.left() + 16, _HEIGHT / 2)
        sketch.words(middle.adjusted(36, 0, -12, 0), self._words, Type.LABEL, tokens.warn, CENTRE)
        sketch.line(0, _HEIGHT - 1, rect.width(), tokens.warn)
        painter.end()
