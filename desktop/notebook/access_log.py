# SPDX-License-Identifier: MIT
"""The access log for the auditor, its only reader: looked at, followed record by record, written out.

Tiedonhallintalaki 906/2019 § 17: it is kept to see how data was used and disclosed. Whoever reads it is logged too.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from desktop.notebook.attachment_intake import is_inside
from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, FileUnreadable, NotAllowed
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.access_log import ExportLog, LaptopChain, LogRow, LogView, ShowLog
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.server import Handler
from desktop.store.audit_reads import EventChain, LogFilter, LoggedEvent
from desktop.vault.disk import FILE_MODE
from sync.records.audit_events import OPERATIONS, city_event
from sync.records.ids import ID_BYTES, StaffId
from sync.records.rights import Action, may

MOST_ROWS: Final = 500
_AT_ONCE: Final = 2000


class AccessLog:
    """Answers the auditor's asks; everybody else is told that their role does not allow it."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at this desk."""
        self._desk = desk
        self._reading = reading
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about the log."""
        return {ShowLog: Handler(self.show, self._writing), ExportLog: Handler(self.export, self._writing)}

    def show(self, ask: ShowLog) -> LogView:
        """Return a page of the log, after logging that it was looked at; raises NotAllowed, FieldRefused."""
        self._allow()
        wanted = _filter(ask)
        limit = max(1, min(ask.limit, MOST_ROWS))
        if not ask.before:
            self._desk.looked("READ", None, kind="audit", reason="log", extra=_asked(ask))
        reads = self._desk.reads.audit
        before = _place(ask.before)
        rows = list(reads.events(wanted, before=before, limit=limit + 1))
        return LogView(
            rows=[self._row(one) for one in rows[:limit]],
            chains=[self._chain(one) for one in reads.chains()],
            total=reads.count(wanted),
            more=len(rows) > limit,
        )

    def export(self, ask: ExportLog) -> Done:
        """Write what fits as JSON lines in the city's shape, after logging it; whole, or not there.

        Raises NotAllowed, FieldRefused (inside of the laptop's folder nothing readable lies), FileUnreadable.
        """
        self._allow()
        wanted = _filter(ask)
        path = self._place_outside(ask.path)
        count = self._desk.reads.audit.count(wanted)
        self._desk.looked("EXPORT", None, kind="audit", reason="log", extra=_asked(ask) | {"rows": count})
        try:
            with open(path, "xb", opener=_for_this_user) as file:
                try:
                    file.writelines(msgspec.json.encode(_city(one)) + b"\n" for one in self._every(wanted))
                    file.flush()
                except BaseException:
                    path.unlink(missing_ok=True)
                    raise
        except OSError as problem:
            raise FileUnreadable(reason="not-written") from problem
        return Done()

    def _place_outside(self, text: str) -> Path:
        path = Path(text)
        try:
            inside = is_inside(path, self._desk.store.path.parents[2])
        except ValueError as problem:
            raise FileUnreadable(reason="not-written") from problem
        if inside or not path.is_absolute():
            raise FieldRefused(field="path", reason="inside_notebook")
        return path

    def _every(self, wanted: LogFilter) -> Iterator[LoggedEvent]:
        before: tuple[int, bytes] | None = None
        while rows := list(self._desk.reads.audit.events(wanted, before=before, limit=_AT_ONCE)):
            yield from rows
            before = (rows[-1].at, rows[-1].entity)

    def _allow(self) -> None:
        if not any(may(one.role, "audit", (), own=False, action=Action.READ) for one in self._desk.held()):
            raise NotAllowed(kind="audit", action="read")

    def _row(self, one: LoggedEvent) -> LogRow:
        event = one.event
        actor, target = _map(event.get("actor")), _map(event.get("target"))
        shown = {"operation", "status", "actor", "target", "reason"}
        return LogRow(
            key=f"{one.at}:{one.entity.hex()}",
            at=one.at,
            laptop=_laptop(one.stream),
            seq=one.seq,
            staff=self._desk.staff_name(StaffId(_text(actor.get("user_id")))),
            who=_text(actor.get("user_id")),
            operation=_text(event.get("operation")),
            status=_text(event.get("status")),
            kind=_text(target.get("type")),
            target=_text(target.get("id")),
            reason=_text(event.get("reason")),
            details={name: value for name, value in event.items() if name not in shown and _plain(value)},
        )

    def _chain(self, one: EventChain) -> LaptopChain:
        return LaptopChain(
            laptop=_laptop(one.stream),
            staff=self._desk.staff_name(one.staff),
            who=one.staff,
            events=one.events,
            newest=one.newest,
            broken_at=one.broken_at,
        )


def _for_this_user(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)


def _filter(ask: ShowLog | ExportLog) -> LogFilter:
    """Return what is wanted; an operation may be several, joined by commas. Raises FieldRefused."""
    operations = tuple(one for one in ask.operation.split(",") if one)
    if any(one not in OPERATIONS for one in operations):
        raise FieldRefused(field="operation", reason="unknown_code")
    try:
        target = bytes.fromhex(ask.target)
    except ValueError as problem:
        raise FieldRefused(field="target", reason="not_an_id") from problem
    if target and len(target) != ID_BYTES:
        raise FieldRefused(field="target", reason="not_an_id")
    return LogFilter(
        StaffId(ask.staff) if ask.staff else None, operations, target, max(0, ask.since), max(0, ask.until)
    )


def _place(key: str) -> tuple[int, bytes] | None:
    """Return where a page begins; raises FieldRefused for a key that no row had."""
    if not key:
        return None
    at, _, entity = key.partition(":")
    try:
        return int(at), bytes.fromhex(entity)
    except ValueError as problem:
        raise FieldRefused(field="before", reason="not_an_id") from problem


def _asked(ask: ShowLog | ExportLog) -> dict[str, str | int]:
    """Return what the log says of the question: ids and words, no value."""
    asked: dict[str, str | int] = {}
    if ask.staff:
        asked["of_staff"] = ask.staff
    if ask.operation:
        asked["of_operation"] = ask.operation
    if ask.target:
        asked["of_target"] = ask.target
    return asked


def _city(one: LoggedEvent) -> dict[str, Any]:
    return city_event(one.event, time_ms=one.at, laptop=_laptop(one.stream), seq=one.seq)


def _laptop(stream: str) -> str:
    return stream.partition("/")[2]


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _map(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _plain(value: object) -> bool:
    return isinstance(value, str | int)
