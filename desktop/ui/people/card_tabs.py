# SPDX-License-Identifier: MIT
"""The tabs of a card, each with how much there is."""

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.people import PersonView


def card_tabs(view: PersonView | None, *, compact: bool) -> list[tuple[str, str, int]]:
    """Return key, word and count of each; in a narrow window the history is one of them, and the words fill it."""
    history = view.history if view is not None else []

    def count(kind: str, what: str) -> int:
        return 0 if compact else sum(1 for row in history if (row.kind, row.what) == (kind, what))

    tabs = [
        ("summary", QCoreApplication.translate("PersonCard", "Summary"), 0),
        ("situation", QCoreApplication.translate("PersonCard", "Situation"), 0),
        ("notes", QCoreApplication.translate("PersonCard", "Notes"), count("note", "noted")),
        ("services", QCoreApplication.translate("PersonCard", "Services"), count("referral", "referred")),
        ("plan", QCoreApplication.translate("PersonCard", "Plan"), count("plan_step", "created")),
        ("files", QCoreApplication.translate("PersonCard", "Files"), count("attachment", "attached")),
    ]
    if compact:
        tabs.append(("history", QCoreApplication.translate("PersonCard", "History"), 0))
    return tabs
