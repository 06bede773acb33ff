# SPDX-License-Identifier: MIT
"""A coach at their desk: people, their paths, two values and Undo, the asks in short."""

from datetime import date, timedelta
from typing import Any

from notebook_world import NotebookWorld

from desktop.notebook.conflicts import Conflicts
from desktop.notebook.messages.people import (
    RecordSaved,
    SavePerson,
)
from desktop.notebook.messages.plans import (
    OpenPlan,
    PlanView,
    SavePath,
    StepRow,
)
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.people import People
from desktop.notebook.plans import Plans
from desktop.notebook.undoing import Undoing
from sync.records.ids import EntityId, StaffId

TODAY = date(2026, 6, 1)
"""The day of ``notebook_world.MORNING``."""


class Coach:
    """One person's desk with the paths of their people."""

    def __init__(self, world: NotebookWorld, staff: StaffId) -> None:
        self.desk = world.desk(staff)
        self.lane = world.lane()
        self.plans = Plans(self.desk)
        self.people = People(self.desk, reading=self.lane, writing=self.lane)
        self.conflicts = Conflicts(self.desk, reading=self.lane, writing=self.lane)
        self.undoing = Undoing(self.desk, writing=self.lane)

    def client(self) -> EntityId:
        """Make a card."""
        return self.people.save(SavePerson(None, {"name": {"first": "Samir", "last": "Haddad"}})).entity

    def look(self, person: EntityId, *, day: date = TODAY) -> PlanView:
        return self.plans.open(OpenPlan(person, day.isoformat()))

    def save(self, person: EntityId, of: str, /, **more: Any) -> RecordSaved:  # noqa: ANN401 - an ask's fields
        apart = ("record", "mine", "sight") if of == "plan" else ("record", "mine", "sight", "next_contact")
        ask = {name: more.pop(name) for name in apart if name in more}
        return self.plans.save(SavePath(person, of, more, **ask))

    def step(self, person: EntityId, what: str, **more: Any) -> RecordSaved:  # noqa: ANN401 - an ask's fields
        return self.save(person, "plan_step", **({"what": what, "who": "client"} | more))

    def undo(self, saved: RecordSaved) -> None:
        self.undoing.undo(UndoSave(saved.save))


def day(ahead: int) -> str:
    return (TODAY + timedelta(days=ahead)).isoformat()


def said(view: PlanView) -> dict[str, Any]:
    return {one.name: one.value for one in view.plan}


def names(view: PlanView) -> list[str]:
    return [one.what for one in view.steps]


def only(view: PlanView) -> StepRow:
    (row,) = view.steps
    return row
