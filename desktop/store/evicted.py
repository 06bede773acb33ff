# SPDX-License-Identifier: MIT
"""What retention put out of a stream: counted as if it were here, and never folded onto before it is here again.

A row keeps kind, subject and digest, so that the stream's digest and the count check stay those of the hub. A row that
is ``wanted`` is asked for in the next round: somebody asked to see it, or a commit came about it.
"""

import hashlib
from collections.abc import Iterable

from desktop.store.sqlcipher import Connection
from sync.log.digest import EMPTY, xor
from sync.records.ids import EntityId


class Evicted:
    """The rows of one stream, within the caller's transaction."""

    def __init__(self, connection: Connection, stream: int) -> None:
        self._connection = connection
        self._stream = stream
        self._known: dict[EntityId, bool] = {}
        self.anything = bool(connection.execute("SELECT 1 FROM evicted LIMIT 1").fetchone())
        """Whether anything was put out of any stream: where not, nothing need be asked."""

    def holds(self, entity: EntityId) -> bool:
        """Whether an entity was put out of this stream and is not here again."""
        if not self.anything:
            return False
        if entity not in self._known:
            found = self._connection.execute(
                "SELECT 1 FROM evicted WHERE entity = ? AND stream = ?", (entity, self._stream)
            ).fetchone()
            self._known[entity] = found is not None
        return self._known[entity]

    def want(self, entity: EntityId) -> None:
        """Ask for an entity, and with it for all that is about the same person, in whatever stream."""
        found = self._connection.execute(
            "SELECT subject FROM evicted WHERE entity = ? AND stream = ?", (entity, self._stream)
        ).fetchone()
        want(self._connection, entity)
        if found is not None and found[0] is not None:
            want(self._connection, EntityId(found[0]))

    def forget(self, entities: Iterable[EntityId]) -> None:
        """Let go of rows, and of their share of the stream's digest: they stand there no more."""
        gone = [entity for entity in entities if self.holds(entity)]
        share = EMPTY
        for entity in gone:
            (digest,) = self._connection.execute(
                "SELECT digest FROM evicted WHERE entity = ? AND stream = ?", (entity, self._stream)
            ).fetchone()
            share = xor(share, bytes(digest))
            self._known[entity] = False
        self._connection.executemany(
            "DELETE FROM evicted WHERE entity = ? AND stream = ?", [(entity, self._stream) for entity in gone]
        )
        add_share(self._connection, self._stream, share)

    def forget_about(self, person: EntityId) -> None:
        """Let go of what was about a person who went from this stream."""
        rows = self._connection.execute(
            "SELECT entity FROM evicted WHERE stream = ?1 AND (subject = ?2 OR entity = ?2)",
            (self._stream, person),
        ).fetchall()
        self.forget([EntityId(entity) for (entity,) in rows])

    def forget_erased(self, mark: bytes) -> None:
        """Let go of what was about the subject whose id hashes to ``mark``."""
        rows = self._all()
        self.forget([
            entity
            for entity, subject in rows
            if mark in {hashlib.sha256(entity).digest(), hashlib.sha256(subject or b"").digest()}
        ])  # fmt: skip

    def forget_all(self) -> None:
        """Let go of every row: the stream goes, or comes anew."""
        if not self.anything:
            return
        rows = self._connection.execute(
            "SELECT digest FROM evicted WHERE stream = ?", (self._stream,)
        ).fetchall()
        share = 0
        for (digest,) in rows:
            share ^= int.from_bytes(digest, "big")
        self._connection.execute("DELETE FROM evicted WHERE stream = ?", (self._stream,))
        self._known.clear()
        add_share(self._connection, self._stream, share.to_bytes(len(EMPTY), "big"))

    def _all(self) -> list[tuple[EntityId, EntityId | None]]:
        if not self.anything:
            return []
        rows = self._connection.execute(
            "SELECT entity, subject FROM evicted WHERE stream = ?", (self._stream,)
        ).fetchall()
        return [(EntityId(entity), subject) for entity, subject in rows]


def want(connection: Connection, one: EntityId) -> int:
    """Ask for an entity, or a person and all about them, in every stream; return how many rows are asked for."""
    asked = connection.execute(
        "UPDATE evicted SET wanted = 1 WHERE wanted = 0 AND (entity = ?1 OR subject = ?1)", (one,)
    )
    return int(asked.rowcount)


def fetch_again(connection: Connection, person: EntityId, at: int) -> None:
    """Ask for a person and all about them; they stay for a while from ``at`` on (the hub's ms)."""
    want(connection, person)
    connection.execute("INSERT OR REPLACE INTO fetched VALUES (?,?)", (person, at))


def add_share(connection: Connection, stream: int, share: bytes) -> None:
    """XOR a share into a stream's digest."""
    if share == EMPTY:
        return
    (kept,) = connection.execute("SELECT digest FROM streams WHERE key = ?", (stream,)).fetchone()
    connection.execute("UPDATE streams SET digest = ? WHERE key = ?", (xor(bytes(kept), share), stream))
