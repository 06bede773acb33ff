# SPDX-License-Identifier: MIT
"""People who may be called: writing a permission down, the list, calling, taking off.

Nobody here is a client. A permission is about one thing, until a day at most 90 days away (domain.md § 4.1), and
leaves the laptop when that has passed (``desktop.notebook.retention``).
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, FieldRequired, NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.leads import LeadRow, Leads, ListLeads, MarkLead, RemoveLead, SaveLead
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.notebook.server import Handler
from desktop.notebook.telling import sending_marks
from desktop.store.changes import Change
from desktop.store.shown_values import value_of
from desktop.store.stand_reads import StandRow
from sync.log.deletion import deletion_value
from sync.records.ids import EntityId, StreamId
from sync.records.phone import tidy_phone

USUAL_DAYS: Final = 30
LONGEST_DAYS: Final = 90
"""How far away the last day of a permission may be (domain.md § 4.1)."""
_KIND: Final = "contact_lead"
_DAY_MS: Final = 86_400_000


class ContactLeads:
    """Answers what Today asks about people who may be called."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves and the access log in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing
        self._logged: set[EntityId] = set()

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks."""
        return {
            ListLeads: Handler(self.list, self._reading),
            SaveLead: Handler(self.save, self._writing),
            MarkLead: Handler(self.mark, self._writing),
            RemoveLead: Handler(self.remove, self._writing),
        }

    def list(self, ask: ListLeads) -> Leads:
        """Return who may be called on a day; raises ValueError for what is no day.

        The look is logged when a name is among them that was not seen before (906/2019 § 17): the list
        stands on Today, which is asked for again with every change.
        """
        desk = self._desk
        today = date.fromisoformat(ask.day)
        found = [
            row
            for row in desk.reads.stand.leads(ask.day)
            if desk.may_read(_KIND, row.stream) and row.values.get("person") is None
        ]
        rows = [self._row(row, today) for row in found]
        rows.sort(key=lambda row: (row.contacted > 0, row.expires))
        new = {row.lead for row in rows} - self._logged
        if new:
            self._logged |= new
            self._writing.post(self._looked(len(rows)))
        return Leads(rows)

    def save(self, ask: SaveLead) -> RecordSaved:
        """Write a permission down or change one; raises FieldRequired, FieldRefused, NotFound, NotAllowed."""
        desk = self._desk
        view = desk.entity(ask.lead, _KIND) if ask.lead is not None else None
        given = value_of(view.values, "permitted", int, 0) if view is not None else desk.now()
        said: dict[str, Any] = {
            "name": ask.name.strip(),
            "phone": tidy_phone(ask.phone) if ask.phone.strip() else None,
            "email": ask.email.strip() or None,
            "language": ask.language or None,
            "purpose": ask.purpose.strip(),
            "expires": self._until(ask, given),
        }
        for field in ("name", "purpose"):
            if not said[field]:
                raise FieldRequired(field=field)
        if said["phone"] is None and said["email"] is None:
            raise FieldRequired(field="phone")
        if view is None:
            fields = {name: value for name, value in said.items() if value is not None} | {"permitted": given}
            lead = desk.new_id()
            change = Change(kind=_KIND, entity=lead, fields=fields, subject=lead)
            self._logged.add(lead)  # who writes a name down has not looked it up
            return self._save(change, desk.team_stream())
        new = {name: value for name, value in said.items() if view.values.get(name) != value}
        if not new:
            raise FieldRequired(field="name")
        return self._save(Change(kind=_KIND, entity=view.entity, fields=new), view.stream)

    def mark(self, ask: MarkLead) -> RecordSaved:
        """Say that somebody was called, or take that back."""
        view = self._desk.entity(ask.lead, _KIND)
        fields = {"contacted": self._desk.now() if ask.called else None}
        return self._save(Change(kind=_KIND, entity=ask.lead, fields=fields), view.stream)

    def remove(self, ask: RemoveLead) -> RecordSaved:
        """Take a permission off."""
        view = self._desk.entity(ask.lead, _KIND)
        state = self._desk.reads.entities.state(ask.lead)
        if state is None:
            raise NotFound(kind=_KIND)
        change = Change(kind=_KIND, entity=ask.lead, fields={"deleted": deletion_value(state)})
        return self._save(change, view.stream)

    def _save(self, change: Change, stream: StreamId) -> RecordSaved:
        (saved,) = self._desk.save([(stream, [change])])
        return RecordSaved(change.entity, SaveId(stream, saved.n))

    def _until(self, ask: SaveLead, given: int) -> str:
        """Return the last day; raises FieldRefused for one that has passed, or is too far from the permission."""
        today = date.fromisoformat(ask.day)
        if not ask.expires:
            return (today + timedelta(days=USUAL_DAYS)).isoformat()
        try:
            last = date.fromisoformat(ask.expires)
        except ValueError:
            raise FieldRefused(field="expires", reason="bad_date") from None
        begun = today - timedelta(days=max(0, self._desk.now() - given) // _DAY_MS)
        if not today <= last <= begun + timedelta(days=LONGEST_DAYS):
            raise FieldRefused(field="expires", reason="out_of_range")
        return last.isoformat()

    def _looked(self, rows: int) -> Callable[[], None]:
        desk = self._desk
        return lambda: desk.looked("LIST", None, kind=_KIND, reason="leads", extra={"rows": rows})

    def _row(self, row: StandRow, today: date) -> LeadRow:
        desk, values = self._desk, row.values
        marks = sending_marks(
            row.sending, provisional=row.author.writer != desk.writer and row.sending.unsent
        )
        if row.conflict:
            marks.insert(0, Mark.TWO_VALUES)
        expires = value_of(values, "expires", str, "")
        return LeadRow(
            lead=row.entity,
            name=value_of(values, "name", str, ""),
            phone=value_of(values, "phone", str, ""),
            email=value_of(values, "email", str, ""),
            language=value_of(values, "language", str, ""),
            purpose=value_of(values, "purpose", str, ""),
            expires=expires,
            days_left=_days(expires, today),
            contacted=value_of(values, "contacted", int, 0),
            by="" if desk.mine(row.author) else desk.name_of(row.author),
            marks=marks,
        )


def _days(last: str, today: date) -> int:
    """Return the days to the last one; 0 for a day of a form that a newer version wrote."""
    try:
        return (date.fromisoformat(last) - today).days
    except ValueError:
        return 0
