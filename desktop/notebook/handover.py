# SPDX-License-Identifier: MIT
"""Handing people over within a team: one, some or the whole caseload, and what comes to whom.

Who gets somebody sees it until they say so (``handover``), and again when the one before did something since.
"""

from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import FieldRequired, NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.moving import (
    HandedOn,
    HandOver,
    HandoverRow,
    Handovers,
    LateRow,
    ListHandovers,
    TakeOver,
)
from desktop.notebook.messages.today import SaveId, StaffOption
from desktop.notebook.server import Handler
from desktop.notebook.telling import person_name
from desktop.store.changes import Change
from desktop.store.transfer_reads import HandedOver
from sync.log.commit import MAX_ENTITIES
from sync.records.ids import StaffId, StreamId, TeamId, stream_team
from sync.records.rights import WORKERS, role

_GIVEN_FOR_MS: Final = 30 * 86_400_000
"""How long a hand-over stays on the list of whoever handed on."""


class Handover:
    """Answers what People and Today ask about hand-overs."""

    def __init__(self, desk: Desk, *, reading: Lane, writing: Lane) -> None:
        """Work at ``desk``; reads run in one lane, saves in the other."""
        self._desk = desk
        self._reading = reading
        self._writing = writing

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks about hand-overs."""
        return {
            ListHandovers: Handler(self.list_all, self._reading),
            TakeOver: Handler(self.take_over, self._writing),
            HandOver: Handler(self.hand_over, self._writing),
        }

    def list_all(self, _ask: ListHandovers) -> Handovers:
        """Return who was handed to this person, those not seen first, and whom this person handed on of late."""
        desk = self._desk
        reads = desk.reads.transfers
        readable = [one for one in reads.handed_to_me() if desk.may_read("person", one.stream)]
        received = sorted(map(self._row, readable), key=lambda row: (not row.new, -row.at))
        given = [self._row(one) for one in reads.handed_by_me(since=desk.now() - _GIVEN_FOR_MS)]
        return Handovers(
            received=received,
            given=given,
            new=sum(row.new for row in received),
            colleagues=self._colleagues(),
            mine=len(desk.reads.lists.caseload(desk.staff)),
        )

    def take_over(self, ask: TakeOver) -> Done:
        """Write that this person has seen what was handed over, through the stream's number; raises NotFound."""
        desk = self._desk
        person = desk.entity(ask.person, "person")
        handed = desk.reads.transfers.handed(ask.person)
        if handed is None or handed.to != desk.staff:
            raise NotFound(kind="handover")
        pulled = next(row.number for row in desk.reads.sending.streams() if row.stream == person.stream)
        number = max(pulled, handed.newest)
        fields = {"by": desk.staff, "number": number, "at": desk.now()}
        change = Change(kind="handover", entity=desk.new_id(), fields=fields, subject=ask.person)
        desk.save([(person.stream, [change])])
        return Done()

    def hand_over(self, ask: HandOver) -> HandedOn:
        """Make a colleague responsible for people, or for all of one's own, in as few saves as they fit in.

        Raises FieldRequired("to") for somebody who does not work in each person's team, NotFound, NotAllowed.
        """
        desk = self._desk
        people = list(dict.fromkeys(ask.people)) or list(desk.reads.lists.caseload(desk.staff))
        if not people:
            raise NotFound(kind="person")
        by_stream: dict[StreamId, list[Change]] = {}
        for one in people:
            view = desk.entity(one, "person")
            if ask.to not in self._workers(stream_team(view.stream)) or ask.to == desk.staff:
                raise FieldRequired(field="to")
            change = Change(
                kind="person", entity=one, fields={"responsible": ask.to}, subject=one,
                seen=view.seen(["responsible"]),
            )  # fmt: skip
            by_stream.setdefault(view.stream, []).append(change)
        saves = [
            (stream, changes[at : at + MAX_ENTITIES])
            for stream, changes in by_stream.items()
            for at in range(0, len(changes), MAX_ENTITIES)
        ]
        ids = desk.save(saves, reason="handover")
        return HandedOn(
            len(people), [SaveId(stream, one.n) for (stream, _), one in zip(saves, ids, strict=True)]
        )

    def _row(self, one: HandedOver) -> HandoverRow:
        desk = self._desk
        view = desk.reads.entity(one.person)
        return HandoverRow(
            person=one.person,
            name=person_name(view.values) if view is not None else "",
            by=desk.name_of(one.by),
            before=desk.staff_name(one.before),
            to=desk.staff_name(one.to),
            at=one.at,
            late=[LateRow(late.kind, late.at) for late in one.late],
            new=one.new,
            waits_for_hub=one.number is None,
        )

    def _colleagues(self) -> list[StaffOption]:
        desk = self._desk
        able = {staff for team in desk.teams() for staff in self._workers(team)}
        return [
            StaffOption(one.staff, one.name)
            for one in desk.reads.roster.staff()
            if one.active and one.staff in able and one.staff != desk.staff
        ]

    def _workers(self, team: TeamId | None) -> frozenset[StaffId]:
        """Return who meets people in a team at this moment."""
        desk = self._desk
        now = desk.now() + desk.store_clock_offset()
        return frozenset(
            grant.staff
            for grant in desk.reads.roster.grants()
            if grant.team == team
            and team is not None
            and role(grant.role) in WORKERS
            and grant.since <= now
            and (grant.until is None or now < grant.until)
        )
