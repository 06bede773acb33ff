# SPDX-License-Identifier: MIT
"""Two values for one field: the list, and one question opened with both sides; who answers which ask.

A record that was changed beside its deletion is a question of its own, with the field ``deleted``.
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from desktop.notebook.cards import is_shielded, masked_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile
from desktop.notebook.field_history import field_rows, first_known, may_write, open_field, person_of, title_of
from desktop.notebook.lanes import Lane
from desktop.notebook.masking import masked_value
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.people import (
    ConflictRow,
    ConflictView,
    ListConflicts,
    OpenConflict,
    RecordSaved,
    RestoreValue,
    SettleConflict,
    Side,
)
from desktop.notebook.messages.people import Conflicts as ConflictList
from desktop.notebook.messages.settling import (
    AskColleague,
    FieldHistoryView,
    LeaveForLater,
    ListSettlers,
    OpenFieldHistory,
)
from desktop.notebook.server import Handler
from desktop.notebook.settle_requests import KIND, OPEN, SettleRequests, Waiting
from desktop.notebook.settling import Settling, contested
from desktop.notebook.sides import before_choice, beside_deletion, placed
from desktop.notebook.telling import birth_year, side
from desktop.notebook.text_offer import offered
from desktop.store.views import ConflictRow as StoredConflict
from desktop.store.views import EntityView
from sync.log.deletion import DELETED
from sync.records.ids import StreamId, stream_team

_OWN_KINDS = frozenset({KIND, "seen"})
"""Kinds that are about questions: two values in one of these are nobody's question."""


class Conflicts:
    """Answers everything about fields with two values."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing
        self.requests = SettleRequests(desk)
        self._settling = Settling(desk, self.requests)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about two values."""
        return {
            ListConflicts: Handler(self.list_all, self._reading),
            OpenConflict: Handler(self.open, self._writing),
            SettleConflict: Handler(self.settle, self._writing),
            RestoreValue: Handler(self.restore, self._writing),
            LeaveForLater: Handler(self.requests.later, self._writing),
            AskColleague: Handler(self.requests.ask, self._writing),
            ListSettlers: Handler(self.requests.settlers, self._reading),
            OpenFieldHistory: Handler(self.history, self._writing),
        }

    def list_all(self, _ask: ListConflicts) -> ConflictList:
        """Return every question in the streams this person works in: whose turn it is first, then newest first."""
        waiting = self.requests.waiting()
        rows = []
        for found in self._found():
            view = self._desk.reads.entity(found.entity)
            if view is not None:
                rows += [
                    self._row(view, name, waiting.get((view.entity, name), OPEN)) for name in _names(found)
                ]
        rows.sort(key=lambda row: (bool(row.later or row.asks), not row.asked_by, -row.at))
        return ConflictList(rows)

    def count(self) -> int:
        """Return how many questions wait now: none that is put off or left to a colleague."""
        found = [(one.entity, name) for one in self._found() for name in _names(one)]
        waiting = self.requests.waiting() if found else {}
        return sum(waiting.get(one, OPEN).now for one in found)

    def open(self, ask: OpenConflict) -> ConflictView:
        """Return both values; a look at a person is logged. Raises GoneMeanwhile when it is settled.

        With ``settled``, a choice of one's own, the values that lay side by side before it: to choose again.
        """
        if ask.settled is not None:
            view = self._desk.entity(ask.entity)
            sides = before_choice(self._desk, view, ask.field, StreamId(ask.settled.stream), ask.settled.n)
            return self._question(view, ask.field, sides, what="settled")
        if ask.field == DELETED:
            view = self._desk.entity(ask.entity)
            if not view.changed_beside_deletion:
                raise GoneMeanwhile(field=DELETED)
            return self._question(view, DELETED, beside_deletion(self._desk, view), what="deletion")
        view, field = contested(self._desk, ask.entity, ask.field)
        masked = field.name if field.name in masked_of(self._desk, view) else ""
        sides = [
            placed(self._desk, side(self._desk, head, shown=place == 0, masked=masked), head.author)
            for place, head in enumerate(field.heads)
        ]
        sides.sort(key=lambda one: not one.mine)
        told = self._question(view, ask.field, sides, what="values")
        merged = offered(self._desk, view, field)
        return told if merged is None else replace(told, proposal=merged.text, overlaps=merged.overlaps)

    def settle(self, ask: SettleConflict) -> RecordSaved:
        """Write a choice; see ``Settling.settle``."""
        return self._settling.settle(ask)

    def restore(self, ask: RestoreValue) -> RecordSaved:
        """Bring an earlier value back; see ``Settling.restore``."""
        return self._settling.restore(ask)

    def history(self, ask: OpenFieldHistory) -> FieldHistoryView:
        """Return what a field has held; the look is logged."""
        told = open_field(self._desk, ask)
        self._settling.opened(self._desk.entity(ask.entity), ask.field)
        return told

    def _found(self) -> Iterable[StoredConflict]:
        desk = self._desk
        return (
            one
            for one in desk.reads.lists.conflicts()
            if one.kind not in _OWN_KINDS and desk.may_read(one.kind, one.stream)
        )

    def _row(self, view: EntityView, name: str, waits: Waiting) -> ConflictRow:
        desk = self._desk
        field = view.fields.get(name)
        at = max((head.time or 0 for head in field.heads), default=0) if field is not None else 0
        return ConflictRow(
            entity=view.entity,
            kind=view.kind,
            field=name,
            title=title_of(desk, view),
            at=at,
            later=waits.later,
            asks=desk.staff_name(waits.asks),
            asked_by=desk.staff_name(waits.asked_by),
        )

    def _question(self, view: EntityView, name: str, sides: list[Side], *, what: str) -> ConflictView:
        desk = self._desk
        person = person_of(desk, view)
        if person is not None:
            desk.looked("READ", person.entity, kind="person", reason="two-values")
        self._settling.opened(view, name)
        desk.sights.show_field(view, name)
        history = [] if what == "deletion" else field_rows(desk, view, name)
        standing = {(one.writer, one.n) for one in sides}
        earlier = [row for row in history if (row.writer, row.n) not in standing and not row.stands]
        masked = name in masked_of(desk, view)
        previous = first_known(desk, view, name) if what != "deletion" else None
        waits = self.requests.waiting().get((view.entity, name), OPEN)
        return ConflictView(
            entity=view.entity,
            kind=view.kind,
            field=name,
            title=title_of(desk, view),
            birth_year=(
                birth_year(person.values)
                if person is not None and not is_shielded(desk, person.entity)
                else 0
            ),
            sides=sides,
            previous=earlier[0].value if earlier else masked_value(name, previous) if masked else previous,
            history=history,
            can_keep_both=False,
            masked=masked,
            what=what,
            can_settle=may_write(desk, view, name),
            can_ask=what != "settled" and stream_team(view.stream) is not None,
            later=waits.later,
            asks=desk.staff_name(waits.asks),
            asked_by=desk.staff_name(waits.asked_by),
            person=person.entity if person is not None else None,
            earlier=what != "deletion" and desk.began_elsewhere(view.entity),
        )


def _names(found: StoredConflict) -> list[str]:
    return [*found.fields, *([DELETED] if found.changed_beside_deletion else [])]
