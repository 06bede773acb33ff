# SPDX-License-Identifier: MIT
"""Paints a hit of the search: check box, name, where, what is to be had, how fresh, and what does not fit."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.components.keyed_model import VALUE_ROLE
from desktop.ui.components.sketch import Sketch, mark_width, width_of
from desktop.ui.services.hit import Hit
from desktop.ui.theme.measures import FOCUS, ICON_SMALL, RADIUS_KEYCAP, Type
from desktop.ui.theme.theme import Theme

ROW: Final = 80
_FOURTH: Final = 22
_SIDE: Final = 14
_BOX: Final = 18
_TEXT: Final = 44
"""From the row's left edge to its words: what the check box takes."""
_LINE: Final = 21
_Index = QModelIndex | QPersistentModelIndex


def box_of(row: QRectF) -> QRectF:
    """Return where the check box of a row stands."""
    return QRectF(row.left() + _SIDE, row.top() + 13, _BOX, _BOX)


def box_target(row: QRectF) -> QRectF:
    """Return where a press counts as one on the check box: 44 px wide, the height of the row."""
    return QRectF(row.left(), row.top(), _TEXT, row.height())


class HitDelegate(QStyledItemDelegate):
    """Rows of 80 px, or 102 where something does not fit or the name does not say why it was found."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.keys_elsewhere = False
        """Whether the search field has the keys and moves this list: the ring is drawn then too."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Return the row's height; the list gives the width."""
        hit = index.data(VALUE_ROLE)
        return QSize(120, ROW + (_FOURTH if isinstance(hit, Hit) and hit.fourth else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint the whole row."""
        hit = index.data(VALUE_ROLE)
        if not isinstance(hit, Hit):
            return
        painter.save()
        sketch = Sketch(painter, self._theme)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._ground(sketch, rect, option.widget, chosen=chosen, over=over)
        if not chosen and index.row() + 1 < index.model().rowCount():
            sketch.line(rect.left() + 16, rect.bottom() - 1, rect.right() - 16)
        self._box(sketch, box_of(rect), marked=hit.marked)
        left = rect.left() + _TEXT
        self._lines(sketch, hit, QRectF(left, rect.top(), rect.right() - _SIDE - left, rect.height()))
        painter.restore()

    def _ground(
        self, sketch: Sketch, rect: QRectF, view: QWidget | None, *, chosen: bool, over: bool
    ) -> None:
        tokens = self._theme.tokens
        if chosen:
            sketch.painter.fillRect(rect, QColor(tokens.accent_soft))
            sketch.painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent))
            if isinstance(view, QWidget) and view.hasFocus():
                sketch.ring(rect.adjusted(0, 0, 0, -1), 0)
            elif tokens.outlined:
                sketch.box(rect, 0, line=tokens.accent)
        elif over:
            sketch.painter.fillRect(rect, QColor(tokens.hover))

    def _box(self, sketch: Sketch, box: QRectF, *, marked: bool) -> None:
        tokens = self._theme.tokens
        if marked:
            sketch.box(box, RADIUS_KEYCAP, fill=tokens.accent)
            sketch.icon("check", tokens.on_accent, ICON_SMALL, box.left() + 2, box.center().y())
        else:
            sketch.box(box, RADIUS_KEYCAP, fill=tokens.panel, line=tokens.line_strong)

    def _lines(self, sketch: Sketch, hit: Hit, rect: QRectF) -> None:
        tokens = self._theme.tokens
        top = rect.top() + 9
        signs = sum(ICON_SMALL + 8 for _ in hit.signs)
        self._name(sketch, hit, QRectF(rect.left(), top, rect.width() - signs, _LINE))
        x = rect.right()
        for sign in reversed(hit.signs):
            x -= ICON_SMALL
            sketch.icon(sign.icon, tokens.tone(sign.tone), ICON_SMALL, x, top + _LINE / 2)
            x -= 8
        second = QRectF(rect.left(), top + _LINE, rect.width(), _LINE)
        self._place(sketch, hit, second)
        third = top + 2 * _LINE
        room = self._freshness(sketch, hit, rect.right(), third + _LINE / 2)
        sketch.words(
            QRectF(rect.left(), third, rect.width() - room, _LINE), hit.to_be_had, Type.SECONDARY, tokens.text
        )
        if hit.fourth:
            self._fourth(sketch, hit, QRectF(rect.left(), top + 3 * _LINE, rect.width(), _LINE))

    def _name(self, sketch: Sketch, hit: Hit, rect: QRectF) -> None:
        """Write the name; what was typed is underlined in it."""
        tokens = self._theme.tokens
        sketch.words(rect, hit.name, Type.NAME, tokens.text)
        low = hit.name.casefold()
        for word in hit.lit:
            at = low.find(word.casefold())
            if at < 0 or len(low) != len(hit.name):
                continue
            begin = rect.left() + width_of(hit.name[:at], Type.NAME)
            end = min(begin + width_of(hit.name[at : at + len(word)], Type.NAME), rect.right())
            if end > begin:
                sketch.painter.fillRect(
                    QRectF(begin, rect.bottom() - 1, end - begin, FOCUS), QColor(tokens.bar)
                )

    def _place(self, sketch: Sketch, hit: Hit, rect: QRectF) -> None:
        """Write where, cut if need be, and the terms whole behind it."""
        ink = self._theme.tokens.muted
        terms = f" · {hit.terms}" if hit.where and hit.terms else hit.terms
        tail = width_of(terms, Type.SECONDARY)
        room = max(rect.width() - tail, 0)
        wide = min(width_of(hit.where, Type.SECONDARY), room)
        sketch.words(QRectF(rect.left(), rect.top(), wide, rect.height()), hit.where, Type.SECONDARY, ink)
        rest = QRectF(rect.left() + wide, rect.top(), rect.width() - wide, rect.height())
        sketch.words(rest, terms, Type.SECONDARY, ink)

    def _freshness(self, sketch: Sketch, hit: Hit, right: float, middle: float) -> float:
        """Write when it was checked, or that it wants checking; return the room it takes."""
        tokens = self._theme.tokens
        if hit.stale is not None:
            wide = mark_width(hit.stale)
            sketch.mark(hit.stale, right - wide, middle)
            return wide + 12
        if not hit.checked:
            return 0
        wide = width_of(hit.checked, Type.TINY)
        sketch.words(QRectF(right - wide, middle - 10, wide, 20), hit.checked, Type.TINY, tokens.muted)
        return wide + 12

    def _fourth(self, sketch: Sketch, hit: Hit, rect: QRectF) -> None:
        """Write what does not fit, then why it was found, as far as there is room."""
        x, middle = rect.left(), rect.center().y()
        for mark in hit.unmet:
            wide = mark_width(mark)
            if x > rect.left() and x + wide > rect.right():
                break
            sketch.mark(mark, x, middle)
            x += wide + 12
        room = rect.right() - x
        if hit.why and room > width_of("osuma: …", Type.TINY):
            sketch.words(QRectF(x, middle - 10, room, 20), hit.why, Type.TINY, self._theme.tokens.muted)
