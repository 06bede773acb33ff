# SPDX-License-Identifier: MIT
"""Words to one member of staff: what became of a save, who came and who went, and colleagues' messages."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from sync.records.ids import EntityId


class NoticeRow(msgspec.Struct, frozen=True):
    """One word that was not dismissed yet."""

    notice: EntityId
    what: str
    """A code of ``notices``, ``message`` from a colleague, or ``team_left``: a grant that has ended."""
    at: int
    kind: str
    """Kind of the save that it is about; empty when it is about none."""
    reason: str
    """Why a save was held back, or why a ruling could not be obeyed; a stable word."""
    comment: str
    """What the supervisor or the colleague wrote."""
    by: str
    team: str
    """Name of the other team."""
    person: EntityId | None
    """Whom it is about, where that card is here."""
    name: str
    unsent: int = 0
    """Saves for a team that was left which are still to be sent."""


class Notices(Answer, frozen=True):
    """The newest first."""

    rows: list[NoticeRow]
    handed_over: int = 0
    """People handed to this person that they have not looked at."""
    deciding: int = 0
    """Saves that are held back and wait for this person's word."""


class ListNotices(Ask[Notices], frozen=True):
    """Ask what there is to know."""


class DismissNotice(Ask[Done], frozen=True):
    """Say that it was seen: it leaves Today, on every laptop of this person."""

    notice: EntityId
