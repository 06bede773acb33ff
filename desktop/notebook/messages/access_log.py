# SPDX-License-Identifier: MIT
"""The access log for its only reader, the auditor (Tiedonhallintalaki 906/2019 § 17)."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done


class LogRow(msgspec.Struct, frozen=True):
    """One event; nothing in it is a value of a record. ``at`` is ms by the laptop that wrote it."""

    key: str
    """Names the row; the last one of a page asks for the next (``ShowLog.before``)."""
    at: int
    laptop: str
    seq: int
    staff: str
    """Name of who did it."""
    who: str
    """Their staff id, to ask for all that they did; empty when the event names nobody."""
    operation: str
    status: str
    kind: str
    target: str
    """The record's id in hex, empty when there is none."""
    reason: str
    details: dict[str, str | int]


class LaptopChain(msgspec.Struct, frozen=True):
    """One person's events on one laptop. ``who`` is the staff id, ``newest`` ms.

    ``broken_at`` is the number where the chain breaks, 0: nowhere.
    """

    laptop: str
    staff: str
    who: str
    events: int
    newest: int
    broken_at: int


class LogView(Answer, frozen=True):
    """A page of the log, the newest first; ``total`` counts all that fit."""

    rows: list[LogRow]
    chains: list[LaptopChain]
    total: int
    more: bool


class ShowLog(Ask[LogView], frozen=True):
    """Ask for the log: of all (empty), of one member of staff, one operation, one record; logged itself.

    ``since`` and ``until`` are ms, 0 for open; ``before`` is the last row's key of the page before, or empty.
    """

    staff: str
    operation: str
    target: str
    since: int
    until: int
    before: str
    limit: int


class ExportLog(Ask[Done], frozen=True):
    """Write what fits to ``path`` in the city's audit-event shape, one JSON object a line; logged."""

    staff: str
    operation: str
    target: str
    since: int
    until: int
    path: str
