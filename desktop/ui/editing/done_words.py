# SPDX-License-Identifier: MIT
"""What is said of an action just done with a service."""

from PySide6.QtCore import QCoreApplication

from desktop.ui.editing.item_foot import CHECKED, LEAVE, RESTORE, TAKE, WITHDRAW


def done_words(what: str, *, proposed: bool) -> str:
    """Return the words for one of the foot's actions; ``proposed`` when it was about a proposal."""
    words = {
        TAKE: QCoreApplication.translate("Editing", "Published"),
        LEAVE: QCoreApplication.translate("Editing", "Left out of use"),
        CHECKED: QCoreApplication.translate("Editing", "Marked as checked"),
        WITHDRAW: QCoreApplication.translate("Editing", "Withdrawn from use"),
        RESTORE: QCoreApplication.translate("Editing", "Back in use"),
    }
    if proposed and what == TAKE:
        return QCoreApplication.translate("Editing", "The proposal was approved")
    if proposed and what == LEAVE:
        return QCoreApplication.translate("Editing", "The proposal was left")
    return words[what]
