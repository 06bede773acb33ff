# SPDX-License-Identifier: MIT
"""One item of the rail: at rest, hovered, or the page that is shown (card, bar and bold word)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.components.sketch import CENTRE, Sketch, width_of
from desktop.ui.components.tip import plain_tip
from desktop.ui.shell.values import RailItem
from desktop.ui.theme.measures import ICON, RADIUS_CONTROL, RAIL_COMPACT, RAIL_WIDTH, TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tokens

_EDGE = 8
_BADGE = 22


class RailButton(QAbstractButton):
    """Checkable; the rail keeps one checked. Its name is the label with the badge's number."""

    def __init__(self, theme: Theme, item: RailItem, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._item = item
        self._compact = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_item(item)

    @property
    def key(self) -> str:
        """The page's key."""
        return self._item.key

    def show_item(self, item: RailItem) -> None:
        """Show other words or another badge of the same page."""
        self._item = item
        self.setText(item.label)
        self.setAccessibleName(f"{item.label}, {item.badge}" if item.badge else item.label)
        self._tip()
        self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show only icon and badge; the label becomes the tip."""
        self._compact = compact
        self._tip()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail, 44 px high but painted 36."""
        return QSize(RAIL_COMPACT if self._compact else RAIL_WIDTH, TARGET)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground, bar, icon, word and badge."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect()).adjusted(_EDGE, 4, -_EDGE, -4)
        here = self.isChecked()
        if here:
            sketch.box(rect, RADIUS_CONTROL, fill=tokens.panel, line=tokens.line)
            painter.fillRect(QRectF(rect.left(), rect.top() + 9, 3, rect.height() - 18), tokens.accent)
        elif self.underMouse():
            sketch.box(rect, RADIUS_CONTROL, fill=tokens.hover)
        middle = self.height() / 2
        if self._compact:
            sketch.icon(
                self._item.icon, tokens.accent if here else tokens.muted, 20, self.width() / 2 - 10, middle
            )
            self._small_badge(sketch, tokens, rect)
        else:
            sketch.icon(
                self._item.icon, tokens.accent if here else tokens.muted, ICON, rect.left() + 12, middle
            )
            size = Type.NAME if here else Type.BODY
            left = rect.left() + 40
            end = rect.right() - 10 - (_BADGE + 4 if self._item.badge else 0)
            sketch.words(QRectF(left, middle - 12, end - left, 24), self._item.label, size, tokens.text)
            self._badge(sketch, tokens, rect.right() - 9, middle)
        if self.hasFocus():
            sketch.ring(rect, RADIUS_CONTROL)
        painter.end()

    def _badge(self, sketch: Sketch, tokens: Tokens, right: float, middle: float) -> None:
        if not self._item.badge:
            return
        words = str(self._item.badge)
        wide = max(_BADGE, width_of(words, Type.TINY_STRONG) + 12)
        box = QRectF(right - wide, middle - _BADGE / 2, wide, _BADGE)
        ink = tokens.tone(self._item.badge_tone)
        line = ink if tokens.outlined else None
        sketch.box(box, _BADGE / 2, fill=tokens.soft(self._item.badge_tone), line=line)
        sketch.words(box, words, Type.TINY_STRONG, ink, CENTRE)

    def _small_badge(self, sketch: Sketch, tokens: Tokens, rect: QRectF) -> None:
        if not self._item.badge:
            return
        words = str(self._item.badge)
        wide = max(16.0, width_of(words, Type.TINY_STRONG) + 8)
        box = QRectF(rect.right() - wide, rect.top(), wide, 18)
        ink = tokens.tone(self._item.badge_tone)
        line = ink if tokens.outlined else None
        sketch.box(box, 9, fill=tokens.soft(self._item.badge_tone), line=line)
        sketch.words(box, words, Type.TINY_STRONG, ink, CENTRE)

    def _tip(self) -> None:
        self.setToolTip(plain_tip(self._item.label) if self._compact else "")
