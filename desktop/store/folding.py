# SPDX-License-Identifier: MIT
"""Folding a batch of commits of one stream: every entity is read once and written once.

The fold itself is ``sync.log.fold``; here is what surrounds it: the states that are there, what waits for
commits that arrive, the marks and list rows that follow from a state, and the stream's digest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.store.commit_rows import Arrived, KnownCommits
from desktop.store.entity_writes import base_of, writes_to
from desktop.store.evicted import Evicted
from desktop.store.flags import Mark
from desktop.store.names import Names
from desktop.store.projection import Projector
from desktop.store.shown_values import marks, shown_values
from desktop.store.sqlcipher import Connection
from sync.log.commit import CommitId
from sync.log.deletion import Deletion, deletion
from sync.log.digest import digest_change, entity_digest, xor
from sync.log.fold import Write, apply, learn, pending
from sync.log.state import EntityState, decode_state, encode_state
from sync.records.ids import EntityId

# Plain numbers: an enum's operators cost more than the rest of a first sync's bookkeeping.
_DELETED, _BESIDE = int(Mark.DELETED), int(Mark.BESIDE_DELETION)
_SEVERAL, _WAITING = int(Mark.SEVERAL), int(Mark.WAITING)
_SNAPSHOT, _BASE = int(Mark.FROM_SNAPSHOT), int(Mark.HAS_BASE)
_KEPT = _SNAPSHOT | _BASE | int(Mark.TO_COME)


@dataclass(slots=True)
class Entry:
    """One entity in the batch: what the table has, and what it will have."""

    before: EntityState | None
    before_flags: int
    before_values: dict[str, Any] | None
    """What lists show of it now; taken before any number is given."""
    state: EntityState | None
    flags: int
    elsewhere: tuple[tuple[int, EntityState, int], ...] = ()
    """The entity in other streams, in order of their keys: (stream, state, flags)."""
    reshow: bool = False
    raw: bytes | None = None
    """The state's bytes when they are at hand."""
    away: bool = False
    """Retention put it out: nothing is folded onto it before it is here again."""


class Folding:
    """One batch in one stream, inside the caller's transaction. ``write`` must come last, once."""

    def __init__(self, connection: Connection, names: Names, index_key: bytes, stream: int) -> None:
        self.known = KnownCommits(connection, names, stream)
        self._connection = connection
        self._names = names
        self._stream = stream
        self._entries: dict[EntityId, Entry] = {}
        self._links: list[tuple[EntityId, int, int, int]] = []
        self._bases: dict[EntityId, bytes] = {}
        self._projector = Projector(connection, index_key)
        self._new: list[tuple[object, ...]] = []
        self._adopted = 0
        """XOR of the digests of the states taken as they are."""
        self._evicted = Evicted(connection, stream)
        self._anybody_waits = bool(connection.execute("SELECT 1 FROM pending LIMIT 1").fetchone())

    def expect(self, ids: Iterable[CommitId]) -> None:
        """Name all commits of the batch first: what they say of each other is then known at once."""
        for one in ids:
            self.known.add(one)

    def take(self, one: Arrived, writer: int) -> None:
        """Fold the readable bodies of a commit that is new here, and tell those who waited for it."""
        place = one.id
        for body in one.readable():
            self._links.append((body.entity, self._stream, writer, one.header.n))
            entry = self._entry(body.entity)
            if self._evicted.anything:
                self._ask_for(body.entity)
                self._ask_for(body.subject or body.entity)
                if entry.away:
                    continue
            self._before_a_write(entry, body.entity)
            entry.state = apply(entry.state, Write(place, body), self.known)
        if self._anybody_waits:
            self._heard(place, writer)

    def _heard(self, place: CommitId, writer: int) -> None:
        waiting = self._connection.execute(
            "SELECT entity FROM pending WHERE stream = ? AND writer = ? AND n = ?",
            (self._stream, writer, place.n),
        ).fetchall()
        for (entity,) in waiting:
            entry = self._entry(entity)
            if entry.state is not None:
                self._before_a_write(entry, entity)
                entry.state = learn(entry.state, place)

    def state(self, entity: EntityId) -> EntityState | None:
        """Return an entity as the batch has it so far."""
        return self._entry(entity).state

    def watch(self, entities: Iterable[EntityId]) -> None:
        """Remember what lists show of these now: a number that is about to be given may change it."""
        for entity in entities:
            entry = self._entry(entity)
            if entry.before_flags & _SEVERAL:
                entry.reshow = True

    def refold(self, entities: Iterable[EntityId], *, from_base: bool = True) -> None:
        """Fold entities again from their commits: one has left the fold, or come back into it.

        The commits' standing must be written already. Begins from the snapshot's state where there is
        one, unless the stream begins anew.
        """
        self._write_links()
        for entity in entities:
            entry = self._entry(entity)
            if entry.away:
                self._ask_for(entity)
                continue
            if from_base:
                self._before_a_write(entry, entity)
            state = self._base(entity) if from_base else None
            if state is not None:
                for one in pending(state):
                    if self.known.mark(one.writer, one.n) == one.mark:
                        state = learn(state, one)
            for write in writes_to(self._connection, self._names, self._stream, entity):
                state = apply(state, write, self.known)
            entry.state, entry.raw = state, None

    def fold(self, write: Write) -> None:
        """Fold one write that no commit brings: the hub restated it without its values.

        The snapshot's state loses them as well.
        """
        entity = write.body.entity
        entry = self._entry(entity)
        if entry.away:
            self._ask_for(entity)
            return
        self._before_a_write(entry, entity)
        base = self._base(entity)
        if base is not None:
            self._bases[entity] = encode_state(apply(base, write, self.known))
        entry.state, entry.raw = apply(entry.state, write, self.known), None

    def fold_into_base(self, write: Write) -> None:
        """Fold a write of a commit that a snapshot covers and did not tell: the snapshot's state has it now."""
        entity = write.body.entity
        entry = self._entry(entity)
        if entry.away:
            self._ask_for(entity)
            return
        self._before_a_write(entry, entity)
        self._bases[entity] = encode_state(apply(self._base(entity), write, self.known))
        entry.flags |= _BASE
        entry.state, entry.raw = apply(entry.state, write, self.known), None

    def drop_entity(self, entity: EntityId) -> None:
        """Take an entity out of the stream altogether."""
        entry = self._entry(entity)
        entry.state, entry.flags = None, 0
        if entry.away:
            self._evicted.forget([entity])
            entry.away = False

    def write(self) -> None:
        """Write states, links, what waits, list rows, search index and digest."""
        self.known.forget_numbers()
        self._look_again_at_deleted_people()
        connection = self._connection
        projector = self._projector
        rows: list[tuple[object, ...]] = []
        gone: list[tuple[EntityId, int]] = []
        before_digest = self._digest()
        digest = xor(before_digest, self._adopted.to_bytes(len(before_digest), "big"))
        for entity, entry in self._entries.items():
            if entry.state is entry.before and not entry.reshow:
                continue
            digest = (
                xor(digest, entity_digest(entry.state))
                if entry.before is None
                else digest_change(digest, entry.before, entry.state)
            )
            state = entry.state
            if state is None:
                gone.append((entity, self._stream))
            else:
                entry.flags = self._marks(state) | (entry.flags & _KEPT)
                raw = entry.raw or encode_state(state)
                row = (entity, self._stream, state.kind, state.subject, entry.flags, raw)
                (self._new if entry.before is None else rows).append(row)
            if (entry.before_flags | entry.flags) & _WAITING:
                self._note_waiting(entity, entry)
            self._project(projector, entity, entry)
        if self._bases:
            connection.executemany(
                "INSERT OR REPLACE INTO bases VALUES (?,?,?)",
                [(entity, self._stream, raw) for entity, raw in self._bases.items()],
            )
        if self._new:
            # An insert that may find a row there costs half as much again, so new ones go by themselves.
            connection.executemany("INSERT INTO entities VALUES (?,?,?,?,?,?)", self._new)
        if rows:
            connection.executemany(
                "UPDATE entities SET kind = ?3, subject = ?4, flags = ?5, state = ?6"
                " WHERE entity = ?1 AND stream = ?2",
                rows,
            )
        if gone:
            connection.executemany("DELETE FROM entities WHERE entity = ? AND stream = ?", gone)
            connection.executemany("DELETE FROM bases WHERE entity = ? AND stream = ?", gone)
        self._write_links()
        projector.write()
        if digest != before_digest:
            connection.execute("UPDATE streams SET digest = ? WHERE key = ?", (digest, self._stream))
        self._entries.clear()
        self._bases.clear()

    # --- states ---

    def is_away(self, entity: EntityId) -> bool:
        """Whether retention put an entity out of this stream."""
        return self._entry(entity).away

    def _ask_for(self, entity: EntityId) -> None:
        if self._evicted.holds(entity):
            self._evicted.want(entity)

    def _write_links(self) -> None:
        if self._links:
            self._connection.executemany(
                "INSERT OR IGNORE INTO commit_entities VALUES (?,?,?,?)", self._links
            )
            self._links.clear()

    def _entry(self, entity: EntityId) -> Entry:
        entry = self._entries.get(entity)
        if entry is None:
            entry = self._entries[entity] = self._load(entity)
        return entry

    def _load(self, entity: EntityId) -> Entry:
        mine: EntityState | None = None
        flags = 0
        elsewhere = []
        found = self._connection.execute(
            "SELECT stream, flags, state FROM entities WHERE entity = ? ORDER BY stream", (entity,)
        ).fetchall()
        for stream, marked, raw in found:
            if stream == self._stream:
                mine, flags = decode_state(raw), marked
            else:
                elsewhere.append((stream, decode_state(raw), marked))
        values = None
        if mine is not None and _listed(flags):
            values = shown_values(mine, self.known.number)
        away = mine is None and self._evicted.holds(entity)
        return Entry(mine, flags, values, mine, flags, tuple(elsewhere), away=away)

    def _before_a_write(self, entry: Entry, entity: EntityId) -> None:
        """Keep the snapshot's state the first time that something is folded onto it."""
        if entry.flags & _SNAPSHOT and entry.before is not None:
            self._bases[entity] = encode_state(entry.before)
            entry.flags = (entry.flags & ~_SNAPSHOT) | _BASE

    def _base(self, entity: EntityId) -> EntityState | None:
        if entity in self._bases:
            return decode_state(self._bases[entity])
        return base_of(self._connection, self._stream, entity)

    # --- what follows from a state ---

    def _marks(self, state: EntityState) -> int:
        mark = marks(state)
        if mark & _DELETED:
            verdict = deletion(state, self._about(state)).verdict
            if verdict is Deletion.LIVE:
                mark &= ~_DELETED
            elif verdict is Deletion.CHANGED_BESIDE:
                mark |= _BESIDE
        return mark

    def _about(self, state: EntityState) -> list[EntityState]:
        """Return the entities whose subject this one is, as the batch leaves them."""
        rows = self._connection.execute(
            "SELECT entity FROM entities WHERE subject = ? AND stream = ? AND entity <> subject",
            (state.entity, self._stream),
        ).fetchall()
        about = {entity for (entity,) in rows}
        about |= {
            entity
            for entity, entry in self._entries.items()
            if entry.state is not None and entry.state.subject == state.entity != entity
        }
        states = []
        for entity in about:
            entry = self._entries.get(entity) or self._load(entity)
            if entry.state is not None:
                states.append(entry.state)
        return states

    def _look_again_at_deleted_people(self) -> None:
        subjects = {
            entry.state.subject
            for entity, entry in self._entries.items()
            if entry.state is not None and entry.state.subject is not None and entry.state.subject != entity
        }
        for subject in subjects:
            if subject in self._entries:
                self._entries[subject].reshow |= bool(self._entries[subject].before_flags & _DELETED)
                continue
            found = self._connection.execute(
                "SELECT flags FROM entities WHERE entity = ? AND stream = ?", (subject, self._stream)
            ).fetchone()
            if found is not None and found[0] & _DELETED:
                self._entry(subject).reshow = True

    def _note_waiting(self, entity: EntityId, entry: Entry) -> None:
        before = frozenset[CommitId]() if entry.before is None else pending(entry.before)
        after = frozenset[CommitId]() if entry.state is None else pending(entry.state)
        for one in before - after:
            self._connection.execute(
                "DELETE FROM pending WHERE stream = ? AND writer = ? AND n = ? AND entity = ?",
                (self._stream, self._names.writer(one.writer), one.n, entity),
            )
        for one in after - before:
            self._connection.execute(
                "INSERT OR IGNORE INTO pending VALUES (?,?,?,?)",
                (self._stream, self._names.writer(one.writer), one.n, entity),
            )

    def _project(self, projector: Projector, entity: EntityId, entry: Entry) -> None:
        """Move the list rows from what was shown to what is shown; the first stream that has it is its home."""
        after_state = entry.state if entry.state is not None and _listed(entry.flags) else None
        before, after = entry.before_values, None
        stream, before_state = self._stream, entry.before
        for other, state, flags in entry.elsewhere:
            if not _listed(flags):
                continue
            numbers = KnownCommits(self._connection, self._names, other).number
            if before is None or other < self._stream:
                before, before_state = shown_values(state, numbers), state
            if after_state is None or other < stream:
                after_state, stream = state, other
                after = shown_values(state, numbers)
        if after is None and after_state is not None:
            after = shown_values(after_state, self.known.number)
        if before_state is None or after_state is None or before_state.kind == after_state.kind:
            told = after_state or before_state
            if told is not None:
                projector.change(told.kind, entity, stream, told.subject, before, after)
            return
        projector.change(before_state.kind, entity, stream, before_state.subject, before, None)
        projector.change(after_state.kind, entity, stream, after_state.subject, None, after)

    def _digest(self) -> bytes:
        found = self._connection.execute(
            "SELECT digest FROM streams WHERE key = ?", (self._stream,)
        ).fetchone()
        return bytes(found[0])


def _listed(flags: int) -> bool:
    """Whether lists show the entity: not when it is cleanly deleted."""
    return flags & (_DELETED | _BESIDE) != _DELETED
