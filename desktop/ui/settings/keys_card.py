# SPDX-License-Identifier: MIT
"""The keyboard map on the Settings page: a table that scrolls by itself."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.resources import resource
from desktop.ui.components.card import Card
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Cell, Column, TableRow
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.settings.key_rows import KeyRow, key_rows
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from sync.records.codes import load_keys

_KEYS = 148


class KeysCard(Card):
    """The same keys in every language: only their words change."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Read the walk-in panel's keys and show all rows."""
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._walk_in = load_keys(resource("codes"))
        self._title = Words(tools.theme, size=Type.SECTION)
        self._beside = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.table = Table(tools.theme, " ", self._columns())
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._beside, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Settings", "Keys"))
        self._beside.setText(QCoreApplication.translate("Settings", "the same in every language"))
        self.table.setAccessibleName(QCoreApplication.translate("Settings", "Keys"))
        self.table.set_columns(self._columns())
        rows = key_rows(self._walk_in, self._tools.codes)
        self.table.set_rows([_row(place, row) for place, row in enumerate(rows)])
        self.table.clearSpans()
        for place, row in enumerate(rows):
            if not row.keys:
                self.table.setSpan(place, 0, 1, 2)

    def _columns(self) -> list[Column]:
        return [
            Column(title=QCoreApplication.translate("Settings", "Key"), width=_KEYS),
            Column(title=QCoreApplication.translate("Settings", "What it does")),
        ]


def _row(place: int, row: KeyRow) -> TableRow:
    if not row.keys:
        return TableRow(key=str(place), cells=(Cell(words=row.does, strong=True), Cell()))
    return TableRow(key=str(place), cells=(Cell(words=row.keys, tone=Tone.ACCENT), Cell(words=row.does)))
