# SPDX-License-Identifier: MIT
"""The hub's store in SQLAlchemy Core: streams and commits; the other tables are in the files beside."""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy import Connection, and_, bindparam, delete, func, select

from sync.hub.errors import StoreMismatch
from sync.hub.store import commit_tables, schema
from sync.hub.store.contract import Settling
from sync.hub.store.engines import Engines
from sync.hub.store.numbering import Numbering
from sync.hub.store.rows import Append, Appended, EntityRow, Head, Standing, StoredCommit
from sync.hub.store.sql_blobs import BlobTables
from sync.hub.store.sql_compaction import CompactionTables
from sync.hub.store.sql_devices import DeviceTables
from sync.hub.store.sql_log import LogTables
from sync.hub.store.sql_moves import MovesTables
from sync.hub.store.sql_restarts import RestartTables
from sync.hub.store.sql_roster import RosterTables
from sync.hub.store.sql_settling import SqlSettling
from sync.hub.store.sql_successions import SuccessionTables
from sync.hub.store.sql_tallies import TallyTables
from sync.hub.store.statements import insert_new, rows_of_entities
from sync.hub.store.turns import Turns
from sync.log.running import running_start
from sync.records.ids import EntityId, HubId, StaffId, StreamId, WriterId

# Built once: to build one of these costs more than to run it.
_HEADS = select(schema.heads)
_HEAD = select(schema.heads).where(schema.heads.c.stream == bindparam("its"))
_WRITER_HEADS = select(
    schema.writer_heads.c.stream, schema.writer_heads.c.n, schema.writer_heads.c.hash
).where(schema.writer_heads.c.writer == bindparam("its"))
_SETTLED = select(schema.settled).where(schema.settled.c.stream == bindparam("its"))


class SqlStore(
    RestartTables,
    RosterTables,
    LogTables,
    DeviceTables,
    BlobTables,
    SuccessionTables,
    TallyTables,
    CompactionTables,
    MovesTables,
):
    """Fits ``contract.HubStore``; ``sqlite`` and ``postgres`` open one."""

    def __init__(self, engines: Engines) -> None:
        super().__init__(engines)
        self._identity: tuple[HubId, int] | None = None
        self._turns: Turns[Append, Appended] = Turns(self._append)

    def begin(self, hub: HubId, epoch: int) -> None:
        """Take an empty database into use; raises StoreMismatch when it is another hub's already."""
        with self._engines.writing() as connection:
            row = connection.execute(select(schema.hub.c.id)).one_or_none()
            if row is not None:
                raise StoreMismatch
            connection.execute(schema.hub.insert(), [{"id": hub, "epoch": epoch}])
            connection.execute(schema.audit_head.insert(), [{"one": 1, "seq": 0, "hash": bytes(32)}])
        self._identity = (hub, epoch)

    def identity(self) -> tuple[HubId, int]:
        """Return whose database this is, and its epoch; raises StoreMismatch where it is nobody's."""
        if self._identity is None:
            with self._engines.reading() as connection:
                row = connection.execute(select(schema.hub.c.id, schema.hub.c.epoch)).one_or_none()
            if row is None:
                raise StoreMismatch
            self._identity = (HubId(row.id), row.epoch)
        return self._identity

    def close(self) -> None:
        """Let go of all connections."""
        self._engines.close()

    def append(self, runs: Sequence[Append]) -> Sequence[Appended]:
        """Number and keep these runs, together with what other threads ask for at the same moment."""
        if len(runs) == 1:
            return [self._turns.ask(runs[0])]
        return self._append(runs)

    def _append(self, runs: Sequence[Append]) -> Sequence[Appended]:
        with self._engines.writing() as connection:
            numbering = self._numbering(connection)
            numbering.lock(runs)
            answers = [numbering.run(run) for run in runs]
            numbering.flush()
        return answers

    def _numbering(self, connection: Connection) -> Numbering:
        hub, epoch = self.identity()
        return Numbering(connection, lambda stream: running_start(hub, stream, epoch))

    def heads(self) -> dict[StreamId, Head]:
        """Return where every stream stands."""
        with self._engines.reading() as connection:
            rows = connection.execute(_HEADS)
            return {StreamId(row.stream): Head(StreamId(row.stream), row.number, row.running) for row in rows}

    def head(self, stream: StreamId) -> Head | None:
        """Return where one stream stands."""
        with self._engines.reading() as connection:
            row = connection.execute(_HEAD, {"its": stream}).one_or_none()
        return None if row is None else Head(StreamId(row.stream), row.number, row.running)

    def writer_heads(self, writer: WriterId) -> dict[StreamId, tuple[int, bytes]]:
        """Return (n, hash) of a writer's newest commit in each stream where it has one."""
        with self._engines.reading() as connection:
            rows = connection.execute(_WRITER_HEADS, {"its": writer})
            return {StreamId(row.stream): (row.n, row.hash) for row in rows}

    def commits(self, stream: StreamId, *, after: int, limit: int) -> Sequence[StoredCommit]:
        """Return the commits above a number, in order."""
        with self._engines.reading() as connection:
            return commit_tables.commits_after(connection, stream, after, limit)

    def commit(self, stream: StreamId, writer: WriterId, n: int) -> StoredCommit | None:
        """Return one commit by its dot."""
        with self._engines.reading() as connection:
            return commit_tables.commit_of(connection, stream, writer, n)

    def commit_at(self, stream: StreamId, number: int) -> StoredCommit | None:
        """Return one commit by its number."""
        with self._engines.reading() as connection:
            return commit_tables.commit_at(connection, stream, number)

    def withheld(self) -> Sequence[tuple[StreamId, StoredCommit]]:
        """Return all commits that are quarantined or refused."""
        with self._engines.reading() as connection:
            return list(commit_tables.withheld(connection))

    def decide(self, stream: StreamId, number: int, standing: Standing) -> None:
        """Change what the hub has decided about a commit."""
        with self._engines.writing() as connection:
            commit_tables.change(connection, stream, number, {"standing": int(standing)})

    def entities(self, stream: StreamId, entities: Collection[EntityId]) -> dict[EntityId, EntityRow]:
        """Return what is known of these entities of a stream."""
        if not entities:
            return {}
        with self._engines.reading() as connection:
            return {
                EntityId(entity): EntityRow(EntityId(entity), kind, StaffId(staff), subject)
                for entity, kind, staff, subject in rows_of_entities(connection, stream, entities)
            }

    def of_kind(self, stream: StreamId, kind: str) -> Sequence[EntityId]:
        """Return the entities of this kind in a stream."""
        table = schema.entities
        with self._engines.reading() as connection:
            rows = connection.execute(
                select(table.c.entity).where(and_(table.c.stream == stream, table.c.kind == kind))
            )
            return [EntityId(row.entity) for row in rows]

    def add_entities(self, stream: StreamId, rows: Sequence[EntityRow]) -> None:
        """Remember entities of a commit that was released."""
        values = [
            {
                "stream": stream,
                "entity": row.entity,
                "kind": row.kind,
                "staff": row.staff,
                "subject": row.subject,
            }
            for row in rows
        ]
        if values:
            with self._engines.writing() as connection:
                connection.execute(insert_new(connection, schema.entities), values)

    def forget_subject(self, subject: bytes) -> None:
        """Forget which entities were about this subject."""
        with self._engines.writing() as connection:
            connection.execute(delete(schema.entities).where(schema.entities.c.subject == subject))

    def replace_sealed(self, stream: StreamId, number: int, sealed: bytes) -> None:
        """Put other bodies at rest in place of a commit's, after one of them was erased."""
        with self._engines.writing() as connection:
            commit_tables.change(connection, stream, number, {"sealed": sealed})

    def streams_of_subject(self, subject: bytes) -> Sequence[StreamId]:
        """Return the streams with entities about this subject (its SHA-256)."""
        table = schema.entities
        with self._engines.reading() as connection:
            rows = connection.execute(select(table.c.stream).where(table.c.subject == subject).distinct())
            return [StreamId(row.stream) for row in rows]

    def settle(self, stream: StreamId, step: Callable[[Settling], None]) -> tuple[int, bytes]:
        """Run one step under the stream's settling lock; return (number, digest) afterwards."""
        with self._engines.writing() as connection:
            settling = SqlSettling(connection, stream, commit_tables.commits_after, commit_tables.commit_of)
            step(settling)
            return settling.number, settling.digest

    def settled(self, stream: StreamId) -> tuple[int, bytes]:
        """Return (number, digest) of the last step."""
        with self._engines.reading() as connection:
            row = connection.execute(_SETTLED, {"its": stream}).one_or_none()
        return (0, bytes(32)) if row is None else (row.number, row.digest)

    def counts(self) -> tuple[int, int]:
        """Return how many commits and how many entities there are."""
        with self._engines.reading() as connection:
            return (
                commit_tables.count(connection),
                connection.execute(select(func.count()).select_from(schema.entities)).scalar_one(),
            )
