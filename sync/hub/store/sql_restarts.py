# SPDX-License-Identifier: MIT
"""New epochs and known kinds in SQLAlchemy Core."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, and_, delete, select, update

from sync.hub.store import schema
from sync.hub.store.engines import Engines
from sync.hub.store.rows import BaseRow
from sync.hub.store.statements import insert_new
from sync.log.running import running_start
from sync.records.ids import HubId, StreamId, WriterId

_BASES = select(schema.bases)
_VOIDED_NOWHERE = StreamId("")
"""A revocation of a writer that wrote nothing that counts still has a row."""


class RestartTables:
    """The part of ``SqlStore`` that fits ``restart_contract.RestartStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def restart(self, epoch: int) -> None:
        """Begin a new epoch where every stream stands; snapshots and enrolment codes of the old one go."""
        bases, heads = schema.bases, schema.heads
        with self._engines.writing() as connection:
            its = connection.execute(select(schema.hub.c.id, schema.hub.c.epoch)).one()
            before = {
                row.stream: BaseRow(row.number, row.running, row.epoch)
                for row in connection.execute(select(bases))
            }
            rows = connection.execute(select(heads)).all()
            connection.execute(delete(bases))
            for row in rows:
                base = _base(row, before, its.epoch, epoch)
                connection.execute(bases.insert(), [{"stream": row.stream, **asdict(base)}])
                if not row.number:  # nothing is numbered: it begins in this epoch
                    start = running_start(HubId(its.id), StreamId(row.stream), epoch)
                    connection.execute(
                        update(heads).where(heads.c.stream == row.stream).values(running=start)
                    )
            connection.execute(delete(schema.snapshots))
            connection.execute(delete(schema.codes))
            connection.execute(update(schema.hub).values(epoch=epoch))

    def bases(self) -> dict[StreamId, BaseRow]:
        """Return where this epoch's numbers go on from; empty in a hub that was never restored."""
        with self._engines.reading() as connection:
            return {
                StreamId(row.stream): BaseRow(row.number, row.running, row.epoch)
                for row in connection.execute(_BASES)
            }

    def void(self, writer: WriterId, after: Mapping[StreamId, int], now: int) -> None:
        """Revoke a writer, known here or not, with the last n that counts in each stream; the lowest stays."""
        table, writers = schema.revocations, schema.writers
        with self._engines.writing() as connection:
            for stream, n in {_VOIDED_NOWHERE: 0, **after}.items():
                values = {"writer": writer, "stream": stream, "n": n}
                connection.execute(insert_new(connection, table), [values])
                connection.execute(
                    update(table)
                    .where(and_(table.c.writer == writer, table.c.stream == stream, table.c.n > n))
                    .values(n=n)
                )
            connection.execute(
                update(writers)
                .where(and_(writers.c.writer == writer, writers.c.revoked == 0))
                .values(revoked=now)
            )

    def voided(self, writer: WriterId) -> bool:
        """Return whether a writer is revoked, or will be as soon as it is known."""
        table = schema.revocations
        with self._engines.reading() as connection:
            found = connection.execute(select(table.c.n).where(table.c.writer == writer).limit(1))
            return found.one_or_none() is not None

    def counted_through(self, writer: WriterId, stream: StreamId) -> int:
        """Return the last n of a revoked writer that counts in a stream."""
        table = schema.revocations
        with self._engines.reading() as connection:
            found = connection.execute(
                select(table.c.n).where(and_(table.c.writer == writer, table.c.stream == stream))
            ).scalar_one_or_none()
            return found or 0

    def kinds(self) -> frozenset[str]:
        """Return the kinds that the program knew which last took this database up."""
        with self._engines.reading() as connection:
            return frozenset(connection.execute(select(schema.kinds.c.kind)).scalars())

    def know_kinds(self, kinds: Collection[str]) -> None:
        """Remember them."""
        with self._engines.writing() as connection:
            connection.execute(delete(schema.kinds))
            connection.execute(schema.kinds.insert(), [{"kind": one} for one in sorted(kinds)])

    def settle_anew(self, stream: StreamId) -> None:
        """Forget what a stream folds to: the next settling begins at its first commit."""
        with self._engines.writing() as connection:
            for table in (schema.settled, schema.states, schema.waiting, schema.tallies):
                connection.execute(delete(table).where(table.c.stream == stream))

    def streams_with(self, kinds: Collection[str]) -> dict[StreamId, frozenset[str]]:
        """Return the streams in which something of these kinds lies, and which of them."""
        table = schema.entities
        found: dict[StreamId, frozenset[str]] = {}
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(table.c.stream, table.c.kind).where(table.c.kind.in_(kinds)).distinct()
            )
            for row in rows:
                one = StreamId(row.stream)
                found[one] = found.get(one, frozenset()) | {row.kind}
        return found


def _base(row: Row[Any], before: Mapping[str, BaseRow], old: int, new: int) -> BaseRow:
    """Return up to where the numbers of *every* earlier epoch hold: a laptop may have slept through a restore."""
    if not row.number:
        return BaseRow(0, b"", new)
    known = before.get(row.stream)
    if known is None:
        return BaseRow(0, b"", old) if before else BaseRow(row.number, row.running, old)
    return known if known.number <= row.number else BaseRow(row.number, row.running, known.epoch)
