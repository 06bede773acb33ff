# SPDX-License-Identifier: MIT
"""Folding what a snapshot brings: states as they are, and onto them whatever was saved or held here."""

from collections.abc import Iterable, Sequence
from typing import Final

from desktop.store.flags import MARKED, Mark
from desktop.store.folding import Entry, Folding
from desktop.store.names import Names
from desktop.store.projection import Projector
from desktop.store.sqlcipher import Connection
from sync.log.deletion import DELETED
from sync.log.digest import plain_digest
from sync.log.state import StoredState, decode_plain, decode_state
from sync.records.ids import EntityId

# Plain numbers: an enum's operators cost more than the rest of a first sync's bookkeeping.
_DELETED: Final = int(Mark.DELETED)
_SNAPSHOT, _BASE, _TO_COME = int(Mark.FROM_SNAPSHOT), int(Mark.HAS_BASE), int(Mark.TO_COME)
_DELETED_NAME: Final = DELETED.encode()
_AT_ONCE: Final = 500


class Adopting(Folding):
    """One part of a snapshot in one stream, inside the caller's transaction. ``write`` must come last, once."""

    def __init__(
        self,
        connection: Connection,
        names: Names,
        index_key: bytes,
        stream: int,
        states: Sequence[bytes] = (),
    ) -> None:
        super().__init__(connection, names, index_key, stream)
        self._projector = Projector(connection, index_key, older=len(states))
        self._states = states

    def adopt(self) -> None:
        """Take the part's states; what was saved here, or is held of their commits, is folded onto them."""
        if not self._states:
            return
        told = [decode_plain(raw) or decode_state(raw) for raw in self._states]
        here = self._here([state.entity for state in told])
        somebody_deleted = self._is_somebody_deleted()
        for state, raw in zip(told, self._states, strict=True):
            fresh = state.entity not in here
            if isinstance(state, StoredState):
                beside = somebody_deleted and state.subject not in {None, state.entity}
                if fresh and not beside and DELETED not in state.plain:
                    self._adopt_plain(state, raw)
                    continue
            if fresh:
                whole = decode_state(raw) if isinstance(state, StoredState) else state
                self._entries[state.entity] = Entry(None, 0, None, whole, _SNAPSHOT, raw=raw)
            else:
                self._adopt_onto(state.entity, raw)

    def settle_rest(self, covered: Iterable[EntityId]) -> None:
        """Fold again what the snapshot does not have: only what it does not cover is left of it."""
        for entity in covered:
            entry = self._entry(entity)
            entry.flags &= ~(_TO_COME | _SNAPSHOT | _BASE)
            entry.reshow = True
            self._connection.execute(
                "DELETE FROM bases WHERE entity = ? AND stream = ?", (entity, self._stream)
            )
        self.refold(covered, from_base=False)

    def _adopt_onto(self, entity: EntityId, raw: bytes) -> None:
        """Take a state of which something is here already, in this stream or in another."""
        entry = self._entry(entity)
        entry.flags &= ~(_TO_COME | _SNAPSHOT)
        if entry.before is None or not self._is_linked(entity):
            entry.state, entry.raw = decode_state(raw), raw
            entry.flags = (entry.flags & ~_BASE) | _SNAPSHOT
            entry.reshow = True
            self._connection.execute(
                "DELETE FROM bases WHERE entity = ? AND stream = ?", (entity, self._stream)
            )
            return
        self._bases[entity] = raw
        entry.flags |= _BASE
        entry.reshow = True
        self.refold([entity])

    def _adopt_plain(self, state: StoredState, raw: bytes) -> None:
        """Take a state that is nowhere here and asks for nothing: its bytes as they are, its values as shown."""
        self._new.append((state.entity, self._stream, state.kind, state.subject, _SNAPSHOT, raw))
        self._adopted ^= int.from_bytes(plain_digest(state), "big")
        self._projector.change(state.kind, state.entity, self._stream, state.subject, None, state.plain)

    def _is_somebody_deleted(self) -> bool:
        """Whether somebody is deleted here or may be in this part: what is about them must then be looked at."""
        if any(_DELETED_NAME in raw for raw in self._states):
            return True
        found = self._connection.execute(
            f"SELECT 1 FROM entities WHERE stream = ? AND {MARKED} AND flags & ? LIMIT 1",  # noqa: S608 - our words
            (self._stream, _DELETED),
        ).fetchone()
        return found is not None

    def _is_linked(self, entity: EntityId) -> bool:
        """Whether writes to an entity are here that may have to be folded onto its state."""
        found = self._connection.execute(
            "SELECT 1 FROM commit_entities WHERE entity = ?1 AND stream = ?2 UNION ALL"
            " SELECT 1 FROM restated WHERE entity = ?1 AND stream = ?2 LIMIT 1",
            (entity, self._stream),
        ).fetchone()
        return found is not None

    def _here(self, entities: Sequence[EntityId]) -> frozenset[EntityId]:
        """Return which of these entities are here, in whatever stream."""
        found: set[EntityId] = set()
        for start in range(0, len(entities), _AT_ONCE):
            some = entities[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = self._connection.execute(
                f"SELECT entity FROM entities WHERE entity IN ({marks})",  # noqa: S608 - only marks
                some,
            ).fetchall()
            found.update(entity for (entity,) in rows)
        return frozenset(found)
