# SPDX-License-Identifier: MIT
"""Who went on from whom, in SQLAlchemy Core."""

from collections.abc import Sequence

from sqlalchemy import and_, select

from sync.hub.store import schema
from sync.hub.store.engines import Engines
from sync.hub.store.rows import WriterRow
from sync.hub.store.statements import insert_new
from sync.records.ids import WriterId

_writers = schema.writers
_successions = schema.successions


class SuccessionTables:
    """The part of ``SqlStore`` that fits ``succession_contract.SuccessionStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def add_successor(self, row: WriterRow, *, of: WriterId, now: int) -> bool:
        """Let a writer in that goes on from another; False when that one is revoked (nothing is kept)."""
        values = {
            "writer": row.writer,
            "staff": row.staff,
            "laptop": row.laptop,
            "signing": row.signing,
            "receiving": row.receiving,
            "revoked": 0,
        }
        with self._engines.writing() as connection:
            # The lock makes a revocation wait, or this: none slips between the look and the insert.
            in_force = connection.execute(
                select(_writers.c.writer)
                .where(and_(_writers.c.writer == of, _writers.c.revoked == 0))
                .with_for_update()
            ).one_or_none()
            if in_force is None:
                return False
            connection.execute(insert_new(connection, _writers), values)
            connection.execute(
                insert_new(connection, _successions), {"writer": row.writer, "of": of, "at": now}
            )
        return True

    def successors(self, writer: WriterId) -> Sequence[WriterId]:
        """Return the writers that went on from this one, the first one first."""
        table = _successions
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(table.c.writer).where(table.c.of == writer).order_by(table.c.at, table.c.writer)
            )
            return [WriterId(row.writer) for row in rows]
