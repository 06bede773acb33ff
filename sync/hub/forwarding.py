# SPDX-License-Identifier: MIT
"""Late work: what was said of somebody in a stream they had left is carried to where they are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from sync.hub.absence import is_late, whereabouts
from sync.hub.blobs import named
from sync.hub.carrying import Carried, Source, carried_run, carries
from sync.hub.copies import not_copied
from sync.hub.missed import missed
from sync.hub.notices import Notice, What, supervisors, telling, works_in
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all
from sync.hub.store.deed import Decision
from sync.hub.store.rows import Append, BlobRow, EntityRow
from sync.log.commit import Body, CommitId
from sync.log.erasure import erasure_mark
from sync.log.state import EntityState, decode_state
from sync.records.ids import EntityId, StaffId, StreamId, TeamId, stream_team

RESPONSIBLE = "responsible"


@dataclass(slots=True)
class Plan:
    """What one commit's orders come to, before it is done. ``streams`` are those in which somebody leaves."""

    runs: list[Append] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    expect: dict[StreamId, int] = field(default_factory=dict)
    decides: list[Decision] = field(default_factory=list)
    entities: list[EntityRow] = field(default_factory=list)
    blobs: list[BlobRow] = field(default_factory=list)
    left: list[StreamId] = field(default_factory=list)
    people: set[EntityId] = field(default_factory=set)
    """Whose bodies are carried."""
    said: list[tuple[StaffId, StreamId, str]] = field(default_factory=list)
    """Who ordered what where, for the hub's log."""


def forward_late(
    parts: HubParts, stream: StreamId, number: int, one: CommitId, bodies: Sequence[Body], plan: Plan
) -> None:
    """Plan the carrying of those bodies that came late, and the words about it."""
    late = [
        body
        for body in bodies
        if body.subject is not None
        and carries(body.kind)
        and is_late(parts, stream, number, body.subject)
        and not parts.store.erased([erasure_mark(body.subject)])
    ]
    _forward(parts, stream, one, late, plan)


def forward_missed(
    parts: HubParts, stream: StreamId, number: int, word: CommitId, retract: Body, plan: Plan
) -> None:
    """Plan the carrying of what stands below a lost hub's ``retract`` and was not known to it."""
    if retract.subject is None or parts.store.erased([erasure_mark(retract.subject)]):
        return
    for one, bodies in missed(parts, stream, number, word, retract):
        _forward(parts, stream, one, bodies, plan)


def _forward(parts: HubParts, stream: StreamId, one: CommitId, late: Sequence[Body], plan: Plan) -> None:
    author = author_of(parts, one)
    for person in sorted({body.subject for body in late if body.subject is not None}):
        its = [body for body in late if body.subject == person]
        target = whereabouts(parts, stream, person)
        carry_bodies(parts, stream, target, one, not_copied(parts, stream, target, one, its), plan)
        team = stream_team(target)
        told = [] if team is None else hears_of(parts, target, team, person)
        plan.notices += [
            Notice(
                staff, What.LATE_WORK, commit=one, stream=target, kind=its[0].kind, by=author, team=team,
                about=person,
            )
            for staff in dict.fromkeys([*told, author])
        ]  # fmt: skip


def carry_bodies(
    parts: HubParts,
    stream: StreamId,
    target: StreamId,
    one: CommitId,
    bodies: Sequence[Body],
    plan: Plan,
) -> None:
    """Plan the carrying of a commit's bodies into another stream."""
    if not bodies:
        return
    source = Source(parts, stream)
    there = {
        entity: decode_state(raw)
        for entity, raw in parts.store.states_of(target, [body.entity for body in bodies]).items()
    }
    carried: list[Carried] = []
    for body in bodies:
        carried += source.late(one, body, there.get(body.entity))
    rows = parts.store.entities(stream, [body.entity for body in bodies])
    author = author_of(parts, one)
    authors = {body.entity: rows[body.entity].staff if body.entity in rows else author for body in bodies}
    plan.runs.append(carried_run(parts, target, (), carried, authors=authors))
    plan.blobs += named(target, bodies)
    plan.people |= {body.subject for body in bodies if body.subject is not None}


def author_of(parts: HubParts, one: CommitId) -> StaffId:
    """Return whose a commit is; nobody's where it is the hub's own."""
    row = parts.store.writer(one.writer)
    return StaffId("") if row is None else row.staff


def hears_of(parts: HubParts, stream: StreamId, team: TeamId, person: EntityId) -> list[StaffId]:
    """Return who hears what came about a person: who is responsible, if they work in the team, else its supervisors."""
    home = stream if not stream.endswith("/special") else StreamId(stream.removesuffix("/special"))
    raw = parts.store.states_of(home, [person]).get(person)
    found = [] if raw is None else responsible(Source(parts, home), decode_state(raw))
    return [one for one in found if works_in(parts, one, team)] or supervisors(parts, team)


def responsible(source: Source, state: EntityState) -> list[StaffId]:
    """Return who stands as responsible on a person's card: two where that is in conflict.

    Only who is on the staff: a word would go to the stream of any name that a card says.
    """
    its = state.fields.get(RESPONSIBLE)
    said: list[object] = []
    for head in its.heads if its is not None else ():
        said += [
            body.fields[RESPONSIBLE].value
            for body in source.bodies(head.id.writer, head.id.n)
            if body.entity == state.entity and RESPONSIBLE in body.fields
        ]
    staff = source.parts.store.staff()
    return sorted({StaffId(one) for one in said if isinstance(one, str) and one in staff})


def runs_of(parts: HubParts, plan: Plan) -> Sequence[Append]:
    """Return everything that a plan writes."""
    return [*plan.runs, *telling(parts, plan.notices)]


def bodies_at(parts: HubParts, stream: StreamId, one: CommitId) -> list[Body]:
    """Return the bodies of a commit that are still there; none where the stream has another commit there."""
    found = parts.store.commit(stream, one.writer, one.n)
    if found is None or found.hash[: len(one.mark)] != one.mark:
        return []
    return read_all(open_bodies(parts, [found])[0])


def forget_again(parts: HubParts, people: Collection[EntityId]) -> frozenset[EntityId]:
    """Return which of these people were erased meanwhile."""
    marks = {erasure_mark(one): one for one in people}
    return frozenset(marks[mark] for mark in parts.store.erased(marks))
