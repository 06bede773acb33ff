# SPDX-License-Identifier: MIT
"""What is to be followed up, of all of one's people: steps, referrals, appointments, cards … the most urgent first.

A thing that a task is about stands in the list as that task says, and not twice.
"""

import builtins
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.due_look import DueLook, Heads
from desktop.notebook.lanes import Lane
from desktop.notebook.list_looks import ListLooks
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.follow_up import FollowUp, FollowUpRow, ListFollowUp, MoveOn, SetNext
from desktop.notebook.moving_on import MovingOn
from desktop.notebook.server import Handler
from desktop.store.due_reads import AHEAD_DAYS
from desktop.store.shown_values import value_of
from sync.records.follow_ups import day_of
from sync.records.ids import EntityId

MOST: Final = 1_000
"""Rows read for the count; who has more due has another trouble."""


class FollowUps:
    """Lists and moves what is due at one desk; used from any lane."""

    def __init__(self, desk: Desk, looks: ListLooks, *, reading: Lane, writing: Lane) -> None:
        """``looks`` logs the list of names once it has stood."""
        self._desk = desk
        self._looks = looks
        self._reading = reading
        self._writing = writing
        self._seen: Mapping[EntityId, Heads] = {}
        moving = MovingOn(desk, self._heads)
        self.move = moving.move
        self.set_next = moving.set_next

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks."""
        return {
            ListFollowUp: Handler(self.list, self._reading),
            MoveOn: Handler(self.move, self._writing),
            SetNext: Handler(self.set_next, self._writing),
        }

    def list(self, ask: ListFollowUp) -> FollowUp:
        """Return what to see to on a day; raises ValueError for what is no day.

        The list of names is logged once it has stood (906/2019 § 17).
        """
        look = self._look(ask.day, ask.day_start)
        rows = self._rows(look, ask.day)
        self._seen = look.seen
        shown = rows[: ask.limit]
        if shown:
            self._looks.shown("due", len(shown))
        return FollowUp(shown, sum(row.days <= 0 for row in rows), more=len(rows) > len(shown))

    def count(self) -> int:
        """Return how much is due by now, for the rail."""
        midnight = datetime.fromtimestamp(self._desk.now() // 1_000).astimezone().replace(
            hour=0, minute=0, second=0
        )  # fmt: skip
        day = midnight.date().isoformat()
        rows = self._rows(self._look(day, int(midnight.timestamp()) * 1_000), day)
        return sum(row.days <= 0 for row in rows)

    def _look(self, day: str, day_start: int) -> DueLook:
        desk = self._desk
        return DueLook(desk, day, day_start, desk.reads.dues.due(desk.staff, day, most=MOST))

    def _rows(self, look: DueLook, day: str) -> builtins.list[FollowUpRow]:
        return sorted([*look.rows(), *_leads(self._desk, date.fromisoformat(day))], key=_urgency)

    def _heads(self, entity: EntityId) -> Heads | None:
        return self._seen.get(entity)


def _leads(desk: Desk, today: date) -> list[FollowUpRow]:
    """Return one's own permissions to call somebody that end within days, and nobody has called."""
    rows = []
    for one in desk.reads.stand.leads(today.isoformat()):
        expires = value_of(one.values, "expires", str, "")
        day = day_of(expires)
        days = 0 if day is None else (day - today).days
        used = one.values.get("contacted") is not None or one.values.get("person") is not None
        readable = desk.may_read("contact_lead", one.stream)
        if used or days > AHEAD_DAYS or not readable or not desk.mine(one.author):
            continue
        rows.append(
            FollowUpRow(
                record=one.entity,
                matter="lead",
                person=None,
                name=value_of(one.values, "name", str, ""),
                text=value_of(one.values, "purpose", str, ""),
                due=expires,
                days=days,
                phone=value_of(one.values, "phone", str, ""),
                contested=one.conflict,
            )
        )
    return rows


def _urgency(row: FollowUpRow) -> tuple[int, int, int, bytes]:
    """Today's appointments by the clock, whom to call, what is late (the latest first), today's, what comes."""
    if row.matter == "appointment" and row.days == 0:
        rank = 0
    elif row.matter == "no_show" and row.days <= 0:
        rank = 1
    else:
        rank = 2 if row.days < 0 else 3 if row.days == 0 else 4
    return (rank, row.days, row.at, row.record)
