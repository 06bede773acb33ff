# SPDX-License-Identifier: MIT
"""Merging two cards of one person, and parting them again: one small record, and nothing is rewritten.

A merge does nothing before the hub has numbered it (design.md §3): until then both cards are shown apart.
"""

from collections.abc import Iterable
from typing import Any, Final

from desktop.notebook.cards import (
    Cards,
    cards_of,
    demand_cards,
    differs,
    first_write,
    joining_write,
    situation_of,
    with_names,
)
from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile, NotAllowed, NotSameTeam
from desktop.notebook.lanes import Lane
from desktop.notebook.masking import is_protected
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.merging import (
    ComparedCard,
    ComparedField,
    ComparePeople,
    Comparison,
    ListMerged,
    MergedPeople,
    MergedRow,
    MergePeople,
    Separated,
    TakeFromCard,
    UnmergePeople,
)
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.notebook.server import Handler
from desktop.notebook.taking import take
from desktop.notebook.telling import birth_year, card_fields, person_name
from desktop.store.changes import Change
from desktop.store.merged import StoredMerge
from desktop.store.views import EntityView
from sync.log.deletion import DELETED, deletion_value
from sync.log.merge import MERGE, PAIR, components
from sync.records.ids import EntityId, StreamId, stream_team
from sync.records.people import PERSON, SITUATION
from sync.records.rights import Action, may

_NOTHING: Final[tuple[object, ...]] = (None, "", [])


class Merging:
    """Answers everything about two cards of one person."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; the list is read in one lane, looks and saves are written in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks."""
        return {
            ComparePeople: Handler(self.compare, self._writing),
            MergePeople: Handler(self.merge, self._writing),
            UnmergePeople: Handler(self.part, self._writing),
            ListMerged: Handler(self.list_all, self._writing),
            TakeFromCard: Handler(self.take, self._writing),
        }

    # --- looking ---

    def compare(self, ask: ComparePeople) -> Comparison:
        """Return both cards side by side, the older one first, after logging a look at each."""
        desk = self._desk
        older, newer = sorted((ask.one, ask.other))
        left, right = cards_of(desk, older), cards_of(desk, newer)
        for one in dict.fromkeys((older, newer)):
            desk.looked("READ", one, kind="person", reason="merge")
        views = [demand_cards(desk, one) for one in (older, newer)]
        protected = left.protected or right.protected
        return Comparison(
            left=self._card(views[0], left, protected=protected),
            right=self._card(views[1], right, protected=protected),
            fields=self._fields(views[0], views[1], protected=protected),
            hindrance=self._hindrance(views[0], views[1]),
        )

    def list_all(self, _ask: ListMerged) -> MergedPeople:
        """Return the persons of several cards, and the merges that wait; logged as a look at a list."""
        desk = self._desk
        waiting: dict[frozenset[EntityId], list[StoredMerge]] = {}
        for merge in desk.reads.merged.all():
            if desk.may_read(MERGE, merge.stream):
                ids = frozenset(desk.reads.merged.members(merge.pair[0])) if merge.stands else frozenset()
                waiting.setdefault(ids if ids.issuperset(merge.pair) else frozenset(merge.pair), []).append(
                    merge
                )
        rows = [row for ids, merges in waiting.items() if (row := self._row(ids, merges)) is not None]
        desk.looked("LIST", None, kind="person", reason="merged", extra={"count": len(rows)})
        return MergedPeople(sorted(rows, key=lambda row: row.at, reverse=True))

    # --- saving ---

    def merge(self, ask: MergePeople) -> RecordSaved:
        """Say that two cards are one person, durable when this returns.

        Raises NotSameTeam for cards of two streams, GoneMeanwhile when they are one already or it waits,
        NotFound for a card that is not here or was deleted, NotAllowed.
        """
        desk = self._desk
        one, other = (demand_cards(desk, each) for each in sorted((ask.one, ask.other)))
        match self._hindrance(one, other):
            case "other_team":
                raise NotSameTeam
            case "not_allowed":
                raise NotAllowed(kind=MERGE, action="create")
            case "":
                pair = [one.entity, other.entity]
            case _:
                raise GoneMeanwhile(kind=MERGE)
        change = Change(kind=MERGE, entity=desk.new_id(), subject=one.entity, fields={PAIR: pair})
        (saved,) = desk.save([(one.stream, [change])], reason="merge")
        return RecordSaved(change.entity, SaveId(one.stream, saved.n))

    def part(self, ask: UnmergePeople) -> Separated:
        """Take back every merge that names this card, so that it stands alone again.

        Cards that only it had joined are apart then too. Raises GoneMeanwhile when nothing joins it.
        """
        desk = self._desk
        stream = desk.entity(ask.person, "person").stream
        merged = desk.reads.merged
        cards = merged.members(ask.person)
        about = [one for one in merged.about(cards) if one.stands and not one.waits]
        parted = {one.entity: None for one in about if ask.person in one.pair and one.stream == stream}
        changes = []
        for merge in parted:
            state = desk.reads.entities.state(merge)
            if state is not None:
                changes.append(Change(kind=MERGE, entity=merge, fields={DELETED: deletion_value(state)}))
        if not changes:
            raise GoneMeanwhile(kind=MERGE)
        (saved,) = desk.save([(stream, changes)], reason="merge")
        left = components(one.pair for one in about if one.entity not in parted)
        return Separated(SaveId(stream, saved.n), len({min(left.get(one, {one})) for one in cards}))

    def take(self, ask: TakeFromCard) -> RecordSaved:
        """Make another card's value the leading card's; see ``taking.take``."""
        return take(self._desk, ask)

    # --- parts ---

    def _hindrance(self, one: EntityView, other: EntityView) -> str:
        """Return why two cards can't be merged, an empty text when they can."""
        desk = self._desk
        if one.entity == other.entity:
            return "same_card"
        if one.stream != other.stream:
            return "other_team"
        if other.entity in desk.reads.merged.members(one.entity):
            return "already_one"
        pair = (one.entity, other.entity)
        if any(merge.pair == pair and merge.waits for merge in desk.reads.merged.about(pair)):
            return "waits"
        return "" if self._may_merge(one.stream) else "not_allowed"

    def _may_merge(self, stream: StreamId) -> bool:
        roles = self._desk.roles_in(stream)
        return any(may(one, MERGE, (), own=True, action=Action.CREATE) for one in roles)

    def _card(self, view: EntityView, cards: Cards, *, protected: bool) -> ComparedCard:
        desk = self._desk
        made = first_write(desk, view.entity)
        reads = desk.reads
        return ComparedCard(
            person=view.entity,
            name=person_name(view.values),
            birth_year=0 if protected or is_protected(view) else birth_year(view.values),
            created_at=made.time if made is not None else 0,
            created_by=desk.name_of(made.author) if made is not None else "",
            team=desk.team_name(stream_team(view.stream)),
            notes=len(reads.lists.notes(view.entity)),
            visits=len(reads.lists.attendances(view.entity)),
            referrals=len(reads.services.about(view.entity, "referral")),
            files=len(reads.attachments.of(view.entity)),
            cards=len(cards.views),
        )

    def _fields(self, left: EntityView, right: EntityView, *, protected: bool) -> list[ComparedField]:
        desk = self._desk
        pairs = [("person", PERSON, left, right)]
        homes = situation_of(desk, left.entity), situation_of(desk, right.entity)
        found = []
        for kind, spec, one, other in [*pairs, ("situation", SITUATION, *homes)]:
            sides = [
                {} if view is None else {
                    field.name: with_names(desk, field)
                    for field in card_fields(desk, view, protected=protected)
                    if field.value not in _NOTHING or field.sides
                }
                for view in (one, other)
            ]  # fmt: skip
            found += [
                ComparedField(
                    kind=kind,
                    name=name,
                    left=sides[0].get(name),
                    right=sides[1].get(name),
                    differs=name in sides[0] and name in sides[1] and differs(one, other, name, spec),
                )
                for name in _in_order(spec.fields, *sides)
            ]
        return found

    def _row(self, ids: frozenset[EntityId], merges: list[StoredMerge]) -> MergedRow | None:
        desk = self._desk
        views = [view for one in sorted(ids) if (view := desk.reads.entity(one)) is not None]
        if not views or any(not desk.may_read("person", view.stream) for view in views):
            return None
        joined = joining_write(desk, merges)
        return MergedRow(
            person=views[0].entity,
            names=[person_name(view.values) for view in views],
            at=joined.time if joined is not None else 0,
            by=desk.name_of(joined.author) if joined is not None else "",
            waits=any(one.waits for one in merges),
        )


def _in_order(specs: Iterable[Any], *sides: dict[str, Any]) -> list[str]:
    """Return the fields that some side has, in the vocabulary's order, unknown ones last."""
    some = {name: None for side in sides for name in side}
    known = [spec.name for spec in specs if spec.name in some]
    return [*known, *sorted(name for name in some if name not in known)]
