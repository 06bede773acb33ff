# SPDX-License-Identifier: MIT
"""Merging people: the person shown is the connected component of the pairs that stand (design.md §3).

Nothing is rewritten: deleting a ``merge`` entity takes its pair away and the component falls apart again.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sync.log.commit import CommitId
from sync.log.deletion import DELETED, Deletion, deletion
from sync.log.state import EntityState, FieldState
from sync.records.ids import ID_BYTES, EntityId

MERGE: Final = "merge"
PAIR: Final = "pair"
Pair = tuple[EntityId, EntityId]


def pairs(states: Iterable[EntityState], effective: Callable[[CommitId], bool]) -> frozenset[Pair]:
    """Return the pairs of the merges that stand.

    Only effective heads count: a provisional merge joins nobody, a provisional deletion parts nobody. A
    merge that is changed beside its deletion is a conflict and stands until somebody settles it.
    """
    found: set[Pair] = set()
    for state in states:
        if state.kind != MERGE or PAIR not in state.fields:
            continue
        seen = _only_effective(state, effective)
        if deletion(seen).verdict is Deletion.DELETED:
            continue
        for head in seen.fields[PAIR].heads:
            pair = _read_pair(head.value)
            if pair is not None:
                found.add(pair)
    return frozenset(found)


def components(joined: Iterable[Pair]) -> Mapping[EntityId, frozenset[EntityId]]:
    """Return for every entity of some pair all that it is one with, itself included."""
    groups: dict[EntityId, set[EntityId]] = {}
    for one, other in joined:
        left, right = groups.get(one, {one}), groups.get(other, {other})
        if left is right:
            continue
        left |= right
        for each in left:
            groups[each] = left
    return {entity: frozenset(group) for entity, group in groups.items()}


def aliases(entity: EntityId, joined: Mapping[EntityId, frozenset[EntityId]]) -> frozenset[EntityId]:
    """Return all ids of the person that ``entity`` is one of; alone, just itself."""
    return joined.get(entity, frozenset((entity,)))


def face(entity: EntityId, joined: Mapping[EntityId, frozenset[EntityId]]) -> EntityId:
    """Return the id under which the merged person is shown: the oldest (UUIDv7: the smallest)."""
    return min(aliases(entity, joined))


def paired(value: object) -> tuple[EntityId, ...]:
    """Return the two that a field ``pair`` names, none for what is no pair."""
    return _read_pair(value) or ()


def _only_effective(state: EntityState, effective: Callable[[CommitId], bool]) -> EntityState:
    fields = {
        name: FieldState(tuple(head for head in state.fields[name].heads if effective(head.id)))
        for name in (PAIR, DELETED)
        if name in state.fields
    }
    return EntityState(state.entity, state.kind, state.subject, state.schema, fields)


def _read_pair(value: object) -> Pair | None:
    if not isinstance(value, list | tuple) or len(value) != len(("one", "other")):
        return None
    one, other = value
    if not (isinstance(one, bytes) and isinstance(other, bytes) and len(one) == len(other) == ID_BYTES):
        return None
    return (EntityId(min(one, other)), EntityId(max(one, other))) if one != other else None
