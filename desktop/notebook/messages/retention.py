# SPDX-License-Identifier: MIT
"""What leaves this computer with time, and how it is fetched again."""

from desktop.notebook.messages.envelope import Answer, Ask, Done
from sync.records.ids import EntityId


class Window(Answer, frozen=True):
    """How long people stay on this computer, and how many have left it."""

    others_days: int
    own_days: int
    away: int
    """People who left this computer; the centre has them."""
    fetched_days: int


class OpenWindow(Ask[Window], frozen=True):
    """Ask how long what stays."""


class FetchPerson(Ask[Done], frozen=True):
    """Fetch a card that left this computer, and all that is about the person."""

    person: EntityId


class FetchOlder(Ask[Done], frozen=True):
    """Fetch the older cards of one's teams, for some days."""
