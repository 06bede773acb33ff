# SPDX-License-Identifier: MIT
"""Two values for one field: the list, both side by side, choosing one, bringing an earlier one back.

Settling is a commit like any other, made with all heads before the author's eyes; the other value
stays in the history, and whoever wrote it can bring it back.
"""

from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile, NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.masking import is_protected, masked_fields, masked_value
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.people import (
    ConflictRow,
    ConflictView,
    FieldHistoryRow,
    FieldValue,
    ListConflicts,
    OpenConflict,
    RecordSaved,
    RestoreValue,
    SettleConflict,
)
from desktop.notebook.messages.people import (
    Conflicts as ConflictList,
)
from desktop.notebook.people import save_id, tidy_fields
from desktop.notebook.server import Handler
from desktop.notebook.telling import birth_year, person_name, side, standing_mark, told_value
from desktop.store.changes import Change
from desktop.store.views import ConflictRow as StoredConflict
from desktop.store.views import EntityView, FieldView
from sync.log.commit import CommitId
from sync.records.ids import EntityId


class Conflicts:
    """Answers everything about fields with two values."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing
        self._shown: dict[tuple[EntityId, str], tuple[CommitId, ...]] = {}
        """Per field that was opened: the values that lay side by side."""

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about two values."""
        return {
            ListConflicts: Handler(self.list_all, self._reading),
            OpenConflict: Handler(self.open, self._writing),
            SettleConflict: Handler(self.settle, self._writing),
            RestoreValue: Handler(self.restore, self._writing),
        }

    def list_all(self, _ask: ListConflicts) -> ConflictList:
        """Return every field with two values in the streams this person works in, newest first."""
        desk = self._desk
        rows = []
        for found in self._found():
            view = desk.reads.entity(found.entity)
            if view is None:
                continue
            for field in view.conflicts:
                at = max((head.time or 0 for head in field.heads), default=0)
                rows.append(ConflictRow(view.entity, view.kind, field.name, self._title(view), at))
        return ConflictList(sorted(rows, key=lambda row: row.at, reverse=True))

    def count(self) -> int:
        """Return how many fields have two values."""
        return sum(len(found.fields) for found in self._found())

    def _found(self) -> list[StoredConflict]:
        desk = self._desk
        return [found for found in desk.reads.lists.conflicts() if desk.may_read(found.kind, found.stream)]

    def open(self, ask: OpenConflict) -> ConflictView:
        """Return both values; a look at a person is logged. Raises GoneMeanwhile when it is settled."""
        desk = self._desk
        view, field = self._contested(ask.entity, ask.field)
        masked = field.name if field.name in masked_fields(view) else ""
        person = self._person(view)
        if person is not None:
            desk.looked("READ", person.entity, kind="person", reason="two-values")
        self._shown[view.entity, field.name] = tuple(head.id for head in field.heads)
        desk.sights.show_field(view, field.name)
        sides = [side(desk, head, shown=place == 0, masked=masked) for place, head in enumerate(field.heads)]
        history = self._history(view.entity, field.name, masked=masked)
        heads = {(head.id.writer.hex(), head.id.n) for head in field.heads}
        earlier = [row for row in history if (row.writer, row.n) not in heads]
        return ConflictView(
            entity=view.entity,
            kind=view.kind,
            field=field.name,
            title=self._title(view),
            birth_year=birth_year(person.values) if person is not None and not is_protected(person) else 0,
            sides=sorted(sides, key=lambda one: not one.mine),
            previous=earlier[0].value
            if earlier
            else self._first_known(view.entity, field.name, masked=masked),
            history=history,
            can_keep_both=False,
            masked=bool(masked),
        )

    def settle(self, ask: SettleConflict) -> RecordSaved:
        """Write the chosen value, having seen those shown; raises GoneMeanwhile when somebody was first.

        A value that came in after the two were opened stays beside the new one, for somebody to look at.
        """
        view, field = self._contested(ask.entity, ask.field)
        value: Any = tidy_fields({ask.field: ask.value})[ask.field]
        if ask.writer:
            value = next(
                (
                    head.value
                    for head in field.heads
                    if head.id.writer.hex() == ask.writer and head.id.n == ask.n
                ),
                _MISSING,
            )
            if value is _MISSING:
                raise GoneMeanwhile(field=ask.field)
        return self._write(view, ask.field, value)

    def restore(self, ask: RestoreValue) -> RecordSaved:
        """Bring an earlier value back by a new save; raises NotFound when it is not in the history."""
        view = self._desk.entity(ask.entity)
        for write in self._desk.reads.history(ask.entity):
            if write.id.writer.hex() == ask.writer and write.id.n == ask.n:
                for change in write.changes:
                    if change.name == ask.field:
                        return self._write(view, ask.field, change.after)
        raise NotFound(kind=ask.field)

    def _write(self, view: EntityView, field: str, value: Any) -> RecordSaved:  # noqa: ANN401 - a field's value
        shown = self._shown.pop((view.entity, field), None) or view.seen([field])[field]
        change = Change(
            kind=view.kind,
            entity=view.entity,
            fields={field: value},
            subject=view.subject,
            seen={field: shown},
        )
        (saved,) = self._desk.save([(view.stream, [change])], reason="two-values")
        return RecordSaved(view.entity, save_id(view.stream, saved))

    def _contested(self, entity: EntityId, name: str) -> tuple[EntityView, FieldView]:
        view = self._desk.entity(entity)
        field = view.fields.get(name)
        if field is None or not field.conflict:
            raise GoneMeanwhile(field=name)
        return view, field

    def _history(self, entity: EntityId, name: str, *, masked: str) -> list[FieldHistoryRow]:
        desk = self._desk
        rows = []
        for write in desk.reads.history(entity):
            for change in write.changes:
                if change.name == name:
                    value = masked_value(masked, change.after) if masked else told_value(change.after)
                    rows.append(
                        FieldHistoryRow(
                            at=write.time,
                            by=desk.name_of(write.author),
                            mine=desk.mine(write.author),
                            value=value,
                            mark=standing_mark(write.standing),
                            writer=write.id.writer.hex(),
                            n=write.id.n,
                        )
                    )
        return sorted(rows, key=lambda row: row.at, reverse=True)

    def _first_known(self, entity: EntityId, name: str, *, masked: str) -> FieldValue:
        """Return what a field held before anything was written here: a snapshot brings values without writes."""
        for write in self._desk.reads.history(entity):
            for change in write.changes:
                if change.name == name:
                    return masked_value(masked, change.before) if masked else told_value(change.before)
        return None

    def _title(self, view: EntityView) -> str:
        person = self._person(view)
        if person is not None:
            return person_name(person.values)
        place = view.values.get("place")
        return str(place.get("name") or "") if isinstance(place, dict) else ""

    def _person(self, view: EntityView) -> EntityView | None:
        return self._desk.reads.entity(view.subject) if view.subject is not None else None


_MISSING = object()
