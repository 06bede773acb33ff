# SPDX-License-Identifier: MIT
"""Moves that the hub did before it was restored: each counts once, and nobody stays between two teams.

What the hub did of a move lies in two streams, and laptops bring back the one without the other. Where only the
word that somebody went came back, they are in neither team: an administrator lets the hub carry them once more,
from what it has, when those laptops have been there that might bring the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sync.hub.absence import settled_head
from sync.hub.at_rest import subject_key
from sync.hub.audit import Event, Operation, log
from sync.hub.blobs import named
from sync.hub.carrying import Carried, Source, as_body, carried_run, carries
from sync.hub.copies import copies_in
from sync.hub.effective import commits_of, fold_stream
from sync.hub.errors import UnknownName
from sync.hub.notices import Notice, What, supervisors, telling
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all
from sync.hub.store.deed import Deed
from sync.hub.store.rows import Standing
from sync.log.commit import Body, CommitId, Draft
from sync.log.erasure import erasure_mark
from sync.log.state import decode_state
from sync.records.ids import EntityId, StreamId, TeamId, beside, new_entity, stream_team
from sync.records.transfers import ADOPT, MOVE, RETRACT

_MOST_ABOUT: Final = 20_000
"""Commits about one person in one stream: more than anybody will ever have."""
_WORDS: Final = frozenset({ADOPT.name, RETRACT.name})


@dataclass(frozen=True, slots=True)
class Between:
    """Somebody who went from ``stream`` at ``number`` and of whom ``to`` was never told."""

    stream: StreamId
    number: int
    person: EntityId
    move: EntityId
    to: TeamId


def is_done(parts: HubParts, stream: StreamId, word: str, person: EntityId, move: EntityId) -> bool:
    """Whether a stream has the hub's word, ``adopt`` or ``retract``, about a person and this very move."""
    return any(_move(body) == move for _, body in _words(parts, stream, word, person))


def said_again(
    parts: HubParts, stream: StreamId, one: CommitId, bodies: Sequence[Body], before: Sequence[Body] = ()
) -> bool:
    """Whether an old commit only says of moves what this hub has said itself meanwhile, or has gone beyond.

    So it is with a write that both have carried: it would stand there twice, and whoever writes over the one would
    have the other beside it. ``before`` is what stands before it in the run that is brought.
    """
    return bool(bodies) and all(
        _by_another(parts, stream, body) or _overtaken(parts, stream, one, body, before)
        if body.kind in _WORDS
        else _carried_by_another(parts, stream, one, body)
        for body in bodies
    )


def between(parts: HubParts) -> list[Between]:
    """Return who is between two teams; empty in a hub that was never restored."""
    return (
        [one for stream in sorted(parts.store.heads()) for one in _left(parts, stream)]
        if parts.restored
        else []
    )


def carry_once_more(parts: HubParts, one: Between) -> None:
    """Carry to their new team what the hub has of somebody; raises UnknownName("move") where they are there by now."""
    while True:
        target = beside(one.stream, one.to)
        since, head = parts.store.obeyed(one.stream), settled_head(parts, target)
        if one not in _left(parts, one.stream):
            raise UnknownName("move")
        if parts.store.perform(_deed(parts, one, target, since, head)):
            break
    log(parts, [Event(Operation.UPDATE, "", one.stream, f"carried once more {one.number}")])


def _deed(parts: HubParts, one: Between, target: StreamId, since: int, head: int) -> Deed:
    folded = fold_stream(parts, one.stream, one.number - 1)
    going = [its for its in folded.states.values() if its.subject == one.person and carries(its.kind)]
    carried = _not_there(parts, target, one.person, Source(parts, one.stream).standing(going))
    rows = parts.store.entities(one.stream, [its.entity for its in going])
    now = parts.clock()
    said = {"move": one.move, "from": stream_team(one.stream), "at": now}
    adopt = Draft(
        ADOPT.name, new_entity(now), one.person, 1, {name: (value, ()) for name, value in said.items()}
    )
    run = carried_run(
        parts, target, [adopt], carried, authors={entity: row.staff for entity, row in rows.items()}
    )
    told = [
        Notice(staff, What.MOVED_IN, kind=MOVE.name, team=one.to, about=one.person)
        for staff in supervisors(parts, one.to)
    ]
    blobs = list(named(target, [as_body(its) for its in carried]))
    return Deed(one.stream, since, since, [run, *telling(parts, told)], {target: head}, (), (), blobs)


def _left(parts: HubParts, stream: StreamId) -> Iterator[Between]:
    """Yield those whom an earlier key's word took out of a stream, and of whom the other team has none."""
    earlier = parts.own_writers() - {parts.me}
    if stream_team(stream) is None:
        return
    settled_head(parts, stream)
    for gone in parts.store.gone(stream).values():
        found = parts.store.commit_at(stream, gone.number)
        if gone.into == stream or found is None or found.writer not in earlier:
            continue
        for body in Source(parts, stream).bodies(found.writer, found.n):
            person = body.subject
            if person is None or erasure_mark(person) != gone.subject or parts.store.erased([gone.subject]):
                continue
            settled_head(parts, gone.into)
            team = stream_team(gone.into)
            if team is not None and not is_done(parts, gone.into, ADOPT.name, person, gone.move):
                yield Between(stream, gone.number, person, gone.move, team)


def _by_another(parts: HubParts, stream: StreamId, body: Body) -> bool:
    if body.subject is None:
        return False
    its = _words(parts, stream, body.kind, body.subject)
    return any(entity != body.entity and _move(said) == _move(body) for entity, said in its)


def _overtaken(parts: HubParts, stream: StreamId, one: CommitId, body: Body, before: Sequence[Body]) -> bool:
    """Whether this hub has said meanwhile, by a move that the lost one had not heard of, where somebody went.

    Taken for the newer word, the old one would have them in two teams, or in none.
    """
    if body.subject is None:
        return False
    key = subject_key(body.subject)
    its = [
        each
        for withheld in (False, True)
        for each in parts.store.commits_sealed_under(
            stream, key, after=0, limit=_MOST_ABOUT, withheld=withheld
        )
        if each.writer == parts.me or (each.writer == one.writer and each.n < one.n)
    ]
    mine: list[tuple[int, EntityId | None]] = []
    theirs = {_move(each) for each in before if each.kind in _WORDS and each.subject == body.subject}
    for each, raw in zip(its, open_bodies(parts, its), strict=True):
        for said in read_all(raw):
            if said.kind in _WORDS and said.subject == body.subject:
                if each.writer == parts.me:
                    mine.append((each.number, _move(said)))
                else:
                    theirs.add(_move(said))
    return bool(mine) and max(mine)[1] not in theirs


def _carried_by_another(parts: HubParts, stream: StreamId, one: CommitId, body: Body) -> bool:
    if body.subject is None or body.origin is None:
        return False
    copies = copies_in(parts, stream, body.subject, besides=one)
    done = {name for first in (body.origin, one) for name in copies.get((body.entity, first), ())}
    return body.fields.keys() <= done


def _not_there(
    parts: HubParts, target: StreamId, person: EntityId, carried: Sequence[Carried]
) -> list[Carried]:
    """Return what the new team has not got yet: what the lost hub had not heard of went there by itself."""
    copies = copies_in(parts, target, person)
    left: list[Carried] = []
    for one in carried:
        draft = one.draft
        done = () if draft.origin is None else copies.get((draft.entity, draft.origin), ())
        fields = {name: said for name, said in draft.fields.items() if name not in done}
        if fields:
            left.append(replace(one, draft=replace(draft, fields=fields)))
    return left


def _words(parts: HubParts, stream: StreamId, word: str, person: EntityId) -> Iterator[tuple[EntityId, Body]]:
    """Yield what the hub has said of a person with a word, in a stream that is settled."""
    source = Source(parts, stream)
    rows = parts.store.entities(stream, parts.store.entities_about(stream, erasure_mark(person)))
    its = {entity for entity, row in rows.items() if row.kind == word}
    for entity, raw in parts.store.states_of(stream, its).items():
        its.discard(entity)
        heads = {head.id for field in decode_state(raw).fields.values() for head in field.heads}
        for one in sorted(heads):
            yield from ((entity, body) for body in source.bodies(one.writer, one.n) if body.entity == entity)
    if its:  # they went on from here, and what was said of their coming stands in no state any more
        for stored in commits_of(parts, stream, settled_head(parts, stream)):
            if stored.writer in parts.own_writers() and stored.standing is Standing.EFFECTIVE:
                bodies = source.bodies(stored.writer, stored.n)
                yield from ((body.entity, body) for body in bodies if body.entity in its)


def _move(body: Body) -> EntityId | None:
    said = body.fields.get("move")
    return EntityId(said.value) if said is not None and isinstance(said.value, bytes) else None
