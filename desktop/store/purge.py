# SPDX-License-Identifier: MIT
"""Taking a stream out of the notebook: for good when it is no longer mine, or to begin it again.

What is unsent stays in either case: a laptop never deletes a commit before the hub calls it durable (I6).
"""

from desktop.store.folding import Folding
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection

_DERIVED = ("bases", "known_runs", "tips", "restated")


def empty_stream(
    connection: Connection, names: Names, index_key: bytes, stream: int, *, keep_folded: bool
) -> None:
    """Remove a stream's commits that the hub has, and all that follows from them.

    With ``keep_folded`` what is unsent is folded again by itself (the stream begins anew); without, no
    entity stays and the unsent commits only wait to be delivered.
    """
    connection.execute(
        "DELETE FROM commit_entities WHERE stream = ?1 AND EXISTS (SELECT 1 FROM commits AS c"
        " WHERE c.stream = ?1 AND c.writer = commit_entities.writer AND c.n = commit_entities.n AND c.sent = 1)",
        (stream,),
    )
    connection.execute("DELETE FROM commits WHERE stream = ? AND sent = 1", (stream,))
    connection.execute(
        "DELETE FROM saves WHERE stream = ?1 AND NOT EXISTS (SELECT 1 FROM commits AS c"
        " WHERE c.stream = ?1 AND c.writer = saves.writer AND c.n = saves.n)",
        (stream,),
    )
    if not keep_folded:
        connection.execute("DELETE FROM set_aside WHERE stream = ?", (stream,))
        connection.execute("DELETE FROM went WHERE stream = ?", (stream,))
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table} WHERE stream = ?", (stream,))  # noqa: S608 - our names
    folding = Folding(connection, names, index_key, stream)
    linked = {
        entity
        for (entity,) in connection.execute(
            "SELECT DISTINCT entity FROM commit_entities WHERE stream = ?", (stream,)
        ).fetchall()
    }
    here = connection.execute("SELECT entity FROM entities WHERE stream = ?", (stream,)).fetchall()
    for (entity,) in here:
        folding.drop_entity(entity)
    if keep_folded:
        folding.refold(sorted(linked), from_base=False)
    folding.write()
    connection.execute(
        "UPDATE streams SET number = 0, hash = x'', snapshot_number = 0, snapshot_part = 0 WHERE key = ?",
        (stream,),
    )
