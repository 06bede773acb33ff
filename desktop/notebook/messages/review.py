# SPDX-License-Identifier: MIT
"""Review: what came in, what changed, and the supervisor's word on it."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue
from desktop.notebook.messages.today import VisitRow
from sync.records.ids import EntityId, TeamId


class ReviewRow(msgspec.Struct, frozen=True):
    """One item of the queue: a session with its walk-ins, or one person-linked save."""

    item: str
    """Opaque id, to open it with."""
    kind: str
    """session, person, situation, note, attendance, referral, consent or task"""
    what: str
    """created or changed"""
    title: str
    """The person's name, or the session's place."""
    by: str
    team: str
    at: int
    mark: Mark
    about: str = ""
    """Names of the services of a referral; empty for everything else."""
    two_values: bool = False
    """Something in it has two values that nobody has chosen from."""
    wrote: list[str] = []
    """Of a change of a person or their situation: the fields it wrote, as ``kind/field``."""


class ReviewTeam(msgspec.Struct, frozen=True):
    """A team whose work this person may review."""

    team: TeamId
    name: str


class ReviewQueue(Answer, frozen=True):
    """The queue by state; the three counts are of the teams and days asked for."""

    rows: list[ReviewRow]
    waiting: int
    returned: int
    finished: int
    teams: list[ReviewTeam]
    """Whatever the team asked for: all that may be chosen."""


class ListReview(Ask[ReviewQueue], frozen=True):
    """Ask for the queue. ``state``: waiting, returned or finished; ``team`` and ``day_start`` narrow it."""

    state: str
    team: str = ""
    day_start: int = 0
    """Local midnight of the first day wanted, 0 for all."""
    days: int = 1
    """How many days from ``day_start`` on."""
    newest_first: bool = False


class FieldChange(msgspec.Struct, frozen=True):
    """One changed field: what it was and what it is."""

    entity: EntityId
    kind: str
    field: str
    before: FieldValue
    after: FieldValue
    added: bool
    two_values: bool
    changed_since: bool
    """Changed again after the save under review."""


class ThreadRow(msgspec.Struct, frozen=True):
    """One earlier word about this item."""

    at: int
    by: str
    verdict: str
    """approved, returned, question or reply"""
    text: str
    waits_for_hub: bool


class ReviewView(Answer, frozen=True):
    """One item, opened; the reading is in the audit log."""

    item: str
    kind: str
    title: str
    person: EntityId | None
    by: str
    at: int
    mark: Mark
    changes: list[FieldChange]
    visits: list[VisitRow]
    """A session's walk-ins."""
    visit_count: int
    heads: int
    goal_visits: int
    reflection: str
    thread: list[ThreadRow]
    own_work: bool
    """A reviewer is never the author: the actions are off."""
    about: str = ""
    """As ``ReviewRow.about``."""


class OpenReview(Ask[ReviewView], frozen=True):
    """Open an item."""

    item: str
    reason: str = "review"


class GiveReview(Ask[Done], frozen=True):
    """Say approved, returned or question; returned and question need a comment (``comment-required``)."""

    item: str
    verdict: str
    comment: str
