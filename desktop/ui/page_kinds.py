# SPDX-License-Identifier: MIT
"""What some pages can do beside being a page, so that the window knows them without loading them."""

from PySide6.QtCore import Signal

from desktop.notebook.messages.sync import SyncStatus
from desktop.ui.page import Page


class EntrancePage(Page):
    """A page that somebody comes in by: the first run."""

    unlocked = Signal(object)
    """Unlocked."""
    left = Signal()
    practice_asked = Signal()
    language_chosen = Signal(object)
    """Language."""


class DayPage(Page):
    """The page where walk-ins are recorded."""

    where_changed = Signal(str, object, str)
    """Place, opening time and kind of place of the session; empty and 0 when none is open."""

    def new_visit(self) -> None:
        """Give the walk-in panel the keys, from wherever the person was."""
        raise TypeError("a day page records visits")

    def repeat_last(self) -> None:
        """Record the last visit once more."""
        raise TypeError("a day page records visits")

    def new_group(self) -> None:
        """Show the form of a group that came."""
        raise TypeError("a day page records groups")

    def new_lead(self) -> None:
        """Show the form of a permission to contact."""
        raise TypeError("a day page keeps who may be called")

    def wait(self) -> None:
        """Put somebody on the waiting list."""
        raise TypeError("a day page keeps who waits")

    def call_next(self) -> None:
        """Call whose turn it is."""
        raise TypeError("a day page keeps who waits")

    def split_heads(self) -> None:
        """Record the counted heads as visits, one by one."""
        raise TypeError("a day page records visits")


class StatusPage(Page):
    """A page that shows how sending stands."""

    def show_status(self, status: SyncStatus) -> None:  # noqa: ARG002 - what the page gets
        """Show it now, without asking for anything."""
        raise TypeError("a status page shows the status")


class PreferencePage(Page):
    """A page on which this laptop's preferences are chosen."""

    preferences_chosen = Signal(object)
    """Preferences."""
    laptop_left = Signal(int)
    """How many saves of the notebook that was taken off wait for a colleague."""
