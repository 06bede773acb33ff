# SPDX-License-Identifier: MIT
"""Which fields of a form differ from what was there before: only these are written."""

from collections.abc import Mapping

from desktop.notebook.messages.people import FieldValue
from desktop.ui.people.editors import ValueEditor
from desktop.ui.people.form_layout import HETU, WAYS


def values_of(editors: Mapping[str, ValueEditor]) -> dict[str, FieldValue]:
    """Return what every editor holds, by key."""
    return {key: editor.value() for key, editor in editors.items()}


def changed_fields(
    kind: str, editors: Mapping[str, ValueEditor], before: Mapping[str, FieldValue]
) -> dict[str, FieldValue]:
    """Return the fields of one kind that a save writes; a set as {element: on}.

    An identity code left empty was not touched: its mask is shown, never the code itself.
    """
    fields: dict[str, FieldValue] = {}
    for key, editor in editors.items():
        home, _, name = key.partition("/")
        value = editor.value()
        if home != kind or value == before.get(key) or (key == HETU and value is None):
            continue
        fields[name] = switched(before.get(key), value) if key == WAYS else value
    return fields


def switched(before: FieldValue, after: FieldValue) -> FieldValue:
    """Return a set's elements that were turned on or off."""
    old = set(before) if isinstance(before, list) else set()
    new = set(after) if isinstance(after, list) else set()
    return {element: element in new for element in sorted(old ^ new)}
