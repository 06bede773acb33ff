# SPDX-License-Identifier: MIT
"""The auditor's page: who looked at what, on every laptop; followed by person and by record, written to a file."""

from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.access_log import LogView, ShowLog
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button
from desktop.ui.components.stick_dialogs import StickDialogs
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.editing.front import Front
from desktop.ui.editing.shortcuts import bind
from desktop.ui.log.chains_card import ChainsCard
from desktop.ui.log.event_card import EventCard
from desktop.ui.log.events_card import EventsCard
from desktop.ui.log.filters import Filters
from desktop.ui.page import Page, Tools
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import local_moment

_SIDE: Final = 340
_SIDE_COMPACT: Final = 296


class LogPage(Page):
    """Filters above, the table at the left, at the right how the chains stand or one event whole."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent=parent)
        theme = tools.theme
        self._asked = 0
        self.dialogs = StickDialogs(self)
        self._title = Words(theme, size=Type.TITLE)
        self.toast = Toast(theme)
        self.everything = Button(theme, icon_name="x", key="Ctrl 0")
        self.export = Button(theme, icon_name="download", key="Ctrl S")
        self.filters = Filters(tools)
        self.events = EventsCard(tools)
        self.chains = ChainsCard(tools)
        self.whole = EventCard(tools)
        self.side = Front()
        for card in (self.chains, self.whole):
            self.side.addWidget(card)
        self.side.setFixedWidth(_SIDE)
        self._lay_out()
        self._join()
        self.setFocusProxy(self.events.table)
        stops = [
            self.everything, self.export, *self.filters.stops(), self.events.table, self.chains.rows,
            self.whole.pane.area, self.whole.of_record, self.whole.of_person, self.whole.back,
        ]  # fmt: skip
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.toast)
        head.addWidget(self.everything)
        head.addWidget(self.export)
        cards = QHBoxLayout()
        cards.setSpacing(GAP)
        cards.addWidget(self.events, 1)
        cards.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN_X, 8, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addLayout(cards, 1)

    def _join(self) -> None:
        self.filters.changed.connect(self._load)
        self.events.event_opened.connect(self._open_event)
        self.events.event_chosen.connect(self._follow)
        self.events.more_asked.connect(self._load_more)
        self.chains.person_asked.connect(lambda staff: self._narrow(staff=staff))
        self.whole.person_asked.connect(lambda staff: self._narrow(staff=staff))
        self.whole.record_asked.connect(lambda record: self._narrow(record=record))
        self.whole.left.connect(self._leave_event)
        self.everything.clicked.connect(self._show_everything)
        self.export.clicked.connect(self._ask_where)
        bind(
            self,
            {
                "Ctrl+0": self._show_everything,
                "Ctrl+S": self._ask_where,
                "Ctrl+1": self.whole.follow_record,
                "Ctrl+2": self.whole.follow_person,
            },
        )

    # --- what the window calls ---

    def enter(self) -> None:
        """Ask for the log as it is now; the look itself is logged."""
        self._load()

    def forget(self) -> None:
        """Drop every name and event."""
        self._asked += 1
        self.dialogs.close()
        self.toast.clear()
        for part in (self.filters, self.events, self.chains, self.whole):
            part.forget()
        self.side.setCurrentWidget(self.chains)

    def set_compact(self, *, compact: bool) -> None:
        """Give the table more room under 1200 px."""
        self.side.setFixedWidth(_SIDE_COMPACT if compact else _SIDE)

    def panes(self) -> list[QWidget]:
        """Return filters, table and what stands beside it."""
        beside = self.chains.rows if self.side.currentWidget() is self.chains else self.whole.first()
        return [self.filters.staff, self.events.table, beside]

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Log", "Access log"))
        self.everything.setText(QCoreApplication.translate("Log", "Everything"))
        self.export.setText(QCoreApplication.translate("Log", "Write to a file…"))
        for button in (self.everything, self.export):
            button.updateGeometry()
        for part in (self.filters, self.events, self.chains, self.whole):
            part.retranslate()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave an event with Escape, as anywhere else."""
        if event.key() == Qt.Key.Key_Escape and self.side.currentWidget() is self.whole:
            self._leave_event()
            return
        super().keyPressEvent(event)

    # --- the log ---

    def _load(self) -> None:
        ask = self.filters.ask()
        self.everything.setEnabled(self.filters.narrowed())
        if ask is None:
            return
        self._asked += 1
        self.tools.bridge.ask(self, ask, done=partial(self._show, self._asked), failed=self.fail)

    def _show(self, number: int, view: LogView) -> None:
        if number != self._asked:
            return  # overtaken by another ask, or the notebook was locked
        self.filters.show_people(view.chains)
        self.chains.show_chains(view.chains)
        self.events.show_view(view)
        self.side.setCurrentWidget(self.chains)
        if not view.rows and QApplication.focusWidget() in {None, self, self.events.table}:
            self.filters.staff.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load_more(self, before: str) -> None:
        ask = self.filters.ask(before)
        if isinstance(ask, ShowLog):
            done = partial(self._show_more, self._asked)
            self.tools.bridge.ask(self, ask, done=done, failed=self._not_more)

    def _show_more(self, number: int, view: LogView) -> None:
        if number == self._asked:
            self.events.add_view(view)

    def _not_more(self, report: ProblemReport) -> None:
        self.events.more_failed()
        self.fail(report)

    def _narrow(self, *, staff: str = "", record: str = "") -> None:
        self.filters.narrow(staff=staff, record=record)
        self.events.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_everything(self) -> None:
        self.filters.clear()
        self._load()
        self.events.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- one event ---

    def _open_event(self, key: str) -> None:
        event = self.events.event_of(key)
        if event is not None:
            self.whole.show_event(event)
            self.side.setCurrentWidget(self.whole)
            self.whole.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, key: str) -> None:
        """Show the next event in an open card while somebody goes through the table."""
        event = self.events.event_of(key)
        if event is not None and self.side.currentWidget() is self.whole:
            self.whole.show_event(event)

    def _leave_event(self) -> None:
        self.side.setCurrentWidget(self.chains)
        self.events.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the file ---

    def _ask_where(self) -> None:
        if self.filters.ask() is None:
            return
        day = local_moment(self.tools.clock()).date().isoformat()
        self.dialogs.ask_place(
            QCoreApplication.translate("Log", "Write the log to a file"),
            self.write,
            offered=f"{QCoreApplication.translate('Log', 'access-log')}-{day}.jsonl",
            kind=QCoreApplication.translate("Log", "The city's audit events"),
            suffix="jsonl",
        )

    def write(self, path: str) -> None:
        """Write what fits the filters to this file."""
        ask = self.filters.export(path)
        if ask is not None:
            self.tools.bridge.ask(self, ask, done=lambda _done: self._written(), failed=self._not_written)

    def _written(self) -> None:
        self.toast.tell(QCoreApplication.translate("Log", "Written"), undo=False)

    def _not_written(self, report: ProblemReport) -> None:
        if report.problem is not Problem.FILE_UNREADABLE:
            self.fail(report)
            return
        words = QCoreApplication.translate("Log", "Not written: choose a new name or another place")
        self.toast.tell(words, tone=Tone.DANGER, icon_name="triangle-alert", undo=False)
