# SPDX-License-Identifier: MIT
"""The line between the two sides of a card."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.theme.theme import Theme


class SideRule(QFrame):
    """One pixel wide and as high as its room; follows the look."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedWidth(1)
        self.setAutoFillBackground(True)
        self._dye()
        theme.changed.connect(self._dye)

    def _dye(self) -> None:
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Window, self._theme.tokens.line)
        self.setPalette(colours)
