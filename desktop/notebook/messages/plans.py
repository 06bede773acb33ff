# SPDX-License-Identifier: MIT
"""A person's path: the plan and its steps, meetings, transitions, skills and cards."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.handouts import Paper
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldValue, FieldView, RecordSaved
from sync.records.ids import EntityId


class StepRow(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the plan."""

    step: EntityId
    what: str
    who: str
    """Code of ``step_owners``."""
    service: EntityId | None
    service_name: str
    due: str
    """YYYY-MM-DD, empty for no day."""
    late_days: int
    """Days since it was due, of one that is not done with; 0 for one that is in time."""
    stalled: bool
    """Whether it is not done with, and said to be stalled or late by more than 14 days."""
    status: str
    status_at: int
    reason: str
    owner: str
    """Name of who follows it up, empty for nobody."""
    mine: bool
    """Whether I follow it up."""
    marks: list[Mark]
    contested: list[str]
    """Names of fields with two values."""
    card: int = 1
    """Which of the person's cards it stands on."""


class MeetingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting, or that somebody did not come to it."""

    meeting: EntityId
    kind: str
    at: int
    took_part: list[str]
    summary: str
    next_step: str
    by: str
    mine: bool
    can_edit: bool
    marks: list[Mark]
    contested: list[str]
    card: int = 1


class TransitionRow(msgspec.Struct, frozen=True, kw_only=True):
    """Where the person went. ``asks``: the months (3, 6, 12) of the next question about it, 0 when all are answered."""

    transition: EntityId
    day: str
    kind: str
    verified_by: str
    after_3: str
    after_6: str
    after_12: str
    text: str
    asks: int
    ask_day: str
    """When that question comes, YYYY-MM-DD."""
    due: bool
    """Whether its day has come."""
    marks: list[Mark]
    contested: list[str]
    card: int = 1


class SkillRow(msgspec.Struct, frozen=True, kw_only=True):
    """What the person can. ``level`` 1 (a little) to 4 (teaches others), 0 when nobody said."""

    skill: EntityId
    name: str
    level: int
    evidence: str
    marks: list[Mark]
    contested: list[str]
    card: int = 1


class PermitRow(msgspec.Struct, frozen=True, kw_only=True):
    """A card or permit. ``days_left`` is below 0 when it has run out, ``None`` when it does not end."""

    permit: EntityId
    kind: str
    valid_to: str
    days_left: int | None
    text: str
    marks: list[Mark]
    contested: list[str]
    card: int = 1


class PlanView(Answer, frozen=True, kw_only=True):
    """Everything of a person's path, of all their cards."""

    person: EntityId
    plan: list[FieldView]
    """What the plan says, in the vocabulary's order; empty before there is one."""
    steps: list[StepRow]
    """In their order."""
    meetings: list[MeetingRow]
    """The newest first."""
    transitions: list[TransitionRow]
    """The newest first."""
    skills: list[SkillRow]
    permits: list[PermitRow]
    """Those that end soonest first, those without an end last."""
    last_contact: int
    """The newest meeting or visit, ms; 0 for none. One to which nobody came is none."""
    can_edit: bool
    protected: bool
    sight: int
    """Names what is shown here; a form that was filled from it hands it back."""


class OpenPlan(Ask[PlanView], frozen=True):
    """Ask for a person's path as it stands on ``day`` (YYYY-MM-DD); the look is logged."""

    person: EntityId
    day: str


class SavePath(Ask[RecordSaved], frozen=True):
    """Write the plan, or make or change one record of the path, in one save.

    ``kind``: plan, plan_step, encounter, transition, skill or permit. ``record`` is ``None`` for a new one and for
    the plan. Only the fields given are written, as ``SavePerson`` has them; a service's id as hex.
    """

    person: EntityId
    kind: str
    fields: dict[str, FieldValue]
    record: EntityId | None = None
    mine: bool | None = None
    """Of a step: whether I follow it up. ``None`` leaves it; a new one is mine."""
    next_contact: str = ""
    """Of a meeting: the plan's next contact, written with it."""
    sight: int = 0


class MoveStep(Ask[RecordSaved], frozen=True):
    """Say how a step stands: open, done, stalled or dropped (``step_states``); the last two with the reason."""

    step: EntityId
    status: str
    reason: str = ""


class OrderStep(Ask[RecordSaved], frozen=True):
    """Let a step change places with the one before or after it."""

    step: EntityId
    earlier: bool


class RemoveFromPath(Ask[RecordSaved], frozen=True):
    """Take a step, a meeting, a transition, a skill or a card off; Undo brings it back."""

    record: EntityId


class MakePlanPaper(Ask[Paper], frozen=True):
    """Make the client's copy of their plan in a hand-out's language; the look is logged.

    Problems: ``nothing-chosen`` for a plan that says nothing, ``glyph-missing``, ``hetu-on-paper``, ``not-found``.
    """

    person: EntityId
    language: str
    day: str
    large: bool = False


class PlanPaperGiven(Ask[Done], frozen=True):
    """Log that the client's copy was given: ``print`` or ``pdf``."""

    person: EntityId
    language: str
    way: str
