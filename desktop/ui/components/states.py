# SPDX-License-Identifier: MIT
"""The states of a saved thing, each with its icon, word and tone (design/ui.md section 6)."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone


class State(Enum):
    """Where a save is on its way, or what a supervisor said of it."""

    UNSENT = auto()
    DELIVERED = auto()
    OFFLINE = auto()
    TWO_VALUES = auto()
    PARKED = auto()
    QUARANTINED = auto()
    APPROVED = auto()
    RETURNED = auto()
    QUESTION = auto()
    CHANGED = auto()
    WAITS_FOR_HUB = auto()
    NEW = auto()


_SHAPES = {
    State.UNSENT: ("cloud-upload", Tone.WAIT),
    State.DELIVERED: ("check", Tone.MUTED),
    State.OFFLINE: ("cloud-off", Tone.WAIT),
    State.TWO_VALUES: ("columns-2", Tone.SPLIT),
    State.PARKED: ("circle-pause", Tone.WARN),
    State.QUARANTINED: ("shield-alert", Tone.DANGER),
    State.APPROVED: ("check-check", Tone.OK),
    State.RETURNED: ("corner-up-left", Tone.WARN),
    State.QUESTION: ("message-circle-question-mark", Tone.ACCENT),
    State.CHANGED: ("pencil", Tone.SPLIT),
    State.WAITS_FOR_HUB: ("hourglass", Tone.WAIT),
    State.NEW: ("inbox", Tone.ACCENT),
}


def _word(state: State) -> str:
    words = {
        State.UNSENT: QCoreApplication.translate("States", "Not sent"),
        State.DELIVERED: QCoreApplication.translate("States", "Delivered"),
        State.OFFLINE: QCoreApplication.translate("States", "No network"),
        State.TWO_VALUES: QCoreApplication.translate("States", "Two values"),
        State.PARKED: QCoreApplication.translate("States", "Waits for an update"),
        State.QUARANTINED: QCoreApplication.translate("States", "A supervisor will check"),
        State.APPROVED: QCoreApplication.translate("States", "Approved"),
        State.RETURNED: QCoreApplication.translate("States", "Returned"),
        State.QUESTION: QCoreApplication.translate("States", "Question"),
        State.CHANGED: QCoreApplication.translate("States", "Changed"),
        State.WAITS_FOR_HUB: QCoreApplication.translate("States", "Waits for the centre"),
        State.NEW: QCoreApplication.translate("States", "New"),
    }
    return words[state]


def mark_of(state: State) -> MarkValue:
    """Return the mark of a state in the language in force; ask again after a change of language."""
    icon, tone = _SHAPES[state]
    return MarkValue(icon, _word(state), tone)


def sending_mark(*, done: int, total: int) -> MarkValue:
    """Return the mark of a round under way."""
    word = QCoreApplication.translate("States", "Sending {done}/{total}").format(done=done, total=total)
    return MarkValue("refresh-cw", word, Tone.WAIT)


def late_mark(days: int) -> MarkValue:
    """Return the mark of something overdue by whole days (1 or more)."""
    word = QCoreApplication.translate("States", "%n d late", None, days)
    return MarkValue("clock", word, Tone.DANGER)
