# SPDX-License-Identifier: MIT
"""Which value of a field is shown, and whether it is in conflict (design.md §3)."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sync.log.codec import encode
from sync.log.commit import CommitId
from sync.log.state import FieldState, Head

Number = Callable[[CommitId], int | None]
"""The hub number of an effective commit; ``None`` while it is provisional."""


class Shown(NamedTuple):
    """What a reader sees of a field.

    ``heads``: the shown one first, then the others by falling hub number, unnumbered ones after them by id,
    erased ones last. ``erased``: a value that stood here was erased; ``value`` is ``None`` when nothing else
    stands.
    """

    value: Any
    conflict: bool
    heads: tuple[Head, ...]
    erased: bool


def shown(field: FieldState, number: Number) -> Shown:
    """Return the value of one head, or the marked one of several that differ."""
    heads = field.heads
    if len(heads) == 1:
        head = heads[0]
        return Shown(head.value, False, heads, head.erased)
    if not heads:
        return Shown(None, False, (), False)

    def rank(head: Head) -> tuple[bool, bool, int, CommitId]:
        its = number(head.id)
        return head.erased, its is None, -(its or 0), head.id

    ordered = tuple(sorted(heads, key=rank))
    distinct = {encode(head.value) for head in ordered if not head.erased}
    return Shown(ordered[0].value, len(distinct) > 1, ordered, ordered[-1].erased)
