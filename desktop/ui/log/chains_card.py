# SPDX-License-Identifier: MIT
"""Whether the log is whole: each person's events on each laptop, the broken ones first."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.access_log import LaptopChain
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.words import Words
from desktop.ui.log.words import who_words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_THREE_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import said_day

_EDGE: Final = 16


class ChainsCard(Card):
    """`person_asked(str)` is Enter on a chain: all that this member of staff (an id) did."""

    person_asked = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._chains: list[LaptopChain] = []
        self._title = Words(tools.theme, size=Type.SECTION)
        self.state = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.rows = RowList(tools.theme, " ", height=ROW_THREE_LINES)
        self._title.setContentsMargins(_EDGE, 12, _EDGE, 2)
        self.state.setContentsMargins(_EDGE, 0, _EDGE, 6)
        self.body.addWidget(self._title)
        self.body.addWidget(self.state)
        self.body.addWidget(self.rows, 1)
        self.rows.row_opened.connect(self._opened)
        self.retranslate()

    def show_chains(self, chains: list[LaptopChain]) -> None:
        """Show how they stand."""
        self._chains = sorted(chains, key=lambda one: (not one.broken_at, one.staff.casefold(), one.laptop))
        broken = sum(1 for one in chains if one.broken_at)
        self.set_tone(Tone.DANGER if broken else None)
        self.state.set_tone(Tone.DANGER if broken else Tone.MUTED)
        if broken:
            words = QCoreApplication.translate(
                "Log",
                "%n chains are broken: events are missing or an older notebook was put back.",
                None,
                broken,
            )
        elif chains:
            words = QCoreApplication.translate("Log", "Every chain is whole: no event is missing.")
        else:
            words = QCoreApplication.translate("Log", "No laptop has sent its events yet.")
        self.state.setText(words)
        self.rows.set_rows([self._row(one) for one in self._chains])

    def forget(self) -> None:
        """Drop every name."""
        self._chains = []
        self.rows.set_rows([])
        self.state.setText("")
        self.set_tone(None)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Log", "Is the log whole?"))
        self.rows.setAccessibleName(QCoreApplication.translate("Log", "People and laptops"))
        if self._chains:
            self.show_chains(self._chains)

    def _row(self, one: LaptopChain) -> Row:
        events = QCoreApplication.translate("Log", "%n events", None, one.events)
        newest = said_day(one.newest, self._tools.clock(), self._tools.translations.language)
        if one.broken_at:
            word = QCoreApplication.translate("Log", "Broken from number {number}").format(
                number=one.broken_at
            )
            mark = MarkValue("triangle-alert", word, Tone.DANGER)
        else:
            mark = MarkValue("circle-check", QCoreApplication.translate("Log", "Whole"), Tone.OK)
        return Row(
            key=f"{one.who}/{one.laptop}",
            title=who_words(one.staff, one.who),
            second=f"{events}, {newest}",
            third=one.laptop,
            marks=(mark,),
        )

    def _opened(self, key: str) -> None:
        self.person_asked.emit(key.partition("/")[0])
