# SPDX-License-Identifier: MIT
"""What became of one's own values: another is shown, somebody chose against it, somebody deleted beside it.

Derived from what was written and nothing else, so it is told on whatever laptop, whoever carried it there.
"""

import hashlib
from collections.abc import Iterable
from typing import Any

from desktop.notebook.desk import Desk
from desktop.notebook.field_history import title_of
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.settling import DismissTold, ListTold, ToldValue, ToldValues
from desktop.notebook.server import Handler
from desktop.notebook.settle_requests import OPEN, SettleRequests
from desktop.notebook.sides import beside_deletion
from desktop.store.changes import Change
from desktop.store.settling_reads import LateWrite
from desktop.store.views import EntityView, FieldView
from sync.log.codec import encode
from sync.log.commit import CommitId
from sync.log.deletion import DELETED
from sync.log.lineage import Lineage
from sync.records.ids import EntityId, StreamId, derived_entity


class Told:
    """Answers what a person must hear of their values."""

    def __init__(self, desk: Desk, requests: SettleRequests, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._requests = requests
        self._reading = reading
        self._writing = writing
        self._through: dict[StreamId, int] = {}
        """Per stream: the number up to which colleagues' writes have been looked through."""
        self._late: dict[tuple[EntityId, CommitId], LateWrite] = {}
        self._logged = b""

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about one's own values."""
        return {
            ListTold: Handler(self.list_all, self._reading),
            DismissTold: Handler(self.dismiss, self._writing),
        }

    def list_all(self, _ask: ListTold) -> ToldValues:
        """Return what there is to hear, newest first; that names were shown is logged once for the same rows."""
        self._look_further()
        dismissed = self._desk.reads.settling.dismissed()
        rows = [
            row for row in (*self._open(), *self._chosen()) if row.seen is None or row.seen not in dismissed
        ]
        rows.sort(key=lambda row: -row.at)
        self._log(rows)
        return ToldValues(rows)

    def dismiss(self, ask: DismissTold) -> Done:
        """Write that it was seen, in this person's own stream."""
        desk = self._desk
        change = Change(kind="seen", entity=desk.new_id(), fields={"of": ask.seen, "at": desk.now()})
        desk.save([(desk.own_stream(), [change])])
        return Done()

    # --- questions that are open ---

    def _open(self) -> Iterable[ToldValue]:
        desk = self._desk
        waiting = self._requests.waiting()
        for found in desk.reads.lists.conflicts():
            view = desk.reads.entity(found.entity) if desk.may_read(found.kind, found.stream) else None
            if view is None:
                continue
            for field in view.conflicts:
                waits = waiting.get((view.entity, field.name), OPEN)
                if waits.asked_by is not None:
                    by = desk.staff_name(waits.asked_by)
                    yield self._row("asked", view, field.name, by=by, at=waits.at)
                elif waits.now:
                    yield from self._hidden(view, field)
            waits = waiting.get((view.entity, DELETED), OPEN)
            if view.changed_beside_deletion and waits.asked_by is not None:
                yield self._row("asked", view, DELETED, by=desk.staff_name(waits.asked_by), at=waits.at)
            elif view.changed_beside_deletion and waits.now:
                yield from self._deleted(view)

    def _hidden(self, view: EntityView, field: FieldView) -> Iterable[ToldValue]:
        """Tell that one's own value stands, and another is shown."""
        shown = field.heads[0]
        if self._desk.mine(shown.author):
            return
        for head in field.heads:
            if self._desk.mine(head.author) and not head.erased and encode(head.value) != encode(shown.value):
                yield self._row(
                    "hidden", view, field.name, by=self._desk.name_of(shown.author), at=shown.time or 0,
                    mine=head.id, other=shown.id,
                )  # fmt: skip
                return

    def _deleted(self, view: EntityView) -> Iterable[ToldValue]:
        """Tell that somebody deleted a record without having seen what this person wrote."""
        sides = beside_deletion(self._desk, view)
        deletions = [one for one in sides if one.value is None and not one.mine]
        if deletions and any(one.mine and one.value is not None for one in sides):
            last = deletions[-1]
            field = view.fields[DELETED]
            other = next(head.id for head in field.heads if head.id.writer.hex() == last.writer)
            yield self._row("deleted", view, DELETED, by=last.by, at=last.at, other=other)

    # --- choices that were made ---

    def _look_further(self) -> None:
        """Look through what colleagues have written since, for writes to what this person has written too."""
        reads = self._desk.reads.settling
        for stream, number in reads.streams().items():
            above = self._through.get(stream, 0)
            if number > above:
                for late in reads.late_writes(stream, above=above):
                    self._late[late.entity, late.id] = late
                self._through[stream] = number

    def _chosen(self) -> Iterable[ToldValue]:
        """Tell each choice that stands and was made against a value or a choice of this person's; forget the others."""
        desk = self._desk
        for key, late in list(self._late.items()):
            view = desk.reads.entity(late.entity)
            if view is None or view.deleted or not desk.may_read(view.kind, view.stream):
                continue
            stands = [name for name in late.fields if _stands_alone(view, name, late.id)]
            if not stands:
                continue
            told = [row for name in stands if (row := self._against(view, name, late.id)) is not None]
            if not told:
                del self._late[key]
            yield from told

    def _against(self, view: EntityView, name: str, chosen: CommitId) -> ToldValue | None:
        desk = self._desk
        lineage = Lineage(desk.reads.settling.writes(view.entity, view.stream), name)
        value = encode(lineage.value(chosen))
        for one in (*lineage.settled(chosen), *lineage.taken_back(chosen)):
            mine = desk.mine(desk.reads.authors.of(one.writer)) and not lineage.erased(one)
            if mine and encode(lineage.value(one)) != value:
                head = view.fields[name].heads[0]
                by = desk.name_of(head.author)
                return self._row("settled", view, name, by=by, at=head.time or 0, mine=one, other=chosen)
        return None

    # --- parts ---

    def _row(
        self,
        what: str,
        view: EntityView,
        field: str,
        *,
        by: str,
        at: int,
        mine: CommitId | None = None,
        other: CommitId | None = None,
    ) -> ToldValue:
        return ToldValue(
            what=what,
            entity=view.entity,
            kind=view.kind,
            field=field,
            title=title_of(self._desk, view),
            by=by,
            at=at,
            writer=mine.writer.hex() if mine is not None else "",
            n=mine.n if mine is not None else 0,
            seen=told_of(view.entity, field, other) if other is not None else None,
            person=view.subject,
        )

    def _log(self, rows: list[ToldValue]) -> None:
        people = {row.entity for row in rows if row.kind != "session"}
        digest = hashlib.sha256(b"".join(sorted(people))).digest() if people else b""
        if people and digest != self._logged:
            self._desk.looked("LIST", None, kind="person", reason="two-values", extra={"rows": len(people)})
        self._logged = digest


def told_of(entity: EntityId, field: str, other: CommitId) -> EntityId:
    """Return what names one thing to hear: the field, and the write that stands against one's own."""
    return derived_entity(entity, f"told {field} {other.writer.hex()} {other.n}")


def _stands_alone(view: EntityView, name: str, one: CommitId) -> bool:
    field = view.fields.get(name)
    return field is not None and [head.id for head in field.heads] == [one]
