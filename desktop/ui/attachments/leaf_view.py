# SPDX-License-Identifier: MIT
"""One leaf of a file on the screen: fitted to the room, nearer and farther, scrolled, turned."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.ui.attachments.leaves import Leaves, NotShown
from desktop.ui.components.sketch import Sketch
from desktop.ui.theme.measures import RADIUS_CONTROL
from desktop.ui.theme.theme import Theme

_EDGE: Final = 12
_STEP: Final = 1.25
_NEAREST: Final = 8.0
"""Times the fitted size."""
_LEGIBLE: Final = 0.55
"""Pixels a point from which the text of a sheet can be read; below that it is fitted to the width."""
_PAPER: Final = "#FFFFFF"


class LeafView(QAbstractScrollArea):
    """`moved` tells that another leaf or another size is shown, `failed` that a leaf can't be.

    Plus and minus (or Ctrl and the wheel) bring it nearer or take it away, 0 fits it again, Page Up and Page Down
    turn, Home and End go to the first and the last; arrows and the wheel scroll.
    """

    moved = Signal()
    failed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leaves: Leaves | None = None
        self._size = QSizeF()
        self._place = 0
        self._nearer = 1.0
        self._cached: tuple[int, float, QImage] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    @property
    def place(self) -> int:
        """Which leaf is shown, from 0."""
        return self._place

    @property
    def count(self) -> int:
        """How many leaves there are; 0 while nothing is shown."""
        return self._leaves.count if self._leaves is not None else 0

    @property
    def percent(self) -> int:
        """How near it is: 100 as it came, fitted or not."""
        return round(self._nearer * 100)

    def show_leaves(self, leaves: Leaves) -> None:
        """Show the first leaf, fitted."""
        self._leaves = leaves
        self._nearer = 1.0
        self._go(0)

    def forget(self) -> None:
        """Drop every pixel."""
        self._leaves = self._cached = None
        self._size = QSizeF()
        self._place = 0
        self._nearer = 1.0
        self._spread()

    def turn(self, by: int) -> None:
        """Go to another leaf, as far as there are any."""
        place = min(max(self._place + by, 0), max(self.count - 1, 0))
        if place != self._place:
            self._go(place)

    def nearer(self) -> None:
        """Make it larger, keeping the middle."""
        self._zoom(self._nearer * _STEP)

    def farther(self) -> None:
        """Make it smaller, keeping the middle."""
        self._zoom(self._nearer / _STEP)

    def fit(self) -> None:
        """Show it as it came."""
        self._zoom(1.0)

    def shown_rect(self) -> QRectF:
        """Return where the leaf lies, in pixels of the viewport."""
        scale, port = self._scale(), self.viewport()
        wide, high = self._size.width() * scale, self._size.height() * scale
        left = max((port.width() - wide) / 2, _EDGE) - self.horizontalScrollBar().value()
        top = max((port.height() - high) / 2, _EDGE) - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(wide), round(high))

    def sizeHint(self) -> QSize:
        """As high as the pane leaves it."""
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the smallest window."""
        return QSize(160, 120)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Turn, come nearer; scrolling is Qt's."""
        turns = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -self.count,
            Qt.Key.Key_End: self.count,
        }
        zooms = {Qt.Key.Key_Plus: self.nearer, Qt.Key.Key_Minus: self.farther, Qt.Key.Key_0: self.fit}
        key = Qt.Key(event.key())
        if key in turns:
            self.turn(turns[key])
        elif key in zooms:
            zooms[key]()
        elif key is Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Scroll; with Ctrl come nearer; at the end of a sheet turn to the next."""
        turned, bar = event.angleDelta().y(), self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self._zoom(self._nearer * (_STEP if turned > 0 else 1 / _STEP))
            event.accept()
        elif turned < 0 and bar.value() == bar.maximum():
            self.turn(1)
            event.accept()
        elif turned > 0 and bar.value() == bar.minimum():
            self.turn(-1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Fit it to the room again."""
        super().resizeEvent(event)
        self._spread()

    def scrollContentsBy(self, _dx: int, _dy: int, /) -> None:  # noqa: N802 - Qt's own name
        """Paint it where it lies now."""
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground, leaf and ring."""
        painter = QPainter(self.viewport())
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.viewport().rect())
        painter.fillRect(rect, QColor(tokens.sunken))
        image = self._picture()
        if image is not None:
            leaf = self.shown_rect()
            painter.fillRect(leaf, QColor(_PAPER))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(leaf, image)
            sketch.box(leaf.adjusted(-1, -1, 1, 1), 2, line=tokens.chip)
        if self.hasFocus():
            sketch.ring(rect.adjusted(1, 1, -1, -1), RADIUS_CONTROL)
        painter.end()

    def _go(self, place: int) -> None:
        leaves = self._leaves
        if leaves is None:
            return
        try:
            self._size = leaves.size(place)
        except NotShown:
            self._fail()
            return
        self._place = place
        self._cached = None
        self._spread()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        self.moved.emit()

    def _fail(self) -> None:
        self.forget()
        self.failed.emit()

    def _zoom(self, wanted: float) -> None:
        nearer = min(max(wanted, 1.0), _NEAREST)
        if nearer == self._nearer or not self.count:
            return
        by = nearer / self._nearer
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        half = QPoint(self.viewport().width() // 2, self.viewport().height() // 2)
        middles = bars[0].value() + half.x(), bars[1].value() + half.y()
        self._nearer = nearer
        self._spread()
        bars[0].setValue(round(middles[0] * by) - half.x())
        bars[1].setValue(round(middles[1] * by) - half.y())
        self.moved.emit()

    def _scale(self) -> float:
        """Return how many pixels a point or a pixel of the leaf takes."""
        if self._leaves is None or self._size.isEmpty():
            return 0
        wide = max(self.width() - 2 * _EDGE, 1) / self._size.width()
        high = max(self.height() - 2 * _EDGE, 1) / self._size.height()
        whole = min(wide, high)
        if self._leaves.papers:
            beside = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _EDGE
            width = max(beside, 1) / self._size.width()
            fitted = whole if whole >= _LEGIBLE else max(whole, min(width, _LEGIBLE * 2))
        else:
            fitted = min(whole, 1.0)  # a small picture is not blown up
        return fitted * self._nearer

    def _spread(self) -> None:
        """Give the bars as much to scroll as the leaf is larger than its room."""
        scale, port = self._scale(), self.viewport()
        pairs = (
            (self.horizontalScrollBar(), self._size.width() * scale, port.width()),
            (self.verticalScrollBar(), self._size.height() * scale, port.height()),
        )
        for bar, long, room in pairs:
            needed = round(long) + 2 * _EDGE
            bar.setRange(0, max(needed - room, 0) if long > 0 else 0)
            bar.setPageStep(room)
            bar.setSingleStep(48)
        self.viewport().update()

    def _picture(self) -> QImage | None:
        """Return the leaf for the size shown; kept until another is wanted."""
        leaves, scale = self._leaves, self._scale() * self.devicePixelRatioF()
        if leaves is None or scale <= 0:
            return None
        if self._cached is None or self._cached[:2] != (self._place, scale):
            try:
                self._cached = (self._place, scale, leaves.picture(self._place, scale))
            except NotShown:
                QTimer.singleShot(0, self, self._fail)  # not while it is being painted
                return None
        return self._cached[2]
