# SPDX-License-Identifier: MIT
"""The service editor's page: what an import brought, own services, what is stale, and publishing."""

from typing import Any

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from sync.records.ids import EntityId


class EditingRow(msgspec.Struct, frozen=True):
    """One service in the editor's list."""

    service: EntityId
    name: str
    organisation: str
    source: str
    status: str
    proposed: bool
    checked: str
    stale_after: str
    stale: bool
    conflict: bool
    marks: list[Mark]


class EditingList(Answer, frozen=True):
    """Rows by name; the counts are of all."""

    rows: list[EditingRow]
    total: int
    waiting: int
    proposals: int
    stale: int
    withdrawn: int


class ListEditing(Ask[EditingList], frozen=True):
    """Ask for the editor's list. ``which``: waiting, proposals, stale, own, withdrawn, all."""

    which: str
    text: str
    day: str
    language: str
    limit: int = 200


class ContentChange(msgspec.Struct, frozen=True):
    """One difference between what is published and what is proposed; ``field`` like ``name.fi`` or ``places``."""

    field: str
    before: str
    after: str


class EditingView(Answer, frozen=True):
    """One service for its editor: what stands, what is proposed, and how they differ."""

    service: EntityId
    content: dict[str, Any]
    proposed: dict[str, Any] | None
    changes: list[ContentChange]
    status: str
    conflict: bool
    sight: int


class OpenEditing(Ask[EditingView], frozen=True):
    """Open one service for editing; problem ``not-allowed`` without the role."""

    service: EntityId


class JudgeProposal(Ask[RecordSaved], frozen=True):
    """Take what an import proposes, or leave it."""

    service: EntityId
    accept: bool
    sight: int = 0


class SaveService(Ask[RecordSaved], frozen=True):
    """Write a service (``service`` is ``None`` for a new own one). Problem ``field-refused`` names the field."""

    service: EntityId | None
    content: dict[str, Any]
    status: str
    """waiting, published or withdrawn."""
    sight: int = 0


class ImportLine(msgspec.Struct, frozen=True):
    """One line of an import's report."""

    what: str
    reference: str
    name: str
    reason: str
    where: str


class ImportDone(Answer, frozen=True):
    """What an import did: counts of services, and the report's lines (capped; ``more`` says how many not shown)."""

    source: str
    new: int
    changed: int
    same: int
    gone: int
    refused: int
    lines: list[ImportLine]
    more: int


class ImportServices(Ask[ImportDone], frozen=True):
    """Read a file of a service directory: new services wait, changes are proposed, nothing is overwritten.

    ``source`` empty: told from the file. ``whole``: what is missing in it is reported as gone. ``trial``:
    nothing is written, only the report is made. Problems: ``file-unreadable``, ``file-not-known``.
    """

    path: str
    source: str
    whole: bool
    trial: bool
    day: str
