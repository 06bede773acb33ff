# SPDX-License-Identifier: MIT
"""Appointments of a person: making one, changing it, what became of it, and its calendar file."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from sync.records.ids import EntityId


class AppointmentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment. ``kind`` is a code of ``encounter_kinds``, ``status`` one of ``appointment_states``."""

    appointment: EntityId
    at: int
    minutes: int
    """0 when nobody said."""
    kind: str
    place: str
    text: str
    status: str
    owner: str
    """Name of whom they meet."""
    mine: bool
    marks: list[Mark]


class Appointments(Answer, frozen=True):
    """A person's appointments: those to come first, the next one before the later, then the past, newest first."""

    person: EntityId
    rows: list[AppointmentRow]
    can_edit: bool


class ListAppointments(Ask[Appointments], frozen=True):
    """Ask for a person's appointments; the look is logged."""

    person: EntityId


class SaveAppointment(Ask[RecordSaved], frozen=True, kw_only=True):
    """Make an appointment with me, or change one. ``minutes`` 0 leaves how long it takes open."""

    person: EntityId
    at: int
    kind: str
    minutes: int = 0
    place: str = ""
    text: str = ""
    appointment: EntityId | None = None


class WriteCalendarFile(Ask[Done], frozen=True):
    """Write an appointment as iCalendar (RFC 5545) to ``path``, under this title; that it leaves is logged.

    Who it is about does not stand in it.
    """

    appointment: EntityId
    title: str
    path: str
