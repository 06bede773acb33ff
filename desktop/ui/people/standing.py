# SPDX-License-Identifier: MIT
"""What stands open on the page of people, as it is kept over a lock; and what is said after an Undo."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.today import Undone
from desktop.ui.people.card import PersonCard
from desktop.ui.people.form import PersonForm

SHOWN: Final = frozenset({
    "person", "situation", "note", "attendance", "merge", "review", "visit", "referral", "consent", "task",
    "attachment", "move", "plan", "plan_step", "encounter", "transition", "skill", "permit", "hint_taken",
})  # fmt: skip
"""Kinds of what the page of people shows."""


def standing(card: PersonCard, form: PersonForm, *, in_form: bool, in_card: bool) -> dict[str, str]:
    """Return whose card or form stands open, at which tab; ids as hex."""
    person = card.person.hex() if card.person is not None else ""
    if in_form:
        visit, lead = [one.hex() if one is not None else "" for one in (form.visit, form.permission)]
        return {"form": "edit" if form.edits else "new", "person": person, "visit": visit, "lead": lead}
    return {"person": person, "tab": card.tabs.key()} if in_card and person else {}


def undone_words(told: Undone) -> str:
    """Say what an Undo has done."""
    if told.left:
        return QCoreApplication.translate("PeoplePage", "Undone, but something newer was left as it is")
    return QCoreApplication.translate("PeoplePage", "Undone")
