# SPDX-License-Identifier: MIT
"""What is to be followed up, of all of one's people: the list, moving one on, setting its next day."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.people import RecordSaved
from sync.records.ids import EntityId


class FollowUpRow(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to see to. ``matter`` says what it is, and so what may be done with it.

    It is task, step (of a plan), referral, appointment, no_show, contact (a plan's next), permit, transition or lead.
    """

    record: EntityId
    """Step, referral, appointment, plan …; the task itself where it is about nothing else."""
    matter: str
    person: EntityId | None
    """``None`` of a lead, who is nobody's client."""
    name: str
    text: str
    """What the step or the task says, the service, the place, what a lead is about; empty for nothing."""
    kind: str = ""
    """Of an appointment or what was not come to, its way (``encounter_kinds``); of a permit or transition, which."""
    status: str = ""
    """Code of ``referral_states``, ``step_states`` or ``appointment_states``."""
    due: str
    """YYYY-MM-DD: from when to see to it, the appointment's day, the last day of a permit or a lead."""
    days: int
    """Days until then, below 0 when it has passed."""
    at: int = 0
    """When the appointment is or was, ms; 0 for everything else."""
    months: int = 0
    """Of a transition: how many months after it one asks."""
    stalled: bool = False
    """Of a step: said to be stalled, or late by more than 14 days."""
    phone: str = ""
    """Of a lead: whom to call. A client's number stands on the card."""
    task: EntityId | None = None
    """The task that this row stands for, where there is one."""
    protected: bool = False
    """Whether the person is under turvakielto: where they go is not for everybody's eyes."""
    contested: bool = False
    """Whether a field of the record has two values."""


class FollowUp(Answer, frozen=True):
    """What to see to, the most urgent first; ``due`` counts what is due by now, ``more`` says there is more."""

    rows: list[FollowUpRow]
    due: int
    more: bool = False


class ListFollowUp(Ask[FollowUp], frozen=True):
    """Ask what I have to see to on ``day``, which begins at ``day_start`` ms; ``limit`` rows at most."""

    day: str
    day_start: int
    limit: int = 500


class MoveOn(Ask[RecordSaved], frozen=True, kw_only=True):
    """Say what became of one, in one save.

    ``to`` by matter. Task: ``done``. Step: a code of ``step_states``, with ``reason`` for stalled and dropped.
    Referral: a code of ``referral_states``, ``reason`` one of ``referral_reasons``; or ``handled``. Appointment:
    kept, which writes the meeting too, no_show, which puts calling them on the list, or cancelled. No_show: a code
    of ``encounter_kinds`` for how they were reached, or ``handled``. Contact: the same, and the next day goes.
    Permit: ``renewed``, holding to ``until``, or ``handled``. Transition: a code of ``follow_up_answers`` for
    ``months``. Lead: ``called``.
    """

    record: EntityId
    matter: str
    to: str
    today: str
    task: EntityId | None = None
    reason: str = ""
    until: str = ""
    months: int = 0


class SetNext(Ask[RecordSaved], frozen=True, kw_only=True):
    """Give one its next day (YYYY-MM-DD): the step's, the task's, the next contact's; an appointment moves there.

    What has no day of its own gets a task about it, and is out of the list until then.
    """

    record: EntityId
    matter: str
    day: str
    task: EntityId | None = None
