# SPDX-License-Identifier: MIT
"""Cards that are one person, by the merges that stand: kept in memory until anything in the notebook changes.

A pair joins cards of its own stream only: a merge is written by who works in that stream, and may say nothing
of people whom another team has.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.store.commit_rows import KnownCommits
from desktop.store.names import Names
from desktop.store.sqlcipher import Connection
from sync.log.commit import CommitId
from sync.log.deletion import DELETED
from sync.log.merge import Pair, components, pairs
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StreamId


@dataclass(frozen=True, slots=True)
class StoredMerge:
    """One merge: whether its pair ``stands`` now, and whether what was last said of it ``waits`` for the hub.

    A merge that waits and does not stand is to come; one that waits and stands is to go.
    """

    entity: EntityId
    stream: StreamId
    pair: Pair
    stands: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """A merge as it was read; ``settled`` once the hub has numbered all that it says."""

    raw: bytes
    stream: int
    named: frozenset[Pair]
    """Also when it was undone."""
    merges: tuple[StoredMerge, ...]
    settled: bool


class Merged:
    """Belongs to a reader connection, whose ``data_version`` tells when others have written."""

    def __init__(self, connection: Connection, names: Names) -> None:
        self._connection = connection
        self._names = names
        self._version = -1
        self._read: dict[tuple[EntityId, int], _Read] = {}
        self._groups: dict[int, Mapping[EntityId, frozenset[EntityId]]] = {}
        """By stream: every card of some standing pair, with all that it is one with."""
        self._joined: frozenset[EntityId] = frozenset()
        self._members: dict[EntityId, tuple[EntityId, ...]] = {}

    def members(self, person: EntityId) -> tuple[EntityId, ...]:
        """Return the cards that are shown as one with this one, the leading one (the oldest) first.

        Only cards that lists show, of the stream that this one lies in; a card alone is just itself.
        """
        return self.members_of((person,))[0]

    def members_of(self, people: Iterable[EntityId]) -> list[tuple[EntityId, ...]]:
        """Return the cards of each of these, looking once whether anything has changed: for a whole list."""
        self._refresh()
        return [(one,) if one not in self._joined else self._members_here(one) for one in people]

    def _members_here(self, person: EntityId) -> tuple[EntityId, ...]:
        found = self._members.get(person)
        if found is None:
            found = self._find_members(person)
            for one in found:
                self._members[one] = found
        return found

    def joined(self, person: EntityId) -> tuple[EntityId, ...]:
        """Return the cards that some standing merge makes one with this one, itself among them, here or not."""
        self._refresh()
        its = {one for group in self._groups.values() for one in group.get(person, ())}
        return tuple(sorted({person} | its))

    def all(self) -> tuple[StoredMerge, ...]:
        """Return every merge that stands or waits, in order of their ids."""
        self._refresh()
        return tuple(merge for _, read in sorted(self._read.items()) for merge in read.merges)

    def about(self, people: Iterable[EntityId]) -> tuple[StoredMerge, ...]:
        """Return the merges that stand or wait with one of these cards in their pair."""
        wanted = frozenset(people)
        return tuple(merge for merge in self.all() if not wanted.isdisjoint(merge.pair))

    def ever(self, people: Iterable[EntityId]) -> tuple[EntityId, ...]:
        """Return every merge that names one of these cards, the undone ones among them, in order of their making."""
        self._refresh()
        wanted = frozenset(people)
        found = {
            entity: None
            for (entity, _), read in sorted(self._read.items())
            if any(not wanted.isdisjoint(pair) for pair in read.named)
        }
        return tuple(found)

    def _find_members(self, person: EntityId) -> tuple[EntityId, ...]:
        home = self._connection.execute("SELECT stream FROM people WHERE entity = ?", (person,)).fetchone()
        group = self._groups.get(home[0], {}).get(person, ()) if home is not None else ()
        here = [
            one
            for one in sorted(group)
            if self._connection.execute(
                "SELECT 1 FROM people WHERE entity = ? AND stream = ?", (one, home[0])
            ).fetchone()
        ]
        return tuple(here) or (person,)

    def _refresh(self) -> None:
        version = int(self._connection.execute("PRAGMA data_version").fetchone()[0])
        if version == self._version:
            return
        self._members.clear()
        rows = self._connection.execute(
            "SELECT entity, stream, state FROM entities WHERE kind = 'merge'"
        ).fetchall()
        before, self._read = self._read, {}
        for entity, stream, raw in rows:
            known = before.get((entity, stream))
            if known is None or not known.settled or known.raw != raw:
                known = self._look(stream, raw)
            self._read[EntityId(entity), stream] = known
        standing: dict[int, set[Pair]] = {}
        for read in self._read.values():
            standing.setdefault(read.stream, set()).update(one.pair for one in read.merges if one.stands)
        self._groups = {stream: components(joined) for stream, joined in standing.items()}
        self._joined = frozenset(one for group in self._groups.values() for one in group)
        self._version = version

    def _look(self, stream: int, raw: bytes) -> _Read:
        state = decode_state(raw)
        number = KnownCommits(self._connection, self._names, stream).number

        def effective(one: CommitId) -> bool:
            return number(one) is not None

        now, soon = pairs([state], effective), pairs([state], _any)
        merges = tuple(
            StoredMerge(
                entity=state.entity,
                stream=self._names.stream_name(stream),
                pair=pair,
                stands=pair in now,
                waits=(pair in now) != (pair in soon),
            )
            for pair in sorted(now | soon)
        )
        heads = [head.id for field in state.fields.values() for head in field.heads]
        return _Read(raw, stream, _named(state), merges, settled=all(map(effective, heads)))


def _named(state: EntityState) -> frozenset[Pair]:
    """Return the pairs that a merge names, whatever was said of it since."""
    kept = {name: field for name, field in state.fields.items() if name != DELETED}
    return pairs([EntityState(state.entity, state.kind, state.subject, state.schema, kept)], _any)


def _any(_one: CommitId) -> bool:
    return True
