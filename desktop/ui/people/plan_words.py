# SPDX-License-Identifier: MIT
"""Words of a person's path: how a step stands, what is added, what was saved."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.ui.components.mark_value import MarkValue
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.codes import CodeWords

WARN_DAYS: Final = 60
"""A card that runs out within so many days is marked: there is time to book the course."""
_STEP_SIGNS: Final = {
    "open": ("circle", Tone.MUTED),
    "stalled": ("circle-pause", Tone.WARN),
    "done": ("circle-check", Tone.OK),
    "dropped": ("circle-x", Tone.MUTED),
}


def step_mark(status: str, codes: CodeWords) -> MarkValue:
    """Return the mark of a step's state; one that a newer list has shows its bare code."""
    icon, tone = _STEP_SIGNS.get(status, ("circle", Tone.MUTED))
    return MarkValue(icon, codes.label("step_states", status), tone)


def level_words(level: int) -> str:
    """Return what a level of a skill means, an empty text when nobody said."""
    words = {
        1: QCoreApplication.translate("PlanForm", "1 A little"),
        2: QCoreApplication.translate("PlanForm", "2 With help"),
        3: QCoreApplication.translate("PlanForm", "3 Alone"),
        4: QCoreApplication.translate("PlanForm", "4 Teaches others"),
    }
    return words.get(level, "")


def section_title(kind: str) -> str:
    """Return the title of a list of the path."""
    match kind:
        case "plan_step":
            return QCoreApplication.translate("PlanTab", "Steps")
        case "encounter":
            return QCoreApplication.translate("PlanTab", "Meetings")
        case "transition":
            return QCoreApplication.translate("PlanTab", "Transitions")
        case "skill":
            return QCoreApplication.translate("PlanTab", "Skills")
        case _:
            return QCoreApplication.translate("PlanTab", "Cards and permits")


def add_words(kind: str) -> str:
    """Return the word of the button that adds one."""
    match kind:
        case "plan_step":
            return QCoreApplication.translate("PlanTab", "Step")
        case "encounter":
            return QCoreApplication.translate("PlanTab", "Meeting")
        case "transition":
            return QCoreApplication.translate("PlanTab", "Transition")
        case "skill":
            return QCoreApplication.translate("PlanTab", "Skill")
        case _:
            return QCoreApplication.translate("PlanTab", "Card")


def nothing_words(kind: str) -> str:
    """Return what stands where there is nothing yet."""
    match kind:
        case "plan_step":
            return QCoreApplication.translate("PlanTab", "No steps yet. Agree on the first small one.")
        case "encounter":
            return QCoreApplication.translate("PlanTab", "No meetings yet.")
        case "transition":
            return QCoreApplication.translate(
                "PlanTab", "Nothing has come of it yet: work, studies, a service."
            )
        case "skill":
            return QCoreApplication.translate("PlanTab", "Nothing written down of what they can.")
        case _:
            return QCoreApplication.translate("PlanTab", "No cards or permits.")


def form_title(kind: str, *, new: bool) -> str:
    """Return the title of a form."""
    fresh = {
        "plan_step": QCoreApplication.translate("PlanForm", "New step"),
        "encounter": QCoreApplication.translate("PlanForm", "New meeting"),
        "transition": QCoreApplication.translate("PlanForm", "New transition"),
        "skill": QCoreApplication.translate("PlanForm", "New skill"),
        "permit": QCoreApplication.translate("PlanForm", "New card or permit"),
    }
    known = {
        "plan": QCoreApplication.translate("PlanForm", "Plan"),
        "plan_step": QCoreApplication.translate("PlanForm", "Step"),
        "encounter": QCoreApplication.translate("PlanForm", "Meeting"),
        "transition": QCoreApplication.translate("PlanForm", "Transition"),
        "skill": QCoreApplication.translate("PlanForm", "Skill"),
        "permit": QCoreApplication.translate("PlanForm", "Card or permit"),
    }
    return fresh.get(kind, known[kind]) if new else known[kind]


def saved_words(kind: str) -> str:
    """Return what the toast says after a save."""
    match kind:
        case "plan":
            return QCoreApplication.translate("PlanTab", "Plan saved")
        case "plan_step":
            return QCoreApplication.translate("PlanTab", "Step saved")
        case "encounter":
            return QCoreApplication.translate("PlanTab", "Meeting saved")
        case "transition":
            return QCoreApplication.translate("PlanTab", "Transition saved")
        case "skill":
            return QCoreApplication.translate("PlanTab", "Skill saved")
        case _:
            return QCoreApplication.translate("PlanTab", "Card saved")


def removed_words(kind: str) -> str:
    """Return what the toast says after one was taken off."""
    match kind:
        case "plan_step":
            return QCoreApplication.translate("PlanTab", "Step removed")
        case "encounter":
            return QCoreApplication.translate("PlanTab", "Meeting removed")
        case "transition":
            return QCoreApplication.translate("PlanTab", "Transition removed")
        case "skill":
            return QCoreApplication.translate("PlanTab", "Skill removed")
        case _:
            return QCoreApplication.translate("PlanTab", "Card removed")
