# SPDX-License-Identifier: MIT
"""A small icon with a quiet sentence beside it, broken into lines where it is long."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.sketch import Sketch
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_ICON = 16


class IconWords(QWidget):
    """Hidden while it has nothing to say."""

    def __init__(self, theme: Theme, icon_name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon_name
        self._tone = Tone.MUTED
        self._words = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(_ICON + 8, 0, 0, 0)
        row.addWidget(self._words, 1)
        self.hide()

    def tell(self, words: str, *, icon: str = "", tone: Tone | None = None) -> None:
        """Say this (with another icon or tone); an empty text hides the line."""
        self._icon = icon or self._icon
        self._tone = tone or self._tone
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def minimumSizeHint(self) -> QSize:
        """At least the icon's height."""
        return QSize(80, 20)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint the icon beside the first line."""
        painter = QPainter(self)
        colour = self._theme.tokens.tone(self._tone)
        Sketch(painter, self._theme).icon(self._icon, colour, _ICON, 0, 10)
        painter.end()
