# SPDX-License-Identifier: MIT
"""A long text that two people wrote differently: both versions in one, offered to look over."""

from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.text_merge import Merged, Piece, merge
from desktop.store.views import EntityView, FieldView
from sync.log.lineage import Lineage
from sync.records.fields import LINE_LENGTH, FieldType
from sync.records.kinds import kind

LONG: Final = LINE_LENGTH
"""Texts that may be longer than a line (characters) are merged; of a shorter one somebody writes a new one."""


def is_long_text(kind_name: str, field: str) -> bool:
    """Whether a field holds long text."""
    spec = kind(kind_name)
    found = spec.field(field) if spec is not None else None
    return found is not None and found.type is FieldType.TEXT and (found.max_length or 0) > LONG


def offered(desk: Desk, view: EntityView, field: FieldView) -> Merged | None:
    """Return the merge of a field's values over the last one that both authors had seen.

    ``None`` for anything but two long texts: where one was emptied or three stand, only a person can say.
    """
    texts = [head.value for head in field.heads if not head.erased]
    if not is_long_text(view.kind, field.name) or len(texts) != 2:  # noqa: PLR2004 - one and the other
        return None
    one, other = texts
    if not isinstance(one, str) or not isinstance(other, str) or not one or not other:
        return None
    lineage = Lineage(desk.reads.settling.writes(view.entity, view.stream), field.name)
    base = lineage.base(head.id for head in field.heads if not head.erased)
    was = lineage.value(base) if base is not None else ""
    merged = merge(was if isinstance(was, str) else "", one, other)
    return merged if merged.pieces != (Piece(one, other),) else None
