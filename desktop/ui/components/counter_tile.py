# SPDX-License-Identifier: MIT
"""A card with one figure: what is counted, how many, and a quiet line of context."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop.ui.components.sketch import Sketch, width_of
from desktop.ui.theme.measures import CARD_PADDING, ICON, RADIUS_CARD, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class CounterTile(QFrame):
    """`large` writes the figure in 28 px with a context line (Statistics); else 16 px with an icon (Sync)."""

    def __init__(
        self,
        theme: Theme,
        label: str = "",
        *,
        icon_name: str = "",
        tone: Tone = Tone.MUTED,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._figure = ""
        self._detail = ""
        self._icon_name = icon_name
        self._tone = tone
        self._large = large
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str) -> None:
        """Change what is counted."""
        self._label = label
        self._tell()

    def set_figure(self, figure: str, *, detail: str = "") -> None:
        """Show a figure, already written for the language, and its context."""
        self._figure = figure
        self._detail = detail
        self._tell()

    def figure(self) -> str:
        """Return the figure shown."""
        return self._figure

    def sizeHint(self) -> QSize:
        """Height by kind; width for the label."""
        width = (
            width_of(self._label, Type.SECONDARY) + 2 * CARD_PADDING + (ICON + 8 if self._icon_name else 0)
        )
        return QSize(round(width), 102 if self._large else 62)

    def minimumSizeHint(self) -> QSize:
        """Never cut: the same as the hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint frame, label, figure and context."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        sketch.box(QRectF(self.rect()), RADIUS_CARD, fill=tokens.panel, line=tokens.line)
        x, wide = float(CARD_PADDING), float(self.width() - 2 * CARD_PADDING)
        shift = 0.0
        if self._icon_name:
            sketch.icon(self._icon_name, tokens.tone(self._tone), 16, x, 19)
            shift = 24
        sketch.words(QRectF(x + shift, 9, wide - shift, 20), self._label, Type.SECONDARY, tokens.muted)
        if self._large:
            sketch.words(QRectF(x, 32, wide, 38), self._figure, Type.FIGURE, tokens.text)
            sketch.words(QRectF(x, 72, wide, 20), self._detail, Type.SECONDARY, tokens.muted)
        else:
            sketch.words(QRectF(x, 29, wide, 24), self._figure, Type.SECTION, tokens.text)
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(" ".join(part for part in (self._label, self._figure, self._detail) if part))
        self.updateGeometry()
        self.update()
