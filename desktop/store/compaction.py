# SPDX-License-Identifier: MIT
"""Commits that are old enough become what they fold to, so that a notebook does not grow for ever.

Only what the hub has numbered goes, writer by writer from the first on: marks stay in ``known_runs``, states in
``bases``, as if a snapshot had brought them. The history of a card then begins later; the rest of it is at the hub.
What is unsent, held back or in conflict stays, and so does each writer's newest commit and the access log.
"""

from collections.abc import Callable
from typing import Final

from desktop.store.commit_rows import KnownCommits, readable_bodies
from desktop.store.entity_writes import base_of
from desktop.store.errors import Interrupted, NotebookClosed
from desktop.store.flags import Mark, Standing
from desktop.store.names import Names
from desktop.store.notebook import NotebookStore
from desktop.store.sqlcipher import Connection
from sync.failpoints import FailPoint, reached
from sync.log.codec import decode_value
from sync.log.commit import MARK_BYTES, Body, CommitId
from sync.log.erasure import is_erased, restated
from sync.log.fold import Write, apply
from sync.log.state import EntityState, encode_state
from sync.records.ids import EntityId
from sync.records.kinds import kind

HISTORY_DAYS: Final = 400
"""How long the saves of a card are kept on a laptop one by one."""
BATCH: Final = 100
"""Commits in one transaction: a save waits no longer than for a pull."""
_DAY_MS: Final = 86_400_000
_GOES: Final = (int(Standing.FOLDED), int(Standing.HUB_PARKED), int(Standing.STRIPPED))
_SNAPSHOT, _BASE = int(Mark.FROM_SNAPSHOT), int(Mark.HAS_BASE)
_CHAINS: Final = """SELECT stream, writer, first, last FROM (
    SELECT s.key AS stream, w.key AS writer,
        (SELECT n FROM commits WHERE stream = s.key AND writer = w.key ORDER BY n LIMIT 1) AS first,
        (SELECT n FROM commits WHERE stream = s.key AND writer = w.key ORDER BY n DESC LIMIT 1) AS last
    FROM streams AS s CROSS JOIN writers AS w WHERE s.name NOT LIKE 'audit/%' AND s.number > 0) AS c
    WHERE first < last
        AND (SELECT time FROM commits AS o WHERE o.stream = c.stream AND o.writer = c.writer AND o.n = c.first) < ?"""
"""Each writer's commits in each stream: the first is the oldest, and where it is not old enough nothing goes."""
_STAYS: Final = int(Mark.SEVERAL | Mark.WAITING | Mark.TO_COME)


class Compaction:
    """One notebook's. ``clock`` gives the laptop's milliseconds since 1970."""

    def __init__(self, store: NotebookStore, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock

    def run(self) -> None:
        """Compact batch by batch until nothing is old enough, or the notebook is closed."""
        try:
            # By the hub's time: a clock that is years ahead makes nothing old.
            with self._store.writing():
                now = self._clock() + self._store.number("clock_offset")
            while compact(self._store, before=now - HISTORY_DAYS * _DAY_MS):
                self._store.make_way()
        except (Interrupted, NotebookClosed):
            return  # locked meanwhile: it goes on the next time


def compact(store: NotebookStore, *, before: int, most: int = BATCH) -> int:
    """Let at most ``most`` commits of one writer become what they fold to; return how many: 0 when none is left.

    ``before`` is in milliseconds since 1970, held against the time that a commit's author gave it.
    """
    reached(FailPoint.LAPTOP_COMPACT_BETWEEN_BATCHES)
    with store.writing() as connection:
        chains = connection.execute(_CHAINS, (before,)).fetchall()
        for stream, writer, first, last in chains:
            chain = _Chain(connection, store.names, stream, writer)
            through = chain.through(first, min(last - 1, first + most - 1), before)
            if through >= first:
                chain.let_go(first, through)
                reached(FailPoint.LAPTOP_COMPACT_BEFORE_COMMIT)
                return int(through - first + 1)
    return 0


class _Chain:
    """One writer's commits in one stream, within the caller's transaction."""

    def __init__(self, connection: Connection, names: Names, stream: int, writer: int) -> None:
        self._connection = connection
        self._names = names
        self._stream = stream
        self._writer = writer

    def through(self, first: int, last: int, before: int) -> int:
        """Return the last n from ``first`` on without a gap that may go; less than ``first`` where none may."""
        rows = self._connection.execute(
            "SELECT n, time, number, sent, standing FROM commits WHERE stream = ? AND writer = ?"
            " AND n BETWEEN ? AND ? ORDER BY n",
            (self._stream, self._writer, first, last),
        ).fetchall()
        held = {
            n
            for (n,) in self._connection.execute(
                "SELECT l.n FROM commit_entities AS l JOIN entities AS e ON e.entity = l.entity AND e.stream = l.stream"
                " WHERE l.stream = ? AND l.writer = ? AND l.n BETWEEN ? AND ? AND e.flags & ?",
                (self._stream, self._writer, first, last, _STAYS),
            ).fetchall()
        }
        through = first - 1
        for n, time, number, sent, standing in rows:
            old = n == through + 1 and time < before
            if not (old and number is not None and sent and standing in _GOES) or n in held:
                break
            through = n
        return through

    def let_go(self, first: int, last: int) -> None:
        """Keep what these commits fold to and their marks; their bytes go."""
        run = self._connection.execute
        place = (self._stream, self._writer, first, last)
        these = "stream = ? AND writer = ? AND n BETWEEN ? AND ?"
        rows = run(f"SELECT n, hash, bodies FROM commits WHERE {these} ORDER BY n", place).fetchall()  # noqa: S608
        links = run(f"SELECT DISTINCT entity FROM commit_entities WHERE {these}", place).fetchall()  # noqa: S608
        writer = self._names.writer_id(self._writer)
        writes: dict[EntityId, list[Write]] = {EntityId(entity): [] for (entity,) in links}
        marks = {bytes(mark) for (mark,) in run("SELECT mark FROM erased").fetchall()}
        for n, digest, column in rows:
            for body in readable_bodies(column):
                if body.entity in writes and _counts(body, marks):
                    writes[body.entity].append(Write(CommitId(writer, n, bytes(digest[:MARK_BYTES])), body))
        bases = {entity: self._base(entity, its) for entity, its in writes.items()}
        for table in ("commits", "commit_entities", "saves"):
            run(f"DELETE FROM {table} WHERE {these}", place)  # noqa: S608 - our names
        run(
            "INSERT OR REPLACE INTO known_runs VALUES (?,?,?,?)",
            (self._stream, self._writer, first, b"".join(bytes(row[1][:MARK_BYTES]) for row in rows)),
        )
        for entity, state in bases.items():
            self._keep(entity, state)

    def _base(self, entity: EntityId, writes: list[Write]) -> EntityState | None:
        """Return what these writes, the base before them, and what was restated of them fold to."""
        known = KnownCommits(self._connection, self._names, self._stream)
        state = base_of(self._connection, self._stream, entity)
        told = self._connection.execute(
            "SELECT value FROM restated WHERE entity = ? AND stream = ? AND writer = ?",
            (entity, self._stream, self._writer),
        ).fetchall()
        for write in [*(restated(decode_value(raw)) for (raw,) in told), *writes]:
            state = apply(state, write, known)
        return state

    def _keep(self, entity: EntityId, state: EntityState | None) -> None:
        """Keep a base, or where nothing is left to fold onto it, the state itself as a snapshot would bring it."""
        run = self._connection.execute
        left = run(
            "SELECT 1 FROM commit_entities WHERE entity = ? AND stream = ? LIMIT 1", (entity, self._stream)
        ).fetchone()
        mark = _SNAPSHOT if left is None else _BASE
        if left is None:
            run("DELETE FROM bases WHERE entity = ? AND stream = ?", (entity, self._stream))
        elif state is not None:
            run("INSERT OR REPLACE INTO bases VALUES (?,?,?)", (entity, self._stream, encode_state(state)))
        run(
            "UPDATE entities SET flags = (flags & ~?) | ? WHERE entity = ? AND stream = ?",
            (_SNAPSHOT | _BASE, mark, entity, self._stream),
        )


def _counts(body: Body, marks: set[bytes]) -> bool:
    return kind(body.kind) is not None and not is_erased(
        entity=body.entity, subject=body.subject, marks=marks
    )
