# SPDX-License-Identifier: MIT
"""Paints the cells of a Table: words, figures, bars and marks, dividers and the chosen row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.ui.components.sketch import LEFT, RIGHT, Sketch, mark_width
from desktop.ui.components.table_model import CELL_ROLE
from desktop.ui.components.table_value import Cell, Column, ColumnKind
from desktop.ui.theme.measures import FOCUS, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_SIDE = 8
_BAR_HEIGHT = 13
_BAR_WORDS = 52
_Index = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """`padding` is what the first and last column keep clear at the card's edge (0 in a padded card).

    `marks_right` sets marks against the right side, as in lists; under a header they stand at the left.
    """

    def __init__(self, theme: Theme, *, padding: int, marks_right: bool, parent: QTableView) -> None:
        super().__init__(parent)
        self._marks_right = marks_right
        self._theme = theme
        self._padding = padding

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one cell."""
        found = index.data(CELL_ROLE)
        if found is None:
            return
        row, column, cell = found
        painter.save()
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(option.rect)
        state = option.state
        first, last = index.column() == 0, index.column() + 1 == index.model().columnCount()
        view = option.widget
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.accent_soft)
            if first:
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent)
            focused = isinstance(view, QWidget) and view.hasFocus()
            if focused or tokens.outlined:
                self._ring(painter, rect, left=first, right=last, thick=FOCUS if focused else 1)
        elif index.row() + 1 < index.model().rowCount() and not row.total:
            sketch.line(rect.left(), rect.bottom() - 1, rect.right() + 1)
        if row.total:
            sketch.line(rect.left(), rect.top(), rect.right() + 1, tokens.line_strong)
        inner = rect.adjusted(self._padding if first else _SIDE, 0, -(self._padding if last else _SIDE), 0)
        if first and self._padding == 0:
            inner.setLeft(rect.left() + (_SIDE if state & QStyle.StateFlag.State_Selected else 0))
        self._cell(sketch, column, cell, inner, strong=row.total or cell.strong)
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRectF, *, left: bool, right: bool, thick: int) -> None:
        """Draw this cell's part of the ring around its row."""
        ink = QColor(self._theme.tokens.accent)
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), thick), ink)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick), ink)
        if left:
            painter.fillRect(QRectF(rect.left(), rect.top(), thick, rect.height()), ink)
        if right:
            painter.fillRect(QRectF(rect.right() - thick, rect.top(), thick, rect.height()), ink)

    def _cell(self, sketch: Sketch, column: Column, cell: Cell, rect: QRectF, *, strong: bool) -> None:
        tokens = self._theme.tokens
        if cell.mark is not None:
            x = rect.left()
            if column.kind is ColumnKind.MARK and self._marks_right:
                x = max(x, rect.right() - mark_width(cell.mark))
            sketch.mark(cell.mark, x, rect.center().y())
            return
        size = Type.NAME if strong else Type.BODY
        if cell.tone is Tone.MUTED and not strong:
            size = Type.SECONDARY
        ink = tokens.tone(cell.tone)
        align = RIGHT if column.kind is ColumnKind.NUMBER else LEFT
        if cell.share is not None:
            wide = (rect.width() - _BAR_WORDS) * min(max(cell.share, 0.0), 1.0)
            bar = QRectF(rect.left(), rect.center().y() - _BAR_HEIGHT / 2, wide, _BAR_HEIGHT)
            sketch.box(bar, 2, fill=tokens.bar)
            rect, align = QRectF(rect.right() - _BAR_WORDS, rect.top(), _BAR_WORDS, rect.height()), RIGHT
        sketch.words(rect, cell.words, size, ink, align, struck=cell.struck)
