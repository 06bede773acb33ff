# SPDX-License-Identifier: MIT
"""Icon, word and tone for every mark that the notebook puts on a record."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.states import State, mark_of
from desktop.ui.theme.tokens import Tone

_STATES: Final = {
    Mark.UNSENT: State.UNSENT,
    Mark.DELIVERED: State.DELIVERED,
    Mark.TWO_VALUES: State.TWO_VALUES,
    Mark.PARKED: State.PARKED,
    Mark.QUARANTINED: State.QUARANTINED,
    Mark.APPROVED: State.APPROVED,
    Mark.RETURNED: State.RETURNED,
    Mark.QUESTION: State.QUESTION,
    Mark.CHANGED_SINCE_REVIEW: State.CHANGED,
    Mark.WAITS_FOR_HUB: State.WAITS_FOR_HUB,
    Mark.NEW: State.NEW,
}


def mark_value(mark: Mark) -> MarkValue:
    """Return how a mark is shown, in the language in force; ask again after a change of language."""
    if mark in _STATES:
        return mark_of(_STATES[mark])
    match mark:
        case Mark.PROVISIONAL:
            return MarkValue("laptop", QCoreApplication.translate("Marks", "On this laptop"), Tone.WAIT)
        case Mark.PROTECTED:
            return MarkValue("shield", QCoreApplication.translate("Marks", "Protected"), Tone.DANGER)
        case Mark.UNDER_18:
            return MarkValue("user", QCoreApplication.translate("Marks", "Under 18"), Tone.WARN)
        case Mark.DELETED:
            return MarkValue("trash-2", QCoreApplication.translate("Marks", "Deleted"), Tone.MUTED)
        case Mark.CHANGED_BESIDE_DELETION:
            word = QCoreApplication.translate("Marks", "Deleted, but changed")
            return MarkValue("split", word, Tone.SPLIT)
        case _:
            return MarkValue("x", QCoreApplication.translate("Marks", "Erased"), Tone.MUTED)


def mark_values(marks: Iterable[Mark]) -> tuple[MarkValue, ...]:
    """Return the marks worth showing on a row: everything but that it has been delivered."""
    return tuple(mark_value(mark) for mark in marks if mark is not Mark.DELIVERED)
