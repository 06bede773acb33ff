# SPDX-License-Identifier: MIT
"""The access log for an auditor: events of every laptop whose audit stream is here, and how their chains stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop.store.commit_rows import KnownCommits
from desktop.store.names import Names
from desktop.store.shown_values import shown_values
from desktop.store.sqlcipher import Connection
from sync.log.state import decode_state
from sync.records.ids import EntityId, StaffId, StreamId

_CHAINS: Final = """
SELECT stream, staff, count(*), max(at),
    min(CASE WHEN operation = 'CHECK_FAILED' OR (seq <> 1 AND operation <> 'RESTORE' AND before >= seq) THEN seq END)
FROM (SELECT stream, staff, operation, at, seq,
        lag(seq) OVER (PARTITION BY stream, staff ORDER BY at, seq) AS before FROM audited)
GROUP BY stream, staff ORDER BY stream, staff"""
"""A number that does not grow is an older notebook that was put back; 1 begins a new one, RESTORE says that it was."""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which events: empty texts and zeros ask for all. Times are ms; ``operations`` of nothing asks for every one."""

    staff: StaffId | None = None
    operations: tuple[str, ...] = ()
    target: bytes = b""
    since: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """One event as its laptop wrote it."""

    at: int
    entity: EntityId
    stream: StreamId
    seq: int
    event: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EventChain:
    """One person's events on one laptop. ``broken_at`` is 0 while the numbers grow and no check failed."""

    stream: StreamId
    staff: StaffId
    events: int
    newest: int
    broken_at: int


class AuditReads:
    """Reads the projection ``audited`` and, for what an event says, the entity's state."""

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names

    def count(self, wanted: LogFilter) -> int:
        """Return how many events fit."""
        where, values = _where(wanted)
        return int(self._connection.execute(f"SELECT count(*) FROM audited{where}", values).fetchone()[0])  # noqa: S608 - our words

    def events(
        self, wanted: LogFilter, *, before: tuple[int, bytes] | None = None, limit: int
    ) -> Iterator[LoggedEvent]:
        """Yield what fits, the newest first; ``before`` is (at, entity) of the last one of the page before."""
        where, values = _where(wanted)
        if before is not None:
            where += " AND (at, entity) < (?, ?)" if where else " WHERE (at, entity) < (?, ?)"
            values += before
        rows = self._connection.execute(
            f"SELECT at, entity, stream, seq FROM audited{where} ORDER BY at DESC, entity DESC LIMIT ?",  # noqa: S608 - our words
            (*values, limit),
        ).fetchall()
        for at, entity, stream, seq in rows:
            yield LoggedEvent(at, entity, self._names.stream_name(stream), seq, self._event(entity, stream))

    def chains(self) -> tuple[EventChain, ...]:
        """Return every person's chain on every laptop."""
        return tuple(
            EventChain(self._names.stream_name(stream), StaffId(staff), events, newest, broken or 0)
            for stream, staff, events, newest, broken in self._connection.execute(_CHAINS).fetchall()
        )

    def _event(self, entity: EntityId, stream: int) -> Mapping[str, Any]:
        found = self._connection.execute(
            "SELECT state FROM entities WHERE entity = ? AND stream = ?", (entity, stream)
        ).fetchone()
        if found is None:
            return {}
        number = KnownCommits(self._connection, self._names, stream).number
        event = shown_values(decode_state(found[0]), number).get("event")
        return event if isinstance(event, dict) else {}


def _where(wanted: LogFilter) -> tuple[str, tuple[Any, ...]]:
    parts: list[str] = []
    values: list[Any] = []
    if wanted.staff is not None:
        parts.append("staff = ?")
        values.append(wanted.staff)
    if wanted.operations:
        parts.append(f"operation IN ({','.join('?' * len(wanted.operations))})")
        values += wanted.operations
    if wanted.target:
        parts.append("target = ?")
        values.append(wanted.target)
    if wanted.since:
        parts.append("at >= ?")
        values.append(wanted.since)
    if wanted.until:
        parts.append("at < ?")
        values.append(wanted.until)
    return (" WHERE " + " AND ".join(parts) if parts else ""), tuple(values)
