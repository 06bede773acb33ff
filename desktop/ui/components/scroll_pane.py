# SPDX-License-Identifier: MIT
"""A part of a page that may be higher than its room: scrolled by wheel and by keys, ringed while it has focus."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.components.sketch import Sketch
from desktop.ui.theme.measures import RADIUS_CONTROL
from desktop.ui.theme.theme import Theme

_RING_ROOM = 3


class ScrollPane(QWidget):
    """Put parts into `body` (a QVBoxLayout without margins). `name` is read out; arrows and Page keys scroll.

    It takes focus only while there is something to scroll, so that Tab does not stop for nothing.
    """

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.inner = QWidget()
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.inner.setAutoFillBackground(False)
        self.area.setWidget(self.inner)
        self.inner.setAutoFillBackground(False)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(_RING_ROOM, _RING_ROOM, _RING_ROOM, _RING_ROOM)
        column.addWidget(self.area)
        self.set_name(name)
        self.setFocusProxy(self.area)
        self.area.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.area.installEventFilter(self)

    def set_name(self, name: str) -> None:
        """Change what is read out, e.g. after a change of language."""
        self.area.setAccessibleName(name)

    def to_top(self) -> None:
        """Show the beginning again, as for another thing shown."""
        self.area.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Repaint the ring when focus comes or goes; never takes an event."""
        if watched is self.area and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint the ring."""
        if not self.area.hasFocus():
            return
        painter = QPainter(self)
        Sketch(painter, self._theme).ring(QRectF(self.rect()), RADIUS_CONTROL)
        painter.end()

    def _range_changed(self, _least: int, most: int) -> None:
        policy = Qt.FocusPolicy.StrongFocus if most > 0 else Qt.FocusPolicy.NoFocus
        self.area.setFocusPolicy(policy)
