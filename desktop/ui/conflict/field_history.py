# SPDX-License-Identifier: MIT
"""What a field held before: when, who, what, how it stands; R brings the chosen value back."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import ConflictView, FieldHistoryRow
from desktop.notebook.messages.settling import FieldHistoryView
from desktop.ui.components.button import Button
from desktop.ui.components.row_list import RowList
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Column, ColumnKind
from desktop.ui.components.words import Words
from desktop.ui.conflict.words import history_line, history_row
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_DENSE, ROW_TWO_LINES, Type
from desktop.ui.theme.tokens import Tone

_MOST = 4
"""Rows of a question's history; a card's has the height it is given."""


class FieldHistory(QWidget):
    """`restore_asked` names the write whose value is wanted back: hex writer and n."""

    restore_asked = Signal(str, int)

    def __init__(self, tools: Tools, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._view: ConflictView | FieldHistoryView | None = None
        self._title = Words(tools.theme, size=Type.LABEL, tone=Tone.MUTED)
        columns = (
            Column(width=132),
            Column(width=150),
            Column(),
            Column(width=140, kind=ColumnKind.MARK),
        )
        # Beside a card there is no room for columns: there a value stands over who wrote it when.
        self.table: Table | RowList = (
            RowList(tools.theme, " ", height=ROW_TWO_LINES)
            if tall
            else Table(tools.theme, " ", columns, header=False, padding=0)
        )
        self._nothing = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(0, 8, 0, 8)
        self.restore = Button(tools.theme, icon_name="rotate-ccw", key="R")
        head = QHBoxLayout()
        if tall:
            self._title.hide()  # there the pane has a title of its own
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self._nothing, 1 if tall else 0)
        self.table.row_chosen.connect(lambda _key: self._offer())
        self.table.row_opened.connect(lambda _key: self.ask_restore())
        self.restore.clicked.connect(self.ask_restore)
        self.table.installEventFilter(self)
        self.setFocusProxy(self.table)

    def show_history(self, view: ConflictView | FieldHistoryView | None) -> None:
        """Show the history of this field, or nothing."""
        self._view = view
        told = [(view, row) for row in _told(view)] if view is not None else []
        if isinstance(self.table, RowList):
            self.table.set_rows([history_line(view, row, self._tools) for view, row in told])
        else:
            self.table.set_rows([history_row(view, row, self._tools) for view, row in told])
            self.table.setFixedHeight(ROW_DENSE * min(max(len(told), 1), _MOST))
        self.table.setVisible(bool(told) or view is None)
        self._nothing.setVisible(view is not None and not told)
        self._nothing.setText(_no_values(view))
        self._offer()

    def ask_restore(self) -> None:
        """Ask for the chosen value; one that still stands is chosen above instead."""
        row = self._earlier()
        if row is not None:
            self.restore_asked.emit(*row)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """R brings the chosen value back; a table would take the letter for a search."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if watched is self.table and plain and event.key() == Qt.Key.Key_R:
                self.ask_restore()
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say every word again."""
        self._title.setText(QCoreApplication.translate("FieldHistory", "History of the field"))
        self.table.setAccessibleName(QCoreApplication.translate("FieldHistory", "History of the field"))
        self.restore.setText(QCoreApplication.translate("FieldHistory", "Bring this back"))
        self.show_history(self._view)

    def _earlier(self) -> tuple[str, int] | None:
        writer, _, n = self.table.key().partition("/")
        view = self._view
        if not writer or view is None:
            return None
        if isinstance(view, FieldHistoryView):
            standing = {(row.writer, row.n) for row in view.rows if row.stands or row.element}
            if not view.can_restore:
                return None
        else:
            standing = {(side.writer, side.n) for side in view.sides}
        return None if (writer, int(n)) in standing else (writer, int(n))

    def _offer(self) -> None:
        self.restore.setVisible(self._earlier() is not None)


def _told(view: ConflictView | FieldHistoryView) -> list[FieldHistoryRow]:
    return view.rows if isinstance(view, FieldHistoryView) else view.history


def _no_values(view: ConflictView | FieldHistoryView | None) -> str:
    """Return why nothing stands in a history: it is at the centre, or there was nothing."""
    if view is not None and view.earlier:
        return QCoreApplication.translate("FieldHistory", "What this field held before is at the centre.")
    return QCoreApplication.translate("FieldHistory", "Nothing has been written into this field.")
