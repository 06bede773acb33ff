# SPDX-License-Identifier: MIT
"""What is due: the follow-ups of this person's referrals, the most overdue first."""

from datetime import date
from typing import Any

from desktop.notebook.cards import is_shielded
from desktop.notebook.desk import Desk
from desktop.notebook.list_looks import ListLooks
from desktop.notebook.messages.referrals import DueList, DueRow, ListDue
from desktop.notebook.telling import person_name
from desktop.store.service_reads import DueTask
from desktop.store.shown_values import part, value_of
from sync.records.ids import EntityId


class Due:
    """Lists what is due at one desk; used from any lane."""

    def __init__(self, desk: Desk, looks: ListLooks) -> None:
        """``looks`` logs the list of names once it has stood."""
        self._desk = desk
        self._looks = looks

    def list(self, ask: ListDue) -> DueList:
        """Return what is due for this person up to a day; raises ValueError for what is no day."""
        reads = self._desk.reads.services
        today = date.fromisoformat(ask.day)
        found = reads.due(self._desk.staff, ask.day, most=ask.limit)
        rows = [row for one in found if (row := self._row(one, today)) is not None]
        if rows:
            self._looks.shown("due", len(rows))
        unseen = len(found) - len(rows)
        return DueList(rows, reads.due_count(self._desk.staff, ask.day) - unseen)

    def _row(self, one: DueTask, today: date) -> DueRow | None:
        desk = self._desk
        person = desk.reads.entity(one.person)
        task = desk.reads.entity(one.task)
        if person is None or task is None or not desk.may_read("person", person.stream):
            return None
        if person.kind != "person" or person.deleted:
            return None  # a task stays with a card that is taken out, and would show its name
        about = value_of(task.values, "about", bytes, b"")
        referral = desk.reads.entity(EntityId(about)) if about else None
        values: dict[str, Any] = referral.values if referral is not None else {}
        return DueRow(
            task=one.task,
            person=one.person,
            name=person_name(person.values),
            text=value_of(task.values, "text", str, "") or value_of(values, "name", str, ""),
            due=one.due,
            late_days=_late(one.due, today),
            referral=referral.entity if referral is not None else None,
            status=part(values, "state", "status", str, ""),
            protected=is_shielded(desk, one.person),
        )


def _late(due: str, today: date) -> int:
    """Return the days since a task was due; 0 for a day of a form that a newer version wrote."""
    try:
        return (today - date.fromisoformat(due)).days
    except ValueError:
        return 0
