# SPDX-License-Identifier: MIT
"""The paper as it will come out of the printer, sheet by sheet; or a sentence while there is none."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.sketch import CENTRE, Sketch
from desktop.ui.services.sheets import sheet_picture, sheet_sizes
from desktop.ui.theme.fonts import font
from desktop.ui.theme.measures import RADIUS_CONTROL, Type
from desktop.ui.theme.theme import Theme

_EDGE: Final = 12
_CAPTION: Final = 22
_PAPER: Final = "#FFFFFF"
"""Paper is white in every look: what is shown is what is printed."""
_LEGIBLE: Final = 0.55
"""Pixels a point from which the text of a sheet (11 points) can be read."""
_STEP: Final = 48
"""Pixels an arrow key or a notch of the wheel scrolls."""


class Preview(QWidget):
    """Page Up and Page Down turn the sheets, arrows and the wheel scroll within one and on to the next."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pdf = b""
        self._sizes: list[QSizeF] = []
        self._place = 0
        self._offset = 0
        self._words = ""
        self._title = ""
        self._pictures: dict[tuple[int, float], QImage] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    @property
    def place(self) -> int:
        """Which sheet is shown, counted from 0."""
        return self._place

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return len(self._sizes)

    def show_pdf(self, pdf: bytes, title: str) -> None:
        """Show a paper from its first sheet; the same one again stays where it is."""
        self._title = title
        self._words = ""
        if pdf != self._pdf:
            self._pdf = pdf
            self._sizes = sheet_sizes(pdf)
            self._pictures = {}
            self._place = self._offset = 0
        self._name()
        self.update()

    def tell(self, words: str) -> None:
        """Show a sentence instead of a paper."""
        self._pdf = b""
        self._sizes = []
        self._pictures = {}
        self._place = self._offset = 0
        self._words = words
        self._name()
        self.update()

    def words(self) -> str:
        """Return the sentence shown instead of a paper."""
        return self._words

    def turn(self, by: int) -> None:
        """Go to another sheet, as far as there are any."""
        place = min(max(self._place + by, 0), max(len(self._sizes) - 1, 0))
        if place != self._place:
            self._place = place
            self._offset = 0
            self._name()
            self.update()
            announce(self, self._caption())

    def retranslate(self) -> None:
        """Say every word again."""
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the pane leaves it."""
        return QSize(320, 420)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the smallest window."""
        return QSize(160, 120)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Turn the sheets."""
        turns = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -len(self._sizes),
            Qt.Key.Key_End: len(self._sizes),
        }
        steps = {Qt.Key.Key_Down: _STEP, Qt.Key.Key_Up: -_STEP}
        key = Qt.Key(event.key())
        if key in turns:
            self.turn(turns[key])
            return
        if key in steps:
            self._scroll(steps[key])
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Scroll by the wheel; at the end of a sheet, turn to the next."""
        turned = event.angleDelta().y()
        if turned and not self._scroll(-round(turned / 120 * _STEP)):
            self.turn(-1 if turned > 0 else 1)
        event.accept()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Stay within the sheet."""
        super().resizeEvent(event)
        self._offset = min(self._offset, self._rest())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground, sheet, caption and ring."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect())
        painter.fillRect(rect, QColor(tokens.sunken))
        if self._sizes:
            self._paint_sheet(painter, sketch)
        else:
            painter.setFont(font(Type.BODY))
            painter.setPen(QColor(tokens.muted))
            inner = rect.adjusted(28, 20, -28, -20)
            painter.drawText(inner, CENTRE | Qt.TextFlag.TextWordWrap, self._words)
        if self.hasFocus():
            sketch.ring(rect.adjusted(2, 2, -2, -2), RADIUS_CONTROL)
        painter.end()

    def _paint_sheet(self, painter: QPainter, sketch: Sketch) -> None:
        """Paint the sheet as wide as the pane, so that it can be read; what is below is scrolled to."""
        tokens = self._theme.tokens
        room, scale = self._room(), self._scale()
        if scale <= 0:
            return
        size = self._sizes[self._place]
        wide, high = round(size.width() * scale), round(size.height() * scale)
        left = round(room.center().x() - wide / 2)
        sheet = QRectF(left, round(room.top()) - self._offset, wide, high)
        painter.save()
        painter.setClipRect(room.adjusted(-2, -_EDGE, 2, 2 if self._rest() else _EDGE))
        painter.fillRect(sheet, QColor(_PAPER))
        painter.drawImage(sheet, self._picture(scale * self.devicePixelRatioF()))
        sketch.box(sheet.adjusted(-1, -1, 1, 1), 2, line=tokens.chip)
        painter.restore()
        if self._rest():
            thumb = room.height() * room.height() / high
            top = room.top() + (room.height() - thumb) * self._offset / self._rest()
            bar = QRectF(self.width() - 8, top, 5, thumb)
            sketch.box(bar, 2.5, fill=tokens.chip)
        caption = self._caption()
        if caption:
            words = QRectF(0, self.height() - _CAPTION - 2, self.width(), _CAPTION)
            sketch.words(words, caption, Type.TINY, tokens.muted, CENTRE)

    def _room(self) -> QRectF:
        below = _CAPTION if self._caption() else _EDGE
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -below)

    def _scale(self) -> float:
        """Return how many pixels a point takes: the whole sheet where it is then still read, else its width."""
        if not self._sizes:
            return 0
        room, size = self._room(), self._sizes[self._place]
        whole = min(room.width() / size.width(), room.height() / size.height())
        return whole if whole >= _LEGIBLE else max(room.width() / size.width(), 0)

    def _rest(self) -> int:
        """Return how many pixels of the sheet are out of sight."""
        if not self._sizes:
            return 0
        return max(round(self._sizes[self._place].height() * self._scale() - self._room().height()), 0)

    def _scroll(self, by: int) -> bool:
        """Scroll within the sheet; False when it goes no further."""
        offset = min(max(self._offset + by, 0), self._rest())
        if offset == self._offset:
            return False
        self._offset = offset
        self.update()
        return True

    def _picture(self, dots_a_point: float) -> QImage:
        key = (self._place, round(dots_a_point, 3))
        if key not in self._pictures:
            self._pictures = {
                old: picture for old, picture in self._pictures.items() if old[1] == key[1]
            }  # another size of the window: those of the old one are of no use
            self._pictures[key] = sheet_picture(self._pdf, self._place, dots_a_point=dots_a_point)
        return self._pictures[key]

    def _caption(self) -> str:
        if len(self._sizes) < 2:  # noqa: PLR2004 - one sheet needs no number
            return ""
        words = QCoreApplication.translate("Handout", "Sheet {place} of {count} (Page Up, Page Down)")
        return words.format(place=self._place + 1, count=len(self._sizes))

    def _name(self) -> None:
        name = QCoreApplication.translate("Handout", "Preview of the hand-out")
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join(x for x in (self._title, self._caption(), self._words) if x))
