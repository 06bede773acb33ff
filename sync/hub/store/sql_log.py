# SPDX-License-Identifier: MIT
"""Erased ids, the hub's own audit chain and snapshots, in SQL."""

import hashlib
from collections.abc import Collection, Sequence

from sqlalchemy import and_, bindparam, delete, func, select, update

from sync.hub.store import schema
from sync.hub.store.engines import Engines
from sync.hub.store.rows import AuditRow
from sync.hub.store.statements import insert_new
from sync.records.ids import StreamId

_audit = schema.audit
_snapshots = schema.snapshots
# Built once: to build one of these costs more than to run it.
_ERASED = select(schema.erased.c.subject).where(
    schema.erased.c.subject.in_(bindparam("some", expanding=True))
)
_TIP = select(schema.audit_head).with_for_update()
_NEW_TIP = update(schema.audit_head).values(seq=bindparam("last"), hash=bindparam("tip"))
_ADD = _audit.insert()


class LogTables:
    """The part of ``contract.HubStore`` about what is remembered of the hub's own doings."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def erase(self, subject: bytes, at: int) -> None:
        """Remember for ever that this subject (its SHA-256) is erased."""
        with self._engines.writing() as connection:
            connection.execute(insert_new(connection, schema.erased), [{"subject": subject, "at": at}])

    def erased(self, subjects: Collection[bytes]) -> frozenset[bytes]:
        """Return which of these subjects are erased."""
        if not subjects:
            return frozenset()
        with self._engines.reading() as connection:
            rows = connection.execute(_ERASED, {"some": list(subjects)})
            return frozenset(row.subject for row in rows)

    def log(self, events: Sequence[bytes]) -> None:
        """Append events to the hub's own hash chain."""
        with self._engines.writing() as connection:
            row = connection.execute(_TIP).one()
            seq, tip = row.seq, row.hash
            rows = []
            for event in events:
                previous, seq = tip, seq + 1
                tip = audit_hash(previous, event)
                rows.append({"seq": seq, "previous": previous, "hash": tip, "event": event})
            connection.execute(_ADD, rows)
            connection.execute(_NEW_TIP, {"last": seq, "tip": tip})

    def audit(self, *, after: int, limit: int) -> Sequence[AuditRow]:
        """Return the hub's own log above a sequence number."""
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(_audit).where(_audit.c.seq > after).order_by(_audit.c.seq).limit(limit)
            )
            return [AuditRow(row.seq, row.previous, row.hash, row.event) for row in rows]

    def put_snapshot(self, stream: StreamId, number: int, parts: Sequence[bytes]) -> None:
        """Keep a stream's snapshot beside the newest one before it; empty parts forget all."""
        its = _snapshots.c.stream == stream
        with self._engines.writing() as connection:
            before = connection.execute(
                select(func.max(_snapshots.c.number)).where(and_(its, _snapshots.c.number < number))
            ).scalar_one()
            kept = -1 if before is None or not parts else before
            connection.execute(delete(_snapshots).where(and_(its, _snapshots.c.number != kept)))
            rows = [
                {"stream": stream, "number": number, "part": part, "parts": len(parts), "sealed": sealed}
                for part, sealed in enumerate(parts)
            ]
            if rows:
                connection.execute(_snapshots.insert(), rows)

    def snapshots(self, stream: StreamId) -> dict[int, int]:
        """Return how many parts each snapshot of a stream has, by its number."""
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(_snapshots.c.number, func.count().label("parts"))
                .where(_snapshots.c.stream == stream)
                .group_by(_snapshots.c.number)
            )
            return {row.number: row.parts for row in rows}

    def snapshot_part(self, stream: StreamId, number: int, part: int) -> bytes | None:
        """Return one part of a snapshot."""
        with self._engines.reading() as connection:
            return connection.execute(
                select(_snapshots.c.sealed).where(
                    and_(
                        _snapshots.c.stream == stream,
                        _snapshots.c.number == number,
                        _snapshots.c.part == part,
                    )
                )
            ).scalar_one_or_none()


def audit_hash(previous: bytes, event: bytes) -> bytes:
    """Return the hash that the next event names as its previous one."""
    return hashlib.sha256(b"kenttakirja/hub-audit/1" + previous + event).digest()
