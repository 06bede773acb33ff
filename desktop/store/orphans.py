# SPDX-License-Identifier: MIT
"""Colleagues' saves that a restored hub lost and nobody can bring in their chain: its beginning is here without words.

The hub says them itself and names their ids as ``origin``. From then on they are out of the fold, and they go when
what the hub said is here: until then they are the only copy should it be lost again.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from desktop.store.commit_rows import readable_bodies, unpack_bodies
from desktop.store.flags import Standing
from desktop.store.names import Names
from desktop.store.segments import UnsentRun
from desktop.store.shown_values import shown_values, value_of
from desktop.store.sqlcipher import Connection
from sync.log.commit import MARK_BYTES, Body, CommitId
from sync.log.erasure import restated
from sync.log.errors import Malformed
from sync.log.state import decode_state
from sync.records.ids import EntityId, StreamId, WriterId

_KEPT_BACK = "number IS NULL AND sent = 1"


def orphan_run(
    connection: Connection, names: Names, me: WriterId, offered: Mapping[tuple[StreamId, WriterId], int]
) -> UnsentRun | None:
    """Return where the next run of orphans begins, those left out that were ``offered``: a chain's last n each."""
    chains = connection.execute(
        f"SELECT DISTINCT stream, writer FROM commits WHERE {_KEPT_BACK} ORDER BY stream, writer"  # noqa: S608 - our words
    ).fetchall()
    for stream, writer in chains:
        chain = (names.stream_name(stream), names.writer_id(writer))
        if chain[1] == me:
            continue
        rows = connection.execute(
            f"SELECT n, standing, bodies FROM commits WHERE {_KEPT_BACK}"  # noqa: S608 - our words
            " AND stream = ? AND writer = ? AND n > ? ORDER BY n",
            (stream, writer, offered.get(chain, 0)),
        )
        for n, standing, column in rows:
            if standing != Standing.QUARANTINED and any(unpack_bodies(column)):
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


def passed_on(connection: Connection, carrier: WriterId, bodies: Iterable[Body | None]) -> set[CommitId]:
    """Return the first ids of what a commit carries, or erases of what was carried.

    Only the hub carries others' work: what a colleague says is somebody else's takes nothing of theirs away.
    """
    its = _staff_of(connection, carrier)
    found = {origin for body in bodies if body is not None for origin in _origins(body)}
    return {one for one in found if not its or its == _staff_of(connection, one.writer)}


def _origins(body: Body) -> Iterator[CommitId]:
    if body.origin is not None:
        yield body.origin
    if body.kind == "erasure" and "write" in body.fields:
        with suppress(Malformed):
            gone = restated(body.fields["write"].value).body.origin
            yield from () if gone is None else (gone,)


def _staff_of(connection: Connection, writer: WriterId) -> str:
    """Return whose a key is by the roster; an empty text for the hub's."""
    found = connection.execute(
        "SELECT state FROM entities WHERE entity = ? AND kind = 'writer'", (writer,)
    ).fetchone()
    if found is None:
        return ""
    return value_of(shown_values(decode_state(found[0]), lambda _: None), "staff", str, "")


def forget_said(
    connection: Connection, names: Names, stream: int, origins: Iterable[CommitId]
) -> tuple[set[WriterId], set[EntityId]]:
    """Take out the orphans that have come as the hub's own words; return their writers and entities.

    What is left of their chain without any words goes with them: nobody waits for it any more.
    """
    writers: set[WriterId] = set()
    entities: set[EntityId] = set()
    for origin in origins:
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
