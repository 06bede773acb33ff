# SPDX-License-Identifier: MIT
"""What a field has held: every write with who, when and how it stands; and whom or what the field is about."""

from collections.abc import Collection
from typing import Any

from desktop.notebook.cards import masked_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotAllowed
from desktop.notebook.masking import masked_value
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldHistoryRow, FieldValue
from desktop.notebook.messages.settling import FieldHistoryView, OpenFieldHistory
from desktop.notebook.telling import person_name, standing_mark, told_value
from desktop.store.beginnings import first_values
from desktop.store.views import EntityView, FieldChange
from sync.records.rights import Action


def field_rows(desk: Desk, view: EntityView, name: str) -> list[FieldHistoryRow]:
    """Return the writes to a field, newest first; to any element of it when it is a set."""
    masked = name if name in masked_of(desk, view) else ""
    rows = [
        FieldHistoryRow(
            at=write.time,
            by=desk.name_of(write.author),
            mine=desk.mine(write.author),
            value=_told(change, name, masked),
            mark=standing_mark(write.standing),
            writer=write.id.writer.hex(),
            n=write.id.n,
            stands=_stands(view, change.name, write.id.writer.hex(), write.id.n),
            element=change.name.partition("/")[2],
        )
        for write in desk.history(view.entity)
        if write.time
        for change in write.changes
        if change.name == name or change.name.startswith(f"{name}/")
    ]
    rows += _of_snapshot(desk, view, name, masked, known={(row.writer, row.n) for row in rows})
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _of_snapshot(
    desk: Desk, view: EntityView, name: str, masked: str, *, known: Collection[tuple[str, int]]
) -> list[FieldHistoryRow]:
    """Return the values that a snapshot brought, whose moment is not known here (``at`` 0)."""
    if not desk.began_elsewhere(view.entity):
        return []
    return [
        FieldHistoryRow(
            at=0,
            by=desk.name_of(author),
            mine=desk.mine(author),
            value=_told(FieldChange(name=each, before=None, after=head.value), name, masked),
            mark=Mark.DELIVERED,
            writer=head.id.writer.hex(),
            n=head.id.n,
            stands=_stands(view, each, head.id.writer.hex(), head.id.n),
            element=each.partition("/")[2],
        )
        for each, author, head in first_values(desk.reads, view.entity, name)
        if (head.id.writer.hex(), head.id.n) not in known
    ]


def first_known(desk: Desk, view: EntityView, name: str) -> FieldValue:
    """Return what a field held before anything was written here: a snapshot brings values without writes."""
    masked = name in masked_of(desk, view)
    for write in desk.history(view.entity):
        for change in write.changes if write.time else ():
            if change.name == name:
                return masked_value(name, change.before) if masked else told_value(change.before)
    return None


def open_field(desk: Desk, ask: OpenFieldHistory) -> FieldHistoryView:
    """Return a field's history; a look at a person is logged. Raises NotFound for what is not for these eyes."""
    view = desk.entity(ask.entity)
    person = person_of(desk, view)
    target = person if person is not None else view
    desk.looked("READ", target.entity, kind=target.kind, reason="field-history", extra={"field": ask.field})
    rows = field_rows(desk, view, ask.field)
    # What is restored from here has been seen with what stands now, not with what stood when the card was opened.
    desk.sights.show_field(view, ask.field)
    return FieldHistoryView(
        entity=view.entity,
        kind=view.kind,
        field=ask.field,
        title=title_of(desk, view),
        rows=rows,
        masked=ask.field in masked_of(desk, view),
        can_restore=may_write(desk, view, ask.field),
        earlier=desk.began_elsewhere(view.entity),
    )


def may_write(desk: Desk, view: EntityView, field: str) -> bool:
    """Whether this person may write a field of a record."""
    own = desk.wrote(view.entity)
    try:
        desk.allow(view.kind, stream=view.stream, action=Action.EDIT, own=own, fields=(field,))
    except NotAllowed:
        return False
    return True


def person_of(desk: Desk, view: EntityView) -> EntityView | None:
    """Return whom a record is about, ``None`` for one that is about nobody."""
    return desk.reads.entity(view.subject) if view.subject is not None else None


def title_of(desk: Desk, view: EntityView) -> str:
    """Return the name of whom a record is about, or the place of a session."""
    person = person_of(desk, view)
    if person is not None:
        return person_name(person.values)
    place = view.values.get("place")
    return str(place.get("name") or "") if isinstance(place, dict) else ""


def _told(change: FieldChange, name: str, masked: str) -> FieldValue:
    value: Any = change.after
    return masked_value(masked, value) if masked and change.name == name else told_value(value)


def _stands(view: EntityView, name: str, writer: str, n: int) -> bool:
    field = view.fields.get(name)
    return field is not None and any((head.id.writer.hex(), head.id.n) == (writer, n) for head in field.heads)
