# SPDX-License-Identifier: MIT
"""Tallies by kind, and states and commits by name, in SQLAlchemy Core."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, Table, and_, bindparam, delete, select, tuple_

from sync.hub.store import schema
from sync.hub.store.commit_tables import commits_holding
from sync.hub.store.engines import Engines
from sync.hub.store.rows import Reason, Standing, StoredCommit
from sync.hub.store.tally_contract import Tallies
from sync.records.ids import EntityId, StreamId, WriterId

_tallies = schema.tallies
_states = schema.states
_KEPT: Final = select(_tallies).where(_tallies.c.stream == bindparam("its"))
_FORGET: Final = delete(_tallies).where(
    _tallies.c.stream == bindparam("its"), _tallies.c.kind.in_(bindparam("some", expanding=True))
)
_AT_ONCE: Final = 2000
_NAMED_AT_ONCE: Final = 400


class SqlTallies:
    """Fits ``tally_contract.TallySettling``, within a settling's transaction."""

    _connection: Connection
    stream: StreamId
    number: int

    def tallies(self) -> Tallies:
        """Return the tallies that are kept; none in a database that an earlier program settled."""
        return _kept(self._connection, self.stream)

    def put_tallies(self, tallies: Tallies) -> None:
        """Keep these kinds' tallies; a count of 0 forgets one."""
        if not tallies:
            return
        self._connection.execute(_FORGET, {"its": self.stream, "some": list(tallies)})
        rows = [
            {"stream": self.stream, "kind": kind, "entities": count, "digest": digest}
            for kind, (count, digest) in tallies.items()
            if count or any(digest)
        ]
        if rows:
            self._connection.execute(_tallies.insert(), rows)

    def all_states(self) -> Iterator[bytes]:
        """Yield the states of the whole stream."""
        after = b""
        while rows := _states_page(self._connection, self.stream, after, _AT_ONCE)[1]:
            for entity, state in rows:
                yield state
                after = entity

    def running(self) -> bytes:
        """Return H(k) of the number that the stream is settled through."""
        heads = schema.heads
        head = self._connection.execute(
            select(heads.c.number, heads.c.running).where(heads.c.stream == self.stream)
        ).one_or_none()
        if head is not None and head.number == self.number:
            return bytes(head.running)
        for table in (schema.commits, schema.cold_commits):
            found = self._connection.execute(
                select(table.c.running).where(
                    and_(table.c.stream == self.stream, table.c.number == self.number)
                )
            ).one_or_none()
            if found is not None:
                return bytes(found.running)
        return b""


class TallyTables:
    """The part of ``SqlStore`` that fits ``tally_contract.TallyStore``."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    def kept_tallies(self, stream: StreamId) -> Tallies:
        """Return the tallies that are kept of a stream."""
        with self._engines.reading() as connection:
            return _kept(connection, stream)

    def states_after(
        self, stream: StreamId, after: bytes, limit: int
    ) -> tuple[int, Sequence[tuple[EntityId, bytes]]]:
        """Return the settled number and the states above an entity, in order; (0, none) above the last one."""
        with self._engines.reading() as connection:
            return _states_page(connection, stream, after, limit)

    def commits_named(
        self, stream: StreamId, dots: Collection[tuple[WriterId, int]]
    ) -> Sequence[StoredCommit]:
        """Return these commits, cold ones too; those that are not here are left out."""
        found: list[StoredCommit] = []
        wanted = list(dots)
        with self._engines.reading() as connection:
            for at in range(0, len(wanted), _NAMED_AT_ONCE):
                some = wanted[at : at + _NAMED_AT_ONCE]
                for table in (schema.commits, schema.cold_commits):
                    found += _named(connection, table, stream, some)
        return found

    def commits_sealed_under(
        self, stream: StreamId, key: bytes, *, after: int, limit: int, withheld: bool = False
    ) -> Sequence[StoredCommit]:
        """Return the commits above a number with a body sealed under this key, cold ones too, in order.

        Those that count, or those that are ``withheld``.
        """
        with self._engines.reading() as connection:
            return commits_holding(connection, stream, key, after, limit, withheld=withheld)

    def about(self, stream: StreamId, subjects: Collection[bytes]) -> Sequence[EntityId]:
        """Return the entities about these subjects (their SHA-256)."""
        table = schema.entities
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(table.c.entity).where(and_(table.c.stream == stream, table.c.subject.in_(subjects)))
            )
            return [EntityId(row.entity) for row in rows]

    def moved_from(self, stream: StreamId, subjects: Collection[bytes]) -> frozenset[bytes]:
        """Return which of these subjects (their SHA-256) went to another stream."""
        table = schema.moves
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(table.c.subject).where(
                    and_(table.c.stream == stream, table.c.subject.in_(subjects), table.c.into != stream)
                )
            )
            return frozenset(bytes(row.subject) for row in rows)


def _kept(connection: Connection, stream: StreamId) -> Tallies:
    rows = connection.execute(_KEPT, {"its": stream})
    return {row.kind: (row.entities, bytes(row.digest)) for row in rows}


def _states_page(
    connection: Connection, stream: StreamId, after: bytes, limit: int
) -> tuple[int, Sequence[tuple[EntityId, bytes]]]:
    settled = schema.settled
    rows = connection.execute(
        select(settled.c.number, _states.c.entity, _states.c.state)
        .where(
            and_(_states.c.stream == stream, settled.c.stream == _states.c.stream, _states.c.entity > after)
        )
        .order_by(_states.c.entity)
        .limit(limit)
    ).all()
    return (rows[0].number if rows else 0), [(EntityId(row.entity), bytes(row.state)) for row in rows]


def _named(
    connection: Connection, table: Table, stream: StreamId, dots: Sequence[tuple[WriterId, int]]
) -> Iterator[StoredCommit]:
    rows = connection.execute(
        select(table).where(and_(table.c.stream == stream, tuple_(table.c.writer, table.c.n).in_(dots)))
    )
    for row in rows:
        yield StoredCommit(
            row.number, WriterId(row.writer), row.n, row.hash, row.header, row.signature, row.sealed,
            Standing(row.standing), Reason(row.reason), row.running, row.received,
        )  # fmt: skip
