# SPDX-License-Identifier: MIT
"""Appointments of a person: making one, changing it, the list, and the file that a calendar takes.

What became of one is said where it is followed up (``desktop.notebook.moving_on``).
"""

from pathlib import Path
from typing import Any, Final

from desktop.notebook.attachment_intake import is_inside
from desktop.notebook.calendar_file import CalendarEvent, calendar_file
from desktop.notebook.cards import cards_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, FieldRequired, FileUnreadable, NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.appointments import (
    AppointmentRow,
    Appointments,
    ListAppointments,
    SaveAppointment,
    WriteCalendarFile,
)
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.notebook.server import Handler
from desktop.notebook.telling import sending_marks
from desktop.store.changes import Change
from desktop.store.shown_values import value_of
from desktop.store.views import EntityView
from desktop.vault.attachments import copy_readable
from sync.records.ids import StaffId, StreamId, derived_entity
from sync.records.rights import Action, may

USUAL_MINUTES: Final = 60
"""How long one takes in a calendar when nobody said."""
_KIND: Final = "appointment"


class AppointmentBook:
    """Answers what the window asks about appointments."""

    def __init__(self, desk: Desk, *, writing: Lane) -> None:
        """Work at ``desk``: every look is logged, so all of it runs in the lane that saves."""
        self._desk = desk
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks."""
        return {
            ListAppointments: Handler(self.list, self._writing),
            SaveAppointment: Handler(self.save, self._writing),
            WriteCalendarFile: Handler(self.write_file, self._writing),
        }

    def list(self, ask: ListAppointments) -> Appointments:
        """Return a person's appointments of all their cards, after logging the look at each; raises NotFound."""
        desk = self._desk
        cards = cards_of(desk, ask.person)
        for card in cards.ids:
            desk.looked("READ", card, kind="person", reason="appointments")
        views = {
            view.entity: view
            for card in cards.ids
            for one in desk.reads.services.about(card, _KIND)
            if (view := desk.reads.entity(one.entity)) is not None and desk.may_read(_KIND, view.stream)
        }
        for entity, view in views.items():
            desk.sights.show({entity: view})
        rows = [self._row(view) for view in views.values()]
        now = desk.now()
        coming = sorted((row for row in rows if row.at >= now), key=lambda row: row.at)
        past = sorted((row for row in rows if row.at < now), key=lambda row: -row.at)
        return Appointments(cards.lead.entity, [*coming, *past], can_edit=self._may_make(cards.lead.stream))

    def save(self, ask: SaveAppointment) -> RecordSaved:
        """Make one with this person, or change one, durable when this returns.

        Raises NotFound, FieldRequired without a time or a way, FieldRefused by the store, NotAllowed.
        """
        desk = self._desk
        if ask.at <= 0:
            raise FieldRequired(field="at")
        said: dict[str, Any] = {
            "at": ask.at,
            "kind": ask.kind,
            "minutes": ask.minutes or None,
            "place": ask.place.strip() or None,
            "text": ask.text.strip() or None,
        }
        if ask.appointment is None:
            person = cards_of(desk, ask.person).lead
            fields = {name: value for name, value in said.items() if value is not None}
            fields |= {"owner": desk.staff, "status": "planned"}
            change = Change(kind=_KIND, entity=desk.new_id(), fields=fields, subject=person.entity)
            return self._saved(person.stream, change)
        view = desk.entity(ask.appointment, _KIND)
        changed = {name: value for name, value in said.items() if view.values.get(name) != value}
        if not changed:
            raise FieldRequired(field="at")
        seen = desk.sights.seen(view.entity, changed)
        return self._saved(view.stream, Change(kind=_KIND, entity=view.entity, fields=changed, seen=seen))

    def write_file(self, ask: WriteCalendarFile) -> Done:
        """Write one as a calendar takes it, after logging that it leaves; whole, or not there.

        Its title is what the person at the window chose, its id is made from the record's and leads back to it
        only here. Raises NotFound, FieldRequired without a title, FieldRefused for a time beyond the calendar and
        for a place inside of the laptop's folder, FileUnreadable, DiskFull.
        """
        desk = self._desk
        path = self._outside(ask.path)
        view = desk.entity(ask.appointment, _KIND)
        if view.deleted:
            raise NotFound(kind=_KIND)
        title = ask.title.strip()
        if not title:
            raise FieldRequired(field="title")
        event = CalendarEvent(
            uid=derived_entity(view.entity, "calendar").hex(),
            title=title,
            at=value_of(view.values, "at", int, 0),
            minutes=value_of(view.values, "minutes", int, 0) or USUAL_MINUTES,
            written=desk.now(),
            place=value_of(view.values, "place", str, ""),
            cancelled=view.values.get("status") == "cancelled",
        )
        try:
            content = calendar_file(event)
        except (ValueError, OverflowError, OSError):
            raise FieldRefused(field="at", reason="out_of_range") from None
        desk.looked("EXPORT", view.entity, kind=_KIND, reason="calendar")
        try:
            copy_readable(content, path)
        except OSError as problem:
            raise FileUnreadable(reason="not-written") from problem
        return Done()

    def _outside(self, text: str) -> Path:
        path = Path(text)
        try:
            inside = is_inside(path, self._desk.store.path.parents[2])
        except ValueError as problem:
            raise FileUnreadable(reason="not-written") from problem
        if inside or not path.is_absolute():
            raise FieldRefused(field="path", reason="inside_notebook")
        return path

    def _saved(self, stream: StreamId, change: Change) -> RecordSaved:
        (saved,) = self._desk.save([(stream, [change])], reason="appointments")
        return RecordSaved(change.entity, SaveId(stream, saved.n))

    def _row(self, view: EntityView) -> AppointmentRow:
        desk, values = self._desk, view.values
        marks = sending_marks(view.sending)
        if view.changed_beside_deletion:
            marks.insert(0, Mark.CHANGED_BESIDE_DELETION)
        elif view.conflicts:
            marks.insert(0, Mark.TWO_VALUES)
        owner = value_of(values, "owner", str, "")
        return AppointmentRow(
            appointment=view.entity,
            at=value_of(values, "at", int, 0),
            minutes=value_of(values, "minutes", int, 0),
            kind=value_of(values, "kind", str, ""),
            place=value_of(values, "place", str, ""),
            text=value_of(values, "text", str, ""),
            status=value_of(values, "status", str, ""),
            owner=desk.staff_name(StaffId(owner)) if owner else "",
            mine=owner == desk.staff,
            marks=marks,
        )

    def _may_make(self, stream: StreamId) -> bool:
        return any(may(one, _KIND, (), own=True, action=Action.CREATE) for one in self._desk.roles_in(stream))
