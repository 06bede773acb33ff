# SPDX-License-Identifier: MIT
"""Undo: give back what a commit replaced, where nobody has written since (design.md §3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sync.log.codec import encode
from sync.log.commit import CommitId, Draft
from sync.log.deletion import DELETED, deletion_value
from sync.log.fold import Known, Write, heads_seen
from sync.log.pure import fold_entity
from sync.log.state import EntityState, FieldState
from sync.records.ids import EntityId


class Why(StrEnum):
    """Why a field is left as it is."""

    CHANGED = "changed"
    """The commit is not, or not alone, what stands there: somebody wrote beside or after it."""
    SETTLED = "settled"
    """It settled a conflict; which of the values should return only a person can say."""
    ERASED = "erased"
    """It, or what it replaced, was erased: nothing erased returns, nor what an erased write replaced."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A field that undo does not touch."""

    entity: EntityId
    field: str
    why: Why


@dataclass(frozen=True, slots=True)
class Undo:
    """What to write, ready for ``write_commit``, and what is left alone."""

    drafts: tuple[Draft, ...]
    left: tuple[LeftAlone, ...]


def undo(
    one: CommitId, states: Mapping[EntityId, EntityState], history: Iterable[Write], known: Known
) -> Undo:
    """Return how to take back the commit ``one``.

    ``states`` are those of its entities as they stand, ``history`` all folded writes to them. A value
    returns as it was before; where nothing was, ``None``. An entity that ``one`` made, and nobody else
    wrote, is deleted.
    """
    by_entity: dict[EntityId, list[Write]] = {}
    for write in history:
        by_entity.setdefault(write.body.entity, []).append(write)
    drafts: list[Draft] = []
    left: list[LeftAlone] = []
    for entity, writes in sorted(by_entity.items()):
        undone = [write for write in writes if _is(one, write.id, write.body.origin)]
        state = states.get(entity)
        if not undone or state is None:
            continue
        others = [write for write in writes if write not in undone]
        back: dict[str, Any] = {}
        if others:
            before = fold_entity(others, known)
            for name in sorted({name for write in undone for name in write.body.fields}):
                why = _why_left(one, state.fields[name], before.fields.get(name))
                if why is not None:
                    left.append(LeftAlone(entity, name, why))
                else:
                    back[name] = _value(before.fields.get(name))
        else:
            back[DELETED] = deletion_value(state)
        if back:
            seen = heads_seen(state, back)
            fields = {name: (value, seen[name]) for name, value in back.items()}
            drafts.append(Draft(state.kind, entity, state.subject, state.schema, fields))
    return Undo(tuple(drafts), tuple(left))


def _is(one: CommitId, its: CommitId, origin: CommitId | None) -> bool:
    return one in (its, origin)


def _why_left(one: CommitId, now: FieldState, before: FieldState | None) -> Why | None:
    if len(now.heads) != 1 or not _is(one, now.heads[0].id, now.heads[0].origin):
        return Why.CHANGED
    if now.heads[0].erased:
        return Why.ERASED
    heads = before.heads if before is not None else ()
    if any(head.erased for head in heads):
        return Why.ERASED
    return Why.SETTLED if len({encode(head.value) for head in heads}) > 1 else None


def _value(before: FieldState | None) -> Any:  # noqa: ANN401 - a field's value
    return before.heads[0].value if before is not None and before.heads else None
