# SPDX-License-Identifier: MIT
"""A thin line that fills as work is done; never moves by itself."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from desktop.ui.components.sketch import Sketch
from desktop.ui.theme.theme import Theme

_HEIGHT = 6


class ProgressLine(QProgressBar):
    """`show_done(done, total)` fills it; screen readers get Qt's own progress-bar role and value."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_done(self, *, done: int, total: int) -> None:
        """Fill by done of total; an unknown total (0) shows an empty line."""
        self.setRange(0, max(total, 1))
        self.setValue(min(done, max(total, 1)) if total else 0)

    def sizeHint(self) -> QSize:
        """Thin, as wide as there is room."""
        return QSize(120, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrow, but still seen."""
        return QSize(40, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint track and bar."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect())
        sketch.box(rect, _HEIGHT / 2, fill=tokens.hover, line=tokens.line if tokens.outlined else None)
        share = self.value() / max(self.maximum(), 1)
        if share > 0:
            rect.setWidth(max(_HEIGHT, rect.width() * share))
            sketch.box(rect, _HEIGHT / 2, fill=tokens.bar)
        painter.end()
