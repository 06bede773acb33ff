# SPDX-License-Identifier: MIT
"""People who went and came back while a snapshot took this notebook past both: what was said before they went goes.

The hub let go of it with the person and carried its values back under new ids. So the snapshot's state does not have
it, though its number is below the snapshot's, and folded onto that state it would stand twice.
"""

from collections.abc import Collection, Iterator

from desktop.store.commit_rows import KnownCommits, pack_bodies, unpack_bodies
from desktop.store.entity_writes import base_of
from desktop.store.flags import Standing
from desktop.store.folding import Folding
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.commit import MARK_BYTES, CommitId, read_body
from sync.log.errors import LogError
from sync.log.fold import Write, apply
from sync.log.state import EntityState
from sync.records.ids import EntityId

_OUT = (int(Standing.QUARANTINED), int(Standing.REFUSED))


def let_go_of_what_was_carried(
    connection: Connection,
    names: Names,
    index_key: bytes,
    stream: int,
    *,
    number: int,
    parked: Collection[CommitId],
) -> None:
    """Take out what a snapshot at this number covers and does not have of people who came back.

    Within the caller's transaction. ``parked`` are those that the hub could not read: no state has them, and they stay.
    """
    known = KnownCommits(connection, names, stream)
    again: set[EntityId] = set()
    for entity in _of_who_came(connection, stream):
        base = base_of(connection, stream, entity)
        if base is None:
            continue
        rows = connection.execute(
            "SELECT c.writer, c.n, c.hash, c.bodies FROM commit_entities AS e JOIN commits AS c"
            " ON c.stream = e.stream AND c.writer = e.writer AND c.n = e.n"
            " WHERE e.entity = ? AND e.stream = ? AND c.number <= ? AND c.standing NOT IN (?, ?)",
            (entity, stream, number, *_OUT),
        ).fetchall()
        for writer, n, digest, column in rows:
            one = CommitId(names.writer_id(writer), n, bytes(digest[:MARK_BYTES]))
            bodies = unpack_bodies(column)
            left = tuple(None if _adds(raw, base, one, known) else raw for raw in bodies)
            if one in parked or left == bodies:
                continue
            place = (stream, writer, n)
            connection.execute(
                "UPDATE commits SET bodies = ? WHERE stream = ? AND writer = ? AND n = ?",
                (pack_bodies(left), *place),
            )
            connection.execute(
                "DELETE FROM commit_entities WHERE entity = ? AND stream = ? AND writer = ? AND n = ?",
                (entity, *place),
            )
            again.add(entity)
    if again:
        folding = Folding(connection, names, index_key, stream)
        folding.refold(sorted(again))
        folding.write()


def _of_who_came(connection: Connection, stream: int) -> Iterator[EntityId]:
    rows = connection.execute(
        "SELECT DISTINCT e.entity FROM entities AS a JOIN entities AS e"
        " ON e.subject = a.subject AND e.stream = a.stream"
        " WHERE a.kind = 'adopt' AND a.stream = ?",
        (stream,),
    ).fetchall()
    for (entity,) in rows:
        yield EntityId(entity)


def _adds(raw: bytes | None, base: EntityState, one: CommitId, known: KnownCommits) -> bool:
    """Whether a body says something of the base's entity that the base does not know of."""
    if raw is None:
        return False
    try:
        body = read_body(raw)
    except LogError:
        return False
    return body.entity == base.entity and apply(base, Write(one, body), known) != base
