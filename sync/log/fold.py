# SPDX-License-Identifier: MIT
"""The fold, one write at a time: a field keeps what nobody who saw it has replaced (design.md §3).

The rules, for one field. A write is *covered*, and so no head, when

1. a seen id ``(w, n, mark)`` of some write to the field is known here (that very commit) and the write is
   w's with a number of at most n; or
2. its own writer wrote the field again later (a carried write, one with an ``origin``, says nothing of the
   kind: its writer only passes it on); or
3. it is carried and its origin is named exactly, or its origin is a commit known here that 1 or 2 covers.

All three only ever come true, never cease, so the order, the number of times and the route by which writes
arrive make no difference. There is no clock and no hub number in here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from sync.log.commit import Body, CommitId
from sync.log.errors import WrongEntity
from sync.log.shown import Number, Shown, shown
from sync.log.state import NOTHING, EntityState, FieldState, Head
from sync.records.ids import EntityId, WriterId

__all__ = [
    "Known", "Number", "Shown", "Write",
    "apply", "heads_seen", "identity", "learn", "pending", "settle", "shown",
]  # fmt: skip


class Known(Protocol):
    """Which commits of the stream are known here: with or without bodies, quarantined ones too.

    After a snapshot this includes every commit that the snapshot covers (its marks travel in it).
    """

    def mark(self, writer: WriterId, n: int) -> bytes | None:
        """Return the first 8 hash bytes of the writer's n-th commit of this stream, if known here."""


@dataclass(frozen=True, slots=True)
class Write:
    """One body of one commit. ``erased``: the hub restated it without values."""

    id: CommitId
    body: Body
    erased: bool = False


def apply(state: EntityState | None, write: Write, known: Known) -> EntityState:
    """Return the state with one more write; the same write again changes nothing.

    Raises WrongEntity when the write is of another entity than the state.
    """
    body = write.body
    one = write.id
    origin = body.origin
    erased = write.erased
    if state is None:
        old: Mapping[str, FieldState] = {}
        fields: dict[str, FieldState] = {}
        kind, subject, schema = body.kind, body.subject, body.schema
    else:
        if state.entity != body.entity:
            raise WrongEntity
        old = state.fields
        fields = dict(old)
        kind, subject = identity(state, body.kind, body.subject)
        schema = max(state.schema, body.schema)
    for name, said in body.fields.items():
        head = Head(one, None if erased else said.value, erased, origin)
        before = old.get(name)
        if before is None and not said.seen and origin is None:
            fields[name] = FieldState((head,), NOTHING)
        else:
            fields[name] = _apply_field(before, head, said.seen, known)
    return EntityState(body.entity, kind, subject, schema, fields)


def identity(state: EntityState, kind: str, subject: EntityId | None) -> tuple[str, EntityId | None]:
    """Return kind and subject of an entity when one more claim to them arrives.

    They are set at the first write and never change: the hub holds back what claims another. Should two claims
    still meet (made at one moment, or both provisional), the smaller one stands, so that everybody agrees.
    """
    if (state.kind, state.subject or b"") <= (kind, subject or b""):
        return state.kind, state.subject
    return kind, subject


def learn(state: EntityState, one: CommitId) -> EntityState:
    """Return the state now that the commit ``one`` is known here; unchanged when nothing waited for it."""
    fields: dict[str, FieldState] | None = None
    for name, field in state.fields.items():
        waits = one in field.pending
        carried = any(head.origin == one and not head.here for head in field.heads)
        if not waits and not carried:
            continue
        context = dict(field.context)
        if waits:
            context[one.writer] = max(context.get(one.writer, 0), one.n)
        heads = [
            Head(head.id, head.value, head.erased, head.origin, True) if head.origin == one else head
            for head in field.heads
        ]
        if fields is None:
            fields = dict(state.fields)
        fields[name] = settle(heads, context, set(field.pending) - {one})
    if fields is None:
        return state
    return EntityState(state.entity, state.kind, state.subject, state.schema, fields)


def pending(state: EntityState) -> frozenset[CommitId]:
    """Return the ids the state waits for: ``learn`` must be called once one of them is known here."""
    waiting: list[CommitId] = []
    for field in state.fields.values():
        waiting += field.pending
        waiting += [head.origin for head in field.heads if head.origin is not None and not head.here]
    return frozenset(waiting)


def heads_seen(
    state: EntityState | None, names: Iterable[str], *, own: WriterId | None = None
) -> dict[str, tuple[CommitId, ...]]:
    """Return per field the seen ids that an author who has this state puts into a new write.

    One id a writer, its latest, which covers the earlier ones. Ids of the author ``own`` may be left out:
    a writer's later write covers its own.
    """
    result: dict[str, tuple[CommitId, ...]] = {}
    for name in names:
        field = None if state is None else state.fields.get(name)
        latest: dict[WriterId, CommitId] = {}
        for head in field.heads if field is not None else ():
            if head.id.writer != own:
                latest[head.id.writer] = max(head.id, latest.get(head.id.writer, head.id))
        result[name] = tuple(sorted(latest.values()))
    return result


def _apply_field(before: FieldState | None, head: Head, seen: Iterable[CommitId], known: Known) -> FieldState:
    context: dict[WriterId, int] = dict(before.context) if before is not None else {}
    waiting: set[CommitId] = set(before.pending) if before is not None else set()
    for one in seen:
        if known.mark(one.writer, one.n) == one.mark:
            waiting.discard(one)
            if context.get(one.writer, 0) < one.n:
                context[one.writer] = one.n
        else:
            waiting.add(one)
    origin = head.origin
    if origin is not None and known.mark(origin.writer, origin.n) == origin.mark:
        head = Head(head.id, head.value, head.erased, origin, True)
    heads = [head]
    for other in before.heads if before is not None else ():
        if other.id != head.id:
            heads.append(other)
        elif other.erased or other.here:
            heads[0] = Head(
                head.id,
                None if other.erased else head.value,
                head.erased or other.erased,
                origin,
                head.here or other.here,
            )
    return settle(heads, context, waiting)


def settle(heads: Iterable[Head], context: dict[WriterId, int], waiting: set[CommitId]) -> FieldState:
    """Return the field in normal form: drop covered heads, then context entries that a head implies.

    ``context`` is used up. This is also the join of two folds of one field: give it the heads of both and
    the greater context of each writer.
    """
    heads = list(heads)
    own: dict[WriterId, int] = {}
    for head in heads:
        if head.origin is None and own.get(head.id.writer, 0) < head.id.n:
            own[head.id.writer] = head.id.n
    floor = dict(context)
    for writer, n in own.items():
        if floor.get(writer, 0) < n - 1:
            floor[writer] = n - 1
    kept = [head for head in heads if not _covered(head, floor, waiting)]
    for writer, n in own.items():
        if n > context.get(writer, 0):
            context.pop(writer, None)
    if len(kept) > 1:
        kept.sort(key=_head_id)
    return FieldState(tuple(kept), context, tuple(sorted(waiting)) if waiting else ())


def _covered(head: Head, floor: Mapping[WriterId, int], waiting: set[CommitId]) -> bool:
    if head.id.n <= floor.get(head.id.writer, 0):
        return True
    origin = head.origin
    if origin is None:
        return False
    return origin in waiting or (head.here and origin.n <= floor.get(origin.writer, 0))


def _head_id(head: Head) -> CommitId:
    return head.id
