# SPDX-License-Identifier: MIT
"""Of a person with several cards: what another card says is made the leading card's value, as one save.

The other card stays as it was written, so parting the cards gives it back; undo is the undo of any save.
"""

from typing import Any

from desktop.notebook.cards import cards_of, differs, plan_of, situation_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile
from desktop.notebook.messages.merging import TakeFromCard
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.store.changes import Change
from desktop.store.views import EntityView
from sync.log.merge import MERGE
from sync.records.fields import KindSpec
from sync.records.ids import derived_entity
from sync.records.path import PLAN
from sync.records.people import PERSON, SITUATION


def take(desk: Desk, ask: TakeFromCard) -> RecordSaved:
    """Write what another card says into the leading card's field, durable when this returns.

    Raises GoneMeanwhile when the card is not another one of this person by now, when both say the same already, and
    when either has two values: those are settled first. NotAllowed where the leading card may not be edited.
    """
    cards = cards_of(desk, ask.card)
    other = next((view for view in cards.views[1:] if view.entity == ask.card), None)
    if other is None:
        raise GoneMeanwhile(kind=MERGE)
    person = cards.lead.entity
    spec = SITUATION if ask.kind == SITUATION.name else PLAN
    entity = derived_entity(person, spec.name)
    if ask.kind == SITUATION.name:
        its, standing = situation_of(desk, ask.card), situation_of(desk, person)
    elif ask.kind == PLAN.name:
        its, standing = plan_of(desk, ask.card), plan_of(desk, person)
        begun = desk.reads.entity(entity)
        if begun is not None and begun.deleted:
            raise GoneMeanwhile(field=ask.field)  # a plan that was taken off begins on its own tab
    else:
        spec, entity = PERSON, person
        its, standing = other, cards.lead
    if (
        its is None
        or _contested(its, ask.field)
        or (standing is not None and _contested(standing, ask.field))
    ):
        raise GoneMeanwhile(field=ask.field)
    if not differs(its, standing, ask.field, spec):
        raise GoneMeanwhile(field=ask.field)
    fields = _written(its, standing, ask.field, spec)
    change = Change(
        kind=spec.name,
        entity=entity,
        subject=person,
        fields=fields,
        seen=desk.sights.seen(entity, fields, number=ask.sight),
    )
    (saved,) = desk.save([(cards.lead.stream, [change])], reason="merge")
    return RecordSaved(person, SaveId(cards.lead.stream, saved.n))


def _contested(view: EntityView, name: str) -> bool:
    return any(one.name.partition("/")[0] == name for one in view.conflicts)


def _written(source: EntityView, target: EntityView | None, name: str, spec: KindSpec) -> dict[str, Any]:
    """Return the fields of the save: of a set each element that one of the two cards has, on or off."""
    if not any(field.name == name and field.element for field in spec.fields):
        return {name: source.values.get(name)}
    wanted = set(source.elements(name))
    there = set(target.elements(name)) if target is not None else set()
    return {f"{name}/{element}": element in wanted for element in sorted(wanted ^ there)}
