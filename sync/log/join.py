# SPDX-License-Identifier: MIT
"""The join of two folds: what folding the writes of both at once gives.

Both must have been folded against the same known commits. This is how an old and a new field become one
(``upcast``) and how two halves of a stream can be folded apart.
"""

from sync.log.errors import WrongEntity
from sync.log.fold import identity, settle
from sync.log.state import EntityState, FieldState, Head
from sync.records.ids import WriterId


def join_fields(one: FieldState, other: FieldState) -> FieldState:
    """Return the field that all writes of both make; a value that both have is taken from ``one``."""
    context: dict[WriterId, int] = dict(one.context)
    for writer, n in other.context.items():
        context[writer] = max(context.get(writer, 0), n)
    heads = {head.id: head for head in one.heads}
    for head in other.heads:
        twin = heads.get(head.id, head)
        erased = head.erased or twin.erased
        heads[head.id] = Head(
            head.id, None if erased else twin.value, erased, head.origin, head.here or twin.here
        )
    return settle(heads.values(), context, {*one.pending, *other.pending})


def join(one: EntityState, other: EntityState) -> EntityState:
    """Return the entity that all writes of both make; raises WrongEntity when they are two entities."""
    if one.entity != other.entity:
        raise WrongEntity
    kind, subject = identity(one, other.kind, other.subject)
    fields = dict(one.fields)
    for name, field in other.fields.items():
        mine = fields.get(name)
        fields[name] = field if mine is None else join_fields(mine, field)
    return EntityState(one.entity, kind, subject, max(one.schema, other.schema), fields)
