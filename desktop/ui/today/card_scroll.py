# SPDX-License-Identifier: MIT
"""Cards one above the other that may be higher than their room: scrolled by wheel, and to the card with the keys."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget


class CardScroll(QScrollArea):
    """Never takes the keys itself: F6 and Tab go from card to card, and the card that has them is in sight."""

    def __init__(self, inner: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inner = inner
        self._wanted: QWidget | None = None
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        card = new
        while card is not None and card.parentWidget() is not self._inner:
            card = card.parentWidget()
        if card is not None:
            self._wanted = card
            QTimer.singleShot(0, self, self._show_wanted)  # a card that has just come is laid out first

    def _show_wanted(self) -> None:
        if self._wanted is not None and self._wanted.isVisible():
            self.ensureWidgetVisible(self._wanted, 0, 0)
