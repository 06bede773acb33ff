# SPDX-License-Identifier: MIT
"""Putting out what a laptop need not hold any longer: what it says goes, and what counts and finds it again stays.

Of an entity there stay kind, subject and digest (``evicted``); its row, its list rows, its search words, its base and
the bodies of its commits go. The commits keep header and signature, so every chain still holds, and what else
lies in them stays. The hub has all of it: nothing that it has not numbered is put out (I6).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from desktop.store.commit_rows import pack_bodies, readable_bodies, unpack_bodies
from desktop.store.evicted import add_share
from desktop.store.folding import Folding
from desktop.store.names import Names
from desktop.store.recount import digest_of
from desktop.store.sqlcipher import Connection
from sync.failpoints import FailPoint, reached
from sync.log.commit import read_body
from sync.log.digest import EMPTY, xor
from sync.log.errors import LogError
from sync.records.ids import EntityId

STAYS: Final = frozenset(
    {"merge", "move", "adopt", "retract", "handover", "erasure", "quarantine", "release"}
)
"""Kinds that say who is one with whom, who went where, and what was ordered: no list could be right without."""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """An entity of one stream as its row says it."""

    entity: EntityId
    stream: int
    kind: str
    subject: EntityId | None
    flags: int
    raw: bytes


_ROW: Final = "SELECT entity, stream, kind, subject, flags, state FROM entities WHERE"


def rows_about(connection: Connection, people: Iterable[EntityId]) -> list[HeldRow]:
    """Return the rows of these people and of all that is about them, in every stream."""
    found: dict[tuple[EntityId, int], HeldRow] = {}
    for person in people:
        for row in connection.execute(
            f"{_ROW} entity = ?1 UNION ALL {_ROW} subject = ?1 AND entity <> ?1",
            (person,),
        ).fetchall():
            one = HeldRow(*row)
            found[one.entity, one.stream] = one
    return list(found.values())


def rows_of(connection: Connection, entities: Iterable[EntityId]) -> list[HeldRow]:
    """Return the rows of these entities, in every stream."""
    return [
        HeldRow(*row)
        for entity in entities
        for row in connection.execute(f"{_ROW} entity = ?", (entity,)).fetchall()
    ]


def put_out(
    connection: Connection, names: Names, index_key: bytes, rows: Sequence[HeldRow], *, at: int
) -> int:
    """Put these rows out, within the caller's transaction; return how many. ``at`` is the hub's time, ms.

    Who calls has made sure that nothing holds them (``desktop.store.keeping``).
    """
    going = [row for row in rows if row.kind not in STAYS]
    for stream in sorted({row.stream for row in going}):
        its = [row for row in going if row.stream == stream]
        set_out(connection, names, index_key, stream, its, at=at)
        _blank(connection, stream, {row.entity for row in its})
    reached(FailPoint.LAPTOP_EVICT_BEFORE_COMMIT)
    return len(going)


def set_out(
    connection: Connection, names: Names, index_key: bytes, stream: int, rows: Sequence[HeldRow], *, at: int
) -> None:
    """Let these rows of one stream count as put out; what the commits say of them stays here."""
    folding = Folding(connection, names, index_key, stream)
    share = EMPTY
    told = []
    for row in rows:
        folding.drop_entity(row.entity)
        _, digest = digest_of(row.raw)
        share = xor(share, digest)
        told.append((row.entity, stream, row.kind, row.subject, digest, at))
    folding.write()
    reached(FailPoint.LAPTOP_EVICT_BETWEEN_STEPS)
    connection.executemany(
        "INSERT INTO evicted(entity, stream, kind, subject, digest, at) VALUES (?,?,?,?,?,?)", told
    )
    add_share(connection, stream, share)


def _blank(connection: Connection, stream: int, gone: Collection[EntityId]) -> None:
    """Take the bodies about these entities out of the commits; a save that says nothing here is not reviewed here."""
    places: set[tuple[int, int]] = set()
    for entity in gone:
        places.update(
            connection.execute(
                "SELECT writer, n FROM commit_entities WHERE entity = ? AND stream = ?", (entity, stream)
            ).fetchall()
        )
    for writer, n in sorted(places):
        place = (stream, writer, n)
        (column,) = connection.execute(
            "SELECT bodies FROM commits WHERE stream = ? AND writer = ? AND n = ?", place
        ).fetchone() or (None,)
        if column is None:
            continue  # an earlier compaction left the link's commit behind
        bodies = unpack_bodies(column)
        left = tuple(None if raw is None or _speaks_of(raw, gone) else raw for raw in bodies)
        if left == bodies:
            continue
        packed = pack_bodies(left)
        connection.execute(
            "UPDATE commits SET bodies = ? WHERE stream = ? AND writer = ? AND n = ?", (packed, *place)
        )
        if not readable_bodies(packed):
            connection.execute("DELETE FROM saves WHERE stream = ? AND writer = ? AND n = ?", place)


def _speaks_of(raw: bytes, gone: Collection[EntityId]) -> bool:
    try:
        return read_body(raw).entity in gone
    except LogError:
        return False
