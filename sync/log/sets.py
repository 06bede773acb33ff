# SPDX-License-Identifier: MIT
"""Sets: one field per element, ``topics/cv`` = true or false, so that two additions never collide."""

from collections.abc import Iterable

from sync.log.shown import Number, shown
from sync.log.state import EntityState


def field_name(name: str, element: str) -> str:
    """Return the field that says whether ``element`` is in the set ``name``."""
    return f"{name}/{element}"


def members(state: EntityState, name: str, number: Number) -> frozenset[str]:
    """Return the elements of a set that are shown as true."""
    start = name + "/"
    return frozenset(
        field[len(start) :]
        for field, its in state.fields.items()
        if field.startswith(start) and shown(its, number).value is True
    )


def set_changes(name: str, *, before: Iterable[str], after: Iterable[str]) -> dict[str, bool]:
    """Return the field values that make the set ``after`` of the set ``before``: only what differs."""
    had, has = frozenset(before), frozenset(after)
    return {
        **{field_name(name, one): True for one in sorted(has - had)},
        **{field_name(name, one): False for one in sorted(had - has)},
    }
