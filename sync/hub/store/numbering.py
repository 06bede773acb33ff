# SPDX-License-Identifier: MIT
"""Numbering: under a stream's head row, deduplicate, number and keep a run of commits (design.md §6)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from sync.hub.store import schema
from sync.hub.store.commit_tables import numbered_run
from sync.hub.store.rows import Append, Appended, Numbered, Obstacle, Prepared, Reason, Standing
from sync.hub.store.statements import insert_new, insert_rows
from sync.log.running import running_next
from sync.records.ids import StreamId, WriterId

# Built once: to build one of these costs more than to run it.
_LOCKED = (
    select(schema.heads.c.number, schema.heads.c.running)
    .where(schema.heads.c.stream == bindparam("its"))
    .with_for_update()
)
_NEWEST = select(schema.writer_heads.c.n, schema.writer_heads.c.hash).where(
    schema.writer_heads.c.stream == bindparam("its"), schema.writer_heads.c.writer == bindparam("who")
)
_PUT_NEWEST = (
    update(schema.writer_heads)
    .where(schema.writer_heads.c.stream == bindparam("its"), schema.writer_heads.c.writer == bindparam("who"))
    .values(n=bindparam("to"), hash=bindparam("tip"))
)
_ADVANCE = (
    update(schema.heads)
    .where(schema.heads.c.stream == bindparam("its"))
    .values(number=bindparam("to"), running=bindparam("line"))
)
_REVOKED = select(schema.writers.c.revoked).where(schema.writers.c.writer == bindparam("its"))


@dataclass(slots=True)
class _OpenStream:
    """A stream whose head row this transaction holds."""

    number: int
    running: bytes
    writers: dict[WriterId, tuple[int, bytes]] = field(default_factory=dict)


class Numbering:
    """One transaction of appends. ``start`` gives H(0) of a stream that is opened."""

    def __init__(self, connection: Connection, start: Callable[[StreamId], bytes]) -> None:
        self._connection = connection
        self._start = start
        self._streams: dict[StreamId, _OpenStream] = {}
        self._commits: list[tuple[Any, ...]] = []
        self._entities: list[tuple[Any, ...]] = []
        self._blobs: list[tuple[Any, ...]] = []
        self._touched: set[StreamId] = set()
        self._revoked: dict[WriterId, tuple[int, dict[StreamId, int]]] = {}

    def lock(self, runs: Sequence[Append]) -> None:
        """Lock every head row the runs need, in the streams' order, so that no two transactions wait in a ring."""
        for run in sorted(runs, key=lambda one: one.stream):
            if run.stream in self._streams:
                continue
            row = self._connection.execute(_LOCKED, {"its": run.stream}).one_or_none()
            if row is None and any(one.opens for one in runs if one.stream == run.stream):
                start = self._start(run.stream)
                values = {"stream": run.stream, "number": 0, "running": start}
                self._connection.execute(insert_new(self._connection, schema.heads), [values])
                row = self._connection.execute(_LOCKED, {"its": run.stream}).one()
            if row is not None:
                self._streams[run.stream] = _OpenStream(row.number, row.running)

    def run(self, run: Append) -> Appended:
        """Number one run; what it changed is written by ``flush``."""
        stream = self._streams.get(run.stream)
        if stream is None:
            return Appended(Obstacle.NO_STREAM, 0, (), 0)
        n, tip = self._writer_head(stream, run.stream, run.writer)
        commits = run.commits if run.make is None else run.make(n + 1, tip)
        known = sum(1 for one in commits if one.n <= n)
        numbered: list[Numbered] = []
        if known:
            stored = self._stored(run.stream, run.writer, commits[0].n, commits[known - 1].n)
            if len(stored) != known:
                # Numbered earlier in this very transaction, and not yet written.
                self.flush()
                stored = self._stored(run.stream, run.writer, commits[0].n, commits[known - 1].n)
            for one, have in zip(commits, stored, strict=False):
                if one.hash != have.hash:
                    return Appended(Obstacle.FORK, one.n, (), stream.number)
                numbered.append(have)
        fresh = commits[known:]
        if fresh and fresh[0].n != n + 1:
            return Appended(Obstacle.GAP, n + 1, (), stream.number)
        if fresh and n and fresh[0].prev != tip:
            return Appended(Obstacle.FORK, n, (), stream.number)
        new = [self._number(stream, run, one) for one in fresh]
        if fresh:
            stream.writers[run.writer] = (fresh[-1].n, fresh[-1].hash)
        held = [one for one in new if one.standing is not Standing.EFFECTIVE]
        if held:
            self._follow(stream, run, held)
        return Appended(Obstacle.NONE, 0, [*numbered, *new], stream.number)

    def flush(self) -> None:
        """Write what the runs changed."""
        connection = self._connection
        insert_rows(connection, schema.commits, self._commits)
        insert_rows(connection, schema.entities, self._entities, only_new=True)
        insert_rows(connection, schema.blobs, self._blobs, only_new=True)
        for name in self._touched:
            stream = self._streams[name]
            connection.execute(_ADVANCE, {"its": name, "to": stream.number, "line": stream.running})
            for writer, (n, tip) in stream.writers.items():
                self._put_writer_head(name, writer, n, tip)
        self._commits, self._entities, self._blobs, self._touched = [], [], [], set()

    def _put_writer_head(self, stream: StreamId, writer: WriterId, n: int, tip: bytes) -> None:
        table = schema.writer_heads
        found = self._connection.execute(_PUT_NEWEST, {"its": stream, "who": writer, "to": n, "tip": tip})
        if found.rowcount == 0:
            self._connection.execute(
                table.insert(), [{"stream": stream, "writer": writer, "n": n, "hash": tip}]
            )

    def _writer_head(self, stream: _OpenStream, name: StreamId, writer: WriterId) -> tuple[int, bytes]:
        found = stream.writers.get(writer)
        if found is not None:
            return found
        row = self._connection.execute(_NEWEST, {"its": name, "who": writer}).one_or_none()
        return (0, b"") if row is None else (row.n, row.hash)

    def _stored(self, stream: StreamId, writer: WriterId, first: int, last: int) -> list[Numbered]:
        return numbered_run(self._connection, stream, writer, first, last)

    def _number(self, stream: _OpenStream, run: Append, one: Prepared) -> Numbered:
        reason = one.reason
        revoked, kept = self._revocation(run.writer)
        if revoked and one.n > kept.get(run.stream, 0):
            reason = Reason.REVOKED
        standing = Standing.EFFECTIVE if reason is Reason.NONE else Standing.QUARANTINED
        stream.number += 1
        stream.running = running_next(stream.running, one.hash)
        # In the order of the tables' columns (``schema``).
        self._commits.append(
            (
                run.stream, stream.number, run.writer, one.n, one.hash, one.header, one.signature, one.sealed,
                int(standing), int(reason), stream.running, run.received,
            )
        )  # fmt: skip
        self._touched.add(run.stream)
        if standing is Standing.EFFECTIVE:
            self._entities += [
                (run.stream, row.entity, row.kind, row.staff, row.subject) for row in one.entities
            ]
            self._blobs += [(run.stream, row.entity, row.blob, row.size, row.subject) for row in one.blobs]
        return Numbered(one.n, stream.number, standing, one.hash)

    def _follow(self, stream: _OpenStream, run: Append, held: Sequence[Numbered]) -> None:
        n, tip = self._writer_head(stream, run.stream, run.hub_writer)
        written = run.follow_up(n + 1, tip, held)
        for one in written:
            self._number(stream, Append(
                run.stream, run.hub_writer, (), run.received, run.hub_writer, run.follow_up
            ), one)  # fmt: skip
            stream.writers[run.hub_writer] = (one.n, one.hash)

    def _revocation(self, writer: WriterId) -> tuple[int, dict[StreamId, int]]:
        found = self._revoked.get(writer)
        if found is None:
            revoked = self._connection.execute(_REVOKED, {"its": writer}).scalar_one_or_none()
            rows = (
                self._connection.execute(
                    select(schema.revocations.c.stream, schema.revocations.c.n).where(
                        schema.revocations.c.writer == writer
                    )
                ).all()
                if revoked
                else ()
            )
            found = (revoked or 0, {StreamId(row.stream): row.n for row in rows})
            self._revoked[writer] = found
        return found
