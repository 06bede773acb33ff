# SPDX-License-Identifier: MIT
"""The store as the sync engine sees it: fits ``sync.protocol.journal.Journal``."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from desktop.store import commit_rows
from desktop.store.arrivals import Arrivals
from desktop.store.audit import Event
from desktop.store.backup_copy import RESTORED
from desktop.store.commit_rows import arrived
from desktop.store.flags import Standing
from desktop.store.intake import Coming
from desktop.store.loading import here_after, loading_of, mark_to_come
from desktop.store.notebook import NotebookStore
from desktop.store.orphans import let_go, orphan_run
from desktop.store.purge import empty_stream
from desktop.store.rebasing import Rebasing
from desktop.store.reopening import kept_while_closed
from desktop.store.segments import read_segment, unsent_runs
from desktop.store.snapshot_load import TURN_SECONDS, PartLoad
from desktop.store.sqlcipher import Connection
from desktop.store.turns import Turn
from sync.failpoints import FailPoint, reached
from sync.log.commit import read_header
from sync.log.errors import ChainBroken, ChainForked
from sync.log.running import running_over, running_start
from sync.protocol.journal import Acknowledged, Loading, Received, RoundRecord, Run, Segment
from sync.protocol.messages import Cursor, SnapshotPart
from sync.protocol.restart import Base
from sync.records.ids import EntityId, StaffId, StreamId, WriterId, audit_stream

BATCH: Final = 100
"""Commits a transaction while somebody works: a save then waits 16 ms (design.md §2)."""
BATCH_IDLE: Final = 1000
_ROUNDS_KEPT: Final = 50
_TURNS_A_MERGE: Final = 12
"""Of a snapshot. Each adds a piece to the search indexes, and the sixteenth would merge all of them within itself."""


class StoreJournal:
    """One notebook's journal. ``batch`` may be changed between rounds: more when nobody works."""

    def __init__(self, store: NotebookStore, *, batch: int = BATCH) -> None:
        self._store = store
        self.batch = batch
        self._told_older = self._log_goes_on = False
        self._turns_taken = 0
        self._begun: set[StreamId] = set()
        """Streams of which nothing of this writer was here when their first run came."""

    def epoch(self) -> int:
        """Return the hub epoch that cursors and numbers belong to; 0 before anything was sent or fetched."""
        return self._store.number("epoch")

    def begin_epoch(self, epoch: int) -> None:
        """Remember the hub's epoch when it first takes in or tells anything."""
        self._store.set_number("epoch", epoch)

    def rebase(self, epoch: int, bases: Sequence[Base]) -> None:
        """Bring every stream into the epoch of a restored hub, each in one transaction; the epoch comes last."""
        named = {base.stream: base for base in bases}
        with self._store.reading() as connection:
            streams = connection.execute("SELECT name FROM streams ORDER BY name").fetchall()
        for (stream,) in streams:
            with self._store.writing() as connection:
                intake, names = self._store.intake(connection, stream)
                Rebasing(
                    connection, names, self._store.index_key, intake,
                    hub=self._store.hub, epoch=epoch, me=self._store.me.writer,
                ).move(stream, named.get(stream))  # fmt: skip
                reached(FailPoint.LAPTOP_REBASE_BEFORE_COMMIT)
            reached(FailPoint.LAPTOP_REBASE_BETWEEN_STREAMS)
        reached(FailPoint.LAPTOP_REBASE_BEFORE_EPOCH)
        self._store.set_number("epoch", epoch)

    def clock_offset(self) -> int:
        """Return hub time minus laptop time in milliseconds, as last observed."""
        return self._store.number("clock_offset")

    def set_clock_offset(self, offset: int) -> None:
        """Remember hub time minus laptop time."""
        self._store.set_number("clock_offset", offset)

    def cursors(self) -> Sequence[Cursor]:
        """Return how far every stream is pulled and applied.

        A team's stream into which this notebook has only sent is named with number 0: should it be closed to its
        owner by now, the hub says so and it is purged like any other.
        """
        with self._store.reading() as connection:
            rows = connection.execute(
                "SELECT name, number, hash FROM streams WHERE number > 0 OR (name GLOB 'team/*' AND EXISTS ("
                "SELECT 1 FROM commits WHERE stream = streams.key AND sent = 1)) ORDER BY name"
            ).fetchall()
        return [Cursor(StreamId(name), number, digest) for name, number, digest in rows]

    def own_counts(self) -> Sequence[tuple[StreamId, int]]:
        """Return, per stream, how many of my own commits are here or covered by a snapshot.

        None of a stream that was purged and has not come back whole: the hub sends the own commits again as well.
        """
        with self._store.reading() as connection:
            writer = self._store.names.known_writer(self._store.me.writer)
            if writer is None:
                return []
            streams = connection.execute("SELECT key, name FROM streams ORDER BY name").fetchall()
            tips = [
                (name, commit_rows.tip(connection, key, writer))
                for key, name in streams
                if not commit_rows.only_end_known(connection, key, writer)
            ]
        return [(StreamId(name), tip[0]) for name, tip in tips if tip is not None]

    def unsent_count(self) -> int:
        """Return the number of saves (audit commits not counted) that the hub has not acknowledged."""
        return self._store.reads().sending.unsent_count()

    def unsent(
        self, *, max_commits: int, max_bytes: int, besides: Collection[tuple[StreamId, WriterId]] = ()
    ) -> Segment | None:
        """Return the next run to push: audit streams first, then oldest, colleagues' runs last."""
        with self._store.reading() as connection:
            names = self._store.names
            for run in unsent_runs(connection, names, self._store.me.writer):
                writer = names.writer_id(run.writer)
                if (names.stream_name(run.stream), writer) not in besides:
                    return read_segment(
                        connection, names, run, max_commits=max_commits, max_bytes=max_bytes,
                        whole=writer != self._store.me.writer,
                    )  # fmt: skip
        return None

    def orphans(
        self, offered: Mapping[tuple[StreamId, WriterId], int], *, max_commits: int, max_bytes: int
    ) -> Segment | None:
        """Return the next run of colleagues' commits that a restored hub lost and that cannot be pushed."""
        with self._store.reading() as connection:
            names = self._store.names
            run = orphan_run(connection, names, self._store.me.writer, offered)
            if run is None:
                return None
            return read_segment(connection, names, run, max_commits=max_commits, max_bytes=max_bytes)

    def said_for_them(
        self, stream: StreamId, writer: WriterId, *, carried: Collection[int], elsewhere: Collection[int]
    ) -> None:
        """Take what the hub has said itself out of the fold; what is said elsewhere is not kept here."""
        with self._store.writing() as connection:
            intake, names = self._store.intake(connection, stream)
            key = names.writer(writer)
            for n in carried:
                intake.stand(key, n, Standing.QUARANTINED)
            intake.refold(let_go(connection, names.stream(stream), key, elsewhere))
            intake.finish()

    def acknowledge(self, answer: Acknowledged) -> None:
        """Remember receipt, numbers, parked and quarantined of a run; what was quarantined leaves the fold."""
        with self._store.writing() as connection:
            intake, names = self._store.intake(connection, answer.stream)
            stream, writer = names.stream(answer.stream), names.writer(answer.writer)
            intake.number((writer, n, number) for n, number in answer.numbers.items())
            connection.execute(
                # By the key, as SQLite would choose, it walks everything this writer ever wrote, each round.
                "UPDATE commits INDEXED BY commits_open SET sent = 1"
                " WHERE stream = ? AND writer = ? AND n <= ? AND sent = 0",
                (stream, writer, answer.through),
            )
            for n in answer.parked:
                intake.stand(writer, n, Standing.HUB_PARKED)
            for n in answer.quarantined:
                intake.stand(writer, n, Standing.QUARANTINED)
            connection.execute(
                "INSERT OR REPLACE INTO receipts VALUES (?,?,?,?,?)",
                (stream, writer, answer.through, answer.receipt, answer.receipt_signature),
            )
            intake.finish()
        if answer.stream == audit_stream(self._store.me.laptop) and answer.writer == self._store.me.writer:
            self._log_goes_on = True

    def apply(self, run: Run) -> int:
        """Fold a run, index it and move the cursor; return how many commits were new.

        Each ``batch`` of commits is one transaction with the cursor that belongs to it, so a run that is
        cut short goes on where it was. Raises ChainForked when the hub has another commit for a dot of
        ours: this notebook exists twice. A colleague's unsent run that the hub contradicts is set aside.
        Raises ChainBroken when a writer's commit does not go on from the one that is held or that a snapshot
        told of: something between two answers was left out.
        """
        new = 0
        older = self._is_older(run)
        running = run.start or self._running(run.stream)
        batches = [run.received[at : at + self.batch] for at in range(0, len(run.received), self.batch)]
        for at, received in enumerate(batches or [()]):
            reached(FailPoint.LAPTOP_PULL_BETWEEN_BATCHES if at else FailPoint.LAPTOP_PULL_BEFORE_APPLY)
            self._store.make_way()
            coming = [
                Coming(arrived(one.commit), one.number, sent=True)
                for one in received
                if one.commit is not None
            ]
            running = running_over(
                running, [one.own_hash if one.commit is None else one.commit.hash for one in received]
            )
            last = at + 1 >= len(batches)
            cursor = run.cursor if last else Cursor(run.stream, received[-1].number, running)
            new += self._apply_batch(run, received, coming, cursor)
        reached(FailPoint.LAPTOP_PULL_AFTER_APPLY)
        if older:
            self._tell_older()
        return new

    def _apply_batch(
        self, run: Run, received: Sequence[Received], coming: Sequence[Coming], cursor: Cursor
    ) -> int:
        with self._store.writing() as connection:
            intake, names = self._store.intake(connection, run.stream)
            stream = names.stream(run.stream)
            for writer, signing in run.writers.items():
                connection.execute(
                    "UPDATE writers SET signing = ? WHERE key = ?", (signing, names.writer(writer))
                )
            me = names.writer(self._store.me.writer)
            own = [(me, one.own_n, one.number) for one in received if one.commit is None]
            for one in received:
                if one.commit is None:
                    self._check_own(connection, stream, me, one)
            self._check_chains(connection, stream, coming)
            intake.refold(kept_while_closed(connection, stream))
            intake.number(own)
            new = intake.take(coming, own)
            intake.finish()
            Arrivals(connection, stream).note(received)
            connection.execute(
                "UPDATE streams SET number = ?, hash = ? WHERE key = ?", (cursor.number, cursor.hash, stream)
            )
        return new

    def _is_older(self, run: Run) -> bool:
        """Whether the hub has later commits of this writer than this notebook: it is an older copy of itself.

        A restored backup says so by itself. A stream that begins anew (purged and come back) is no sign.
        """
        me, names = self._store.me.writer, self._store.names
        with self._store.reading() as connection:
            stream, writer = names.known_stream(run.stream), names.known_writer(me)
            tip = None if stream is None or writer is None else commit_rows.tip(connection, stream, writer)
        if tip is None or self._store.number(RESTORED):
            self._begun.add(run.stream)
        if tip is None or run.stream in self._begun:
            return False
        headers = (read_header(one.commit.header) for one in run.received if one.commit is not None)
        return any(header.writer == me and header.n > tip[0] for header in headers)

    def _tell_older(self) -> None:
        """Write into the access log, once, that this is an older copy.

        Only where the log goes on or has parted already: an event of its own would part this copy's chain from the
        hub's. In a notebook that somebody has opened it always does, since the opening is an event.
        """
        if self._told_older or not (self._log_goes_on or self._log_waits()):
            return
        self._told_older = True
        # A journal has no clock: the event gets the time of the last one, which is this opening's.
        self._store.record(_older_copy(self._store.me.staff), time_ms=0)

    def _log_waits(self) -> bool:
        names, me = self._store.names, self._store.me
        with self._store.reading() as connection:
            found = connection.execute(
                "SELECT 1 FROM commits WHERE stream = ? AND writer = ? AND sent = 0 LIMIT 1",
                (names.known_stream(audit_stream(me.laptop)), names.known_writer(me.writer)),
            ).fetchone()
        return found is not None

    def _check_own(self, connection: Connection, stream: int, me: int, one: Received) -> None:
        held = connection.execute(
            "SELECT hash FROM commits WHERE stream = ? AND writer = ? AND n = ?", (stream, me, one.own_n)
        ).fetchone()
        if held is not None and one.own_hash and held[0] != one.own_hash:
            raise ChainForked(one.own_n)

    def _check_chains(self, connection: Connection, stream: int, coming: Sequence[Coming]) -> None:
        """Hold each writer's first commit against what is held; the rest of the run is chained to it."""
        checked: set[WriterId] = set()
        for one in coming:
            header = one.commit.header
            if header.writer in checked:
                continue
            checked.add(header.writer)
            place = (stream, self._store.names.writer(header.writer))
            if header.n > 1 and header.prev not in commit_rows.hashes(connection, *place, header.n - 1):
                raise ChainBroken("between answers")

    def staff(self) -> StaffId | None:
        """Return whose notebook this is."""
        return self._store.me.staff

    def snapshot_progress(self, stream: StreamId) -> Loading | None:
        """Return how far a snapshot is loaded that is not whole yet; ``None`` when there is none."""
        with self._store.reading() as connection:
            key = self._store.names.known_stream(stream)
            return None if key is None else loading_of(connection, key)

    def apply_part(self, part: SnapshotPart, cursor: Cursor | None) -> int:
        """Store one verified snapshot part and remember it as a resume point; return its entities."""
        store = self._store
        if part.part == 0:
            self._mark_to_come(part.stream)
        turn = Turn(store.turns, TURN_SECONDS)
        load = PartLoad(part, cursor, me=store.me.writer, is_over=turn.is_over)
        whole = False
        while not whole:
            store.make_way()
            with store.writing() as connection:
                turn.begin()
                whole = load.store_some(connection, store.names, store.index_key)
                reached(FailPoint.LAPTOP_PART_BEFORE_COMMIT)
            reached(FailPoint.LAPTOP_PART_BETWEEN_SLICES)
            self._turns_taken += 1
            if self._turns_taken % _TURNS_A_MERGE == 0:
                store.merge_indexes()
        return load.entities

    def _mark_to_come(self, stream: StreamId) -> None:
        """Mark what is here of a stream. It is looked for over this thread's reader: no save waits for that."""
        store = self._store
        with store.reading():
            key = store.names.known_stream(stream)
        if key is None:
            return
        looking = store.reads().connection
        after: EntityId | None = EntityId(b"")
        while after is not None:
            some, after = here_after(looking, key, after)
            store.make_way()
            with store.writing() as connection:
                mark_to_come(connection, key, some)

    def drop(self, stream: StreamId) -> None:
        """Purge a stream that is no longer mine; what is unsent in it stays to be delivered."""
        with self._store.writing() as connection:
            key = self._store.names.known_stream(stream)
            if key is not None:
                empty_stream(
                    connection, self._store.names, self._store.index_key, key, me=self._store.me.writer
                )

    def rejoin(self, stream: StreamId, writer: WriterId, expected: int) -> None:
        """Mark this writer's commits below ``expected`` sent and from it on unsent, as the hub asked."""
        with self._store.writing() as connection:
            names = self._store.names
            connection.execute(
                "UPDATE commits SET sent = n < ? WHERE stream = ? AND writer = ?",
                (expected, names.stream(stream), names.writer(writer)),
            )

    def remember_round(self, record: RoundRecord) -> None:
        """Keep one line for the Sync page; the newest fifty stay."""
        with self._store.writing() as connection:
            connection.execute(
                "INSERT INTO rounds(started, ended, outcome, sent, received, problem) VALUES (?,?,?,?,?,?)",
                (
                    record.started,
                    record.ended,
                    record.outcome.value,
                    record.sent,
                    record.received,
                    record.problem,
                ),
            )
            connection.execute(
                "DELETE FROM rounds WHERE id <= (SELECT max(id) FROM rounds) - ?", (_ROUNDS_KEPT,)
            )

    def digest(self, stream: StreamId) -> bytes | None:
        """Return the XOR digest of a stream's fold, ``None`` while something in it is not numbered yet."""
        with self._store.reading() as connection:
            found = connection.execute(
                "SELECT digest FROM streams AS s WHERE name = ? AND NOT EXISTS"
                " (SELECT 1 FROM commits AS c WHERE c.stream = s.key AND c.number IS NULL)",
                (stream,),
            ).fetchone()
        return None if found is None else bytes(found[0])

    def _running(self, stream: StreamId) -> bytes:
        with self._store.reading() as connection:
            found = connection.execute(
                "SELECT hash FROM streams WHERE name = ? AND number > 0", (stream,)
            ).fetchone()
        return bytes(found[0]) if found is not None else running_start(self._store.hub, stream, self.epoch())


def _older_copy(staff: StaffId) -> Event:
    """Return what the access log says when own commits come back that this notebook did not have."""
    return {
        "operation": "RESTORE", "status": "SUCCESS", "actor": {"role": "USER", "user_id": staff},
        "target": {"type": "notebook", "id": ""}, "reason": "older-copy",
    }  # fmt: skip
