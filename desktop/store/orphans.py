# SPDX-License-Identifier: MIT
"""Colleagues' saves that a restored hub lost and nobody can bring in their chain: its beginning is here without words.

The hub says them itself and names their ids as ``origin``. From then on they are out of the fold, and they go when
what the hub said is here: until then they are the only copy should it be lost again.
"""

from collections.abc import Iterable, Mapping

from desktop.store.commit_rows import readable_bodies, unpack_bodies
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.segments import UnsentRun
from desktop.store.sqlcipher import Connection
from sync.log.commit import MARK_BYTES, Body
from sync.records.ids import EntityId, StreamId, WriterId

_KEPT_BACK = "number IS NULL AND sent = 1"


def orphan_run(
    connection: Connection, names: Names, me: WriterId, offered: Mapping[tuple[StreamId, WriterId], int]
) -> UnsentRun | None:
    """Return where the next run of orphans begins, those left out that were ``offered``: a chain's last n each."""
    rows = connection.execute(
        f"SELECT stream, writer, n, standing, bodies FROM commits WHERE {_KEPT_BACK}"  # noqa: S608 - our words
        " ORDER BY stream, writer, n"
    )
    for stream, writer, n, standing, column in rows:
        chain = (names.stream_name(stream), names.writer_id(writer))
        said = standing == Standing.QUARANTINED or not any(unpack_bodies(column))
        if chain[1] != me and not said and n > offered.get(chain, 0):
            return UnsentRun(stream, writer, n)
    return None


def let_go(connection: Connection, stream: int, writer: int, ns: Iterable[int]) -> set[EntityId]:
    """Take orphans out of the notebook; return their entities, which the caller folds again."""
    entities: set[EntityId] = set()
    for n in ns:
        place = (stream, writer, n)
        found = connection.execute(
            f"SELECT bodies FROM commits WHERE stream = ? AND writer = ? AND n = ? AND {_KEPT_BACK}",  # noqa: S608 - our words
            place,
        ).fetchone()
        if found is None:
            continue
        entities |= {body.entity for body in readable_bodies(found[0])}
        for table in ("commits", "commit_entities", "saves"):
            connection.execute(f"DELETE FROM {table} WHERE stream = ? AND writer = ? AND n = ?", place)  # noqa: S608 - our words
    return entities


def forget_said(
    connection: Connection, names: Names, stream: int, commits: Iterable[Iterable[Body | None]]
) -> tuple[set[WriterId], set[EntityId]]:
    """Take out the orphans that have come as the hub's own words; return their writers and entities.

    What is left of their chain without any words goes with them: nobody waits for it any more.
    """
    writers: set[WriterId] = set()
    entities: set[EntityId] = set()
    for origin in {body.origin for its in commits for body in its if body is not None and body.origin}:
        writer = names.known_writer(origin.writer)
        found = connection.execute(
            "SELECT 1 FROM commits WHERE stream = ? AND writer = ? AND n = ? AND substr(hash, 1, ?) = ?"  # noqa: S608 - our words
            f" AND {_KEPT_BACK}",
            (stream, writer, origin.n, MARK_BYTES, origin.mark),
        ).fetchone()
        if writer is None or found is None:
            continue
        entities |= let_go(connection, stream, writer, [origin.n])
        rows = connection.execute(
            f"SELECT n, bodies FROM commits WHERE stream = ? AND writer = ? AND {_KEPT_BACK}",  # noqa: S608 - our words
            (stream, writer),
        ).fetchall()
        let_go(connection, stream, writer, [n for n, column in rows if not any(unpack_bodies(column))])
        writers.add(origin.writer)
    return writers, entities
