# SPDX-License-Identifier: MIT
"""What becomes of a card that does not open: its person moved to another team, was erased, or left this computer."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.people.card import PersonCard
from desktop.ui.people.no_card import NoCard
from sync.records.ids import EntityId


def taking_off(
    person: EntityId,
    card: PersonCard,
    beside: NoCard,
    right: QStackedWidget,
    fail: Callable[[ProblemReport], None],
    *,
    focus: bool,
) -> Callable[[ProblemReport], None]:
    """Return what to do when a card does not open: what stands open and is gone is taken off, and its place says so.

    Who has left this computer with time is offered to be fetched; with ``focus`` the keys stand on that.
    """

    def failed(report: ProblemReport) -> None:
        away = report.problem is Problem.PERSON_AWAY
        stood = card.person == person
        gone = stood and report.problem is Problem.NOT_FOUND
        if stood and (away or gone):
            card.forget()
            beside.forget()
            right.setCurrentWidget(beside)
        if gone:
            beside.show_gone()
        elif not away:
            fail(report)
        elif stood or focus:
            beside.show_away(person)
            right.setCurrentWidget(beside)
            if focus:
                beside.fetch.setFocus(Qt.FocusReason.OtherFocusReason)

    return failed
