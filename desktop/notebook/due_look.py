# SPDX-License-Identifier: MIT
"""One look at what is due: which of it is shown, and what each row says."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from desktop.notebook.cards import is_shielded
from desktop.notebook.desk import Desk
from desktop.notebook.messages.follow_up import FollowUpRow
from desktop.notebook.path_days import is_stalled
from desktop.store.due_reads import AHEAD_DAYS, PERMIT_DAYS, StoredAbout, StoredDue
from desktop.store.due_rows import REFERRAL_DAYS, day_text
from desktop.store.shown_values import part, value_of
from sync.log.commit import CommitId
from sync.records.follow_ups import day_of, next_question
from sync.records.ids import EntityId, StreamId

_DAY_MS: Final = 86_400_000
_NO_SHOW: Final = "no_show"
_TASKS_TELL: Final = frozenset({"referral", "appointment", "encounter", "permit", "transition"})
"""Kinds that a task is about, and stands for."""
_READ_BESIDE: Final = ("task", "encounter", "appointment")
_RECORD: Final = {"step": "plan_step", "contact": "plan", "no_show": "appointment"}
"""Matter → the kind whose right to read it asks for, where that has another name."""

Heads = Mapping[str, tuple[CommitId, ...]]


class DueLook:
    """Reads what stands beside a record once a person. ``seen`` has the heads of what the rows were made of."""

    def __init__(self, desk: Desk, day: str, day_start: int, found: tuple[StoredDue, ...]) -> None:
        self._desk = desk
        self._day = day
        self._today = date.fromisoformat(day)
        self._day_start = day_start
        self._found = found
        self._may: dict[tuple[str, StreamId], bool] = {}
        self._beside: dict[EntityId, tuple[StoredAbout, ...]] = {}
        self.seen: dict[EntityId, Heads] = {}

    def rows(self) -> list[FollowUpRow]:
        """Return a row for each that is shown, in the order they were found."""
        found = [one for one in self._found if self._may_read(one)]
        members = self._desk.reads.merged.members_of([one.person for one in found])
        rows = []
        for one, cards in zip(found, members, strict=True):
            row = self._row(one, protected=one.protected or (len(cards) > 1 and self._shielded(one.person)))
            if row is not None:
                self.seen[one.entity] = one.heads
                rows.append(row)
        return rows

    def _shielded(self, person: EntityId) -> bool:
        return is_shielded(self._desk, person)

    def _may_read(self, one: StoredDue) -> bool:
        wanted = (("person", one.person_stream), (one.matter, one.stream))
        for kind, stream in wanted:
            if (kind, stream) not in self._may:
                self._may[kind, stream] = self._desk.may_read(_RECORD.get(kind, kind), stream)
        return all(self._may[key] for key in wanted)

    def _row(self, one: StoredDue, *, protected: bool) -> FollowUpRow | None:
        told = self._told(one)
        if told is None:
            return None
        due = str(told.get("due", one.due))
        day = day_of(due)
        more: dict[str, Any] = {
            "record": one.entity, "matter": one.matter, "due": due,
            "days": 0 if day is None else (day - self._today).days, "contested": one.conflict,
        } | told  # fmt: skip
        within = PERMIT_DAYS if more["matter"] == "permit" else AHEAD_DAYS
        if more["days"] > within:
            return None
        return FollowUpRow(
            person=one.person, name=one.name or one.known_as, protected=protected, **more
        )  # fmt: skip

    def _told(self, one: StoredDue) -> dict[str, Any] | None:
        """Return what a row says beside the usual, ``None`` for what is not shown."""
        match one.matter:
            case "task":
                return self._task(one)
            case "step":
                return self._step(one)
            case "referral":
                return self._referral(one)
            case "appointment":
                return self._appointment(one)
            case "no_show":
                return self._no_show(one)
            case "contact":
                return self._contact(one)
            case "permit":
                return self._permit(one)
            case _:
                return self._transition(one)

    def _task(self, one: StoredDue) -> dict[str, Any]:
        text = value_of(one.values, "text", str, "")
        about = value_of(one.values, "about", bytes, b"")
        record = self._desk.reads.dues.record(EntityId(about)) if about else None
        if record is None or record.subject != one.person or record.kind not in _TASKS_TELL:
            return {"text": text, "task": one.entity}
        told = self._of_record(record)
        self.seen[record.entity] = record.heads
        return {**told, "text": text or told["text"], "record": record.entity, "task": one.entity}

    def _of_record(self, record: StoredAbout) -> dict[str, Any]:
        """Return what a task's row says of what it is about."""
        values = record.values
        match record.kind:
            case "referral":
                return _referral(values)
            case "permit":
                return {"matter": "permit", "text": "", "kind": value_of(values, "kind", str, "")}
            case "transition":
                question = next_question(values)
                months = question[0] if question is not None else 0
                return {"matter": "transition", "months": months, **_transition(values)}
            case _:
                return {"matter": _NO_SHOW, **_met(values)}

    def _step(self, one: StoredDue) -> dict[str, Any]:
        status = part(one.values, "state", "status", str, "")
        due = value_of(one.values, "due", str, "")
        return {
            "text": value_of(one.values, "what", str, ""),
            "status": status,
            "stalled": is_stalled(due, status, self._today),
        }

    def _referral(self, one: StoredDue) -> dict[str, Any] | None:
        tasks = self._tasks(one)
        if any(_open(task) for task in tasks):
            return None
        touched = max((value_of(task.values, "done", int, 0) for task in tasks), default=0)
        again = day_text(touched, later=REFERRAL_DAYS) if touched else ""
        due = max(one.due, again)
        return None if due > self._day else {**_referral(one.values), "due": due}

    def _appointment(self, one: StoredDue) -> dict[str, Any]:
        at = value_of(one.values, "at", int, 0)
        days = (at - self._day_start) // _DAY_MS
        due = (self._today + timedelta(days=days)).isoformat()
        return {**_met(one.values), "at": at, "due": due, "days": days, "status": "planned"}

    def _no_show(self, one: StoredDue) -> dict[str, Any] | None:
        """Whom somebody has called, met or given another time since is not called about it again."""
        at = value_of(one.values, "at", int, 0)
        if self._tasks(one) or self._met_since(one.person, at):
            return None
        return {**_met(one.values), "at": at}

    def _contact(self, one: StoredDue) -> dict[str, Any] | None:
        met = (other for other in self._beside_of(one.person) if _took_place(other))
        if any(day_text(value_of(other.values, "at", int, 0)) >= one.due for other in met):
            return None
        return {"text": value_of(one.values, "goal", str, "")}

    def _permit(self, one: StoredDue) -> dict[str, Any] | None:
        day = day_of(one.due)
        begin = "" if day is None else (day - timedelta(days=PERMIT_DAYS)).isoformat()
        for task in self._tasks(one):
            done = value_of(task.values, "done", int, 0)
            if not done or day_text(done) >= begin:
                return None
        text = value_of(one.values, "text", str, "")
        return {"text": text, "kind": value_of(one.values, "kind", str, "")}

    def _transition(self, one: StoredDue) -> dict[str, Any] | None:
        question = next_question(one.values)
        if question is None or any(_open(task) for task in self._tasks(one)):
            return None
        return {"months": question[0], **_transition(one.values)}

    # --- parts ---

    def _beside_of(self, person: EntityId) -> tuple[StoredAbout, ...]:
        if person not in self._beside:
            self._beside[person] = self._desk.reads.dues.about(person, _READ_BESIDE)
        return self._beside[person]

    def _tasks(self, one: StoredDue) -> list[StoredAbout]:
        return [
            other
            for other in self._beside_of(one.person)
            if other.kind == "task" and other.values.get("about") == one.entity
        ]

    def _met_since(self, person: EntityId, at: int) -> bool:
        return any(
            value_of(other.values, "at", int, 0) > at
            and (_took_place(other) or other.values.get("status") in {"planned", "kept"})
            for other in self._beside_of(person)
        )


def _referral(values: dict[str, Any]) -> dict[str, Any]:
    return {
        "matter": "referral",
        "text": value_of(values, "name", str, ""),
        "kind": value_of(values, "kind", str, ""),
        "status": part(values, "state", "status", str, ""),
    }


def _met(values: dict[str, Any]) -> dict[str, Any]:
    return {
        "text": value_of(values, "place", str, ""),
        "kind": value_of(values, "kind", str, ""),
        "at": value_of(values, "at", int, 0),
    }


def _transition(values: dict[str, Any]) -> dict[str, Any]:
    return {"text": value_of(values, "text", str, ""), "kind": value_of(values, "kind", str, "")}


def _open(task: StoredAbout) -> bool:
    return task.values.get("done") is None


def _took_place(record: StoredAbout) -> bool:
    return record.kind == "encounter" and record.values.get("kind") != _NO_SHOW
