# SPDX-License-Identifier: MIT
"""The two cards of a stand beside the visits: who waits, and who may be called; asks for both by itself."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.notebook.messages.leads import LeadRow, Leads, ListLeads, MarkLead
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.waiting import (
    AddWaiting,
    CallNext,
    DropWaiting,
    ListWaiting,
    PutBack,
    WaitingList,
)
from desktop.ui.components.announce import announce
from desktop.ui.page import Tools
from desktop.ui.today.lead_card import LeadCard
from desktop.ui.today.waiting_card import WaitingCard, called_words
from desktop.ui.words.moments import local_moment
from sync.records.ids import EntityId

KINDS: Final = frozenset({"contact_lead", "group_event"})


class StandCards(QObject):
    """Knows the open session; an answer that another ask has overtaken is dropped."""

    changed = Signal()
    """Another card is shown, or none."""
    saved = Signal(object, str)
    """SaveId, and what is said of it."""
    called = Signal(str)
    """Whose turn it is, in words."""
    failed = Signal(object)

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._session: EntityId | None = None
        self._asked = 0
        self._busy = False
        self.waiting = WaitingCard(tools.theme)
        self.leads = LeadCard(tools.theme, tools.codes)
        self.leads.called_asked.connect(self._mark)
        self.waiting.add_asked.connect(self._add)
        self.waiting.call_asked.connect(self.call)
        self.waiting.drop_asked.connect(self._drop)

    @property
    def session(self) -> EntityId | None:
        """The open session, where people wait."""
        return self._session

    def show_session(self, session: EntityId | None) -> None:
        """Know where people wait now; with another session the list is another."""
        if session != self._session:
            self._session = session
            self.waiting.forget()
            self._load_waiting()

    def load(self) -> None:
        """Ask who may be called, and who waits."""
        self._asked += 1
        number = self._asked
        today = self._today()

        def came(leads: Leads) -> None:
            if number == self._asked:
                language = self._tools.translations.language
                self.leads.show_leads(leads.rows, today=today, language=language)
                self.changed.emit()

        ask = ListLeads(today.isoformat())
        self._tools.bridge.ask(self, ask, done=came, failed=self.failed.emit)
        self._load_waiting()

    def begin_waiting(self) -> bool:
        """Show the line that puts somebody on the list; return whether a point is open for it."""
        if self._session is None:
            return False
        self.waiting.begin_adding()
        self.changed.emit()
        return True

    def call(self, number: int = 0) -> None:
        """Call whose turn it is, or another."""
        if self._session is not None and not self._busy:
            self._busy = True
            ask = CallNext(self._session, number)
            self._tools.bridge.ask(self, ask, done=self._called, failed=self._refused)

    def put_back(self) -> None:
        """Put whoever was called last back in their place."""
        if self._session is not None:
            ask = PutBack(self._session)
            self._tools.bridge.ask(self, ask, done=self._show, failed=self.failed.emit)

    def show_time(self) -> None:
        """Say anew how long each has waited."""
        self.waiting.show_time(self._tools.clock())

    def forget(self) -> None:
        """Drop every name: the notebook is being locked."""
        self._asked += 1
        self._session, self._busy = None, False
        self.waiting.forget()
        self.leads.forget()

    # --- parts ---

    def _today(self) -> date:
        return local_moment(self._tools.clock()).date()

    def _load_waiting(self) -> None:
        if self._session is None:
            return
        ask = ListWaiting(self._session)
        self._tools.bridge.ask(self, ask, done=self._show, failed=self.failed.emit)

    def _add(self, name: str) -> None:
        if self._session is not None:
            ask = AddWaiting(self._session, name)
            self._tools.bridge.ask(self, ask, done=self._show, failed=self.failed.emit)

    def _drop(self, number: int) -> None:
        if self._session is not None and not self._busy:
            self._busy = True
            ask = DropWaiting(self._session, number)
            self._tools.bridge.ask(self, ask, done=self._dropped, failed=self._refused)

    def _show(self, waiting: WaitingList) -> None:
        self._busy = False
        if self._session is not None:
            self.waiting.show_waiting(waiting.rows, now=self._tools.clock())
            self.changed.emit()

    def _called(self, waiting: WaitingList) -> None:
        self._show(waiting)
        if waiting.called is not None:
            self.called.emit(called_words(waiting.called))

    def _dropped(self, waiting: WaitingList) -> None:
        self._show(waiting)
        if waiting.called is not None:
            words = QCoreApplication.translate("WaitingCard", "Taken off the list")
            announce(self.waiting.rows, words)

    def _mark(self, row: LeadRow) -> None:
        if self._busy:
            return
        self._busy = True

        def done(saved: RecordSaved) -> None:
            self._busy = False
            words = (
                QCoreApplication.translate("LeadCard", "Called: {name}")
                if not row.contacted
                else QCoreApplication.translate("LeadCard", "Not called: {name}")
            )
            self.saved.emit(saved.save, words.format(name=row.name))
            self.load()

        ask = MarkLead(row.lead, called=not row.contacted)
        self._tools.bridge.ask(self, ask, done=done, failed=self._refused)

    def _refused(self, report: object) -> None:
        self._busy = False
        self.failed.emit(report)
        self.load()
