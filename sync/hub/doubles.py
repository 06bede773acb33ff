# SPDX-License-Identifier: MIT
"""Doubles: who came back to a team at a lost hub, and stands at the restored one where they had been as well.

The laptops of the team that they left keep nothing about them, so they cannot bring what the lost hub had said there,
nor its word that they went, which stands behind it. The other team's do bring that they came. An administrator lets
the hub say itself that they went, when those laptops have been there that might bring the word.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sync.hub.absence import is_here, settled_head
from sync.hub.at_rest import subject_key
from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import own_run
from sync.hub.carrying import Source, carries
from sync.hub.copies import not_copied
from sync.hub.errors import UnknownName
from sync.hub.forwarding import Plan, carry_bodies
from sync.hub.heard import id_of
from sync.hub.moved_before import is_done
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all
from sync.hub.snapshot import forget
from sync.hub.store.deed import Deed
from sync.log.commit import Body, Draft
from sync.log.erasure import erasure_mark
from sync.log.state import decode_state
from sync.records.ids import EntityId, StreamId, TeamId, beside, new_entity, stream_team
from sync.records.transfers import ADOPT, RETRACT

_MOST_ABOUT = 20_000
"""Commits about one person in one stream: more than anybody will ever have."""


@dataclass(frozen=True, slots=True)
class Double:
    """Somebody who came ``into`` a stream by a move, and never went from ``stream`` by it."""

    stream: StreamId
    person: EntityId
    move: EntityId
    into: StreamId


def doubles(parts: HubParts) -> list[Double]:
    """Return who stands in two teams; empty in a hub that was never restored."""
    if not parts.restored:
        return []
    return [one for into in sorted(parts.store.heads()) for one in _doubles(parts, into)]


def let_go(parts: HubParts, one: Double) -> None:
    """Say that somebody went, and carry after them what only their old team has; raises UnknownName("move")."""
    team = stream_team(one.into)
    while True:
        since, head = parts.store.obeyed(one.stream), settled_head(parts, one.stream)
        there = settled_head(parts, one.into)
        if team is None or one not in _doubles(parts, one.into):
            raise UnknownName("move")
        plan = Plan()
        _carry(parts, one, plan)
        now = parts.clock()
        said = {"move": one.move, "to": team, "at": now}
        word = Draft(
            RETRACT.name, new_entity(now), one.person, 1, {name: (its, ()) for name, its in said.items()}
        )
        runs = [*plan.runs, own_run(parts, one.stream, [[word]])]
        expect = {one.stream: head, one.into: there}
        if parts.store.perform(Deed(one.stream, since, since, runs, expect, (), (), plan.blobs)):
            break
    forget(parts, one.stream)
    log(parts, [Event(Operation.UPDATE, "", one.stream, f"let go to {team}")])


def _carry(parts: HubParts, one: Double, plan: Plan) -> None:
    about = parts.store.commits_sealed_under(one.stream, subject_key(one.person), after=0, limit=_MOST_ABOUT)
    for stored, raw in zip(about, open_bodies(parts, about), strict=True):
        its = [body for body in read_all(raw) if body.subject == one.person and carries(body.kind)]
        left = not_copied(parts, one.stream, one.into, id_of(stored), its)
        carry_bodies(parts, one.stream, one.into, id_of(stored), left, plan)


def _doubles(parts: HubParts, into: StreamId) -> Iterator[Double]:
    """Yield those whom an earlier key's word brought into a stream and who stand in the one that they came from."""
    if stream_team(into) is None:
        return
    settled_head(parts, into)
    earlier = parts.own_writers() - {parts.me}
    source = Source(parts, into)
    for entity, raw in sorted(parts.store.states_of(into, parts.store.of_kind(into, ADOPT.name)).items()):
        heads = {head.id for its in decode_state(raw).fields.values() for head in its.heads}
        for head in sorted(each for each in heads if each.writer in earlier):
            for body in source.bodies(head.writer, head.n):
                found = _double(parts, into, body) if body.entity == entity else None
                if found is not None:
                    yield found


def _double(parts: HubParts, into: StreamId, adopt: Body) -> Double | None:
    said = {name: write.value for name, write in adopt.fields.items()}
    person, move, team = adopt.subject, said.get("move"), said.get("from")
    if person is None or not isinstance(move, bytes) or not isinstance(team, str):
        return None
    stream, mark = beside(into, TeamId(team)), erasure_mark(person)
    if stream == into or parts.store.erased([mark]) or not is_here(parts, into, person):
        return None
    gone = parts.store.gone(into, [mark]).get(mark)
    if gone is not None and gone.move != adopt.entity:
        return None  # they came again since
    settled_head(parts, stream)
    if not is_here(parts, stream, person) or is_done(parts, stream, RETRACT.name, person, EntityId(move)):
        return None
    rows = parts.store.entities(stream, parts.store.entities_about(stream, mark))
    states = parts.store.states_of(stream, [entity for entity, row in rows.items() if carries(row.kind)])
    return Double(stream, person, EntityId(move), into) if states else None
