# SPDX-License-Identifier: MIT
"""A person's path: looking at it, writing the plan and its steps, meetings, transitions, skills and cards.

The plan of a person is one record that two may begin apart: its id is of the person. Whatever is written is one
save, so that one Undo takes all of it back.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from desktop.notebook.cards import cards_of, plan_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRefused, FieldRequired, NotFound
from desktop.notebook.messages.people import FieldValue, RecordSaved
from desktop.notebook.messages.plans import MoveStep, OpenPlan, OrderStep, PlanView, RemoveFromPath, SavePath
from desktop.notebook.messages.today import SaveId
from desktop.notebook.path_order import last_rank, moved
from desktop.notebook.path_rows import RECORDS, PathRows
from desktop.notebook.referrals import read_service
from desktop.notebook.sessions import Sessions
from desktop.notebook.telling import card_fields, wire_fields
from desktop.store.changes import Change
from desktop.store.views import EntityView
from sync.catalogue.model import text_in
from sync.log.deletion import DELETED, deletion_value
from sync.records.fields import FieldType, KindSpec
from sync.records.ids import EntityId, StreamId, derived_entity
from sync.records.kinds import kind as kind_of
from sync.records.path import PLAN
from sync.records.rights import Action, may

_KINDS: Final = (PLAN.name, *RECORDS)
_BY_ITSELF: Final = frozenset({"state", "rank", "owner", "session", DELETED})
"""Fields that nobody types: the notebook writes them."""
_WITH_REASON: Final = frozenset({"stalled", "dropped"})
_SHIFT_MS: Final = 18 * 3_600_000
"""A point that opened longer before a meeting than this is not where it was."""


class Plans:
    """What is done with a person's path at one desk; used from any lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sessions = Sessions(desk)

    # --- looking ---

    def open(self, ask: OpenPlan) -> PlanView:
        """Return a person's path, after logging the look at each of their cards.

        Raises NotFound, PersonAway, ValueError for what is no day.
        """
        desk = self._desk
        today = date.fromisoformat(ask.day)
        cards = cards_of(desk, ask.person)
        person = cards.lead
        for card in cards.ids:
            desk.looked("READ", card, kind="person", reason="plan")
        found = PathRows(desk, cards, today)
        home = derived_entity(person.entity, PLAN.name)
        plan = plan_of(desk, person.entity)
        return PlanView(
            person=person.entity,
            plan=card_fields(desk, plan) if plan is not None else [],
            steps=found.steps(),
            meetings=found.meetings(),
            transitions=found.transitions(),
            skills=found.skills(),
            permits=found.permits(),
            last_contact=found.last_contact(),
            can_edit=self._may_write(person.stream),
            protected=cards.protected,
            sight=desk.sights.show({home: desk.reads.entity(home), **found.views}),
        )

    # --- saving ---

    def save(self, ask: SavePath) -> RecordSaved:
        """Write the plan or one record of the path, durable when this returns.

        Raises NotFound for a person, record or service that is not here, FieldRequired for a field that a record
        can't be without, FieldRefused for a field that is not typed, NotAllowed, and what the store refuses.
        """
        spec = kind_of(ask.kind) if ask.kind in _KINDS else None
        if spec is None:
            raise NotFound(kind=ask.kind)
        fields = self._tidy(spec, ask.fields)
        if ask.kind == PLAN.name:
            return self._save_plan(ask, fields)
        if ask.record is not None:
            return self._change(ask, spec, self._desk.entity(ask.record, ask.kind), fields)
        return self._make(ask, spec, fields)

    def move(self, ask: MoveStep) -> RecordSaved:
        """Write down how a step stands; raises FieldRequired without the reason where one is wanted."""
        reason = ask.reason.strip()
        if ask.status in _WITH_REASON and not reason:
            raise FieldRequired(field="reason")
        view = self._desk.entity(ask.step, "plan_step")
        state = {"status": ask.status, "at": self._desk.now(), "reason": reason or None}
        fields = {"state": state}
        seen = self._desk.sights.seen(ask.step, fields)
        return self._saved(view.stream, [Change(kind=view.kind, entity=ask.step, fields=fields, seen=seen)])

    def order(self, ask: OrderStep) -> RecordSaved:
        """Let a step change places with its neighbour; at the end of the list nothing is written.

        Raises NotFound at the end of the list, where there is nobody to change places with.
        """
        desk = self._desk
        view = desk.entity(ask.step, "plan_step")
        if view.subject is None:
            raise NotFound(kind="plan_step")
        found = PathRows(desk, cards_of(desk, view.subject), date.min)
        views = found.views
        ranks = moved(found.ranks(), ask.step, earlier=ask.earlier)
        changes = [
            Change(kind="plan_step", entity=step, fields={"rank": rank})
            for step, rank in ranks.items()
            if views[step].stream == view.stream  # another team's card of this person keeps its order
        ]
        if not changes:
            raise NotFound(kind="plan_step")
        return self._saved(view.stream, changes, entity=ask.step)

    def remove(self, ask: RemoveFromPath) -> RecordSaved:
        """Take a record off; what somebody changes meanwhile stays visible beside that."""
        view = self._desk.entity(ask.record)
        state = self._desk.reads.entities.state(ask.record)
        if view.kind not in RECORDS or state is None:
            raise NotFound(kind=view.kind)
        change = Change(kind=view.kind, entity=ask.record, fields={DELETED: deletion_value(state)})
        return self._saved(view.stream, [change])

    # --- parts ---

    def _save_plan(self, ask: SavePath, fields: dict[str, Any]) -> RecordSaved:
        person = cards_of(self._desk, ask.person).lead
        change = self._plan_change(person.entity, fields, ask.sight)
        return self._saved(person.stream, [change])

    def _plan_change(self, person: EntityId, fields: dict[str, Any], sight: int) -> Change:
        """Return the change of a plan; one that was taken off begins anew, with nothing of what it said."""
        desk = self._desk
        entity = derived_entity(person, PLAN.name)
        view = desk.reads.entity(entity)
        if view is None:
            fields = {name: value for name, value in fields.items() if value is not None}
        elif view.deleted:
            emptied = {name: None for name, field in view.fields.items() if field.value is not None}
            fields = {**emptied, **fields, DELETED: None}
        if not fields:
            raise FieldRequired(field="goal")
        seen = desk.sights.seen(entity, fields, number=sight)
        return Change(kind=PLAN.name, entity=entity, fields=fields, subject=person, seen=seen)

    def _make(self, ask: SavePath, spec: KindSpec, fields: dict[str, Any]) -> RecordSaved:
        desk = self._desk
        cards = cards_of(desk, ask.person)
        person = cards.lead
        fields = {name: value for name, value in fields.items() if value is not None}
        now = desk.now()
        if ask.kind == "plan_step":
            found = PathRows(desk, cards, date.min)
            fields["state"] = {"status": "open", "at": now, "reason": None}
            fields["rank"] = last_rank(found.ranks())
            if ask.mine is not False:
                fields["owner"] = desk.staff
        elif ask.kind == "encounter":
            at = fields.setdefault("at", now)
            session = self._sessions.here(now - _SHIFT_MS) if abs(now - int(at)) < _SHIFT_MS else None
            if session is not None:
                fields["session"] = session
        _demand_required(spec, fields, new=True)
        change = Change(kind=ask.kind, entity=desk.new_id(), fields=fields, subject=person.entity)
        changes = [change]
        if ask.next_contact:
            changes.append(self._plan_change(person.entity, {"next_contact": ask.next_contact}, ask.sight))
        return self._saved(person.stream, changes)

    def _change(self, ask: SavePath, spec: KindSpec, view: EntityView, fields: dict[str, Any]) -> RecordSaved:
        desk = self._desk
        if ask.mine is not None and ask.kind == "plan_step":
            fields["owner"] = desk.staff if ask.mine else None
        _demand_required(spec, fields, new=False)
        changes = []
        if fields:
            seen = desk.sights.seen(view.entity, fields, number=ask.sight)
            changes.append(Change(kind=view.kind, entity=view.entity, fields=fields, seen=seen))
        if ask.next_contact and view.subject is not None:
            person = cards_of(desk, view.subject).lead
            if person.stream == view.stream:
                fields = {"next_contact": ask.next_contact}
                changes.append(self._plan_change(person.entity, fields, ask.sight))
        if not changes:
            raise FieldRequired(field=next(one.name for one in spec.fields if one.required))
        return self._saved(view.stream, changes, entity=view.entity)

    def _tidy(self, spec: KindSpec, asked: Mapping[str, FieldValue]) -> dict[str, Any]:
        """Return the fields in their stored form; a chosen service brings the name it has now."""
        fields: dict[str, Any] = {}
        for name, value in wire_fields(spec, asked).items():
            field = spec.field(name)
            if field is None or name in _BY_ITSELF:
                raise FieldRefused(field=name, reason="unknown_field")
            plain = value.strip() if isinstance(value, str) else value
            fields[name] = None if plain == "" else plain
            if field.type is FieldType.ENTITY and isinstance(plain, str) and plain:
                fields[name] = self._service(fields, plain)
        return fields

    def _service(self, fields: dict[str, Any], hexed: str) -> EntityId:
        try:
            entity = EntityId(bytes.fromhex(hexed))
        except ValueError:
            raise NotFound(kind="service") from None
        found = self._desk.reads.services.service(entity)
        if found is None:
            raise NotFound(kind="service")
        fields["service_name"] = text_in(read_service(found).name, "fi")
        return entity

    def _saved(
        self, stream: StreamId, changes: list[Change], *, entity: EntityId | None = None
    ) -> RecordSaved:
        desk = self._desk
        (saved,) = desk.save([(stream, changes)], reason="plan")
        return RecordSaved(entity or changes[0].entity, SaveId(stream, saved.n))

    def _may_write(self, stream: StreamId) -> bool:
        return any(
            may(one, PLAN.name, (), own=False, action=Action.EDIT) for one in self._desk.roles_in(stream)
        )


def _demand_required(spec: KindSpec, fields: Mapping[str, Any], *, new: bool) -> None:
    """Raise FieldRequired for a field that the record can't be without and that is empty."""
    for one in spec.fields:
        if one.required and (new or one.name in fields) and fields.get(one.name) is None:
            raise FieldRequired(field=one.name)
