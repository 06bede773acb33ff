# SPDX-License-Identifier: MIT
"""Lines of a card's history that are about the person's path: plan, steps, meetings, transitions, skills, cards."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.people import HistoryRow
from desktop.ui.page import Tools
from desktop.ui.words.fields import field_label, kind_label

PATH_ICONS: Final = {
    "plan": "flag",
    "plan_step": "list",
    "encounter": "users",
    "transition": "arrow-up",
    "skill": "star",
    "permit": "badge-check",
    "hint_taken": "hand-helping",
}
_KINDS: Final = {"transition": "transition_kinds", "permit": "permit_kinds", "hint_taken": "hint_rules"}


def path_title(row: HistoryRow, tools: Tools) -> str:
    """Return what happened: "Tapaaminen: Puhelu", "Vaihe: Hae koulutukseen"."""
    codes = tools.codes
    match row.kind, row.what:
        case "plan", "created":
            return QCoreApplication.translate("HistoryWords", "Plan made")
        case "plan", _:
            return QCoreApplication.translate("HistoryWords", "Plan changed")
        case "encounter", "met":
            return f"{kind_label(row.kind)}: {codes.label('encounter_kinds', _first(row))}"
        case (("transition" | "permit" | "hint_taken"), "created"):
            return f"{kind_label(row.kind)}: {codes.label(_KINDS[row.kind], _first(row))}"
        case "plan_step", _:
            word = QCoreApplication.translate("HistoryWords", "Step")
            return f"{word}: {row.text}" if row.text else word
        case _:
            return f"{kind_label(row.kind)}: {row.text}" if row.text else kind_label(row.kind)


def path_detail(row: HistoryRow, tools: Tools) -> str:
    """Return what is said below: the state it came to, what was agreed, which fields were changed."""
    match row.kind, row.what:
        case "encounter", "met":
            return row.text
        case "plan_step", "moved":
            state = tools.codes.label("step_states", _first(row))
            return ": ".join([state, *row.fields[1:]])
        case "plan", _:
            return _names(row, tools)
        case _, "changed":
            words = QCoreApplication.translate("HistoryWords", "{fields} changed")
            return words.format(fields=_names(row, tools)) if row.fields else ""
        case _:
            return ""


def _first(row: HistoryRow) -> str:
    return row.fields[0] if row.fields else ""


def _names(row: HistoryRow, tools: Tools) -> str:
    return ", ".join(field_label(row.kind, name, tools.codes) for name in row.fields)
