# SPDX-License-Identifier: MIT
"""The program's sign and name at the head of a card, as the rail shows them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.components.sketch import Sketch, width_of
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme

_ICON = 26
_GAP = 12
_HEIGHT = 32


class Heading(QWidget):
    """An accent icon and a page title on one line; its words are read out."""

    def __init__(self, theme: Theme, words: str, *, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._words = words
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Say something else, e.g. the title of the next step."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, gap and the whole title."""
        return QSize(round(_ICON + _GAP + width_of(self._words, Type.TITLE)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint icon and title."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        middle = self.height() / 2
        sketch.icon(self._icon_name, tokens.accent, _ICON, 0, middle - 1)
        left = _ICON + _GAP
        sketch.words(
            QRectF(left, 0, self.width() - left, self.height()), self._words, Type.TITLE, tokens.text
        )
        painter.end()
