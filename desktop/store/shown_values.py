# SPDX-License-Identifier: MIT
"""What is shown of a state: plain values for projections, and the marks that lists need."""

from typing import Any, Final, TypeVar

from desktop.store.flags import Mark
from sync.log.deletion import DELETED
from sync.log.shown import Number, Shown, shown
from sync.log.state import EntityState, FieldState

T = TypeVar("T")
MOST: Final = 2**63 - 1
"""The largest number that a column holds."""
_HOLD: Final = frozenset({"protected"})
"""Flags that nobody may lose by a race: turvakielto would be lifted by whoever was numbered first."""
_CONFLICT, _DELETED, _SEVERAL = int(Mark.CONFLICT), int(Mark.DELETED), int(Mark.SEVERAL)
_ERASED, _WAITING = int(Mark.ERASED), int(Mark.WAITING)


def shown_values(state: EntityState, number: Number) -> dict[str, Any]:
    """Return every field's shown value; a field of one head, the common case, asks for no number."""
    values: dict[str, Any] = {}
    for name, field in state.fields.items():
        heads = field.heads
        if len(heads) == 1:
            values[name] = heads[0].value
        elif heads:
            values[name] = careful(name, shown(field, number))
    return values


def careful(name: str, said: Shown) -> Any:  # noqa: ANN401 - any field's value
    """Return the value that is shown of several: a person is protected until all who wrote say otherwise."""
    if name in _HOLD and any(head.value is True and not head.erased for head in said.heads):
        return True
    return said.value


def differ(name: str, said: Shown) -> bool:
    """Whether a field is a question for people.

    Two who deleted the same record, each naming what they saw, agree; a deletion beside a change is told by
    ``BESIDE_DELETION``.
    """
    return said.conflict and name != DELETED


def marks(state: EntityState) -> int:
    """Return the ``Mark`` bits of an entity by its own fields; ``BESIDE_DELETION`` is the batch's to set.

    A plain number, since this runs for every entity of a first sync.
    """
    mark = 0
    for name, field in state.fields.items():
        heads = field.heads
        if field.pending:
            mark |= _WAITING
        if len(heads) == 1:
            head = heads[0]
            if head.origin is not None and not head.here:
                mark |= _WAITING
            if head.erased:
                mark |= _ERASED
            elif name == DELETED and head.value is not None:
                mark |= _DELETED
        elif heads:
            mark |= _marks_of_several(name, field)
    return mark


def _marks_of_several(name: str, field: FieldState) -> int:
    said = shown(field, _unnumbered)
    mark = _SEVERAL | (_CONFLICT if differ(name, said) else 0) | (_ERASED if said.erased else 0)
    if any(head.origin is not None and not head.here for head in field.heads):
        mark |= _WAITING
    if name == DELETED and any(head.value is not None and not head.erased for head in field.heads):
        mark |= _DELETED
    return mark


def elements(values: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return the elements of a set field that are true, in order."""
    start = f"{name}/"
    return tuple(
        sorted(key[len(start) :] for key, value in values.items() if value is True and key.startswith(start))
    )


def part(values: dict[str, Any], name: str, key: str, kind: type[T], empty: T) -> T:
    """Return one part of a group field when it is there and of the expected type, else ``empty``."""
    group = values.get(name)
    return _fitting(group.get(key) if isinstance(group, dict) else None, kind, empty)


def value_of(values: dict[str, Any], name: str, kind: type[T], empty: T) -> T:
    """Return a field's value when it is there and of the expected type, else ``empty``.

    Foreign commits are checked for form, not for meaning, so a projection trusts nobody's types.
    """
    return _fitting(values.get(name), kind, empty)


def _fitting(value: object, kind: type[T], empty: T) -> T:
    """Return a value of this type; a number that no column holds is none (msgpack goes to 2^64)."""
    if not isinstance(value, kind):
        return empty
    return empty if isinstance(value, int) and not -MOST <= value <= MOST else value


def _unnumbered(_one: object) -> None:
    return None
