# SPDX-License-Identifier: MIT
"""Entities that differ from the hub's are made anew: from the commits held here, or from the hub's own state.

Nothing that waits to be sent is lost by it: it lies in the commits, and is folded onto whatever came. What a row said
is not believed any more, so the row, its list rows and its share of the stream's digest go first.
"""

from collections.abc import Collection, Mapping
from contextlib import suppress

from desktop.store.flags import Mark
from desktop.store.folding import Folding
from desktop.store.list_rows import add_list_rows, forget_list_rows
from desktop.store.names import Names
from desktop.store.recount import StreamRows, digest_of
from desktop.store.sqlcipher import Connection
from sync.log.digest import xor
from sync.log.errors import LogError
from sync.records.ids import EntityId


class Mending:
    """Makes entities of one stream anew, within the caller's transaction."""

    def __init__(self, connection: Connection, names: Names, index_key: bytes, stream: int) -> None:
        self._connection = connection
        self._names = names
        self._index_key = index_key
        self._stream = stream

    def level(self, off: bytes) -> None:
        """Bring the stream's digest to what its rows say; ``off`` is how far a recount found it away."""
        (kept,) = self._connection.execute(
            "SELECT digest FROM streams WHERE key = ?", (self._stream,)
        ).fetchone()
        self._connection.execute(
            "UPDATE streams SET digest = ? WHERE key = ?", (xor(bytes(kept), off), self._stream)
        )

    def from_commits(self, entities: Collection[EntityId]) -> None:
        """Fold these again from the commits that are here.

        One that is a snapshot's state and nothing else has none: it stays as it is.
        """
        snapshot = int(Mark.FROM_SNAPSHOT)
        self._anew([one for one in entities if not self._flags(one) & snapshot or self._state(one) is None])

    def from_hub(
        self, states: Mapping[EntityId, bytes], gone: Collection[EntityId], expected: Mapping[EntityId, bytes]
    ) -> None:
        """Take these states for what the hub's commits make; what is unsent here is folded onto them.

        ``expected``: the digests the states have. Where commits held here that the hub has too say something else,
        the hub's state stands for them.
        """
        for entity, raw in states.items():
            self._connection.execute(
                "INSERT OR REPLACE INTO bases VALUES (?,?,?)", (entity, self._stream, raw)
            )
        for entity in gone:
            self._connection.execute(
                "DELETE FROM bases WHERE entity = ? AND stream = ?", (entity, self._stream)
            )
        wanted = [*states, *gone]
        self._anew(wanted)
        rows = StreamRows(self._connection, self._names, self._stream)
        stubborn = []
        for entity in wanted:
            found = rows.effective(entity)
            if (None if found is None else found[1]) != expected.get(entity):
                stubborn.append(entity)
        if stubborn:
            self._unlink(stubborn)
            self._anew(stubborn)

    # --- parts ---

    def _anew(self, entities: Collection[EntityId]) -> None:
        if not entities:
            return
        for entity in entities:
            self._take_out(entity)
        forget_list_rows(self._connection, entities)
        folding = Folding(self._connection, self._names, self._index_key, self._stream)
        folding.refold(sorted(entities))
        folding.write()
        self._connection.executemany(
            "UPDATE entities SET flags = flags | ? WHERE entity = ?2 AND stream = ?3"
            " AND EXISTS (SELECT 1 FROM bases WHERE entity = ?2 AND stream = ?3)",
            [(int(Mark.HAS_BASE), entity, self._stream) for entity in entities],
        )
        # Folding has listed what it knew; one that lies in several streams is listed by the first of them.
        forget_list_rows(self._connection, entities)
        add_list_rows(self._connection, self._names, self._index_key, entities)

    def _take_out(self, entity: EntityId) -> None:
        """Forget the row and its share of the digest; what retention put out comes back by this, too."""
        place = (entity, self._stream)
        raw = self._state(entity)
        if raw is not None:
            with suppress(LogError):  # what can't be read has no share: a recount left it out
                self.level(digest_of(raw)[1])
            self._connection.execute("DELETE FROM entities WHERE entity = ? AND stream = ?", place)
        evicted = self._connection.execute(
            "SELECT digest FROM evicted WHERE entity = ? AND stream = ?", place
        ).fetchone()
        if evicted is not None:
            self.level(bytes(evicted[0]))
            self._connection.execute("DELETE FROM evicted WHERE entity = ? AND stream = ?", place)

    def _unlink(self, entities: Collection[EntityId]) -> None:
        """Let the hub's state stand for the commits that the hub has numbered, and for what it restated."""
        places = [(entity, self._stream) for entity in entities]
        self._connection.executemany(
            "DELETE FROM commit_entities WHERE entity = ? AND stream = ? AND EXISTS (SELECT 1 FROM commits AS c"
            " WHERE c.stream = commit_entities.stream AND c.writer = commit_entities.writer"
            " AND c.n = commit_entities.n AND c.number IS NOT NULL)",
            places,
        )
        self._connection.executemany("DELETE FROM restated WHERE entity = ? AND stream = ?", places)

    def _state(self, entity: EntityId) -> bytes | None:
        found = self._connection.execute(
            "SELECT state FROM entities WHERE entity = ? AND stream = ?", (entity, self._stream)
        ).fetchone()
        return None if found is None else bytes(found[0])

    def _flags(self, entity: EntityId) -> int:
        found = self._connection.execute(
            "SELECT flags FROM entities WHERE entity = ? AND stream = ?", (entity, self._stream)
        ).fetchone()
        return 0 if found is None else int(found[0])
