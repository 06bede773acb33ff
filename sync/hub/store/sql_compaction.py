# SPDX-License-Identifier: MIT
"""Commits that are no longer served one by one, in SQLAlchemy Core."""

from sqlalchemy import and_, bindparam, delete, func, insert, select, update

from sync.hub.store import schema
from sync.hub.store.engines import Engines
from sync.hub.store.statements import insert_new
from sync.records.ids import StreamId

_commits = schema.commits
_horizons = schema.horizons
_HORIZON = select(_horizons.c.number).where(_horizons.c.stream == bindparam("its"))


class CompactionTables:
    """The part of ``SqlStore`` that fits ``compaction_contract.CompactionStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def horizon(self, stream: StreamId) -> int:
        """Return the highest number of a stream that is cold, 0 where none is."""
        with self._engines.reading() as connection:
            found = connection.execute(_HORIZON, {"its": stream})
            return found.scalar_one_or_none() or 0

    def aged_through(self, stream: StreamId, received: int) -> int:
        """Return the number up to which all of a stream came in before a time (ms); 0 where nothing did."""
        heads = schema.heads
        with self._engines.reading() as connection:
            newer = connection.execute(
                select(func.min(_commits.c.number)).where(
                    and_(_commits.c.stream == stream, _commits.c.received >= received)
                )
            ).scalar_one_or_none()
            if newer is not None:
                return int(newer) - 1
            return connection.execute(
                select(heads.c.number).where(heads.c.stream == stream)
            ).scalar_one_or_none() or 0  # fmt: skip

    def move_cold(self, stream: StreamId, through: int) -> None:
        """Move the commits above the horizon up to ``through`` into the cold table, and raise the horizon."""
        those = and_(_commits.c.stream == stream, _commits.c.number <= through)
        with self._engines.writing() as connection:
            # The rows are locked first: what somebody decides of one meanwhile is copied, or made in the copy.
            connection.execute(
                select(_commits.c.number).where(those).order_by(_commits.c.number).with_for_update()
            ).all()
            connection.execute(insert(schema.cold_commits).from_select(
                [column.name for column in _commits.c], select(_commits).where(those)
            ))  # fmt: skip
            connection.execute(delete(_commits).where(those))
            connection.execute(insert_new(connection, _horizons), [{"stream": stream, "number": 0}])
            connection.execute(update(_horizons).where(_horizons.c.stream == stream).values(number=through))
