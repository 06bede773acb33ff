# SPDX-License-Identifier: MIT
"""A label whose size and tone come from the theme and stay right when the look changes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.theme.fonts import font
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Words(QLabel):
    """Plain text; never interprets markup, since much of it was typed by people."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        size: Type = Type.BODY,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size))
        self.setWordWrap(wrap)
        self._dye()
        theme.changed.connect(self._dye)

    def set_tone(self, tone: Tone) -> None:
        """Write in another tone from now on."""
        self._tone = tone
        self._dye()

    def _dye(self) -> None:
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.tokens.tone(self._tone)))
        self.setPalette(colours)
