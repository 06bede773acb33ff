# SPDX-License-Identifier: MIT
"""Taking a stream out of the notebook that is no longer mine.

What is unsent stays: a laptop never deletes a commit before the hub calls it durable (I6).
"""

from desktop.store.draft_rows import forget_drafts
from desktop.store.evicted import Evicted
from desktop.store.folding import Folding
from desktop.store.loading import forget_loading
from desktop.store.names import Names
from desktop.store.reopening import mark_closed
from desktop.store.sqlcipher import Connection
from sync.records.ids import EntityId, WriterId

_DERIVED = ("arrivals", "bases", "known_runs", "restated", "set_aside", "went")
_KEEP_END = """INSERT OR REPLACE INTO tips SELECT stream, writer, n, hash FROM commits
    WHERE stream = ?1 AND writer = ?2 AND sent = 1
    AND n > coalesce((SELECT n FROM tips WHERE stream = ?1 AND writer = ?2), 0) ORDER BY n DESC LIMIT 1"""


def empty_stream(
    connection: Connection, names: Names, index_key: bytes, stream: int, *, me: WriterId
) -> None:
    """Remove a stream's commits that the hub has, and all that follows from them.

    No entity stays, no draft about one, and the unsent commits only wait to be delivered. Of the own chain its end
    stays, a number and a hash: should the stream open again, a save goes on from it, and no number is used twice (I1).
    """
    writer = names.writer(me)
    connection.execute(_KEEP_END, (stream, writer))
    connection.execute("DELETE FROM tips WHERE stream = ? AND writer <> ?", (stream, writer))
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
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table} WHERE stream = ?", (stream,))  # noqa: S608 - our names
    forget_loading(connection, stream)
    going = connection.execute(
        "SELECT entity FROM (SELECT entity FROM entities WHERE stream = ?1"
        " UNION SELECT entity FROM evicted WHERE stream = ?1) AS e WHERE NOT EXISTS"
        " (SELECT 1 FROM entities AS o WHERE o.entity = e.entity AND o.stream <> ?1)",
        (stream,),
    ).fetchall()
    forget_drafts(connection, names.stream_name(stream), [EntityId(entity) for (entity,) in going])
    Evicted(connection, stream).forget_all()
    folding = Folding(connection, names, index_key, stream)
    here = connection.execute("SELECT entity FROM entities WHERE stream = ?", (stream,)).fetchall()
    for (entity,) in here:
        folding.drop_entity(entity)
    folding.write()
    mark_closed(connection, stream)
    connection.execute("UPDATE streams SET number = 0, hash = x'' WHERE key = ?", (stream,))
