# SPDX-License-Identifier: MIT
"""Upcasters: an old field and the new one that took its place are read as one (design.md §3).

A field never changes its type or meaning. A later schema brings a new field, and an upcaster that says what
a value of the old one means in it. Stored states, hashes and digests keep both fields as they were written,
so programs of different age still agree on them; only the view that a newer program reads is joined. An
author writes the new field and names the heads of the view, which covers what stands in the old one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sync.log.join import join_fields
from sync.log.state import EntityState, FieldState, Head


@dataclass(frozen=True, slots=True)
class Upcaster:
    """How a value of ``old`` reads in ``new``; ``convert`` is total: any value another program may write."""

    kind: str
    old: str
    new: str
    convert: Callable[[Any], Any]


def upcast(state: EntityState, upcasters: Sequence[Upcaster]) -> EntityState:
    """Return the view in which old fields stand in their new ones, upcasters taken in order.

    A commit that wrote both fields (for the sake of older programs) is read by its new one, which the join
    takes first.
    """
    fields = dict(state.fields)
    for one in upcasters:
        if one.kind != state.kind or one.old not in fields:
            continue
        old = fields.pop(one.old)
        new = fields.get(one.new, FieldState(()))
        heads = tuple(
            Head(
                head.id, None if head.erased else one.convert(head.value), head.erased, head.origin, head.here
            )
            for head in old.heads
        )
        fields[one.new] = join_fields(new, FieldState(heads, old.context, old.pending))
    return EntityState(state.entity, state.kind, state.subject, state.schema, fields)
