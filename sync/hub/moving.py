# SPDX-License-Identifier: MIT
"""Moving a person to another team: adopted there, with all that stands, and retracted here, in one transaction.

A merged person moves whole, with everybody they are one with here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sync.failpoints import FailPoint, reached
from sync.hub.absence import is_here, settled_head
from sync.hub.authoring import own_run
from sync.hub.blobs import named
from sync.hub.carrying import Source, as_body, carried_run, carries
from sync.hub.forwarding import Plan, responsible
from sync.hub.missed import held, known
from sync.hub.moved_before import is_done
from sync.hub.notices import Notice, What, supervisors, works_in
from sync.hub.parts import HubParts
from sync.hub.store.rows import Append, Prepared
from sync.hub.stuck import demand_carried
from sync.log.commit import Body, CommitId, Draft
from sync.log.deletion import DELETED
from sync.log.erasure import erasure_mark
from sync.log.merge import MERGE, components, pairs
from sync.log.state import EntityState, FieldState, Head, decode_state
from sync.records.ids import (
    EntityId,
    StaffId,
    StreamId,
    TeamId,
    beside,
    new_entity,
    special_stream,
    stream_team,
)
from sync.records.transfers import ADOPT, MOVE, RETRACT

_TO: Final = "to"


def plan_move(
    parts: HubParts, stream: StreamId, one: CommitId, author: StaffId, body: Body, plan: Plan
) -> None:
    """Plan a move, or the word that it cannot be; raises OrderBehind."""
    if _taken_back(parts, stream, body.entity):
        return
    team, person, to = stream_team(stream), body.subject, _team(body)
    if parts.restored and person is not None and is_done(parts, stream, RETRACT.name, person, body.entity):
        return  # before the hub was lost
    trouble = _trouble(parts, stream, person, to)
    if trouble or person is None or to is None or team is None:
        plan.notices.append(
            Notice(
                author, What.REFUSED, commit=one, stream=stream, kind=MOVE.name, reason=trouble or "not_here",
                team=None if trouble == "unknown_team" else to, about=person,
            )
        )  # fmt: skip
        return
    people = [each for each in _aliases(parts, stream, person) if is_here(parts, stream, each)]
    people = [each for each in people if not parts.store.erased([erasure_mark(each)])]
    both = (stream, special_stream(team))
    demand_carried(parts, both, one, people)
    told: list[StaffId] = []
    for where in both:
        told += _plan_stream(parts, where, to, people, body.entity, author, plan)
    plan.people.update(people)
    plan.said.append((author, stream, f"move to {to}"))
    plan.notices += _words(parts, one, author, person, to, told)


def _taken_back(parts: HubParts, stream: StreamId, move: EntityId) -> bool:
    """Whether a move was deleted before it was obeyed: it and its deletion may come in one push."""
    raw = parts.store.states_of(stream, [move]).get(move)
    if raw is None:
        return False
    deleted = _valued(Source(parts, stream), decode_state(raw)).fields.get(DELETED)
    return deleted is not None and any(head.value is not None for head in deleted.heads)


def _trouble(parts: HubParts, stream: StreamId, person: EntityId | None, to: TeamId | None) -> str:
    """Return why a move cannot be, as a code word, or an empty text."""
    if to is None or to not in parts.store.teams():
        return "unknown_team"
    if to == stream_team(stream):
        return "same_team"
    here = person is not None and is_here(parts, stream, person)
    if person is None or not here or not parts.store.states_of(stream, [person]):
        return "not_here"
    return ""


def _plan_stream(
    parts: HubParts,
    stream: StreamId,
    to: TeamId,
    people: Sequence[EntityId],
    move: EntityId,
    author: StaffId,
    plan: Plan,
) -> list[StaffId]:
    """Plan what one stream hands over; return who was responsible for these people in it."""
    head = parts.store.head(stream)
    target = beside(stream, to)
    if head is None:
        return []
    plan.expect[stream] = head.number
    settled_head(parts, stream)
    now = parts.clock()
    source = Source(parts, stream)
    states = _states(parts, stream, people)
    going = [one for one in states.values() if carries(one.kind)]
    carried = source.standing(going)
    rows = parts.store.entities(stream, list(states))
    adopts = [
        Draft(ADOPT.name, new_entity(now), each, 1, _said({
            "move": move, "from": stream_team(stream), "by": author, "at": now,
        }))
        for each in people
    ]  # fmt: skip
    retracts = [
        Draft(RETRACT.name, new_entity(now), each, 1, _said({
            "move": move, _TO: to, "at": now,
            "known": known(parts, stream, (one for one in states.values() if each in {one.entity, one.subject})),
            "held": held(parts, stream, each),
        }))
        for each in people
    ]  # fmt: skip
    plan.runs.append(
        carried_run(
            parts, target, adopts, carried,
            authors={entity: row.staff for entity, row in rows.items()},
            before=lambda: reached(FailPoint.HUB_MOVE_BEFORE_ADOPT),
        )
    )  # fmt: skip
    plan.runs.append(_retracting(own_run(parts, stream, [retracts])))
    plan.blobs += named(target, [as_body(one) for one in carried])
    plan.left.append(stream)
    return [staff for each in people if each in states for staff in responsible(source, states[each])]


def _retracting(run: Append) -> Append:
    make = run.make

    def made(n: int, prev: bytes) -> Sequence[Prepared]:
        reached(FailPoint.HUB_MOVE_BEFORE_RETRACT)
        return [] if make is None else make(n, prev)

    return replace(run, make=made)


def _words(
    parts: HubParts,
    one: CommitId,
    author: StaffId,
    person: EntityId,
    to: TeamId,
    told: Sequence[StaffId],
) -> list[Notice]:
    """Return who hears of it: the new team's own, who ordered it, and who was responsible."""
    now_theirs = [staff for staff in told if works_in(parts, staff, to)]
    came = dict.fromkeys([*now_theirs, *supervisors(parts, to)])
    went = dict.fromkeys([author, *told])
    return [
        Notice(staff, what, commit=one, kind=MOVE.name, by=author, team=to, about=person)
        for what, people in ((What.MOVED_IN, came), (What.MOVED_OUT, went))
        for staff in people
    ]


def _states(parts: HubParts, stream: StreamId, people: Sequence[EntityId]) -> dict[EntityId, EntityState]:
    entities = [each for one in people for each in parts.store.entities_about(stream, erasure_mark(one))]
    found = parts.store.states_of(stream, entities)
    return {entity: decode_state(raw) for entity, raw in sorted(found.items())}


def _aliases(parts: HubParts, stream: StreamId, person: EntityId) -> list[EntityId]:
    """Return everybody who is one with a person in this stream; the person first."""
    merges = parts.store.states_of(stream, parts.store.of_kind(stream, MERGE))
    source = Source(parts, stream)
    joined = components(
        pairs([_valued(source, decode_state(raw)) for raw in merges.values()], lambda _: True)
    )
    others = joined.get(person, frozenset())
    return [person, *sorted(others - {person})]


def _valued(source: Source, state: EntityState) -> EntityState:
    """Return a state of the hub's with its values: it keeps none."""
    fields: dict[str, FieldState] = {}
    for name, field in state.fields.items():
        heads = tuple(
            Head(head.id, _value(source, state.entity, name, head), head.erased, head.origin, head.here)
            for head in field.heads
        )
        fields[name] = FieldState(heads, field.context, field.pending)
    return EntityState(state.entity, state.kind, state.subject, state.schema, fields)


def _value(source: Source, entity: EntityId, name: str, head: Head) -> object:
    if head.erased:
        return None
    for body in source.bodies(head.id.writer, head.id.n):
        if body.entity == entity and name in body.fields:
            return body.fields[name].value
    return None


def _team(body: Body) -> TeamId | None:
    said = body.fields.get(_TO)
    return TeamId(said.value) if said is not None and isinstance(said.value, str) else None


def _said(fields: Mapping[str, object]) -> dict[str, tuple[object, tuple[CommitId, ...]]]:
    return {name: (value, ()) for name, value in fields.items() if value not in (None, "", [])}
