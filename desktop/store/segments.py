# SPDX-License-Identifier: MIT
"""Runs of one writer's commits: what waits to be pushed, and what lies in the outbox for colleagues."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.store.commit_rows import unpack_bodies
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.commit import SignedCommit, read_header
from sync.protocol.journal import Segment
from sync.records.ids import CITY, WriterId

_AUDIT = "audit/"
_OUTBOX_COMMITS = 100_000
_OUTBOX_BYTES = 2**40


@dataclass(frozen=True, slots=True)
class UnsentRun:
    """Where a run begins: keys of stream and writer, and the first n."""

    stream: int
    writer: int
    first: int


def unsent_runs(connection: Connection, names: Names, me: WriterId) -> Iterator[UnsentRun]:
    """Yield what waits: the own audit first, then the own oldest, colleagues' runs last.

    Of the others' the roster's stream goes first: a restored hub learns from it who they are.
    """
    rows = connection.execute(
        "SELECT stream, writer, min(n) FROM commits WHERE sent = 0 GROUP BY stream, writer"
    ).fetchall()

    def order(run: UnsentRun) -> tuple[bool, bool, bool, int, int, int]:
        (time,) = connection.execute(
            "SELECT time FROM commits WHERE stream = ? AND writer = ? AND n = ?",
            (run.stream, run.writer, run.first),
        ).fetchone()
        name = names.stream_name(run.stream)
        others = names.writer_id(run.writer) != me
        return (
            others,
            not name.startswith(_AUDIT),
            not (others and name == CITY),
            time,
            run.stream,
            run.writer,
        )

    yield from sorted((UnsentRun(*row) for row in rows), key=order)


def read_segment(
    connection: Connection,
    names: Names,
    run: UnsentRun,
    *,
    max_commits: int,
    max_bytes: int,
    whole: bool = False,
) -> Segment:
    """Return a run's commits from its first n on, at least one, up to both limits.

    With ``whole`` it ends before a commit without its bodies: of a colleague's the hub takes no such one, and would
    refuse with it what stands before.
    """
    rows = connection.execute(
        "SELECT n, header, signature, bodies FROM commits WHERE stream = ? AND writer = ? AND n >= ?"
        " ORDER BY n LIMIT ?",
        (run.stream, run.writer, run.first, max(1, max_commits)),
    )
    commits: list[SignedCommit] = []
    size = 0
    for n, header, signature, raw in rows:
        bodies = unpack_bodies(raw)
        if commits and whole and None in bodies:
            break
        size += len(header) + sum(len(body) for body in bodies if body is not None)
        if commits and (size > max_bytes or n != run.first + len(commits)):
            break
        commits.append(SignedCommit(header, signature, bodies))
    return Segment(
        stream=names.stream_name(run.stream),
        writer=names.writer_id(run.writer),
        first=run.first,
        prev=read_header(commits[0].header).prev,
        commits=tuple(commits),
    )


def outbox_segments(
    connection: Connection, names: Names, me: WriterId, *, since_ms: int
) -> tuple[Segment, ...]:
    """Return one run a stream for the outbox: the own commits that are unsent, or not older than ``since_ms``."""
    writer = names.known_writer(me)
    streams = connection.execute("SELECT key FROM streams ORDER BY key").fetchall()
    starts = ((stream, _outbox_start(connection, stream, writer, since_ms)) for (stream,) in streams)
    return tuple(
        read_segment(
            connection, names, UnsentRun(stream, writer or 0, first),
            max_commits=_OUTBOX_COMMITS, max_bytes=_OUTBOX_BYTES,
        )
        for stream, first in starts
        if first is not None
    )  # fmt: skip


def _outbox_start(connection: Connection, stream: int, writer: int | None, since_ms: int) -> int | None:
    """Return the first n that lies in the outbox, ``None`` for none.

    A writer's times never fall, so what is new enough is the end of the chain: no more than that is read.
    """
    found = connection.execute(
        "SELECT min(n) FROM commits WHERE stream = ?1 AND writer = ?2 AND n > coalesce((SELECT n FROM commits"
        " WHERE stream = ?1 AND writer = ?2 AND time < ?3 ORDER BY n DESC LIMIT 1), 0)"
        " UNION ALL SELECT min(n) FROM commits WHERE stream = ?1 AND writer = ?2 AND sent = 0",
        (stream, writer, since_ms),
    ).fetchall()
    return min((int(n) for (n,) in found if n is not None), default=None)
