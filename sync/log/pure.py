# SPDX-License-Identifier: MIT
"""The fold over a whole set of writes at once: the reference that the incremental fold must equal.

Written the other way round on purpose: first everything that is covered is gathered from all writes to a
field, then what remains is taken. It is also how an entity is folded again when a write leaves the set
(a provisional commit that the hub quarantined).
"""

from collections.abc import Collection, Iterable

from sync.log.commit import CommitId
from sync.log.fold import Known, Write
from sync.log.state import EntityState, FieldState, Head
from sync.records.ids import EntityId, WriterId


def fold(writes: Iterable[Write], known: Known) -> dict[EntityId, EntityState]:
    """Return the state of every entity that the writes speak of."""
    grouped: dict[EntityId, list[Write]] = {}
    for write in writes:
        grouped.setdefault(write.body.entity, []).append(write)
    return {entity: fold_entity(group, known) for entity, group in grouped.items()}


def fold_entity(writes: Collection[Write], known: Known) -> EntityState:
    """Return the state of one entity from all its writes (at least one)."""
    bodies = [write.body for write in writes]
    kind, subject = min(
        ((body.kind, body.subject) for body in bodies), key=lambda claim: (claim[0], claim[1] or b"")
    )
    names = sorted({name for body in bodies for name in body.fields})
    fields = {
        name: _fold_field(name, [write for write in writes if name in write.body.fields], known)
        for name in names
    }
    return EntityState(bodies[0].entity, kind, subject, max(body.schema for body in bodies), fields)


def _fold_field(name: str, writes: Collection[Write], known: Known) -> FieldState:
    named = {one for write in writes for one in write.body.fields[name].seen}
    unknown = {one for one in named if not _is_known(one, known)}
    covered: dict[WriterId, int] = {}
    for one in named - unknown:
        covered[one.writer] = max(covered.get(one.writer, 0), one.n)
    explicit = dict(covered)
    last_own: dict[WriterId, int] = {}
    for write in writes:
        if write.body.origin is None:
            last_own[write.id.writer] = max(last_own.get(write.id.writer, 0), write.id.n)
    for writer, n in last_own.items():
        covered[writer] = max(covered.get(writer, 0), n - 1)
    erased = {write.id for write in writes if write.erased}
    heads: dict[CommitId, Head] = {}
    for write in writes:
        origin = write.body.origin
        here = origin is not None and _is_known(origin, known)
        if write.id.n <= covered.get(write.id.writer, 0):
            continue
        if origin is not None and (origin in unknown or (here and origin.n <= covered.get(origin.writer, 0))):
            continue
        gone = write.id in erased
        value = None if gone else write.body.fields[name].value
        heads[write.id] = Head(write.id, value, gone, origin, here)
    standing = {one.writer for one, head in heads.items() if head.origin is None}
    context = {writer: n for writer, n in explicit.items() if writer not in standing}
    return FieldState(tuple(heads[one] for one in sorted(heads)), context, tuple(sorted(unknown)))


def _is_known(one: CommitId, known: Known) -> bool:
    return known.mark(one.writer, one.n) == one.mark
