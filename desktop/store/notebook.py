# SPDX-License-Identifier: MIT
"""The open notebook: one writing connection, readers per thread, a save as one durable transaction."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.store import commit_rows
from desktop.store.audit import AuditChain, AuditRow, Event
from desktop.store.changes import Change, WriterIdentity, draft
from desktop.store.commit_rows import just_written
from desktop.store.errors import EntityUnknown, NotebookClosed
from desktop.store.heir import Heir, drop_heir, keep_heir, read_heir
from desktop.store.intake import Intake
from desktop.store.late_rows import add_late_rows
from desktop.store.meta import Meta
from desktop.store.migrations import keep_nothing, migrate
from desktop.store.names import Names
from desktop.store.own_chains import START, ChainEnd, check_commits, check_fold, check_log, check_pages
from desktop.store.parked import take_up_parked
from desktop.store.reads import NotebookReads
from desktop.store.resigning import go_on_as_heir
from desktop.store.shelf import Shelf
from desktop.store.sqlcipher import WIDE_CACHE_KIB, Connection, connect, refuse_plaintext, transaction
from desktop.store.tidying import TEXTS, LogAge, bring_in_log, merge_some
from desktop.store.turns import Turns
from sync.failpoints import FailPoint, reached
from sync.log.commit import CommitId, first_prev, write_commit
from sync.records.codes import CodeLists
from sync.records.ids import EntityId, HubId, StreamId, audit_stream

APP: Final = "kenttakirja/1"
"""What our commits say wrote them."""
_AUDIT_KIND: Final = "audit"


def open_notebook(
    path: Path,
    database_key: bytes,
    *,
    audit_key: bytes,
    index_key: bytes,
    me: WriterIdentity,
    hub: HubId,
    create: bool = False,
    codes: CodeLists | None = None,
    allow_temporary: bool = False,
    keep: Callable[[Connection], object] = keep_nothing,
) -> "NotebookStore":
    """Open the notebook at ``path``, or make it with ``create``; brings an older schema forward.

    ``keep`` gets the connection before that, to make a backup.
    ``audit_key`` chains the audit, ``index_key`` blinds identity codes (32 bytes each, from the vault).
    With the key of the notebook's heir (``desktop.store.heir``) it becomes the heir's.
    Raises WrongKey, NotebookTooNew, NotebookDamaged, NotebookMissing, DiskFull, and StoreMisuse when
    the notebook is another writer's or another hub's.
    """
    connection = connect(path, database_key, create=create)
    try:
        migrate(
            connection,
            path,
            keep=keep,
            late=lambda found: add_late_rows(connection, Names(connection), index_key, found=found),
        )
        refuse_plaintext(path)
        meta = Meta(connection)
        me = go_on_as_heir(connection, Names(connection), index_key, meta, me=me, hub=hub)
        meta.claim(hub=hub, me=me)
        take_up_parked(connection, Names(connection), index_key)
    except BaseException:
        connection.close()
        raise
    return NotebookStore(
        path, database_key, connection, meta,
        audit_key=audit_key, index_key=index_key, me=me, hub=hub, codes=codes, allow_temporary=allow_temporary,
    )  # fmt: skip


class NotebookStore:
    """One person's notebook while it is open.

    Every method may be called from any thread; writing ones wait for each other. ``reads`` gives each
    thread a read-only connection of its own, so a list never waits for a save.
    """

    def __init__(
        self, path: Path, database_key: bytes, connection: Connection, meta: Meta, *,
        audit_key: bytes, index_key: bytes, me: WriterIdentity, hub: HubId,
        codes: CodeLists | None, allow_temporary: bool,
    ) -> None:  # fmt: skip
        self.path = path
        self.me = me
        self.hub = hub
        self._key = database_key
        self._connection = connection
        self._meta = meta
        self.index_key = index_key
        self._codes = codes
        self._allow_temporary = allow_temporary
        self._lock = self.turns = Turns()
        self._log_age = LogAge()
        self.names = Names(connection)
        self._audit_key = audit_key
        self._audit = AuditChain(connection, audit_key)
        self._local = threading.local()
        self._readers: list[NotebookReads] = []
        self._closed = False
        self._last_time = self._newest_own_time()
        self.shelf = Shelf(self.writing)

    # --- saving ---

    def save(self, stream: StreamId, changes: Sequence[Change], *, time_ms: int) -> CommitId:
        """Save one commit; it is durable when this returns. See ``save_all``."""
        return self.save_all([(stream, changes)], time_ms=time_ms)[0]

    def save_all(
        self,
        saves: Sequence[tuple[StreamId, Sequence[Change]]],
        *,
        time_ms: int,
        event: Event | None = None,
        told: Sequence[Event] = (),
    ) -> tuple[CommitId, ...]:
        """Save one commit a stream, all in one transaction with their audit event.

        ``time_ms`` is the laptop's clock; a commit's time never falls below this writer's last.
        ``event`` is added to the audit's account of the save (an opening's reason, say); ``told`` are events of
        their own, recorded with it or not at all: nothing is disclosed that the audit does not hold.
        Raises FieldRefused, DiskFull, NotebookDamaged, Malformed and LimitExceeded; nothing is saved then.
        """
        with self.writing() as connection:
            ids = []
            time = max(time_ms, self._last_time)
            for stream, changes in saves:
                ids.append(self._commit(connection, stream, changes, time))
            self._audit.append(_save_event(saves, ids, event), time_ms=time)
            for one in told:
                self._record(connection, one, time)
            reached(FailPoint.LAPTOP_SAVE_BEFORE_COMMIT)
        reached(FailPoint.LAPTOP_SAVE_AFTER_COMMIT)
        self._last_time = time
        return tuple(ids)

    def record(self, event: Event, *, time_ms: int) -> AuditRow:
        """Add an event to the audit: in the chain, and as a commit of ``audit/<laptop>`` to be sent."""
        with self.writing() as connection:
            time = max(time_ms, self._last_time)
            row = self._record(connection, event, time)
        self._last_time = time
        return row

    def _record(self, connection: Connection, event: Event, time: int) -> AuditRow:
        _, previous = self._audit.end()
        row = self._audit.append(event, time_ms=time)
        change = Change(
            kind=_AUDIT_KIND,
            entity=_audit_entity(row),
            fields={"event": event, "previous": previous, "seq": row.seq},
        )
        self._commit(connection, audit_stream(self.me.laptop), [change], time)
        return row

    def _commit(
        self, connection: Connection, stream: StreamId, changes: Sequence[Change], time: int
    ) -> CommitId:
        key = self.names.stream(stream)
        writer = self.names.writer(self.me.writer)
        intake = Intake(connection, self.names, self.index_key, key, me=self.me.writer)
        if any(intake.is_away(change.entity) for change in changes):
            raise EntityUnknown
        drafts = [
            draft(
                change, intake.state(change.entity), own=self.me.writer, codes=self._codes,
                allow_temporary=self._allow_temporary,
            )
            for change in changes
        ]  # fmt: skip
        head = commit_rows.tip(connection, key, writer)
        n, prev = (
            (head[0] + 1, head[1])
            if head is not None
            else (1, first_prev(self.hub, stream, self.me.key.public))
        )
        commit = write_commit(
            drafts, key=self.me.key, hub=self.hub, stream=stream, n=n, prev=prev, time_ms=time, app=APP
        )
        one = just_written(commit)
        intake.take_own(one)
        intake.finish()
        return one.id

    # --- reading ---

    def reads(self) -> NotebookReads:
        """Return this thread's reader, opening its connection at first; raises NotebookClosed."""
        found: NotebookReads | None = getattr(self._local, "reads", None)
        if found is None:
            connection = connect(self.path, self._key, read_only=True)
            found = NotebookReads(connection, me=self.me, index_key=self.index_key)
            with self._lock:
                if self._closed:
                    found.end()
                    raise NotebookClosed
                self._readers.append(found)
            self._local.reads = found
        return found

    def widen(self) -> None:
        """Give this thread's reader the large page cache; for the one thread that searches and lists."""
        self.reads().connection.execute(f"PRAGMA cache_size = -{WIDE_CACHE_KIB}")

    def audit_rows(self, *, newest: int = 200) -> tuple[AuditRow, ...]:
        """Return the newest audit events, the newest first."""
        with self._lock:
            return tuple(self._audit.rows(newest=newest))

    # --- the notebook itself ---

    @property
    def generation(self) -> int:
        """The key file's generation as this database has last seen it; 0 before the first."""
        return self.number("generation")

    @generation.setter
    def generation(self, generation: int) -> None:
        self.set_number("generation", generation)

    def verify(self) -> None:
        """Hold the own commit chains and the access log against themselves; raises NotebookDamaged.

        An older copy of a page put back is not noticed by the page's own code, but breaks a chain.
        """
        with self._lock:
            check_log(self._connection, self._audit_key)
            check_commits(self._connection, self.me.writer)

    def check_log(self, after: ChainEnd = START) -> ChainEnd:
        """Check the access log above ``after``, over this thread's reader: no save waits. Raises NotebookDamaged."""
        return check_log(self.reads().connection, self._audit_key, after)

    def check_commits(self) -> int:
        """Check the own commits, over this thread's reader; raises NotebookDamaged."""
        return check_commits(self.reads().connection, self.me.writer)

    def check_fold(self) -> int:
        """Check every stream's digest, over this thread's reader; raises NotebookDamaged."""
        return check_fold(self.reads().connection)

    def check_pages(self) -> None:
        """Read every page of the file and check its code, over this thread's reader; raises NotebookDamaged."""
        check_pages(self.reads().connection)

    def tidy(self) -> None:
        """Merge the search indexes and bring the write-ahead log into the file: when nobody works, in short turns."""
        self.merge_indexes()
        bring_in_log(self.path, self._key)
        with self._lock:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def merge_indexes(self) -> None:
        """Merge the search indexes, in short turns."""
        for index in TEXTS:
            while True:
                with self.writing() as connection:
                    goes_on = merge_some(connection, index)
                if not goes_on:
                    break
                self.make_way()

    def make_way(self) -> None:
        """Between two transactions of something long: who waits goes first, and the log is kept short.

        A log that grows long is brought into the file within whatever commit comes next, and a save would wait for it.
        """
        self.turns.give_way()
        if self._log_age.is_over():
            bring_in_log(self.path, self._key)

    def close(self) -> None:
        """Close every connection. What is asked just now raises Interrupted, everything later NotebookClosed."""
        with self._lock:
            self._closed = True
            for reader in self._readers:
                reader.end()
            self._readers.clear()
            self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction on the writing connection; undone on any exception."""
        with self._lock:
            if self._closed:
                raise NotebookClosed
            try:
                with transaction(self._connection):
                    yield self._connection
            except BaseException:
                self.names.forget()
                raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The writing connection for a question that must see what was written last."""
        with self._lock:
            if self._closed:
                raise NotebookClosed
            yield self._connection

    @property
    def heir(self) -> Heir | None:
        """The writer that this notebook is to go on as, or has just become; ``None`` mostly."""
        with self._lock:
            return read_heir(self._meta)

    def set_heir(self, heir: Heir | None) -> None:
        """Keep it, or forget it (``None``); raises DiskFull."""
        with self.writing():
            if heir is None:
                drop_heir(self._meta)
            else:
                keep_heir(self._meta, heir)

    def number(self, name: str) -> int:
        """Return one of the notebook's own numbers, 0 before it was set."""
        with self._lock:
            return self._meta.number(name)

    def set_number(self, name: str, number: int) -> None:
        """Set one of the notebook's own numbers."""
        with self.writing():
            self._meta.set(name, number)

    def intake(self, connection: Connection, stream: StreamId) -> tuple[Intake, Names]:
        """Return the intake of a stream for a transaction of ``writing``."""
        key = self.names.stream(stream)
        return Intake(connection, self.names, self.index_key, key, me=self.me.writer), self.names

    def _newest_own_time(self) -> int:
        writer = self.names.known_writer(self.me.writer)
        if writer is None:
            return 0
        heads = (
            commit_rows.tip(self._connection, key, writer)
            for (key,) in self._connection.execute("SELECT key FROM streams").fetchall()
        )
        return max((head[2] for head in heads if head is not None), default=0)


def _save_event(
    saves: Sequence[tuple[StreamId, Sequence[Change]]], ids: Sequence[CommitId], event: Event | None
) -> Event:
    return {
        "operation": "SAVE",
        "commits": [[stream, one.n, one.mark] for (stream, _), one in zip(saves, ids, strict=True)],
        "targets": [
            [change.kind, change.entity, sorted(change.fields)] for _, changes in saves for change in changes
        ],
        **(event or {}),
    }


def _audit_entity(row: AuditRow) -> EntityId:
    """An id made of the event's hash, which nobody else can have: UUIDv8 with the time first."""
    raw = bytearray(row.time.to_bytes(6, "big") + row.hash[:10])
    raw[6] = 0x80 | (raw[6] & 0x0F)
    raw[8] = 0x80 | (raw[8] & 0x3F)
    return EntityId(bytes(raw))
