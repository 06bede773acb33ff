# SPDX-License-Identifier: MIT
"""Tells a screen reader what changed without moving the focus: a save, an error beside a field."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let the screen reader say these words politely, after what it is saying now; silent without one."""
    if QAccessible.isActive() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
