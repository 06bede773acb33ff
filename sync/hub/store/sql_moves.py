# SPDX-License-Identifier: MIT
"""Who went where, and what the hub has done of what is ordered, in SQLAlchemy Core."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, func, select, update

from sync.hub.store import schema
from sync.hub.store.deed import Decision, Deed, Gone, Stuck
from sync.hub.store.engines import Engines
from sync.hub.store.numbering import Numbering
from sync.hub.store.rows import Reason, Standing, StoredCommit
from sync.hub.store.statements import insert_new
from sync.records.ids import EntityId, StreamId, WriterId

_moves = schema.moves
_obeyed = schema.obeyed
_heads = schema.heads
_stuck = schema.stuck
_AT_ONCE = 5_000
# Built once: to build one of these costs more than to run it.
_GONE = select(_moves).where(_moves.c.stream == bindparam("its"))
_THEY_GONE = _GONE.where(_moves.c.subject.in_(bindparam("some", expanding=True)))
_OBEYED = select(_obeyed.c.number).where(_obeyed.c.stream == bindparam("its"))
_OBEYED_LOCKED = _OBEYED.with_for_update()
_OBEY = update(_obeyed).where(_obeyed.c.stream == bindparam("its")).values(number=bindparam("through"))
_UNOBEYED = (
    select(_heads.c.stream)
    .outerjoin(_obeyed, _obeyed.c.stream == _heads.c.stream)
    .where(
        _heads.c.stream.in_(bindparam("some", expanding=True)),
        _heads.c.number > func.coalesce(_obeyed.c.number, 0),
    )
    .order_by(_heads.c.stream)
)


class SqlMovesSettling:
    """Fits ``moves_contract.MovesSettling``, within a settling's transaction."""

    _connection: Connection
    stream: StreamId
    number: int

    def gone(self, subjects: Collection[bytes]) -> Mapping[bytes, Gone]:
        """Return which of these people (SHA-256 of the id) went from the stream once."""
        return _gone(self._connection, self.stream, subjects)

    def went(self, gone: Gone) -> None:
        """Remember that somebody went."""
        its = and_(_moves.c.stream == self.stream, _moves.c.subject == gone.subject)
        self._connection.execute(delete(_moves).where(its))
        row = {
            "subject": gone.subject,
            "stream": self.stream,
            "into": gone.into,
            "move": gone.move,
            "number": gone.number,
        }
        self._connection.execute(_moves.insert(), [row])

    def came_back(self, subject: bytes, adopt: EntityId) -> None:
        """Remember that somebody who went is here again."""
        self._connection.execute(
            update(_moves)
            .where(and_(_moves.c.stream == self.stream, _moves.c.subject == subject))
            .values(into=self.stream, move=adopt)
        )

    def nothing_to_obey(self, through: int) -> None:
        """Say that between the number it was settled through and this one nobody ordered anything."""
        self._connection.execute(
            insert_new(self._connection, _obeyed), [{"stream": self.stream, "number": 0}]
        )
        self._connection.execute(
            update(_obeyed)
            .where(and_(_obeyed.c.stream == self.stream, _obeyed.c.number == self.number))
            .values(number=through)
        )


class MovesTables(ABC):
    """The part of ``SqlStore`` that fits ``moves_contract.MovesStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    @abstractmethod
    def _numbering(self, connection: Connection) -> Numbering:
        """Return a transaction of appends: the store's."""

    def gone(self, stream: StreamId, subjects: Collection[bytes] | None = None) -> Mapping[bytes, Gone]:
        """Return which of these people, or of all, went from a stream once."""
        with self._engines.reading() as connection:
            return _gone(connection, stream, subjects)

    def obeyed(self, stream: StreamId) -> int:
        """Return through which number of a stream the hub has done what is ordered there."""
        with self._engines.reading() as connection:
            found = connection.execute(_OBEYED, {"its": stream})
            return found.scalar_one_or_none() or 0

    def unobeyed(self, streams: Collection[StreamId]) -> Sequence[StreamId]:
        """Return those of these streams in which there may be something to do, in order."""
        if not streams:
            return []
        with self._engines.reading() as connection:
            rows = connection.execute(_UNOBEYED, {"some": list(streams)})
            return [StreamId(row.stream) for row in rows]

    def stuck(self, streams: Collection[StreamId] | None = None) -> Sequence[Stuck]:
        """Return what was put aside in these streams, or in all, by stream and number."""
        found = select(_stuck).order_by(_stuck.c.stream, _stuck.c.number)
        if streams is not None:
            found = found.where(_stuck.c.stream.in_(streams))
        with self._engines.reading() as connection:
            return [
                Stuck(StreamId(row.stream), row.number, row.problem, row.at)
                for row in connection.execute(found)
            ]

    def perform(self, deed: Deed) -> bool:
        """Do all of this, or nothing: False where another process did it, or the streams have moved on.

        The row in ``obeyed`` is locked first and the head rows after it, in their order, so nobody waits in a ring.
        """
        with self._engines.writing() as connection:
            row = connection.execute(_OBEYED_LOCKED, {"its": deed.stream}).one_or_none()
            if row is None:
                connection.execute(insert_new(connection, _obeyed), [{"stream": deed.stream, "number": 0}])
                row = connection.execute(_OBEYED_LOCKED, {"its": deed.stream}).one()
            if row.number != deed.since:
                return False
            numbering = self._numbering(connection)
            numbering.lock(deed.runs)
            if not _as_expected(connection, deed.expect) or not _put_aside(connection, deed):
                connection.rollback()
                return False
            for one in deed.decides:
                if not _decide(connection, deed.stream, one):
                    connection.rollback()
                    return False
            for run in deed.runs:
                numbering.run(run)
            numbering.flush()
            _keep(connection, deed)
            connection.execute(_OBEY, {"its": deed.stream, "through": deed.through})
        return True

    def states_of(self, stream: StreamId, entities: Collection[EntityId]) -> Mapping[EntityId, bytes]:
        """Return the settled states of these entities."""
        table = schema.states
        wanted = list(entities)
        found: dict[EntityId, bytes] = {}
        with self._engines.reading() as connection:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                rows = connection.execute(
                    select(table.c.entity, table.c.state).where(
                        and_(table.c.stream == stream, table.c.entity.in_(some))
                    )
                )
                found |= {EntityId(row.entity): row.state for row in rows}
        return found

    def entities_about(self, stream: StreamId, subject: bytes) -> Sequence[EntityId]:
        """Return the entities about this person (SHA-256 of the id) in a stream."""
        table = schema.entities
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(table.c.entity)
                .where(and_(table.c.stream == stream, table.c.subject == subject))
                .order_by(table.c.entity)
            )
            return [EntityId(row.entity) for row in rows]

    def held_in(
        self, streams: Collection[StreamId], limit: int, *, after: int = 0
    ) -> Sequence[tuple[StreamId, StoredCommit]]:
        """Return the commits in quarantine above a number in these streams, by stream and number."""
        found: dict[tuple[str, int], tuple[StreamId, StoredCommit]] = {}
        with self._engines.reading() as connection:
            for table in (schema.commits, schema.cold_commits):
                waits = and_(
                    table.c.stream.in_(streams),
                    table.c.standing == int(Standing.QUARANTINED),
                    table.c.number > after,
                )
                rows = connection.execute(
                    select(table).where(waits).order_by(table.c.stream, table.c.number).limit(limit)
                )
                for row in rows:
                    place = (row.stream, row.number)
                    found.setdefault(place, (StreamId(row.stream), _stored(row)))
        return [found[place] for place in sorted(found)][:limit]


def _gone(connection: Connection, stream: StreamId, subjects: Collection[bytes] | None) -> dict[bytes, Gone]:
    if subjects is not None and not subjects:
        return {}
    if subjects is None:
        found = connection.execute(_GONE, {"its": stream})
    else:
        found = connection.execute(_THEY_GONE, {"its": stream, "some": list(subjects)})
    return {
        row.subject: Gone(row.subject, StreamId(row.into), EntityId(row.move), row.number) for row in found
    }


def _as_expected(connection: Connection, expect: Mapping[StreamId, int]) -> bool:
    if not expect:
        return True
    rows = connection.execute(
        select(_heads.c.stream, _heads.c.number).where(_heads.c.stream.in_(list(expect)))
    )
    return {StreamId(row.stream): row.number for row in rows} == dict(expect)


def _put_aside(connection: Connection, deed: Deed) -> bool:
    """Keep what can't be obeyed and forget what was put aside and is; False where another process has."""
    if deed.aside is not None:
        one = deed.aside
        row = {"stream": one.stream, "number": one.number, "problem": one.problem, "at": one.at}
        connection.execute(_stuck.insert(), [row])
    if not deed.again:
        return True
    its = and_(_stuck.c.stream == deed.stream, _stuck.c.number == deed.again)
    return connection.execute(delete(_stuck).where(its)).rowcount == 1


def _decide(connection: Connection, stream: StreamId, decision: Decision) -> bool:
    """Change a commit's standing where it waits; False where somebody has decided."""
    for table in (schema.commits, schema.cold_commits):
        its = and_(table.c.stream == stream, table.c.number == decision.number)
        waits = and_(its, table.c.standing == int(decision.was))
        if connection.execute(update(table).where(waits).values(standing=int(decision.standing))).rowcount:
            return True
    return False


def _keep(connection: Connection, deed: Deed) -> None:
    entities = [
        {
            "stream": deed.stream,
            "entity": row.entity,
            "kind": row.kind,
            "staff": row.staff,
            "subject": row.subject,
        }
        for row in deed.entities
    ]
    if entities:
        connection.execute(insert_new(connection, schema.entities), entities)
    blobs = [
        {
            "stream": row.stream,
            "entity": row.entity,
            "blob": row.blob,
            "size": row.size,
            "subject": row.subject,
        }
        for row in deed.blobs
    ]
    if blobs:
        connection.execute(insert_new(connection, schema.blobs), blobs)


def _stored(row: Row[Any]) -> StoredCommit:
    return StoredCommit(
        row.number, WriterId(row.writer), row.n, row.hash, row.header, row.signature, row.sealed,
        Standing(row.standing), Reason(row.reason), row.running, row.received,
    )  # fmt: skip
