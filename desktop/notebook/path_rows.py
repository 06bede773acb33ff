# SPDX-License-Identifier: MIT
"""From the records of a person's path to rows: steps, meetings, transitions, skills and cards of all their cards."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final, TypeVar

from desktop.notebook.cards import Cards
from desktop.notebook.desk import Desk
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.plans import MeetingRow, PermitRow, SkillRow, StepRow, TransitionRow
from desktop.notebook.path_days import days_left, is_stalled, late_days
from desktop.notebook.telling import sending_marks
from desktop.store.shown_values import part, value_of
from desktop.store.views import EntityView
from sync.records.follow_ups import next_question
from sync.records.ids import EntityId, StaffId

RECORDS: Final = ("plan_step", "encounter", "transition", "skill", "permit")
"""Kinds of a path of which a person has several."""
NO_SHOW: Final = "no_show"
_NO_END: Final = 10**6

_Row = TypeVar("_Row")


class PathRows:
    """The records of one person's path, read once; ``views`` are what is shown."""

    def __init__(self, desk: Desk, cards: Cards, today: date) -> None:
        self._desk = desk
        self._cards = cards
        self._today = today
        self._found = {kind: list(self._read(kind)) for kind in RECORDS}

    @property
    def views(self) -> dict[EntityId, EntityView]:
        """Every record that is shown."""
        return {view.entity: view for its in self._found.values() for _, view in its}

    def ranks(self) -> dict[EntityId, int]:
        """Return the number of every step."""
        return {view.entity: value_of(view.values, "rank", int, 0) for _, view in self._found["plan_step"]}

    def steps(self) -> list[StepRow]:
        """Return the steps in their order."""
        ranks = self.ranks()
        rows = self._rows("plan_step", self._step)
        return sorted(rows, key=lambda row: (ranks[row.step], row.step))

    def meetings(self) -> list[MeetingRow]:
        """Return the meetings, the newest first."""
        return sorted(self._rows("encounter", self._meeting), key=lambda row: row.at, reverse=True)

    def transitions(self) -> list[TransitionRow]:
        """Return the transitions, the newest first."""
        return sorted(self._rows("transition", self._transition), key=lambda row: row.day, reverse=True)

    def skills(self) -> list[SkillRow]:
        """Return the skills, the best first."""
        return sorted(self._rows("skill", self._skill), key=lambda row: (-row.level, row.name.casefold()))

    def permits(self) -> list[PermitRow]:
        """Return the cards, those that end soonest first."""
        rows = self._rows("permit", self._permit)
        return sorted(rows, key=lambda row: _NO_END if row.days_left is None else row.days_left)

    def last_contact(self) -> int:
        """Return the newest meeting that took place, or visit; 0 for none."""
        met = [
            value_of(view.values, "at", int, 0)
            for _, view in self._found["encounter"]
            if view.values.get("kind") != NO_SHOW
        ]
        came = [one.at for card in self._cards.ids for one in self._desk.reads.lists.attendances(card)]
        return max((*met, *came), default=0)

    def _read(self, kind: str) -> Iterator[tuple[int, EntityView]]:
        desk = self._desk
        for number, card in enumerate(self._cards.ids, start=1):
            for one in desk.reads.services.about(card, kind):
                view = desk.reads.entity(one.entity)
                if view is not None and desk.may_read(kind, view.stream):
                    yield number, view

    def _rows(self, kind: str, row: Callable[[int, EntityView], _Row]) -> list[_Row]:
        return [row(number, view) for number, view in self._found[kind]]

    def _step(self, card: int, view: EntityView) -> StepRow:
        values = view.values
        due, status = value_of(values, "due", str, ""), part(values, "state", "status", str, "")
        owner = value_of(values, "owner", str, "")
        service = value_of(values, "service", bytes, b"")
        return StepRow(
            step=view.entity,
            what=value_of(values, "what", str, ""),
            who=value_of(values, "who", str, ""),
            service=EntityId(service) if service else None,
            service_name=value_of(values, "service_name", str, ""),
            due=due,
            late_days=late_days(due, status, self._today),
            stalled=is_stalled(due, status, self._today),
            status=status,
            status_at=part(values, "state", "at", int, 0),
            reason=part(values, "state", "reason", str, ""),
            owner=self._desk.staff_name(StaffId(owner)) if owner else "",
            mine=owner == self._desk.staff,
            **_standing(view),
            card=card,
        )

    def _meeting(self, card: int, view: EntityView) -> MeetingRow:
        values, writes = view.values, self._desk.history(view.entity)
        author = writes[0].author if writes else None
        mine = author is not None and self._desk.mine(author)
        return MeetingRow(
            meeting=view.entity,
            kind=value_of(values, "kind", str, ""),
            at=value_of(values, "at", int, 0),
            took_part=list(view.elements("with")),
            summary=value_of(values, "summary", str, ""),
            next_step=value_of(values, "next_step", str, ""),
            by=self._desk.name_of(author) if author is not None else "",
            mine=mine,
            can_edit=mine,
            **_standing(view),
            card=card,
        )

    def _transition(self, card: int, view: EntityView) -> TransitionRow:
        values = view.values
        question = next_question(values)
        months, ask_day = question if question is not None else (0, None)
        return TransitionRow(
            transition=view.entity,
            day=value_of(values, "day", str, ""),
            kind=value_of(values, "kind", str, ""),
            verified_by=value_of(values, "verified_by", str, ""),
            after_3=value_of(values, "after_3", str, ""),
            after_6=value_of(values, "after_6", str, ""),
            after_12=value_of(values, "after_12", str, ""),
            text=value_of(values, "text", str, ""),
            asks=months,
            ask_day=ask_day.isoformat() if ask_day is not None else "",
            due=ask_day is not None and ask_day <= self._today,
            **_standing(view),
            card=card,
        )

    def _skill(self, card: int, view: EntityView) -> SkillRow:
        values = view.values
        return SkillRow(
            skill=view.entity,
            name=value_of(values, "name", str, ""),
            level=value_of(values, "level", int, 0),
            evidence=value_of(values, "evidence", str, ""),
            **_standing(view),
            card=card,
        )

    def _permit(self, card: int, view: EntityView) -> PermitRow:
        values = view.values
        valid_to = value_of(values, "valid_to", str, "")
        return PermitRow(
            permit=view.entity,
            kind=value_of(values, "kind", str, ""),
            valid_to=valid_to,
            days_left=days_left(valid_to, self._today),
            text=value_of(values, "text", str, ""),
            **_standing(view),
            card=card,
        )


def _standing(view: EntityView) -> dict[str, Any]:
    """Return how a record stands: its marks, the gravest first, and which fields have two values."""
    marks: list[Mark] = sending_marks(view.sending)
    if view.changed_beside_deletion:
        marks.insert(0, Mark.CHANGED_BESIDE_DELETION)
    elif view.conflicts:
        marks.insert(0, Mark.TWO_VALUES)
    contested = [one.name for one in view.conflicts if one.name != "rank"]
    return {"marks": marks, "contested": ["deleted"] if view.changed_beside_deletion else contested}
