# SPDX-License-Identifier: MIT
"""Draws the shapes all components share: boxes, words, icons, keycaps, pills, marks and the focus ring."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.fonts import font
from desktop.ui.theme.measures import FOCUS, ICON_SMALL, RADIUS_KEYCAP, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens, Tone

_KEYCAP_HEIGHT = 20
PILL_HEIGHT = 22
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def width_of(words: str, size: Type) -> float:
    """Return how many pixels the words take in this size, rounded up to whole pixels."""
    return float(-(-QFontMetricsF(font(size)).horizontalAdvance(words) // 1))


def height_of(size: Type) -> float:
    """Return the height of one line in this size."""
    return float(-(-QFontMetricsF(font(size)).height() // 1))


def keycap_width(label: str) -> float:
    """Return the width of a keycap with this label: square for one sign, wider for words."""
    return max(_KEYCAP_HEIGHT, width_of(label, Type.TINY_STRONG) + 10)


def mark_width(mark: MarkValue) -> float:
    """Return the width of a mark: icon, gap and word."""
    return ICON_SMALL + 5 + width_of(mark.word, Type.TINY)


def pill_width(mark: MarkValue) -> float:
    """Return the width of a pill with this mark, its round ends included."""
    icon = ICON_SMALL + 4 if mark.icon else 0
    return 16 + icon + width_of(mark.word, Type.TINY_STRONG)


class Sketch:
    """A painter and a theme for one paint event; positions in the painter's own pixels."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self._icons = theme.icons
        self.tokens: Tokens = theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        device = painter.device()
        self._ratio = device.devicePixelRatio() if device is not None else 1.0

    def box(
        self,
        rect: QRectF,
        radius: float,
        *,
        fill: str | None = None,
        line: str | None = None,
        width: float = 1.0,
        dashed: bool = False,
    ) -> None:
        """Fill and outline a rounded box; the outline stays inside `rect`."""
        half = width / 2 if line else 0.0
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self.painter.setPen(QPen(QColor(line), width, style) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)

    def ring(self, rect: QRectF, radius: float) -> None:
        """Draw the 2 px focus ring just inside `rect`."""
        self.box(rect, radius, line=self.tokens.accent, width=FOCUS)

    def line(self, x1: float, y: float, x2: float, colour: str | None = None) -> None:
        """Draw a 1 px horizontal divider on the pixel row `y`."""
        self.painter.fillRect(QRectF(x1, y, x2 - x1, 1), QColor(colour or self.tokens.line))

    def side_bar(self, rect: QRectF, colour: str, radius: float) -> None:
        """Draw the 4 px bar at the left edge of a box, cut by the box's round corners."""
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        self.painter.save()
        self.painter.setClipPath(path)
        self.painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), QColor(colour))
        self.painter.restore()

    def words(
        self,
        rect: QRectF,
        words: str,
        size: Type,
        colour: str,
        align: Qt.AlignmentFlag = LEFT,
        *,
        struck: bool = False,
    ) -> None:
        """Write one line, cut with an ellipsis when it does not fit."""
        letters = font(size)
        letters.setStrikeOut(struck)
        self.painter.setFont(letters)
        self.painter.setPen(QColor(colour))
        shown = QFontMetricsF(letters).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() + 1)
        self.painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, shown)

    def icon(self, name: str, colour: str, size: int, x: float, middle: float) -> None:
        """Draw an icon whose left edge is `x` and whose middle line is `middle`."""
        picture = self._icons.picture(name, colour, size, self._ratio)
        self.painter.drawPixmap(QPointF(round(x), round(middle - size / 2)), picture)

    def keycap(
        self, label: str, x: float, middle: float, *, ink: str, fill: str | None, line: str | None
    ) -> float:
        """Draw a keycap from `x` and return its width."""
        width = keycap_width(label)
        rect = QRectF(x, middle - _KEYCAP_HEIGHT / 2, width, _KEYCAP_HEIGHT)
        self.box(rect, RADIUS_KEYCAP, fill=fill, line=line)
        self.words(rect, label, Type.TINY_STRONG, ink, CENTRE)
        return width

    def mark(self, mark: MarkValue, x: float, middle: float, *, tone: Tone | None = None) -> float:
        """Draw icon and word from `x` and return the width."""
        colour = self.tokens.tone(tone or mark.tone)
        self.icon(mark.icon, colour, ICON_SMALL, x, middle)
        width = mark_width(mark)
        self.words(QRectF(x + ICON_SMALL + 5, middle - 10, width, 20), mark.word, Type.TINY, colour)
        return width

    def pill(self, mark: MarkValue, x: float, middle: float) -> float:
        """Draw a filled pill (outlined in high contrast) from `x` and return its width."""
        colour = self.tokens.tone(mark.tone)
        width = pill_width(mark)
        rect = QRectF(x, middle - PILL_HEIGHT / 2, width, PILL_HEIGHT)
        line = colour if self.tokens.outlined else None
        self.box(rect, PILL_HEIGHT / 2, fill=self.tokens.soft(mark.tone), line=line)
        inner = x + 8
        if mark.icon:
            self.icon(mark.icon, colour, ICON_SMALL, inner, middle)
            inner += ICON_SMALL + 4
        self.words(QRectF(inner, middle - 10, width, 20), mark.word, Type.TINY_STRONG, colour)
        return width
