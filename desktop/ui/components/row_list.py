# SPDX-License-Identifier: MIT
"""The list of rows: up and down choose, Enter opens, the chosen row has a bar and a soft ground."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
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
from desktop.ui.components.row_value import Row
from desktop.ui.components.sketch import RIGHT, Sketch, mark_width, pill_width, width_of
from desktop.ui.theme.measures import CARD_PADDING, ICON, ROW_PERSON, Type
from desktop.ui.theme.theme import Theme

_TIME = Type.TINY
_LINE = 20
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints a Row. `height` is fixed for the list; lines are spread evenly in it."""

    def __init__(self, theme: Theme, height: int, *, padding: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._padding = padding

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index, /) -> QSize:
        """Return the fixed row height; the list gives the width."""
        return QSize(120, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, /) -> None:
        """Paint ground, bar, lines, marks and the divider below."""
        row = index.data(VALUE_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, tokens.accent_soft)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), tokens.accent)
            view = option.widget
            if isinstance(view, QWidget) and view.hasFocus():
                sketch.ring(rect.adjusted(0, 0, 0, -1), 0)
            elif tokens.outlined:
                sketch.box(rect, 0, line=tokens.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, tokens.hover)
        left, right = rect.left() + self._padding, rect.right() - self._padding
        if not chosen and index.row() + 1 < index.model().rowCount():
            sketch.line(left, rect.bottom() - 1, right)
        if row.icon:
            ink = tokens.accent if chosen else tokens.tone(row.icon_tone)
            sketch.icon(row.icon, ink, ICON, left, rect.center().y())
            left += ICON + 12
        self._lines(sketch, row, QRectF(left, rect.top(), right - left, rect.height()))
        painter.restore()

    def _lines(self, sketch: Sketch, row: Row, rect: QRectF) -> None:
        tokens = self._theme.tokens
        lines = [words for words in (row.second, row.third) if words]
        top = rect.center().y() - _LINE * (1 + len(lines)) / 2
        right = self._signs(sketch, row, rect, top + _LINE * (len(lines) + 0.5))
        above = right if row.pill or row.centred else rect.right()
        if row.time:
            wide = width_of(row.time, _TIME)
            sketch.words(QRectF(above - wide, top, wide, _LINE), row.time, _TIME, tokens.muted, RIGHT)
            above -= wide + 8
        if not lines:
            above = min(above, right)
        size = Type.NAME if lines else Type.BODY
        sketch.words(QRectF(rect.left(), top, above - rect.left(), _LINE), row.title, size, tokens.text)
        for place, words in enumerate(lines, start=1):
            last = place == len(lines)
            room = (right if last or row.pill or row.centred else rect.right()) - rect.left()
            sketch.words(
                QRectF(rect.left(), top + place * _LINE, room, _LINE), words, Type.SECONDARY, tokens.muted
            )

    def _signs(self, sketch: Sketch, row: Row, rect: QRectF, last: float) -> float:
        """Paint marks and pill from the right and return where words must end."""
        x = rect.right()
        middle = rect.center().y() if row.centred else last
        for mark in reversed(row.marks):
            x -= mark_width(mark)
            sketch.mark(mark, x, middle)
            x -= 12
        if row.pill is not None:
            x -= pill_width(row.pill)
            sketch.pill(row.pill, x, rect.center().y())
            x -= 12
        return x


class RowList(QListView):
    """`row_chosen(str)` follows the current row, `row_opened(str)` tells Enter or a double click.

    `name` is read out. `padding` 0 suits a list inside a padded card, 16 a list that fills its card.
    """

    row_chosen = Signal(str)
    row_opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        height: int = ROW_PERSON,
        padding: int = CARD_PADDING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._rows: KeyedModel[Row] = KeyedModel(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._rows)
        self.setItemDelegate(RowDelegate(theme, height, padding=padding, parent=self))
        self.setMinimumHeight(height)
        self.doubleClicked.connect(self._opened)
        self.selectionModel().currentChanged.connect(self._moved)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, keeping the chosen one by key where it is still there. Tells nobody then."""
        chosen = self.key()
        self._quiet = True
        if self._rows.set_values(rows) and chosen:
            self.choose(chosen)
        self._quiet = False

    def rows(self) -> tuple[Row, ...]:
        """Return the rows shown, top first."""
        return self._rows.values

    def key(self) -> str:
        """Return the key of the chosen row, or an empty text."""
        place = self.currentIndex().row()
        return self._rows.values[place].key if 0 <= place < len(self._rows.values) else ""

    def choose(self, key: str) -> bool:
        """Choose the row with this key without telling anybody; False when it isn't here."""
        place = self._rows.place_of(key)
        if place < 0:
            return False
        before, self._quiet = self._quiet, True
        self.setCurrentIndex(self._rows.index(place))
        self._quiet = before
        return True

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Open with Enter; everything else is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key():
            self.row_opened.emit(self.key())
            return
        super().keyPressEvent(event)

    def _opened(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._rows.values[index.row()].key)

    def _moved(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.row_chosen.emit(self._rows.values[index.row()].key)
