# SPDX-License-Identifier: MIT
"""A stream's snapshot, part by part: each is one transaction and a point to go on from."""

import msgspec

from desktop.store.folding import Folding
from desktop.store.moving import learn_went
from desktop.store.names import Names
from desktop.store.purge import empty_stream
from desktop.store.set_aside import set_aside_from
from desktop.store.sqlcipher import Connection
from sync.log.commit import MARK_BYTES
from sync.log.errors import ChainForked
from sync.log.snapshot import SnapshotPart as Contents
from sync.protocol.messages import Cursor, SnapshotPart
from sync.records.ids import EntityId, WriterId

_decoder = msgspec.msgpack.Decoder(Contents)


def read_contents(part: SnapshotPart) -> Contents:
    """Return what a part holds. Its signature has been verified by who fetched it."""
    return _decoder.decode(part.payload)


def load_part(
    connection: Connection,
    names: Names,
    index_key: bytes,
    part: SnapshotPart,
    contents: Contents,
    cursor: Cursor | None,
    *,
    me: WriterId,
) -> int:
    """Store one part in the caller's transaction; return how many entities it held.

    The first part empties the stream of what the hub has. Unsent commits that the snapshot covers were
    acknowledged and the answer lost: they are in it, and leave the list. A colleague's that contradict it are
    set aside. ``me`` is the notebook's own writer; raises ChainForked when its own unsent ones contradict it.
    """
    stream = names.stream(part.stream)
    if part.part == 0:
        empty_stream(connection, names, index_key, stream, keep_folded=True)
    connection.executemany(
        "INSERT OR REPLACE INTO known_runs VALUES (?,?,?,?)",
        [(stream, names.writer(run.writer), run.first, run.marks) for run in contents.marks],
    )
    covered: set[EntityId] = set()
    for entry in contents.vector:
        writer = names.writer(entry.writer)
        connection.execute(
            "INSERT OR REPLACE INTO tips VALUES (?,?,?,?)", (stream, writer, entry.n, entry.hash)
        )
        if entry.writer == me:
            _check_own(connection, (stream, writer, entry.n), entry.hash)
        elif _forked(connection, (stream, writer, entry.n), entry.hash):
            covered |= set_aside_from(connection, stream, writer, 1)
        covered |= _forget_covered(connection, stream, writer, entry.n)
    folding = Folding(connection, names, index_key, stream)
    folding.refold(sorted(covered))
    folding.adopt(contents.entities)
    folding.write()
    if cursor is None:
        connection.execute(
            "UPDATE streams SET snapshot_number = ?, snapshot_part = ? WHERE key = ?",
            (part.number, part.part + 1, stream),
        )
    else:
        connection.execute(
            "UPDATE streams SET number = ?, hash = ?, snapshot_number = 0, snapshot_part = 0 WHERE key = ?",
            (cursor.number, cursor.hash, stream),
        )
        learn_went(connection, names, index_key, stream)
    return len(contents.entities)


def _check_own(connection: Connection, place: tuple[int, int, int], told: bytes) -> None:
    """Hold own unsent commits that are covered against the last one's hash and the marks that have come."""
    if _forked(connection, place, told):
        raise ChainForked(place[2])
    rows = connection.execute(
        "SELECT c.n, c.hash, r.first, r.marks FROM commits AS c JOIN known_runs AS r"
        " ON r.stream = c.stream AND r.writer = c.writer AND r.first <= c.n"
        " WHERE c.stream = ? AND c.writer = ? AND c.n <= ?",
        place,
    ).fetchall()
    for n, digest, first, marks in rows:
        mark = marks[(n - first) * MARK_BYTES :][:MARK_BYTES]
        if mark and digest[:MARK_BYTES] != mark:
            raise ChainForked(n)


def _forked(connection: Connection, place: tuple[int, int, int], told: bytes) -> bool:
    held = connection.execute(
        "SELECT hash FROM commits WHERE stream = ? AND writer = ? AND n = ?", place
    ).fetchone()
    return held is not None and held[0] != told


def _forget_covered(connection: Connection, stream: int, writer: int, through: int) -> set[EntityId]:
    """Drop unsent commits up to ``through`` and return their entities, whose states come with the snapshot."""
    place = (stream, writer, through)
    entities = connection.execute(
        "SELECT DISTINCT entity FROM commit_entities WHERE stream = ? AND writer = ? AND n <= ?", place
    ).fetchall()
    connection.execute("DELETE FROM commit_entities WHERE stream = ? AND writer = ? AND n <= ?", place)
    connection.execute("DELETE FROM commits WHERE stream = ? AND writer = ? AND n <= ?", place)
    connection.execute("DELETE FROM saves WHERE stream = ? AND writer = ? AND n <= ?", place)
    return {EntityId(entity) for (entity,) in entities}
