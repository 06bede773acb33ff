# SPDX-License-Identifier: MIT
"""A small real notebook for tests of pages: answers asks from a table, at once or when it is told to."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.bridge.bridge import Bridge
from desktop.notebook.messages.appointments import Appointments, ListAppointments
from desktop.notebook.messages.envelope import Answer, Ask, Done, Event, ProblemReport
from desktop.notebook.messages.every import answer_decoder, ask_decoder, encoder
from desktop.notebook.messages.held import Held, ListHeld
from desktop.notebook.messages.hints import HintsView, ListHints
from desktop.notebook.messages.leads import Leads, ListLeads
from desktop.notebook.messages.moving import Handovers, ListHandovers, MoveOffer, OfferMove
from desktop.notebook.messages.network import NetworkView, ShowNetwork
from desktop.notebook.messages.notices import ListNotices, Notices
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.settling import ListTold, ToldValues
from desktop.notebook.messages.waiting import ListWaiting, WaitingList

A = TypeVar("A")
M = TypeVar("M", bound=Ask[Any])
Reply = Answer | ProblemReport
_QUIET: dict[type[Ask[Any]], Callable[[Any], Reply]] = {
    ListAppointments: lambda ask: Appointments(ask.person, [], can_edit=True),
    ListHeld: lambda _ask: Held([], [], [], 0),
    ListHints: lambda ask: HintsView(ask.person, [], can_take=False),
    ListLeads: lambda _ask: Leads([]),
    ListWaiting: lambda _ask: WaitingList([]),
    ListNotices: lambda _ask: Notices([]),
    ShowNetwork: lambda _ask: NetworkView("system", "", pinned=False),
    ListTold: lambda _ask: ToldValues([]),
    ListHandovers: lambda _ask: Handovers([], [], 0, [], 0),
    OfferMove: lambda ask: MoveOffer(ask.person, [], False, None, "", "", False),
}
"""What pages ask beside what a test is about: nothing is there."""


class FakeBridge(QObject):
    """Stands where a Bridge stands. ``answers`` maps a type of ask to what makes its answer.

    What is not in the table is answered with Done. Asks and answers go through the pipe's own encoding,
    so one that could not travel fails here too. ``asked`` keeps what came, in order. While ``held`` is
    true answers wait for ``let_go``.
    """

    event_arrived = Signal(object)
    process_died = Signal()
    idle_again = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answers: dict[type[Ask[Any]], Callable[[Any], Reply]] = dict(_QUIET)
        self.asked: list[Ask[Any]] = []
        self.held = False
        self._waiting: list[Callable[[], None]] = []

    def on(self, kind: type[M], reply: Callable[[M], Reply]) -> None:
        """Answer asks of this type with what ``reply`` returns: an answer or a problem."""
        self.answers[kind] = reply

    def refuse(self, kind: type[Ask[Any]], problem: Problem, **facts: str | int | bool) -> None:
        """Answer asks of this type with a problem."""
        self.answers[kind] = lambda _ask: ProblemReport(problem, dict(facts))

    def ask(
        self,
        owner: QObject,
        message: Ask[A],
        *,
        done: Callable[[A], None],
        failed: Callable[[ProblemReport], None],
    ) -> None:
        """Call one of the callbacks, as the real bridge does."""
        came = ask_decoder.decode(encoder.encode(message))
        self.asked.append(came)

        def answer() -> None:
            reply = self.answers.get(type(came), lambda _ask: Done())(came)
            if not isValid(owner):
                return
            if isinstance(reply, ProblemReport):
                failed(reply)
            else:
                done(cast("A", answer_decoder.decode(encoder.encode(reply))))
            if not self._waiting:
                self.idle_again.emit()

        if self.held:
            self._waiting.append(answer)
        else:
            answer()

    @property
    def busy(self) -> bool:
        """Whether an answer is held back."""
        return bool(self._waiting)

    def let_go(self) -> None:
        """Give the answers held back, in order."""
        self.held = False
        waiting, self._waiting = self._waiting, []
        for answer in waiting:
            answer()

    def happen(self, event: Event) -> None:
        """Let an event arrive unasked."""
        self.event_arrived.emit(event)

    def all_of(self, kind: type[M]) -> list[M]:
        """Return the asks of this type that came, oldest first."""
        return [ask for ask in self.asked if isinstance(ask, kind)]

    def as_bridge(self) -> Bridge:
        """Return itself typed as what Tools wants."""
        return cast("Bridge", self)
