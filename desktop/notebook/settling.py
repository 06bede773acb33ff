# SPDX-License-Identifier: MIT
"""Choosing among values, bringing one back, keeping or deleting a record: each a save like any other.

A choice names the values that lay before its author's eyes; the others stay in the history.
"""

from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile, NotFound
from desktop.notebook.messages.people import RecordSaved, RestoreValue, SettleConflict
from desktop.notebook.people import save_id, tidy_fields
from desktop.notebook.settle_requests import SettleRequests
from desktop.store.changes import Change
from desktop.store.views import EntityView, FieldView
from sync.log.commit import CommitId
from sync.log.deletion import DELETED, deletion_value
from sync.log.lineage import Lineage
from sync.records.ids import EntityId

_REASON = "two-values"


class Settling:
    """Writes choices at one desk; used in the writing lane."""

    def __init__(self, desk: Desk, requests: SettleRequests) -> None:
        self._desk = desk
        self._requests = requests
        self._shown: dict[tuple[EntityId, str], tuple[CommitId, ...]] = {}
        """Per field that was opened: what stood in it."""

    def opened(self, view: EntityView, field: str) -> None:
        """Note what stands in a field while its values are before this person's eyes."""
        self._shown[view.entity, field] = view.seen([field])[field]

    def settle(self, ask: SettleConflict) -> RecordSaved:
        """Write the chosen value, having seen those shown; raises GoneMeanwhile when somebody was first.

        A value that came in after the two were opened stays beside the new one, for somebody to look at.
        """
        if ask.field == DELETED:
            return self._decide(ask)
        value: Any = tidy_fields({ask.field: ask.value})[ask.field]
        if ask.settled is not None:
            if ask.writer:
                return self.restore(RestoreValue(ask.entity, ask.field, ask.writer, ask.n))
            return self._write(self._desk.entity(ask.entity), ask.field, value)
        view, field = contested(self._desk, ask.entity, ask.field)
        if ask.writer:
            value = next(
                (
                    head.value
                    for head in field.heads
                    if head.id.writer.hex() == ask.writer and head.id.n == ask.n and not head.erased
                ),
                _MISSING,
            )
            if value is _MISSING:
                raise GoneMeanwhile(field=ask.field)
        return self._write(view, ask.field, value)

    def restore(self, ask: RestoreValue) -> RecordSaved:
        """Bring an earlier value back by a new save; raises NotFound when it is not in the history.

        A value that only a snapshot brought, or the centre told of, can be brought back too; one that was erased never.
        """
        view = self._desk.entity(ask.entity)
        lineage = Lineage(self._desk.reads.settling.writes(view.entity, view.stream), ask.field)
        for one in lineage.ids():
            if (one.writer.hex(), one.n) == (ask.writer, ask.n) and not lineage.erased(one):
                return self._write(view, ask.field, lineage.value(one))
        for write in self._desk.history(view.entity):
            if not write.here and (write.id.writer.hex(), write.id.n) == (ask.writer, ask.n):
                for change in write.changes:
                    if change.name == ask.field:
                        return self._write(view, ask.field, change.after)
        raise NotFound(kind=ask.field)

    def _decide(self, ask: SettleConflict) -> RecordSaved:
        """Keep a record that somebody deleted and somebody else changed, or delete it all the same.

        The side that was chosen is a deletion, or a change beside it.
        """
        desk = self._desk
        view = desk.entity(ask.entity)
        field = view.fields.get(DELETED)
        if field is None or not view.changed_beside_deletion:
            raise GoneMeanwhile(field=DELETED)
        chosen = [head for head in field.heads if (head.id.writer.hex(), head.id.n) == (ask.writer, ask.n)]
        if not chosen or chosen[0].value is None:
            return self._write(view, DELETED, None)
        state = desk.reads.entities.state(view.entity)
        if state is None:
            raise NotFound(kind=view.kind)
        return self._write(view, DELETED, deletion_value(state, desk.reads.entities.about(view.entity)))

    def _write(self, view: EntityView, field: str, value: Any) -> RecordSaved:  # noqa: ANN401 - a field's value
        shown = self._shown.pop((view.entity, field), None)
        change = Change(
            kind=view.kind,
            entity=view.entity,
            fields={field: value},
            subject=view.subject,
            seen={field: view.seen([field])[field] if shown is None else shown},
        )
        changes = [change, *self._requests.closing(view, field)]
        (saved,) = self._desk.save([(view.stream, changes)], reason=_REASON)
        return RecordSaved(view.entity, save_id(view.stream, saved))


def contested(desk: Desk, entity: EntityId, name: str) -> tuple[EntityView, FieldView]:
    """Return a record and its field with several values; raises GoneMeanwhile when it has only one by now."""
    view = desk.entity(entity)
    field = view.fields.get(name)
    if field is None or not field.conflict:
        raise GoneMeanwhile(field=name)
    return view, field


_MISSING = object()
