# SPDX-License-Identifier: MIT
"""What became of something that was due, and its next day: each one save, so that one Undo takes all of it back."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, FieldRequired, NotFound
from desktop.notebook.messages.follow_up import MoveOn, SetNext
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.notebook.referrals import ENDED
from desktop.store.changes import Change
from desktop.store.due_rows import REFERRAL_DAYS
from desktop.store.views import EntityView
from sync.log.commit import CommitId
from sync.records.follow_ups import FOLLOW_UPS
from sync.records.ids import EntityId

HANDLED: Final = "handled"
RENEWED: Final = "renewed"
_WITH_REASON: Final = frozenset({"stalled", "dropped"})
_KINDS: Final[Mapping[str, frozenset[str]]] = {
    "task": frozenset({"task"}),
    "step": frozenset({"plan_step"}),
    "referral": frozenset({"referral"}),
    "appointment": frozenset({"appointment"}),
    "no_show": frozenset({"appointment", "encounter"}),
    "contact": frozenset({"plan"}),
    "permit": frozenset({"permit"}),
    "transition": frozenset({"transition"}),
    "lead": frozenset({"contact_lead"}),
}
"""Matter → the kinds of record that it may be."""


class MovingOn:
    """Writes at one desk; used from any lane."""

    def __init__(
        self, desk: Desk, heads: Callable[[EntityId], Mapping[str, tuple[CommitId, ...]] | None]
    ) -> None:
        """``heads`` gives what the person saw of a record in the list, ``None`` when it was not there."""
        self._desk = desk
        self._heads = heads

    def move(self, ask: MoveOn) -> RecordSaved:
        """Write down what became of it.

        Raises NotFound for a record that is not here or is another matter, FieldRequired for a reason or a day that
        is missing, FieldRefused for a code or day that is none, NotAllowed.
        """
        view = self._view(ask.record, ask.matter)
        _day(ask.today)
        match ask.matter:
            case "task":
                changes = [self._done(view.entity)]
            case "step":
                changes = [self._step(view, ask)]
            case "referral":
                changes = self._referral(view, ask)
            case "appointment":
                changes = self._appointment(view, ask)
            case "no_show":
                changes = [*self._met(view, ask.to), *self._finished(view, ask.today)]
            case "contact":
                changes = [*self._met(view, ask.to), self._change(view, {"next_contact": None})]
            case "permit":
                changes = self._permit(view, ask)
            case "transition":
                changes = self._transition(view, ask)
            case _:
                changes = [self._change(view, {"contacted": self._desk.now()})]
        return self._save(view, changes)

    def set_next(self, ask: SetNext) -> RecordSaved:
        """Give it its next day; raises as ``move`` does."""
        view = self._view(ask.record, ask.matter)
        day = _day(ask.day)
        if ask.task is not None and ask.matter != "task":
            task = self._desk.entity(ask.task, "task")
            if task.values.get("about") != view.entity:
                raise NotFound(kind="task")
            return self._save(view, [self._change(task, {"due": ask.day})])
        match ask.matter:
            case "task" | "step":
                change = self._change(view, {"due": ask.day})
            case "contact":
                change = self._change(view, {"next_contact": ask.day})
            case "appointment":
                change = self._change(view, {"at": _same_time(view, day)})
            case "lead":
                raise FieldRefused(field="expires", reason="out_of_range")  # only they may give more time
            case _:
                change = self._task(view, ask.day)
        return self._save(view, [change])

    # --- by matter ---

    def _step(self, view: EntityView, ask: MoveOn) -> Change:
        reason = ask.reason.strip()
        if ask.to in _WITH_REASON and not reason:
            raise FieldRequired(field="reason")
        return self._change(view, {"state": self._state(ask.to, reason)})

    def _referral(self, view: EntityView, ask: MoveOn) -> list[Change]:
        """One that goes on is asked about again in two weeks; one that has begun or ended is not."""
        if ask.to == HANDLED:
            return self._finished(view, ask.today)
        moved = self._change(view, {"state": self._state(ask.to, ask.reason)})
        if ask.to in ENDED or ask.to == "started":
            return [moved, *(self._done(one) for one in self._open_tasks(view))]
        due = (date.fromisoformat(ask.today) + timedelta(days=REFERRAL_DAYS)).isoformat()
        open_ones = self._open_tasks(view)
        if not open_ones:
            return [moved, self._task(view, due)]
        *others, newest = open_ones
        return [
            moved,
            Change(kind="task", entity=newest, fields={"due": due}),
            *(self._done(one) for one in others),
        ]

    def _appointment(self, view: EntityView, ask: MoveOn) -> list[Change]:
        """Whoever came has been met; whoever did not is to be called."""
        moved = self._change(view, {"status": ask.to})
        if ask.to == "kept":
            at = min(int(view.values.get("at") or 0), self._desk.now())
            return [moved, self._encounter(view, str(view.values.get("kind") or ""), at)]
        if ask.to == "no_show":
            return [moved, self._task(view, ask.today)]
        if ask.to != "cancelled":
            raise FieldRefused(field="status", reason="unknown_code")
        return [moved]

    def _permit(self, view: EntityView, ask: MoveOn) -> list[Change]:
        if ask.to == HANDLED:
            return self._finished(view, ask.today)
        if ask.to != RENEWED:
            raise FieldRefused(field="valid_to", reason="unknown_code")
        if not ask.until:
            raise FieldRequired(field="valid_to")
        _day(ask.until)
        renewed = self._change(view, {"valid_to": ask.until})
        return [renewed, *(self._done(one) for one in self._open_tasks(view))]

    def _transition(self, view: EntityView, ask: MoveOn) -> list[Change]:
        if ask.months not in FOLLOW_UPS:
            raise FieldRefused(field="months", reason="unknown_code")
        answered = self._change(view, {f"after_{ask.months}": ask.to})
        return [answered, *(self._done(one) for one in self._open_tasks(view))]

    # --- parts ---

    def _view(self, record: EntityId, matter: str) -> EntityView:
        view = self._desk.entity(record)
        if view.kind not in _KINDS.get(matter, frozenset()) or view.deleted or view.subject is None:
            raise NotFound(kind=view.kind)
        return view

    def _met(self, view: EntityView, way: str) -> list[Change]:
        """Return the meeting that it was, unless it was none."""
        return [] if way == HANDLED else [self._encounter(view, way, self._desk.now())]

    def _encounter(self, view: EntityView, way: str, at: int) -> Change:
        fields = {"kind": way, "at": at, "with/client": True}
        return Change(kind="encounter", entity=self._desk.new_id(), fields=fields, subject=view.subject)

    def _finished(self, view: EntityView, today: str) -> list[Change]:
        """Return what says that somebody has seen to it: its tasks done, or one that says so."""
        found = self._open_tasks(view)
        if found:
            return [self._done(one) for one in found]
        task = self._task(view, today)
        fields = {**task.fields, "done": self._desk.now()}
        return [Change(kind="task", entity=task.entity, fields=fields, subject=view.subject)]

    def _open_tasks(self, view: EntityView) -> list[EntityId]:
        if view.subject is None:
            return []
        return [
            one.entity
            for one in self._desk.reads.services.about(view.subject, "task")
            if one.values.get("about") == view.entity
            and one.values.get("done") is None
            and one.stream == view.stream
        ]

    def _task(self, view: EntityView, due: str) -> Change:
        fields = {"due": due, "owner": self._desk.staff, "about": view.entity}
        return Change(kind="task", entity=self._desk.new_id(), fields=fields, subject=view.subject)

    def _done(self, task: EntityId) -> Change:
        return Change(kind="task", entity=task, fields={"done": self._desk.now()})

    def _change(self, view: EntityView, fields: Mapping[str, Any]) -> Change:
        """Return a change of what was listed, which has seen what stood there then."""
        heads = self._heads(view.entity)
        seen = None if heads is None else {name: heads.get(name, ()) for name in fields}
        return Change(kind=view.kind, entity=view.entity, fields=fields, seen=seen)

    def _state(self, status: str, reason: str) -> dict[str, Any]:
        return {"status": status, "at": self._desk.now(), "reason": reason or None}

    def _save(self, view: EntityView, changes: list[Change]) -> RecordSaved:
        (saved,) = self._desk.save([(view.stream, changes)], reason="follow-up")
        return RecordSaved(view.entity, SaveId(view.stream, saved.n))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FieldRefused(field="due", reason="bad_date") from None


def _same_time(view: EntityView, day: date) -> int:
    """Return the same time of day on another day, by this laptop's clock."""
    before = datetime.fromtimestamp(int(view.values.get("at") or 0) // 1_000).astimezone()
    wall = datetime.combine(day, before.time())
    return int(wall.astimezone().timestamp()) * 1_000
