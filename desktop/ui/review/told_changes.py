# SPDX-License-Identifier: MIT
"""Which changes of a save a reviewer reads, in which order, and in which words.

A save holds more than people read: ids of sessions and walk-ins, the moment a note was begun. Those
rows are left out where they say nothing; what is left stands by what it is about, the name first.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.review import FieldChange
from desktop.ui.page import Tools
from desktop.ui.review.change_lines import ChangeLine
from desktop.ui.words.fields import field_label, kind_label, written_value
from desktop.ui.words.marks import mark_value
from sync.records.kinds import kind as kind_of

_ORDER: Final = (
    "person",
    "situation",
    "health_flag",
    "attendance",
    "note",
    "merge",
    "referral",
    "consent",
    "task",
)
_SAID_IN_THE_HEAD: Final = frozenset(
    (kind, "at") for kind in ("note", "attendance", "referral", "consent", "handout", "visit_referral")
)
"""Moments that only repeat when the save was made, as long as nobody has changed them afterwards."""


def told_changes(changes: Sequence[FieldChange], tools: Tools) -> list[ChangeLine]:
    """Return the changes worth reading as lines: person, situation, note; in the vocabulary's order."""
    kinds = {change.kind for change in changes}
    lines = []
    for change in sorted(changes, key=_place):
        line = _line(change, tools, group=kind_label(change.kind) if len(kinds) > 1 else "")
        if line is not None:
            lines.append(line)
    return lines


def _place(change: FieldChange) -> tuple[int, str, int, str]:
    known = _ORDER.index(change.kind) if change.kind in _ORDER else len(_ORDER)
    spec = kind_of(change.kind)
    names = [one.name for one in spec.fields] if spec is not None else []
    name = change.field.partition("/")[0]
    return known, change.entity.hex(), names.index(name) if name in names else len(names), change.field


def _line(change: FieldChange, tools: Tools, *, group: str) -> ChangeLine | None:
    codes, language = tools.codes, tools.translations.language
    if change.added and (change.kind, change.field) in _SAID_IN_THE_HEAD:
        return None
    before = written_value(change.kind, change.field, change.before, codes, language)
    after = written_value(change.kind, change.field, change.after, codes, language)
    marks = []
    if change.two_values:
        marks.append(mark_value(Mark.TWO_VALUES))
    if change.changed_since:
        marks.append(mark_value(Mark.CHANGED_SINCE_REVIEW))
    if not before and not after:
        if change.added and not marks:
            return None
        # Only an id stands there, which is nobody's name: that it changed must still be seen.
        after = QCoreApplication.translate("Review", "changed to another")
    return ChangeLine(
        field=field_label(change.kind, change.field, codes),
        before=before,
        after=after,
        added=change.added,
        marks=tuple(marks),
        group=group,
    )
