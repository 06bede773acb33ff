# SPDX-License-Identifier: MIT
"""What stands where an item would be opened: that all is reviewed and where the next ones come from, or nothing."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.components.sketch import Sketch
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone

_ICON = 32


class EmptyPart(QWidget):
    """Blank until `show_reviewed` is told that all is reviewed."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Start blank."""
        super().__init__(parent)
        self._theme = tools.theme
        self._reviewed = False
        self._icon = QWidget()
        self._icon.setFixedHeight(_ICON)
        self._said = Words(tools.theme, size=Type.SECTION, wrap=True)
        self._more = Words(tools.theme, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._icon)
        for words in (self._said, self._more):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch(1)
        self.retranslate()

    def show_reviewed(self, *, reviewed: bool) -> None:
        """Say that all is reviewed, or be blank."""
        self._reviewed = reviewed
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        all_done = QCoreApplication.translate("Review", "All is reviewed.")
        more = QCoreApplication.translate("Review", "New work comes here as it reaches the centre.")
        self._said.setText(all_done if self._reviewed else "")
        self._more.setText(more if self._reviewed else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint the sign above the words."""
        if not self._reviewed:
            return
        painter = QPainter(self)
        room = QRectF(self._icon.geometry())
        colour = self._theme.tokens.tone(Tone.OK)
        left = room.center().x() - _ICON / 2
        Sketch(painter, self._theme).icon("check-check", colour, _ICON, left, room.center().y())
        painter.end()
