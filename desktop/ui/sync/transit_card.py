# SPDX-License-Identifier: MIT
"""What is on its way: one line a save, and under the table what becomes of the chosen one."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.sync import TransitRow
from desktop.ui.components.card import Card
from desktop.ui.components.rule import Rule
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Cell, Column, ColumnKind, TableRow
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.sync.troubles import what_next, why_held
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.fields import kind_label
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import short_moment

_WIDTHS: Final = (88, 116, 0, 124, 180)
_UNIT: Final = 3
_WIDTHS_COMPACT: Final = (92, 92, 0, 1, 172)


class TransitCard(Card):
    """Empty it says that all is delivered."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it; `show_rows` fills it."""
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._rows: dict[str, TransitRow] = {}
        self._compact = False
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._beside = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.table = Table(theme, " ", self._columns())
        self._empty = Words(theme, tone=Tone.MUTED, wrap=True)
        self.about = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._rule = Rule(theme)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._beside, 1)
        self._empty.setContentsMargins(16, 8, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.setContentsMargins(16, 10, 16, 10)
        self.body.addLayout(head)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._rule)
        self.body.addWidget(self.about)
        self.table.row_chosen.connect(self._tell_about)
        self.retranslate()
        self.show_rows([])

    def show_rows(self, rows: list[TransitRow]) -> None:
        """Show these saves, keeping the chosen one where it is still there."""
        self._rows = {_key(row): row for row in rows}
        self.table.set_rows([self._row(key, row) for key, row in self._rows.items()])
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._beside.setVisible(bool(rows))
        self._tell_about(self.table.key())

    def set_compact(self, *, compact: bool) -> None:
        """Take narrower columns under 1200 px."""
        self._compact = compact
        self.table.setColumnHidden(_UNIT, compact)  # the line under the table names it
        self.table.set_columns(self._columns())

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Sync", "On its way"))
        self._beside.setText(QCoreApplication.translate("Sync", "nothing here keeps the rest from going"))
        self._empty.setText(QCoreApplication.translate("Sync", "All delivered. New entries come here first."))
        self.table.setAccessibleName(QCoreApplication.translate("Sync", "On its way"))
        self.table.set_columns(self._columns())
        self.show_rows(list(self._rows.values()))

    def _columns(self) -> list[Column]:
        titles = (
            QCoreApplication.translate("Sync", "Time"),
            QCoreApplication.translate("Sync", "Kind"),
            QCoreApplication.translate("Sync", "Content"),
            QCoreApplication.translate("Sync", "Unit"),
            QCoreApplication.translate("Sync", "State"),
        )
        widths = _WIDTHS_COMPACT if self._compact else _WIDTHS
        kinds = (*(ColumnKind.TEXT,) * 4, ColumnKind.MARK)
        return [
            Column(title=title, width=width, kind=kind)
            for title, width, kind in zip(titles, widths, kinds, strict=True)
        ]

    def _row(self, key: str, row: TransitRow) -> TableRow:
        now, language = self._tools.clock(), self._tools.translations.language
        return TableRow(
            key=key,
            cells=(
                Cell(words=short_moment(row.at, now, language)),
                Cell(words=kind_label(row.kind)),
                Cell(words=why_held(row.mark, row.reason) or self._content(row)),
                Cell(words=row.team),
                Cell(mark=mark_value(row.mark)),
            ),
        )

    def _content(self, row: TransitRow) -> str:
        codes = self._tools.codes
        if row.kind != "visit":
            return row.text
        topics = [codes.short("topics", topic) for topic in row.text.split(",") if topic]
        age = codes.short("ages", row.age) if row.age not in {"", "unknown"} else ""
        return ", ".join(part for part in (*topics, age) if part)

    def _tell_about(self, key: str) -> None:
        row = self._rows.get(key)
        for part in (self._rule, self.about):
            part.setVisible(row is not None)
        if row is None:
            self.about.setText("")
            return
        content = self._content(row)
        by = QCoreApplication.translate("Sync", "Written by {by}.").format(by=row.by) if row.by else ""
        why = why_held(row.mark, row.reason)
        unit = f"{row.team}." if row.team and self._compact else ""
        said = (unit, f"{content}." if content else "", by, f"{why}." if why else "", what_next(row.mark))
        self.about.setText(" ".join(part for part in said if part))


def _key(row: TransitRow) -> str:
    """Return what tells two saves apart over refreshes: a save keeps its time, kind and author."""
    return f"{row.at}|{row.kind}|{row.by}|{row.text}"
