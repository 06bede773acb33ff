# SPDX-License-Identifier: MIT
"""A table of rows with bars, marks and a total; without its header also the list of today's visits."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.ui.components.table_delegate import TableDelegate
from desktop.ui.components.table_model import TableModel
from desktop.ui.components.table_value import Column, TableRow
from desktop.ui.theme.measures import CARD_PADDING, ROW_DENSE
from desktop.ui.theme.theme import Theme

_HEADER = 36
_LEAST_STRETCH = 80
_Index = QModelIndex | QPersistentModelIndex


class Table(QTableView):
    """`row_chosen(str)` follows the current row, `row_opened(str)` tells Enter or a double click.

    Up and down go row by row; Tab leaves the table. `name` is read out.
    """

    row_chosen = Signal(str)
    row_opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[Column],
        *,
        header: bool = True,
        height: int = ROW_DENSE,
        padding: int = CARD_PADDING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiet = False
        self._padding = padding
        self._table = TableModel(columns, self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(height + (_HEADER if header else 0))
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        heads = self.horizontalHeader()
        heads.setVisible(header)
        heads.setProperty("flush", padding == 0)
        heads.setFixedHeight(_HEADER)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setMinimumSectionSize(16)
        heads.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(self._table)
        self.setItemDelegate(TableDelegate(theme, padding=padding, marks_right=not header, parent=self))
        self.doubleClicked.connect(lambda index: self.row_opened.emit(self.rows()[index.row()].key))
        self.selectionModel().currentRowChanged.connect(self._moved)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other titles or widths (as many columns as before), e.g. after a change of language."""
        self._table.set_columns(columns)
        self._share_width()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows, keeping the chosen one by key. Tells nobody."""
        chosen = self.key()
        self._quiet = True
        if self._table.set_rows(rows) and chosen:
            self.choose(chosen)
        self._quiet = False

    def rows(self) -> tuple[TableRow, ...]:
        """Return the rows shown, top first."""
        return self._table.rows

    def key(self) -> str:
        """Return the key of the chosen row, or an empty text."""
        place = self.currentIndex().row()
        return self.rows()[place].key if 0 <= place < len(self.rows()) else ""

    def choose(self, key: str) -> bool:
        """Choose the row with this key without telling anybody; False when it isn't here."""
        place = next((place for place, row in enumerate(self.rows()) if row.key == key), -1)
        if place < 0:
            return False
        before, self._quiet = self._quiet, True
        self.setCurrentIndex(self._table.index(place, 0))
        self._quiet = before
        return True

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Open with Enter; everything else is Qt's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.key():
            self.row_opened.emit(self.key())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Give columns without a width what is left over."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        columns = self._table.columns
        left = self.viewport().width() - sum(column.width for column in columns)
        loose = sum(1 for column in columns if column.width == 0)
        for place, column in enumerate(columns):
            self.setColumnWidth(place, column.width or max(_LEAST_STRETCH, left // loose))

    def _moved(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.row_chosen.emit(self.rows()[index.row()].key)
