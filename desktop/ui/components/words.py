# SPDX-License-Identifier: MIT
"""A label whose size and tone come from the theme and stay right when the look changes."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.theme.fonts import font
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Words(QLabel):
    """Plain text; never interprets markup, since much of it was typed by people.

    `wrap` breaks long text into lines; `cut` keeps one line and ends it with an ellipsis where room is short.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        size: Type = Type.BODY,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        cut: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._tone = tone
        self._cut = cut
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size))
        self.setWordWrap(wrap)
        self._dye()
        theme.changed.connect(self._dye)

    def set_tone(self, tone: Tone) -> None:
        """Write in another tone from now on."""
        self._tone = tone
        self._dye()

    def set_size(self, size: Type) -> None:
        """Write in another size from now on."""
        self.setFont(font(size))

    def minimumSizeHint(self) -> QSize:
        """Shrink to nothing where the text may be cut; else Qt's own."""
        whole = super().minimumSizeHint()
        return QSize(0, whole.height()) if self._cut else whole

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paint the cut line; else Qt's own."""
        if not self._cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()

    def _dye(self) -> None:
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.tokens.tone(self._tone)))
        self.setPalette(colours)
