# SPDX-License-Identifier: MIT
"""Deletion beside edits: nothing that the deleter did not see is hidden (design.md §3).

The value of the field ``deleted`` is the sorted list of the commits whose heads its author saw, over every
field of the entity and of the entities whose subject it is. ``None`` (a restored entity) deletes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sync.log.commit import CommitId
from sync.log.errors import Malformed
from sync.log.state import EntityState, Head
from sync.records.ids import EntityId

DELETED: Final = "deleted"
_ID_PARTS: Final = 3


class Deletion(StrEnum):
    """What has become of an entity."""

    LIVE = "live"
    DELETED = "deleted"
    CHANGED_BESIDE = "changed-beside"
    """Deleted, and changed or restored by somebody the deleter had not seen: a conflict, nothing hidden."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """A live head that no deletion names."""

    entity: EntityId
    field: str
    id: CommitId


@dataclass(frozen=True, slots=True)
class DeletionShown:
    """The verdict, and what the deleters had not seen, by entity, field and id."""

    verdict: Deletion
    unseen: tuple[Unseen, ...] = ()


def deletion_value(state: EntityState, about: Iterable[EntityState] = ()) -> list[list[Any]]:
    """Return the value that deletes the entity as its author sees it, with the entities it is subject of."""
    named = {
        head.id
        for each in (state, *_others(state, about))
        for field in each.fields.values()
        for head in field.heads
    }
    return [list(one) for one in sorted(named)]


def deletion(state: EntityState, about: Iterable[EntityState] = ()) -> DeletionShown:
    """Return what has become of an entity. ``about``: the entities whose subject it is.

    Of those, one that is itself cleanly deleted hides nothing and is passed over.
    """
    field = state.fields.get(DELETED)
    live = [head for head in field.heads if not head.erased] if field is not None else []
    deleting = [head for head in live if head.value is not None and head.value is not False]
    if not deleting:
        return DeletionShown(Deletion.LIVE)
    unseen = [Unseen(state.entity, DELETED, head.id) for head in live if head not in deleting]
    named = {one for head in deleting for one in named_in(head.value)}
    for each in (state, *_others(state, about)):
        if each is not state and deletion(each).verdict is Deletion.DELETED:
            continue
        unseen += [
            Unseen(each.entity, name, head.id)
            for name, its in each.fields.items()
            if name != DELETED
            for head in its.heads
            if not head.erased
            and named.isdisjoint((head.id, head.origin))
            and not _by_a_deleter(head, deleting)
        ]
    unseen.sort(key=lambda one: (one.entity, one.field, one.id))
    return DeletionShown(Deletion.CHANGED_BESIDE if unseen else Deletion.DELETED, tuple(unseen))


def _others(state: EntityState, about: Iterable[EntityState]) -> list[EntityState]:
    return [each for each in about if each.entity != state.entity and each.subject == state.entity]


def _by_a_deleter(head: Head, deleting: list[Head]) -> bool:
    """Whether a deletion's own author wrote the head before or with it: named unsaid, like any own write.

    Of what was carried that is asked of the ids it first had: who carries writes many people's.
    """
    return any(_before(head, one) for one in deleting)


def _before(head: Head, deleting: Head) -> bool:
    if deleting.origin is None and _in_order(head.id, deleting.id):
        return True
    return _in_order(head.origin or head.id, deleting.origin or deleting.id)


def _in_order(one: CommitId, other: CommitId) -> bool:
    return one.writer == other.writer and one.n <= other.n


def named_in(value: object) -> list[CommitId]:
    """Return the ids in a deletion's value; a value that is no list of ids names nothing."""
    try:
        return [_read_id(one) for one in value] if isinstance(value, list | tuple) else []
    except Malformed:
        return []


def _read_id(value: object) -> CommitId:
    if not isinstance(value, list | tuple) or len(value) != _ID_PARTS:
        raise Malformed("id")
    writer, n, mark = value
    if not isinstance(writer, bytes) or not isinstance(n, int) or not isinstance(mark, bytes):
        raise Malformed("id")
    return CommitId(writer, n, mark)  # type: ignore[arg-type]  # 16 bytes or not: it is only compared
