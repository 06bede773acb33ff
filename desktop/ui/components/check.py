# SPDX-License-Identifier: MIT
"""A check box with a 44 px target and a box drawn from the tokens."""

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from desktop.ui.components.sketch import Sketch, width_of
from desktop.ui.theme.measures import RADIUS_KEYCAP, TARGET, Type
from desktop.ui.theme.theme import Theme

_BOX = 18


class Check(QCheckBox):
    """Yes or no with a word; the whole row is its target."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box, gap and words, 44 px high."""
        return QSize(round(_BOX + 9 + width_of(self.text(), Type.BODY)) + 6, TARGET)

    def minimumSizeHint(self) -> QSize:
        """Never cut: the same as the hint."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint, /) -> bool:
        """Count a press anywhere in the row."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint box, tick, words and ring."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        middle = self.height() / 2
        box = QRectF(3, middle - _BOX / 2, _BOX, _BOX)
        on = self.isChecked()
        sketch.box(
            box,
            RADIUS_KEYCAP,
            fill=tokens.accent if on else tokens.panel,
            line=None if on else tokens.line_strong,
        )
        if on:
            sketch.icon("check", tokens.on_accent, 14, box.left() + 2, middle)
        ink = tokens.text if self.isEnabled() else tokens.muted
        sketch.words(
            QRectF(3 + _BOX + 9, middle - 12, self.width() - _BOX - 12, 24), self.text(), Type.BODY, ink
        )
        if self.hasFocus():
            sketch.ring(box.adjusted(-3, -3, 3, 3), RADIUS_KEYCAP + 2)
        painter.end()
