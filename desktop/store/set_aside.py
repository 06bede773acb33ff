# SPDX-License-Identifier: MIT
"""What gave way to the hub: a colleague's unsent commits that do not go on from what the hub has of them.

A colleague's outbox may come from a notebook that existed twice. Where the hub has another commit for a dot,
the hub's stands; the copy that was here leaves the fold and the queue, is kept, and is listed.
"""

from collections.abc import Iterable

from desktop.store.commit_rows import pack_bodies, readable_bodies, unpack_bodies
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.commit import MARK_BYTES, Body, read_body
from sync.log.erasure import is_erased
from sync.log.errors import LogError
from sync.records.ids import EntityId

_RUN = "stream = ? AND writer = ? AND n >= ? AND number IS NULL"


def set_aside_from(connection: Connection, stream: int, writer: int, first: int) -> set[EntityId]:
    """Move the writer's commits from ``first`` on that the hub has not numbered; return their entities.

    The caller folds those entities again.
    """
    run = (stream, writer, first)
    rows = connection.execute(f"SELECT n, bodies FROM commits WHERE {_RUN}", run).fetchall()  # noqa: S608 - our words
    connection.execute(
        "INSERT OR IGNORE INTO set_aside"  # noqa: S608 - our words
        f" SELECT stream, writer, n, hash, time, header, signature, bodies FROM commits WHERE {_RUN}",
        run,
    )
    connection.execute(f"DELETE FROM commits WHERE {_RUN}", run)  # noqa: S608 - our words
    places = [(stream, writer, n) for n, _ in rows]
    connection.executemany("DELETE FROM commit_entities WHERE stream = ? AND writer = ? AND n = ?", places)
    connection.executemany("DELETE FROM saves WHERE stream = ? AND writer = ? AND n = ?", places)
    return {body.entity for _, bodies in rows for body in readable_bodies(bodies)}


def forget_carried(
    connection: Connection, names: Names, stream: int, commits: Iterable[Iterable[Body | None]]
) -> None:
    """Drop what was set aside and has come again, signed by another writer: it counts as that."""
    for bodies in commits:
        for body in bodies:
            if body is not None and body.origin is not None:
                connection.execute(
                    "DELETE FROM set_aside WHERE stream = ? AND writer = ? AND n = ? AND substr(hash, 1, ?) = ?",
                    (
                        stream, names.known_writer(body.origin.writer), body.origin.n, MARK_BYTES,
                        body.origin.mark,
                    ),
                )  # fmt: skip


def strip_set_aside(connection: Connection, marks: set[bytes]) -> None:
    """Take the bodies about erased subjects out of what is set aside, whatever its stream."""
    rows = connection.execute("SELECT stream, writer, n, hash, bodies FROM set_aside").fetchall()
    for *place, column in rows:
        bodies = unpack_bodies(column)
        left = tuple(None if raw is None or _erased(raw, marks) else raw for raw in bodies)
        if left != bodies:
            connection.execute(
                "UPDATE set_aside SET bodies = ? WHERE stream = ? AND writer = ? AND n = ? AND hash = ?",
                (pack_bodies(left), *place),
            )


def _erased(raw: bytes, marks: set[bytes]) -> bool:
    try:
        body = read_body(raw)
    except LogError:
        return False
    return is_erased(entity=body.entity, subject=body.subject, marks=marks)
