# SPDX-License-Identifier: MIT
"""The cards that are one person: read together, shown as one, each left as it was written (design.md §3).

The leading card's value stands in its field; what another card says otherwise is listed beside it, with the
card it stands on. Nothing is written by merging, so separating gives back each card as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound
from desktop.notebook.masking import is_protected, masked_fields
from desktop.notebook.messages.people import FieldView, MergedCard, WaitingMerge
from desktop.notebook.messages.today import SaveId
from desktop.notebook.telling import birth_year, card_fields, person_name
from desktop.store.merged import StoredMerge
from desktop.store.views import EntityView, WriteView
from sync.log.deletion import DELETED
from sync.records.fields import KindSpec
from sync.records.ids import EntityId, StaffId, derived_entity
from sync.records.path import PLAN
from sync.records.people import PERSON, SITUATION

_NOTHING: Final[tuple[object, ...]] = (None, "", False, ())
_RESPONSIBLE: Final = "responsible"


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards of one person, the leading one first."""

    views: tuple[EntityView, ...]

    @property
    def lead(self) -> EntityView:
        """The card under which the person is shown."""
        return self.views[0]

    @property
    def ids(self) -> tuple[EntityId, ...]:
        """The cards' ids."""
        return tuple(view.entity for view in self.views)

    @property
    def protected(self) -> bool:
        """Whether some card says that the person is under a non-disclosure order: one is enough."""
        return any(map(is_protected, self.views))


def cards_of(desk: Desk, person: EntityId) -> Cards:
    """Return the cards of the person whom this card is of; raises NotFound when it is not for these eyes."""
    asked = desk.entity(person, "person")
    views = []
    for one in desk.reads.merged.members(person):
        view = asked if one == person else desk.reads.entity(one)
        if view is not None and desk.may_read("person", view.stream):
            views.append(view)
    return Cards(tuple(views))


def is_shielded(desk: Desk, person: EntityId) -> bool:
    """Whether any card of this person says that they are under a non-disclosure order."""
    views = map(desk.reads.entity, desk.reads.merged.members(person))
    return any(view is not None and is_protected(view) for view in views)


def masked_of(desk: Desk, view: EntityView | None) -> frozenset[str]:
    """Return the fields of an entity that cross the pipe as masks, by what all cards of its person say."""
    if view is None or view.kind != "person":
        return masked_fields(view)
    return masked_fields(view, protected=is_shielded(desk, view.entity))


def situation_of(desk: Desk, person: EntityId) -> EntityView | None:
    """Return the situation that belongs to a card."""
    return desk.reads.entity(derived_entity(person, "situation"))


def plan_of(desk: Desk, person: EntityId) -> EntityView | None:
    """Return the plan that belongs to a card, ``None`` when there is none or it was taken off."""
    plan = desk.reads.entity(derived_entity(person, PLAN.name))
    return None if plan is None or plan.deleted else plan


def merged_cards(desk: Desk, cards: Cards) -> list[MergedCard]:
    """Return the other cards, each with what it says otherwise than the leading one."""
    if len(cards.views) == 1:
        return []
    merges = [one for one in desk.reads.merged.about(cards.ids) if one.stands]
    first = situation_of(desk, cards.lead.entity)
    leading_plan = plan_of(desk, cards.lead.entity)
    told = []
    for number, view in enumerate(cards.views[1:], start=2):
        its = [one for one in merges if view.entity in one.pair]
        joined = joining_write(desk, its)
        situation = situation_of(desk, view.entity)
        plan = plan_of(desk, view.entity)
        made = first_write(desk, view.entity)
        told.append(
            MergedCard(
                person=view.entity,
                number=number,
                name=person_name(view.values),
                birth_year=0 if cards.protected else birth_year(view.values),
                created_at=made.time if made is not None else 0,
                created_by=desk.name_of(made.author) if made is not None else "",
                merged_at=joined.time if joined is not None else 0,
                merged_by=desk.name_of(joined.author) if joined is not None else "",
                mine=joined is not None and desk.mine(joined.author),
                leaving=bool(its) and all(one.waits for one in its),
                fields=otherwise(desk, view, cards.lead, PERSON, protected=cards.protected),
                situation=[] if situation is None else otherwise(desk, situation, first, SITUATION),
                plan=[] if plan is None else otherwise(desk, plan, leading_plan, PLAN),
            )
        )
    return told


def waiting_merges(desk: Desk, cards: Cards) -> list[WaitingMerge]:
    """Return the merges of these cards with others that the hub has not numbered yet: they join nobody so far."""
    told = []
    for merge in desk.reads.merged.about(cards.ids):
        others = [one for one in merge.pair if one not in cards.ids]
        joined = joining_write(desk, [merge])
        if merge.stands or not others or joined is None:
            continue
        view = desk.reads.entity(others[0])
        own = joined.id.writer == desk.writer
        told.append(
            WaitingMerge(
                person=others[0],
                name=person_name(view.values) if view is not None else "",
                at=joined.time,
                by=desk.name_of(joined.author),
                save=SaveId(merge.stream, joined.id.n) if own else None,
            )
        )
    return told


def with_names(desk: Desk, field: FieldView) -> FieldView:
    """Return a field of a card with the responsible worker's name instead of their id."""
    if field.name != _RESPONSIBLE or not isinstance(field.value, str):
        return field
    return replace(field, value=desk.staff_name(StaffId(field.value)))


def otherwise(
    desk: Desk, view: EntityView, lead: EntityView | None, spec: KindSpec, *, protected: bool = False
) -> list[FieldView]:
    """Return the fields in which a card says something, and not what the leading one shows."""
    return [
        with_names(desk, field)
        for field in card_fields(desk, view, protected=protected)
        if differs(view, lead, field.name, spec) and (_said(view, field.name, spec) or field.marks)
    ]


def differs(one: EntityView | None, other: EntityView | None, name: str, spec: KindSpec) -> bool:
    """Whether two cards show another value; nothing said is the same as nothing, and as no."""
    left, right = (_plain(view, name, spec) for view in (one, other))
    contested = one is not None and name in one.fields and one.fields[name].conflict
    return contested or left != right


def first_write(desk: Desk, entity: EntityId) -> WriteView | None:
    """Return the write that made an entity, ``None`` when that came inside a snapshot."""
    writes = desk.history(entity)
    return None if not writes or desk.began_elsewhere(entity) else writes[0]


def demand_cards(desk: Desk, person: EntityId) -> EntityView:
    """Return a card that stands; raises NotFound for one that was deleted."""
    view = desk.entity(person, "person")
    if view.deleted:
        raise NotFound(kind="person")
    return view


def _plain(view: EntityView | None, name: str, spec: KindSpec) -> object:
    """Return a field's value for comparing: a set as its elements, all that says nothing as ``None``."""
    if view is None:
        return None
    several = any(field.name == name and field.element for field in spec.fields)
    value = view.elements(name) if several else view.values.get(name)
    return None if value in _NOTHING else value


def _said(view: EntityView, name: str, spec: KindSpec) -> bool:
    return _plain(view, name, spec) is not None


def joining_write(desk: Desk, merges: Sequence[StoredMerge]) -> WriteView | None:
    """Return the newest write that joined, of these merges."""
    writes = [
        write
        for merge in merges
        for write in desk.history(merge.entity)
        if any(change.name != DELETED or change.after is None for change in write.changes)
    ]
    return max(writes, default=None, key=lambda write: write.time)
