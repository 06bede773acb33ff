# SPDX-License-Identifier: MIT
"""Today: the session at a place, walk-ins, head count, what the supervisor sent back."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.marks import Mark
from sync.records.ids import EntityId, StaffId


class SaveId(msgspec.Struct, frozen=True):
    """Names one save of mine: (stream, n); what Undo hands back."""

    stream: str
    n: int


class PlaceOption(msgspec.Struct, frozen=True):
    """A service point that a session can be opened at."""

    point: str
    """Hex entity id; empty for a place typed by hand."""
    name: str
    district: str


class StaffOption(msgspec.Struct, frozen=True):
    """A colleague who can be named in a session."""

    staff: StaffId
    name: str


class SessionView(Answer, frozen=True):
    """The open (or just closed) session."""

    session: EntityId
    place: str
    opened_at: int
    closed_at: int
    """0 while open."""
    form: str
    goal_visits: int
    """0 when there is no number."""
    goal_text: str
    staff_names: list[str]
    partners: str
    visits: int
    unrecorded: int
    """Heads counted by +/- that are not recorded as visits."""
    heads: int
    """visits + group_heads + unrecorded."""
    mine: bool
    point_kind: str = ""
    """Code of ``service_point_kinds``; empty for a place typed by hand."""
    two_values: str = ""
    """A field of the session that has two values; empty when none has."""
    groups: int = 0
    group_heads: int = 0
    """How many people came in those groups."""


class PlannedSession(msgspec.Struct, frozen=True):
    """A session that is to come: where, when, with what goal and whom."""

    session: EntityId
    point: str
    """Hex entity id; empty for a place typed by hand."""
    place: str
    starts: int
    form: str
    goal_visits: int
    goal_text: str
    staff: list[StaffId]
    partners: str
    by: str
    """Name of the colleague who planned it; empty for one's own."""


class VisitRow(msgspec.Struct, frozen=True):
    """One line of today's list."""

    visit: EntityId
    at: int
    topics: list[str]
    age: str
    language: str
    outcomes: list[str]
    note: str
    by: str
    """Name of the author when it is a colleague's, else empty."""
    linked_person: str
    """Name when the visit is linked to a person that I may see."""
    marks: list[Mark]


class GroupRow(msgspec.Struct, frozen=True):
    """A group event in today's list."""

    event: EntityId
    at: int
    kind: str
    size: int
    theme: str
    language: str
    duration: str
    partner: str
    text: str
    by: str
    """Name of the author when it is a colleague's, else empty: one's own can be changed."""
    marks: list[Mark]


class ReviewNews(msgspec.Struct, frozen=True):
    """Something the supervisor did with a save of mine."""

    review: EntityId
    verdict: str
    """approved, returned or question"""
    comment: str
    by: str
    at: int
    about_kind: str
    about_text: str
    """Topic codes of a visit joined by a comma, a person's name, or a session's place."""
    about: EntityId
    waits_for_hub: bool
    replied: bool


class TodayView(Answer, frozen=True):
    """Everything Today shows. ``session`` is ``None`` when no session is open."""

    session: SessionView | None
    places: list[PlaceOption]
    staff: list[StaffOption]
    last_place: PlaceOption | None
    last_form: str
    last_goal_visits: int
    last_goal_text: str
    visits: list[VisitRow]
    unsent: int
    """Of today's visits and groups, how many are not sent."""
    news: list[ReviewNews]
    session_language: str
    """The language of the last visit of the session is not carried over; this is the default shown: fi."""
    groups: list[GroupRow] = msgspec.field(default_factory=list)
    planned: list[PlannedSession] = msgspec.field(default_factory=list)
    """From today on, the soonest first; of this person and of those that name them."""


class OpenToday(Ask[TodayView], frozen=True):
    """Ask for Today. ``day_start`` is local midnight, so that the notebook needs no time zone."""

    day_start: int


class OpenSession(Ask[SessionView], frozen=True):
    """Open a session; problem ``no-place`` when neither point nor name is given."""

    point: str
    place: str
    form: str
    goal_visits: int
    goal_text: str
    staff: list[StaffId]
    partners: str
    planned: EntityId | None = None
    """Which planned session begins now; problem ``gone-meanwhile`` when it has begun already."""


class SessionPlanned(Answer, frozen=True):
    """A session that is to come is durable, or taken off."""

    session: EntityId
    save: SaveId


class PlanSession(Ask[SessionPlanned], frozen=True):
    """Plan a session; problems ``no-place``, and ``field-refused`` for a start that has passed."""

    point: str
    place: str
    starts: int
    form: str
    goal_visits: int
    goal_text: str
    staff: list[StaffId]
    partners: str


class DropPlan(Ask[SessionPlanned], frozen=True):
    """Take a planned session off: it will not be held."""

    session: EntityId


class CloseSession(Ask[SessionView], frozen=True):
    """Close the session with a reflection (may be empty) and a score 1 to 5 (0: none)."""

    session: EntityId
    reflection: str
    score: int


class CountHeads(Ask[SessionView], frozen=True):
    """Add heads (or take away) that are not recorded as visits."""

    session: EntityId
    delta: int


class VisitSaved(Answer, frozen=True):
    """The visit is durable."""

    save: SaveId
    row: VisitRow


class ServicePick(msgspec.Struct, frozen=True):
    """A service that a walk-in was shown, for the referral of that visit. ``kind``: ``referral_kinds``."""

    service: EntityId
    kind: str = "information"


class SaveVisit(Ask[VisitSaved], frozen=True):
    """Record a walk-in. Only one topic is required. Empty strings mean: not asked."""

    session: EntityId | None
    """``None`` records without an open session (a phone call at the desk)."""
    topics: list[str]
    age: str = ""
    outcomes: list[str] = msgspec.field(default_factory=list)
    language: str = ""
    first_time: str = ""
    interpreter: str = ""
    note: str = ""
    channel: str = ""
    gender: str = ""
    duration: str = ""
    municipality: str = ""
    district: str = ""
    status: str = ""
    arrived_via: str = ""
    unmet: list[str] = msgspec.field(default_factory=list)
    services: list[ServicePick] = msgspec.field(default_factory=list)
    """Where the visitor was sent: an anonymous referral each, in the same save."""
    from_heads: bool = False
    """The visitor was counted as a head before: the same save takes one off the head counter."""


class ChoiceAgain(msgspec.Struct, frozen=True):
    """A field in which the undone save had settled two values: only a person can say which should return."""

    entity: EntityId
    kind: str
    field: str


class Undone(Answer, frozen=True):
    """What undoing did: the fields given back, and those left because something newer stands there."""

    undone: int
    left: list[str]
    again: list[ChoiceAgain] = msgspec.field(default_factory=list)
    """Of those left: what is to be chosen again, with ``OpenConflict(…, settled=the save)``."""


class UndoSave(Ask[Undone], frozen=True):
    """Undo one save of mine by a new commit."""

    save: SaveId


class AnswerReview(Ask[Done], frozen=True):
    """Answer a question or a return; the supervisor sees it."""

    review: EntityId
    text: str
