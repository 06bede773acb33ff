# SPDX-License-Identifier: MIT
"""A stream that was closed to this notebook and opens again: what it had kept to bring is folded once more.

Purging leaves of a stream what is unsent, outside of the fold. By the time the stream comes back the hub may have
numbered it, so a commit itself does not tell; the stream is marked instead.
"""

from desktop.store.sqlcipher import Connection
from sync.records.ids import EntityId


def mark_closed(connection: Connection, stream: int) -> None:
    """Remember, in the caller's transaction, that what a purged stream still has is in no fold."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, 1)", (_name(stream),))


def kept_while_closed(connection: Connection, stream: int) -> frozenset[EntityId]:
    """Return what the commits say something of that a stream kept while it was closed, and forget that it was.

    Asked, in the caller's transaction, when the first of the stream comes again; nothing where it was never closed.
    """
    if not connection.execute("DELETE FROM meta WHERE name = ?", (_name(stream),)).rowcount:
        return frozenset()
    rows = connection.execute(
        "SELECT DISTINCT entity FROM commit_entities WHERE stream = ?", (stream,)
    ).fetchall()
    return frozenset(EntityId(entity) for (entity,) in rows)


def _name(stream: int) -> str:
    return f"closed {stream}"
