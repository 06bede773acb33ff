# SPDX-License-Identifier: MIT
"""What happened to a person, newest first, on one line from top to bottom."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.components.keyed_model import VALUE_ROLE, KeyedModel
from desktop.ui.components.row_value import TimelineEntry
from desktop.ui.components.sketch import Sketch, mark_width
from desktop.ui.theme.measures import ICON_SMALL, RADIUS_CONTROL, Type
from desktop.ui.theme.theme import Theme

_HEIGHT = 72
_AXIS = 24
_RADIUS = 12
_LINE = 19
_Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """Paints a TimelineEntry: a ringed icon on the line, title, detail, when and mark."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        """Return the fixed height of an entry."""
        return QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one entry."""
        entry = index.data(VALUE_ROLE)
        if not isinstance(entry, TimelineEntry):
            return
        painter.save()
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(option.rect)
        state = option.state
        top = rect.top() + 7
        axis, middle = rect.left() + _AXIS, top + _RADIUS + 2
        view = option.widget
        focused = state & QStyle.StateFlag.State_Selected and isinstance(view, QWidget) and view.hasFocus()
        painter.fillRect(QRectF(axis - 1, rect.top(), 2, rect.height()), QColor(tokens.chip))
        circle = QRectF(axis - _RADIUS, middle - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        sketch.box(circle, _RADIUS, fill=tokens.panel, line=tokens.accent if focused else tokens.line_strong)
        sketch.icon(entry.icon, tokens.muted, ICON_SMALL, axis - ICON_SMALL / 2, middle)
        left, right = axis + _RADIUS + 11, rect.right() - 16
        wide = right - left
        sketch.words(QRectF(left, top, wide, _LINE), entry.title, Type.NAME, tokens.text)
        sketch.words(QRectF(left, top + _LINE + 1, wide, _LINE), entry.detail, Type.SECONDARY, tokens.muted)
        third = top + 2 * _LINE + 1
        if entry.mark is not None:
            x = right - mark_width(entry.mark)
            sketch.mark(entry.mark, x, third + _LINE / 2)
            wide = x - left - 8
        sketch.words(QRectF(left, third, wide, _LINE), entry.when, Type.TINY, tokens.muted)
        if focused:
            sketch.ring(rect.adjusted(2, 1, -2, -1), RADIUS_CONTROL)
        painter.restore()


class Timeline(QListView):
    """`entry_opened(str)` tells Enter or a double click. `name` is read out."""

    entry_opened = Signal(str)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: KeyedModel[TimelineEntry] = KeyedModel(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._entries)
        self.setItemDelegate(TimelineDelegate(theme, self))
        self.setMinimumHeight(_HEIGHT)
        self.doubleClicked.connect(lambda index: self.entry_opened.emit(self.entries()[index.row()].key))

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these entries, newest first."""
        self._entries.set_values(entries)

    def entries(self) -> tuple[TimelineEntry, ...]:
        """Return the entries shown."""
        return self._entries.values

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Open with Enter; everything else is Qt's."""
        place = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and place >= 0:
            self.entry_opened.emit(self.entries()[place].key)
            return
        super().keyPressEvent(event)
