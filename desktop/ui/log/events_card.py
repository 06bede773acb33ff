# SPDX-License-Identifier: MIT
"""The events as a table, the newest first; more of them come when its end is reached."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.access_log import LogRow, LogView
from desktop.ui.components.announce import announce
from desktop.ui.components.card import Card
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Cell, Column, TableRow
from desktop.ui.components.words import Words
from desktop.ui.log.groups import LOUD
from desktop.ui.log.words import operation_words, short_id, target_kind_words, who_words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_day, written_count, written_time
from desktop.ui.words.moments import local_moment

_WHEN: Final = 124
_WHO: Final = 134
_TARGET: Final = 160


class EventsCard(Card):
    """`show_view` begins anew, `add_view` goes on; `more_asked(str)` gives the key of the last row shown."""

    event_opened = Signal(str)
    event_chosen = Signal(str)
    more_asked = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._events: dict[str, LogRow] = {}
        self._more = self._asked = False
        self._total = 0
        self._title = Words(tools.theme, size=Type.SECTION)
        self._count = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.table = Table(tools.theme, " ", self._columns())
        self._empty = Words(tools.theme, tone=Tone.MUTED, wrap=True)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 6)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self.table, 1)
        self.table.row_opened.connect(self.event_opened)
        self.table.row_chosen.connect(self._went_to)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.retranslate()
        self.forget()

    def show_view(self, view: LogView) -> None:
        """Show the first page of what was asked."""
        self._events = {}
        self.table.set_rows([])
        self._take(view)
        self.table.scrollToTop()
        if view.rows:
            self.table.choose(view.rows[0].key)
        announce(self.table, self._count.text())

    def add_view(self, view: LogView) -> None:
        """Show the next page below."""
        at = self.table.verticalScrollBar().value()
        self._take(view)
        self.table.verticalScrollBar().setValue(at)

    def more_failed(self) -> None:
        """Let the end ask again."""
        self._asked = False

    def event_of(self, key: str) -> LogRow | None:
        """Return an event that is shown."""
        return self._events.get(key)

    def forget(self) -> None:
        """Drop every event."""
        self._events = {}
        self._more = self._asked = False
        self._total = 0
        self.table.set_rows([])
        self._count.setText("")
        self._empty.hide()
        self.table.show()

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Log", "Events"))
        self.table.setAccessibleName(QCoreApplication.translate("Log", "Events, the newest first"))
        self._empty.setText(QCoreApplication.translate("Log", "Nothing of this kind has happened."))
        self.table.set_columns(self._columns())
        if self._events:
            self.table.set_rows([self._row(one) for one in self._events.values()])
            self._show_count()

    def _take(self, view: LogView) -> None:
        self._more, self._asked, self._total = view.more, False, view.total
        before = self.table.rows()
        self._events.update((one.key, one) for one in view.rows)
        self.table.set_rows([*before, *(self._row(one) for one in view.rows)])
        self.table.setVisible(bool(self._events))
        self._empty.setVisible(not self._events)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = len(self._events), self._total
        language = self._tools.translations.language
        words = QCoreApplication.translate("Log", "{shown} of {total}").format(
            shown=written_count(shown, language), total=written_count(total, language)
        )
        self._count.setText(words if total > shown else written_count(total, language))

    def _went_to(self, key: str) -> None:
        self.event_chosen.emit(key)
        if self.table.rows()[-1].key == key:
            self._ask_more()

    def _scrolled(self, value: int) -> None:
        if value and value >= self.table.verticalScrollBar().maximum():
            self._ask_more()

    def _ask_more(self) -> None:
        if self._more and not self._asked:
            self._asked = True
            self.more_asked.emit(self.table.rows()[-1].key)

    def _columns(self) -> list[Column]:
        return [
            Column(title=QCoreApplication.translate("Log", "When"), width=_WHEN),
            Column(title=QCoreApplication.translate("Log", "Who"), width=_WHO),
            Column(title=QCoreApplication.translate("Log", "What")),
            Column(title=QCoreApplication.translate("Log", "To what"), width=_TARGET),
        ]

    def _row(self, one: LogRow) -> TableRow:
        tone = Tone.DANGER if one.operation in LOUD else Tone.TEXT
        target = " ".join(part for part in (target_kind_words(one.kind), short_id(one.target)) if part)
        cells = (
            Cell(words=self.when(one)),
            Cell(words=who_words(one.staff, one.who)),
            Cell(words=operation_words(one.operation), tone=tone, strong=tone is Tone.DANGER),
            Cell(words=target, tone=Tone.MUTED),
        )
        return TableRow(key=one.key, cells=cells)

    def when(self, one: LogRow) -> str:
        """Return day and time, also of a day long ago."""
        language = self._tools.translations.language
        moment, now = local_moment(one.at), local_moment(self._tools.clock())
        return f"{near_day(moment.date(), now.date(), language)} {written_time(moment, language)}"
