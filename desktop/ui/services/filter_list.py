# SPDX-License-Identifier: MIT
"""A dense list of check boxes under headings: one stop of Tab, arrows go, Space ticks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
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
from desktop.ui.components.sketch import Sketch
from desktop.ui.components.tip import plain_tip
from desktop.ui.services.filter_rows import FilterRow
from desktop.ui.theme.measures import ICON_SMALL, RADIUS_CONTROL, RADIUS_KEYCAP, Type
from desktop.ui.theme.theme import Theme

_OPTION: Final = 29
_HEADING: Final = 31
_SIDE: Final = 16
_BOX: Final = 18
_Index = QModelIndex | QPersistentModelIndex
_TICKING: Final = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FilterModel(KeyedModel[FilterRow]):
    """Says of each row whether it is ticked, so that a screen reader does too."""

    def flags(self, index: _Index, /) -> Qt.ItemFlag:
        """Headings cannot be chosen; Qt passes over them with the arrow keys."""
        row = index.data(VALUE_ROLE)
        if not isinstance(row, FilterRow) or not row.tickable:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        """Add the state of the box to what every keyed model serves."""
        if role == Qt.ItemDataRole.CheckStateRole:
            row = super().data(index, VALUE_ROLE)
            if not isinstance(row, FilterRow) or not row.tickable:
                return None
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(
                str(super().data(index, Qt.ItemDataRole.DisplayRole) or "")
            )  # long words are cut
        return super().data(index, role)


class FilterDelegate(QStyledItemDelegate):
    """Paints headings and check boxes as the Check component looks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        """Return the height of a heading or of a box; the list gives the width."""
        row = index.data(VALUE_ROLE)
        return QSize(80, _OPTION if isinstance(row, FilterRow) and row.tickable else _HEADING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint one row."""
        row = index.data(VALUE_ROLE)
        if not isinstance(row, FilterRow):
            return
        painter.save()
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(option.rect)
        middle = rect.center().y()
        left, right = rect.left() + _SIDE, rect.right() - _SIDE
        if not row.tickable:
            words = QRectF(left, rect.bottom() - 25, right - left, 22)
            sketch.words(words, row.text, Type.LABEL, tokens.muted)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(4, 0, -4, 0), QColor(tokens.hover))
        box = QRectF(left, middle - _BOX / 2, _BOX, _BOX)
        sketch.box(
            box,
            RADIUS_KEYCAP,
            fill=tokens.accent if row.ticked else tokens.panel,
            line=None if row.ticked else tokens.line_strong,
        )
        if row.ticked:
            sketch.icon("check", tokens.on_accent, ICON_SMALL, box.left() + 2, middle)
        if row.mine:
            sketch.icon("user", tokens.accent, ICON_SMALL, right - ICON_SMALL, middle)
            right -= ICON_SMALL + 6
        begin = box.right() + 9
        size = Type.NAME if row.mine else Type.BODY
        sketch.words(QRectF(begin, middle - 12, right - begin, 24), row.text, size, tokens.text)
        view = option.widget
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen and isinstance(view, QWidget) and view.hasFocus():
            sketch.ring(rect.adjusted(8, 0, -8, 0), RADIUS_CONTROL)
        painter.restore()


class FilterList(QListView):
    """`ticked(str)` tells the key of the row whose box a person pressed."""

    ticked = Signal(str)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = FilterModel(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._rows)
        self.setItemDelegate(FilterDelegate(theme, self))

    def set_rows(self, rows: Sequence[FilterRow]) -> None:
        """Show these rows; the chosen one stays."""
        chosen = self.key()
        if self._rows.set_values(rows):
            self.setCurrentIndex(self._rows.index(max(self._rows.place_of(chosen), 1)))

    def rows(self) -> tuple[FilterRow, ...]:
        """Return every row, headings too."""
        return self._rows.values

    def key(self) -> str:
        """Return the key of the row that the keys are on."""
        place = self.currentIndex().row()
        return self._rows.values[place].key if 0 <= place < len(self._rows.values) else ""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Tick with Space or Enter; everything else is Qt's."""
        if Qt.Key(event.key()) in _TICKING:
            if not event.isAutoRepeat():
                self._tick(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """A press anywhere in the row ticks it."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._tick(self.indexAt(event.position().toPoint()))

    def _tick(self, index: QModelIndex) -> None:
        row = index.data(VALUE_ROLE) if index.isValid() else None
        if isinstance(row, FilterRow) and row.tickable:
            self.ticked.emit(row.key)
