# SPDX-License-Identifier: MIT
"""The search field: a magnifier, the words and the keycap of its shortcut."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.components.sketch import Sketch, keycap_width
from desktop.ui.theme.measures import ICON, TARGET
from desktop.ui.theme.theme import Theme

_LEFT = 38


class SearchField(QLineEdit):
    """A line edit (44 px target, painted 36). `name` is read out; `key` is shown at the right while empty."""

    def __init__(
        self, theme: Theme, name: str, *, placeholder: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.set_words(name, placeholder=placeholder)
        self.setFixedHeight(TARGET)
        self.setClearButtonEnabled(False)

    def set_words(self, name: str, *, placeholder: str = "") -> None:
        """Change what is read out and what stands in the empty field."""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Keep room for magnifier and keycap; text margins add to the style sheet's padding of 11 px."""
        super().resizeEvent(event)
        right = round(keycap_width(self._key)) + 4 if self._key else 0
        self.setTextMargins(_LEFT - 12, 0, right, 0)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Let Qt paint field and words, then add the two signs."""
        super().paintEvent(event)
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        middle = self.height() / 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = self.width()
        sketch.icon("search", tokens.muted, ICON, width - 12 - ICON if mirrored else 11, middle)
        if self._key:
            cap = keycap_width(self._key)
            x = QRectF(self.rect()).right() - 8 - cap if not mirrored else 8
            sketch.keycap(self._key, x, middle, ink=tokens.muted, fill=tokens.sunken, line=tokens.line_strong)
        painter.end()
