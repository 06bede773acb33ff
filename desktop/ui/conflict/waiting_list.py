# SPDX-License-Identifier: MIT
"""The list of fields that wait for a choice."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.people import ConflictRow
from desktop.ui.components.card import Card
from desktop.ui.components.row_list import RowList
from desktop.ui.components.rule import Rule
from desktop.ui.components.words import Words
from desktop.ui.conflict.words import conflict_key, list_row
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone

_WIDTH = 280
_NARROW = 220
_ROW = 54


class WaitingList(Card):
    """Keeps the rows by key (`entity/field`); `chosen` follows the arrow keys, `opened` tells Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._rows: dict[str, ConflictRow] = {}
        self.title = Words(tools.theme, size=Type.SECTION)
        self.count = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.list = RowList(tools.theme, " ", height=_ROW)
        head = QVBoxLayout()
        head.setContentsMargins(16, 13, 16, 11)
        head.setSpacing(0)
        head.addWidget(self.title)
        head.addWidget(self.count)
        self.body.addLayout(head)
        self.body.addWidget(Rule(tools.theme))
        self.body.addWidget(self.list, 1)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.list)
        self.list.row_chosen.connect(self.chosen)
        self.list.row_opened.connect(self.opened)

    @property
    def keys(self) -> list[str]:
        """The keys, top first."""
        return list(self._rows)

    def row(self, key: str) -> ConflictRow | None:
        """Return the row with this key, if it waits."""
        return self._rows.get(key)

    def place(self, key: str) -> int:
        """Return where the row with this key stands, from 0; 0 too when it does not wait any more."""
        return self.keys.index(key) if key in self._rows else 0

    def show_rows(self, rows: Sequence[ConflictRow]) -> None:
        """Show what waits."""
        self._rows = {conflict_key(row): row for row in rows}
        self.list.set_rows([list_row(row, self._tools) for row in rows])
        now = sum(not row.later and not row.asks for row in rows)
        count = QCoreApplication.translate("WaitingList", "%n wait for a choice", None, now)
        self.count.setText(count if now else QCoreApplication.translate("WaitingList", "None waits"))

    def forget(self) -> None:
        """Drop every row."""
        self._rows = {}
        self.list.set_rows(())
        self.count.setText("")

    def set_compact(self, *, compact: bool) -> None:
        """Be narrower, or not."""
        self.setFixedWidth(_NARROW if compact else _WIDTH)

    def retranslate(self) -> None:
        """Say every word again."""
        self.title.setText(QCoreApplication.translate("WaitingList", "Two values"))
        self.list.setAccessibleName(QCoreApplication.translate("WaitingList", "Fields with two values"))
        self.show_rows(tuple(self._rows.values()))
