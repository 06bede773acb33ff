# SPDX-License-Identifier: MIT
"""A stream's settling in SQL: verified and folded through a number, under a row lock of its own."""

from collections.abc import Callable, Collection, Mapping, Sequence

from sqlalchemy import Connection, and_, bindparam, delete, select, update

from sync.hub.store import schema
from sync.hub.store.rows import Reason, Standing, StoredCommit
from sync.hub.store.sql_moves import SqlMovesSettling
from sync.hub.store.sql_tallies import SqlTallies
from sync.hub.store.statements import insert_new
from sync.log.commit import CommitId
from sync.records.ids import EntityId, StreamId, WriterId

_settled = schema.settled
_states = schema.states
_waiting = schema.waiting
# Built once: to build one of these costs more than to run it.
_LOCKED = select(_settled).where(_settled.c.stream == bindparam("its")).with_for_update()
_STATES = select(_states.c.entity, _states.c.state).where(
    _states.c.stream == bindparam("its"), _states.c.entity.in_(bindparam("some", expanding=True))
)
_FORGET = delete(_states).where(
    _states.c.stream == bindparam("its"), _states.c.entity.in_(bindparam("some", expanding=True))
)
_ADVANCE = (
    update(_settled)
    .where(_settled.c.stream == bindparam("its"))
    .values(number=bindparam("to"), digest=bindparam("folded"))
)
_WAITS = select(_waiting.c.writer, _waiting.c.n, _waiting.c.entity).where(
    _waiting.c.stream == bindparam("its")
)

CommitsAfter = Callable[[Connection, StreamId, int, int], Sequence[StoredCommit]]
CommitOf = Callable[[Connection, StreamId, WriterId, int], StoredCommit | None]


class SqlSettling(SqlTallies, SqlMovesSettling):
    """Fits ``contract.Settling``."""

    def __init__(
        self, connection: Connection, stream: StreamId, commits_after: CommitsAfter, commit_of: CommitOf
    ) -> None:
        self._connection = connection
        self._commits_after = commits_after
        self._commit_of = commit_of
        self.stream = stream
        row = connection.execute(_LOCKED, {"its": stream}).one_or_none()
        if row is None:
            fresh = {"stream": stream, "number": 0, "digest": bytes(32)}
            connection.execute(insert_new(connection, _settled), [fresh])
            row = connection.execute(_LOCKED, {"its": stream}).one()
        self.number: int = row.number
        self.digest: bytes = row.digest

    def waiting(self, limit: int) -> Sequence[StoredCommit]:
        """Return the next numbered commits that are not settled."""
        return self._commits_after(self._connection, self.stream, self.number, limit)

    def commit(self, writer: WriterId, n: int) -> StoredCommit | None:
        """Return one commit of the stream."""
        return self._commit_of(self._connection, self.stream, writer, n)

    def states(self, entities: Collection[EntityId]) -> dict[EntityId, bytes]:
        """Return the states that are known of these entities."""
        rows = self._connection.execute(_STATES, {"its": self.stream, "some": list(entities)})
        return {EntityId(row.entity): row.state for row in rows}

    def entities_of(self, subject: bytes) -> Sequence[EntityId]:
        """Return the entities about this subject (its SHA-256)."""
        table = schema.entities
        rows = self._connection.execute(
            select(table.c.entity).where(and_(table.c.stream == self.stream, table.c.subject == subject))
        )
        return [EntityId(row.entity) for row in rows]

    def put_states(self, states: Mapping[EntityId, bytes | None]) -> None:
        """Keep these states; ``None`` forgets one."""
        if not states:
            return
        self._connection.execute(_FORGET, {"its": self.stream, "some": list(states)})
        rows = [
            {"stream": self.stream, "entity": entity, "state": state}
            for entity, state in states.items()
            if state is not None
        ]
        if rows:
            self._connection.execute(_states.insert(), rows)

    def waits(self) -> dict[tuple[WriterId, int], set[EntityId]]:
        """Return which entities wait for which commits."""
        rows = self._connection.execute(_WAITS, {"its": self.stream})
        found: dict[tuple[WriterId, int], set[EntityId]] = {}
        for row in rows:
            found.setdefault((WriterId(row.writer), row.n), set()).add(EntityId(row.entity))
        return found

    def forget_waits(self, writer: WriterId, n: int) -> None:
        """Forget who waited for a commit that has come."""
        self._connection.execute(
            delete(_waiting).where(
                and_(_waiting.c.stream == self.stream, _waiting.c.writer == writer, _waiting.c.n == n)
            )
        )

    def wait_for(self, entity: EntityId, ids: Collection[CommitId]) -> None:
        """Remember that an entity has seen commits that are not here yet."""
        rows = [{"stream": self.stream, "writer": one.writer, "n": one.n, "entity": entity} for one in ids]
        if rows:
            self._connection.execute(insert_new(self._connection, _waiting), rows)

    def quarantine(self, number: int) -> None:
        """Put a commit aside whose own signature does not verify."""
        table = schema.commits
        self._connection.execute(
            update(table)
            .where(and_(table.c.stream == self.stream, table.c.number == number))
            .values(standing=int(Standing.QUARANTINED), reason=int(Reason.SIGNATURE))
        )

    def advance(self, number: int, digest: bytes) -> None:
        """Say that the stream is settled through this number, with this digest."""
        self._connection.execute(_ADVANCE, {"its": self.stream, "to": number, "folded": digest})
        self.number, self.digest = number, digest
