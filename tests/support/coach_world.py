# SPDX-License-Identifier: MIT
"""A coach at their desk, with people who have something to be followed up."""

from datetime import date, timedelta
from typing import Any

from notebook_world import AINO, DAY_START, MORNING, NotebookWorld

from desktop.notebook.appointments import AppointmentBook
from desktop.notebook.follow_up import FollowUps
from desktop.notebook.leads import ContactLeads
from desktop.notebook.messages.follow_up import FollowUp, FollowUpRow, ListFollowUp, MoveOn, SetNext
from desktop.notebook.messages.people import RecordSaved, SavePerson
from desktop.notebook.messages.plans import OpenPlan, SavePath
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.people import People
from desktop.notebook.plans import Plans
from desktop.notebook.undoing import Undoing
from desktop.store.changes import Change
from sync.records.ids import EntityId, StaffId

TODAY = date(2026, 6, 1)
"""The day of ``notebook_world.MORNING``."""
HOUR = 3_600_000
DAY = 24 * HOUR


def day(ahead: int) -> str:
    return (TODAY + timedelta(days=ahead)).isoformat()


class Coach:
    """One person's desk with what they have to see to."""

    def __init__(self, world: NotebookWorld, staff: StaffId) -> None:
        self.world = world
        self.desk = world.desk(staff)
        lane = world.lane()
        self.people = People(self.desk, reading=lane, writing=lane)
        self.plans = Plans(self.desk)
        self.dues = FollowUps(self.desk, self.people.looks, reading=lane, writing=lane)
        self.book = AppointmentBook(self.desk, writing=lane)
        self.leads = ContactLeads(self.desk, reading=lane, writing=lane)
        self.undoing = Undoing(self.desk, writing=lane)

    def client(self, name: str = "Samir", *, responsible: StaffId | None = AINO, **more: Any) -> EntityId:  # noqa: ANN401
        fields: dict[str, Any] = {"name": {"first": name, "last": "Haddad"}, **more}
        person = self.people.save(SavePerson(None, fields)).entity
        stream = self.desk.entity(person, "person").stream
        change = Change(kind="person", entity=person, fields={"responsible": responsible}, subject=person)
        self.desk.save([(stream, [change])])
        return person

    def record(self, person: EntityId, of: str, /, **fields: Any) -> EntityId:  # noqa: ANN401 - its fields
        """Write a record as it stands in the log."""
        stream = self.desk.entity(person, "person").stream
        change = Change(kind=of, entity=self.desk.new_id(), fields=fields, subject=person)
        self.desk.save([(stream, [change])])
        return change.entity

    def step(self, person: EntityId, what: str, due: str, **more: Any) -> EntityId:  # noqa: ANN401
        fields = {"what": what, "who": "client", "due": due} | more
        return self.plans.save(SavePath(person, "plan_step", fields)).entity

    def referral(
        self, person: EntityId, name: str, *, moved_days_ago: int, status: str = "given"
    ) -> EntityId:
        at = MORNING - moved_days_ago * DAY
        state = {"status": status, "at": at, "reason": None}
        return self.record(
            person,
            "referral",
            service=EntityId(bytes([5] * 16)),
            name=name,
            kind="formal",
            state=state,
            at=at,
        )

    def look(self, *, ahead: int = 0, limit: int = 500) -> FollowUp:
        return self.dues.list(ListFollowUp(day(ahead), DAY_START + ahead * DAY, limit))

    def rows(self, *, ahead: int = 0) -> list[FollowUpRow]:
        return self.look(ahead=ahead).rows

    def said(self, *, ahead: int = 0) -> list[tuple[str, str, int]]:
        return [(row.matter, row.text, row.days) for row in self.rows(ahead=ahead)]

    def only(self, *, ahead: int = 0) -> FollowUpRow:
        (row,) = self.rows(ahead=ahead)
        return row

    def move(self, row: FollowUpRow, to: str, **more: Any) -> RecordSaved:  # noqa: ANN401 - an ask's fields
        ask = {"today": day(0), "task": row.task, "months": row.months} | more
        return self.dues.move(MoveOn(record=row.record, matter=row.matter, to=to, **ask))

    def next(self, row: FollowUpRow, ahead: int) -> RecordSaved:
        ask = SetNext(record=row.record, matter=row.matter, day=day(ahead), task=row.task)
        return self.dues.set_next(ask)

    def undo(self, saved: RecordSaved) -> None:
        self.undoing.undo(UndoSave(saved.save))

    def meetings(self, person: EntityId) -> list[str]:
        return [one.kind for one in self.plans.open(OpenPlan(person, day(0))).meetings]
