# SPDX-License-Identifier: MIT
"""The frame around a part of a page: panel colour, 1 px line, 8 px corners, a 2 px ring when asked."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.components.sketch import Sketch
from desktop.ui.theme.measures import CARD_PADDING, RADIUS_CARD
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Card(QFrame):
    """A panel; put parts into `body` (a QVBoxLayout without spacing). `padding` 0 suits lists and tables.

    `tone` draws a bar of that tone at the left edge, as on an open session. `set_ringed` shows that its keys
    are live; `set_chosen` fills it softly with an accent outline, as the chosen one of two values.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        padding: int = CARD_PADDING,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._ringed = False
        self._chosen = False
        self.body = QVBoxLayout(self)
        edge = max(padding, 1)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(0)

    def set_ringed(self, *, ringed: bool) -> None:
        """Draw, or no longer draw, the focus ring around the card."""
        self._ringed = ringed
        self.update()

    def set_chosen(self, *, chosen: bool) -> None:
        """Show the card as the chosen one."""
        self._chosen = chosen
        self.update()

    def set_tone(self, tone: Tone | None) -> None:
        """Change or remove the bar at the left edge."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect())
        fill = tokens.accent_soft if self._chosen else tokens.panel
        sketch.box(rect, RADIUS_CARD, fill=fill, line=tokens.accent if self._chosen else tokens.line)
        if self._tone is not None:
            sketch.side_bar(rect, tokens.tone(self._tone), RADIUS_CARD)
        if self._ringed:
            sketch.ring(rect, RADIUS_CARD)
        painter.end()
