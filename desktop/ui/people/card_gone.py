# SPDX-License-Identifier: MIT
"""What becomes of an open card whose person is no longer here: moved to another team, erased, or not for these eyes."""

from collections.abc import Callable

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.people.card import PersonCard
from sync.records.ids import EntityId


def taking_off(
    person: EntityId, card: PersonCard, blank: Callable[[], object], fail: Callable[[ProblemReport], None]
) -> Callable[[ProblemReport], None]:
    """Return what to do when a card does not open: one that stands open and is gone is taken off, then it is told."""

    def failed(report: ProblemReport) -> None:
        if report.problem is Problem.NOT_FOUND and card.person == person:
            card.forget()
            blank()
        fail(report)

    return failed
