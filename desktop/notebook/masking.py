# SPDX-License-Identifier: MIT
"""What is shown of a person only when it is asked for, each time logged: a mask crosses the pipe instead.

The identity code always (Tietosuojalaki 1050/2018 § 29); of somebody under a non-disclosure order
(turvakielto, 661/2009 § 36) also how and where to find them.
"""

from collections.abc import Mapping
from typing import Any, Final

from desktop.notebook.messages.people import FieldValue
from desktop.store.views import EntityView
from sync.records.hetu import mask_hetu

_ALWAYS: Final = frozenset({"hetu"})
_WHEN_PROTECTED: Final = _ALWAYS | {"phone", "email", "municipality", "postcode", "district"}
_NONE: Final[frozenset[str]] = frozenset()
_DOTS: Final = "••••"
"""As long for every value: a mask that grows with what it hides tells of it."""


def is_protected(person: EntityView) -> bool:
    """Whether somebody is under a non-disclosure order; while two values stand, one that says so counts."""
    if person.values.get("protected") is True:
        return True
    field = person.fields.get("protected")
    return field is not None and any(head.value is True for head in field.heads)


def masked_fields(view: EntityView | None, *, protected: bool = False) -> frozenset[str]:
    """Return the fields of an entity that cross the pipe as masks; only those of a person do.

    ``protected``: another card of the same person is under a non-disclosure order.
    """
    if view is None or view.kind != "person":
        return _NONE
    return _WHEN_PROTECTED if protected or is_protected(view) else _ALWAYS


def masked_before(view: EntityView | None, fields: Mapping[str, Any]) -> frozenset[str]:
    """Return the fields of a person to be masked in a save that does not count here (yet).

    ``view`` is the person as far as they are known here, ``fields`` what the save says of them.
    """
    protected = fields.get("protected") is True or (view is not None and is_protected(view))
    return _WHEN_PROTECTED if protected else _ALWAYS


def masked_value(field: str, value: Any) -> FieldValue:  # noqa: ANN401 - any value of the log
    """Return what stands for a value; nothing stands for nothing, since that it is empty is no secret."""
    if not value:
        return None
    return mask_hetu(str(value)) if field == "hetu" else _DOTS
