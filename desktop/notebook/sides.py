# SPDX-License-Identifier: MIT
"""The sides of a question that no field's heads tell: before a choice of one's own, and beside a deletion."""

from msgspec.structs import replace

from desktop.notebook.cards import masked_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile
from desktop.notebook.messages.people import Side
from desktop.notebook.telling import side
from desktop.notebook.whereabouts import laptop_of, place_at
from desktop.store.views import Author, EntityView, HeadView, WriteView
from sync.log.commit import CommitId
from sync.log.deletion import DELETED, deletion
from sync.log.lineage import Lineage
from sync.records.ids import EntityId, StreamId


def placed(desk: Desk, told: Side, author: Author) -> Side:
    """Return a side with where it was written: at which laptop, and at which point."""
    return replace(told, laptop=laptop_of(desk, author), place=place_at(desk, author, told.at))


def before_choice(desk: Desk, view: EntityView, field: str, stream: StreamId, n: int) -> list[Side]:
    """Return the values that this notebook's n-th save in a stream has settled, one's own first.

    Raises GoneMeanwhile when it settled none, or when somebody has written since: then their value stands.
    """
    saved = desk.reads.undo.save(stream, n)
    if saved is None:
        raise GoneMeanwhile(field=field)
    lineage = Lineage(desk.reads.settling.writes(view.entity, view.stream), field)
    stood = lineage.settled(saved.id)
    now = view.fields.get(field)
    if not stood or now is None or [head.id for head in now.heads] != [saved.id]:
        raise GoneMeanwhile(field=field)
    masked = field in masked_of(desk, view)
    writes = {write.id: write for write in desk.reads.history(view.entity)}
    sides = []
    for one in stood:
        if lineage.erased(one):
            continue
        value = lineage.value(one)
        head = _head(desk, one, value, writes.get(one))
        told = side(desk, head, shown=False, masked=field if masked else "")
        sides.append(placed(desk, told, head.author))
    return sorted(sides, key=lambda one: not one.mine)


def beside_deletion(desk: Desk, view: EntityView) -> list[Side]:
    """Return what was changed (newest first, one side a save) and who deleted: the deletions come last.

    A change's value is the list of what it wrote, as ``kind/field``; a deletion's is ``None``.
    """
    entities = desk.reads.entities
    state = entities.state(view.entity)
    if state is None:
        raise GoneMeanwhile(field=DELETED)
    changed: dict[CommitId, list[str]] = {}
    at_home: dict[CommitId, EntityId] = {}
    kinds = {each.entity: each.kind for each in (state, *entities.about(view.entity))}
    for one in deletion(state, entities.about(view.entity)).unseen:
        changed.setdefault(one.id, []).append(f"{kinds[one.entity]}/{one.field.partition('/')[0]}")
        at_home[one.id] = one.entity
    sides = [
        _side(desk, _head(desk, one, None, _write(desk, at_home[one], one)), sorted(set(names)))
        for one, names in changed.items()
    ]
    sides.sort(key=lambda one: -one.at)
    field = view.fields[DELETED]
    deleting = [head for head in field.heads if head.value is not None and not head.erased]
    return [*sides, *(_side(desk, head, None) for head in deleting)]


def _side(desk: Desk, head: HeadView, names: list[str] | None) -> Side:
    told = side(desk, head, shown=False)
    return placed(desk, replace(told, value=names), head.author)


def _write(desk: Desk, entity: EntityId, one: CommitId) -> WriteView | None:
    return next((write for write in desk.reads.history(entity) if write.id == one), None)


def _head(desk: Desk, one: CommitId, value: object, write: WriteView | None) -> HeadView:
    number = write.number if write is not None else None
    return HeadView(
        id=one,
        value=value,
        erased=False,
        author=desk.reads.authors.of(one.writer),
        time=write.time if write is not None else None,
        number=number,
        provisional=write is not None and number is None,
    )
