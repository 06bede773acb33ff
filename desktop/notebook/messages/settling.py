# SPDX-License-Identifier: MIT
"""Two values beyond choosing one: later, asking a colleague, what was chosen against mine, a field's history."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.people import FieldHistoryRow
from desktop.notebook.messages.today import StaffOption
from sync.records.ids import EntityId, StaffId


class LeaveForLater(Ask[Done], frozen=True):
    """Put a question off until a day (ISO date): it leaves the badge and Today, and stays in the list."""

    entity: EntityId
    field: str
    until: str


class AskColleague(Ask[Done], frozen=True):
    """Leave a question to a colleague of the team, who sees it on Today; problem ``not-found`` for others."""

    entity: EntityId
    field: str
    to: StaffId


class Settlers(Answer, frozen=True):
    """Who can be asked: active colleagues of the team, those who wrote one of the values first."""

    staff: list[StaffOption]


class ListSettlers(Ask[Settlers], frozen=True):
    """Ask who can be asked about a field's values."""

    entity: EntityId
    field: str


class ToldValue(msgspec.Struct, frozen=True):
    """Something about two values that this person must hear of.

    ``what``: ``asked`` (``by`` asks for a choice), ``hidden`` (two values stand and the one shown is ``by``'s),
    ``settled`` (``by`` chose another value than mine), ``deleted`` (``by`` deleted what I had changed).
    """

    what: str
    entity: EntityId
    kind: str
    field: str
    title: str
    """The person's name or the session's place."""
    by: str
    at: int
    writer: str = ""
    """Hex writer id; with ``n`` it names my write, to bring back with ``RestoreValue``. Empty when there is none."""
    n: int = 0
    seen: EntityId | None = None
    """What ``DismissTold`` hands back; ``None`` for what leaves by itself."""
    person: EntityId | None = None
    """Whom it is about, ``None`` for a session."""


class ToldValues(Answer, frozen=True):
    """What there is to hear, newest first."""

    rows: list[ToldValue]


class ListTold(Ask[ToldValues], frozen=True):
    """Ask what became of my values."""


class DismissTold(Ask[Done], frozen=True):
    """Say that I have seen it: it does not come again, on whatever laptop."""

    seen: EntityId


class FieldHistoryView(Answer, frozen=True):
    """Every value that a field has had, newest first, as far as this notebook knows."""

    entity: EntityId
    kind: str
    field: str
    title: str
    rows: list[FieldHistoryRow]
    masked: bool
    """The values are masks."""
    can_restore: bool
    earlier: bool = False
    """Earlier values are at the centre and not here (``FetchPast``); a row with ``at`` 0 a snapshot brought."""


class OpenFieldHistory(Ask[FieldHistoryView], frozen=True):
    """Ask what a field has held; a look at a person is logged. ``field`` may name a whole set."""

    entity: EntityId
    field: str
