# SPDX-License-Identifier: MIT
"""Permissions to contact (*yhteydenottolupa*): who is no client and asked to be called about one thing."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from sync.records.ids import EntityId


class LeadRow(msgspec.Struct, frozen=True):
    """One who may be called."""

    lead: EntityId
    name: str
    phone: str
    email: str
    language: str
    purpose: str
    expires: str
    """The last day (``YYYY-MM-DD``)."""
    days_left: int
    """0 on the last day."""
    contacted: int
    """When they were called (ms), 0 when nobody has."""
    by: str
    """Name of the colleague who asked for the permission; empty for one's own."""
    marks: list[Mark]


class Leads(Answer, frozen=True):
    """Who may be called, those whose permission ends first; the called ones last."""

    rows: list[LeadRow]


class ListLeads(Ask[Leads], frozen=True):
    """Ask who may be called on a day (``YYYY-MM-DD``, the laptop's); the names seen are logged."""

    day: str


class SaveLead(Ask[RecordSaved], frozen=True):
    """Write down a permission, or change one.

    Problems: ``field-required`` (name, phone when there is neither phone nor e-mail, purpose) and
    ``field-refused`` for a last day that has passed or is more than 90 days away.
    """

    day: str
    """Today."""
    name: str
    phone: str
    email: str
    language: str
    purpose: str
    expires: str = ""
    """Empty for 30 days."""
    lead: EntityId | None = None


class MarkLead(Ask[RecordSaved], frozen=True):
    """Say that somebody was called, or that they were not after all."""

    lead: EntityId
    called: bool


class RemoveLead(Ask[RecordSaved], frozen=True):
    """Take a permission off: it was withdrawn, or nothing is left to call about. Undo brings it back."""

    lead: EntityId
