# SPDX-License-Identifier: MIT
"""How far a snapshot is loaded that is not whole yet, and what was here before and waits for its part."""

from collections.abc import Iterable
from typing import Final

from desktop.store.flags import Mark
from desktop.store.sqlcipher import Connection
from sync.log.snapshot import Place, decode_place, encode_place
from sync.protocol.journal import Loading
from sync.records.ids import EntityId

_TO_COME: Final = int(Mark.TO_COME)
_MARKED_AT_ONCE: Final = 500


def loading_of(connection: Connection, stream: int) -> Loading | None:
    """Return how far a snapshot is loaded that is not whole yet."""
    place = place_of(connection, stream)
    if place is None:
        return None
    rows = connection.execute(
        "SELECT part FROM snapshot_parts WHERE stream = ? AND number = ?", (stream, place.base.number)
    ).fetchall()
    return Loading(place, frozenset(part for (part,) in rows))


def place_of(connection: Connection, stream: int) -> Place | None:
    """Return how far the index is read of a snapshot that is not whole yet."""
    found = connection.execute("SELECT value FROM meta WHERE name = ?", (_name(stream),)).fetchone()
    return None if found is None else decode_place(bytes(found[0]))


def keep_place(connection: Connection, stream: int, place: Place) -> None:
    """Keep how far the index is read, in the caller's transaction."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?,?)", (_name(stream), encode_place(place)))


def here_after(
    connection: Connection, stream: int, after: EntityId
) -> tuple[list[EntityId], EntityId | None]:
    """Return some of what is here, no more than is marked at once, and where to go on; ``None`` at the end.

    The end is where fewer come: whoever saves all the while would never let the next time find nothing.
    """
    rows = connection.execute(
        "SELECT entity FROM entities WHERE stream = ? AND entity > ? ORDER BY entity LIMIT ?",
        (stream, after, _MARKED_AT_ONCE),
    ).fetchall()
    some = [EntityId(entity) for (entity,) in rows]
    return some, some[-1] if len(some) == _MARKED_AT_ONCE else None


def mark_to_come(connection: Connection, stream: int, entities: Iterable[EntityId]) -> None:
    """Mark some of what is here as to come, in the caller's transaction, before part 0.

    All at once it would rewrite every row of a city in one transaction. Where the snapshot then never comes, what is
    marked is only kept longer: no retention puts it out.
    """
    connection.executemany(
        "UPDATE entities SET flags = flags | ? WHERE entity = ? AND stream = ?",
        [(_TO_COME, entity, stream) for entity in entities],
    )


def forget_loading(connection: Connection, stream: int) -> None:
    """Forget a snapshot that was being loaded."""
    connection.execute("DELETE FROM meta WHERE name = ?", (_name(stream),))
    connection.execute("DELETE FROM snapshot_parts WHERE stream = ?", (stream,))


def _name(stream: int) -> str:
    return f"snapshot {stream}"
