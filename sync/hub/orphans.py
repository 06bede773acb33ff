# SPDX-License-Identifier: MIT
"""Saves whose chain a restored hub never gets: laptops hold them whole, but not the words of what stands before them.

Whoever is moved leaves no words in the old team, and the commit without them can come from its author alone. Where
the author comes no more, all that they wrote afterwards would stay away with it. So the hub says it itself, as it
carries what goes to another team: under the id that it had. When the chain comes after all, each stands once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import msgspec

from sync.hub.absence import settled_head, whereabouts
from sync.hub.access import Rights
from sync.hub.at_rest import subject_key
from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import quarantine_follow_up
from sync.hub.blobs import named
from sync.hub.carrying import Source, carried_run, carries
from sync.hub.copies import SaidBefore
from sync.hub.erased_writes import erased_writes
from sync.hub.forwarding import Plan, author_of, forget_again, runs_of
from sync.hub.judging import Judge, Judged, of_somebody
from sync.hub.parts import HubParts
from sync.hub.push import ReadCommit, read_run
from sync.hub.settling import ORDERS
from sync.hub.store.deed import Deed
from sync.hub.store.rows import Append, Prepared, Reason, WriterRow
from sync.log.commit import MARK_BYTES, Body, CommitId
from sync.log.erasure import erasure_mark
from sync.log.state import decode_state
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import PUSH_BATCH, Pushed, PushRequest
from sync.records.ids import EntityId, StaffId, StreamId, WriterId, audit_stream, stream_team

_UPDATE: Final = Operation.UPDATE


@dataclass(frozen=True, slots=True)
class _Orphan:
    """One commit with what of it is to be said, and why it is held back."""

    id: CommitId
    bodies: Sequence[Body]
    reason: Reason
    authors: Mapping[EntityId, StaffId]
    """Whose the entities are that it is the first here to speak of."""


def take_apart(parts: HubParts, sender: WriterId, request: PushRequest) -> Pushed:
    """Say what a run says whose chain does not come.

    Raises AccessRefused, FrameRefused, and ChainRefused (chain-gap) where its author may still bring it.
    """
    me = parts.reader(sender)
    author = parts.store.writer(request.writer)
    if author is None:
        raise refusal(Code.UNKNOWN_WRITER)
    rights = Rights.of(me, parts.store.grants(me.staff), parts.clock())
    if request.stream not in rights.readable(parts.laptops()) or author.writer in {parts.me, sender}:
        raise refusal(Code.STREAM_FORBIDDEN)
    if not 1 <= len(request.commits) <= PUSH_BATCH:
        raise refusal(Code.MALFORMED)
    carried: list[int] = []
    elsewhere: list[int] = []
    if parts.restored and stream_team(request.stream) is not None:
        if _may_still_bring(parts, author, request.stream):
            raise refusal(Code.CHAIN_GAP, expected=_here(parts, request.stream, author.writer) + 1)
        before = SaidBefore(parts)
        for one in read_run(parts, request, author):
            orphan = _orphan(parts, request.stream, author, one)
            stays = None if orphan is None else _say(parts, request.stream, orphan, before)
            if stays is not None:
                (carried if stays else elsewhere).append(one.header.n)
    if carried or elsewhere:
        where = f"{request.stream} {author.writer.hex()}"
        log(parts, [Event(_UPDATE, me.staff, where, f"said for them {len(carried)} {len(elsewhere)}")])
    return Pushed(0, [], [], [], b"", b"", [], carried, elsewhere)


def _may_still_bring(parts: HubParts, author: WriterRow, stream: StreamId) -> bool:
    """Whether a chain may still come from its author: not before their laptop was here in this epoch.

    A laptop sends its access log first, then what it has. One that is revoked, or whose owner may not read the
    stream, brings nothing; of the hub's own earlier keys there is none.
    """
    if not author.staff or author.revoked:
        return False
    rights = Rights.of(author, parts.store.grants(author.staff), parts.clock())
    if stream not in rights.readable(parts.laptops()):
        return False
    its = audit_stream(author.laptop)
    newest = parts.store.writer_heads(author.writer).get(its)
    found = None if newest is None else parts.store.commit(its, author.writer, newest[0])
    base = parts.store.bases().get(its)
    return found is None or found.number <= (0 if base is None else base.number)


def _here(parts: HubParts, stream: StreamId, writer: WriterId) -> int:
    """Return through which n a chain is here."""
    return parts.store.writer_heads(writer).get(stream, (0, b""))[0]


def _may_be_said(body: Body) -> bool:
    """Whether the hub says it for somebody: no order, and about a person where its kind is."""
    return carries(body.kind) and body.kind not in ORDERS and of_somebody(body)


def _orphan(parts: HubParts, stream: StreamId, author: WriterRow, one: ReadCommit) -> _Orphan | None:
    """Return what is to be said of a commit; ``None`` where it is here, or is nothing that the hub may carry."""
    its = CommitId(author.writer, one.header.n, one.hash[:MARK_BYTES])
    bodies = [body for body in one.bodies if body is not None]
    if its.n <= _here(parts, stream, author.writer) or not bodies or not all(map(_may_be_said, bodies)):
        return None
    reason, authors = Reason.NONE, {body.entity: author_of(parts, body.origin or its) for body in bodies}
    if author.staff:
        judged = _judged(parts, stream, author, its.n, bodies)
        reason = judged.reason
        authors |= {row.entity: row.staff for row in judged.entities}
    elif any(body.origin is None for body in bodies):
        return None
    subjects = {erasure_mark(body.subject) for body in bodies if body.subject is not None}
    erased = parts.store.erased(subjects)
    cut = erased_writes(parts).get((stream, its.writer, its.n), frozenset())
    left = [
        body
        for body in bodies
        if (body.subject is None or erasure_mark(body.subject) not in erased) and body.entity not in cut
    ]
    return _Orphan(its, left, reason, authors)


def _judged(parts: HubParts, stream: StreamId, author: WriterRow, n: int, bodies: Sequence[Body]) -> Judged:
    """Return why it is held back and whose it is, judged as if its author had pushed it."""
    if author.revoked and n > parts.store.counted_through(author.writer, stream):
        return Judged(Reason.REVOKED, parked=False, entities=())
    judge = Judge(
        Rights.of(author, parts.store.grants(author.staff), parts.clock()),
        stream,
        author.writer,
        parts.store.entities(stream, {body.entity for body in bodies}),
        {row.writer: row.staff for row in parts.store.writers()},
    )
    return judge.judge(bodies)


def _say(parts: HubParts, stream: StreamId, one: _Orphan, before: SaidBefore) -> bool | None:
    """Carry an orphan's words to where its people are, once; return whether some of them stand in this stream.

    ``None`` where its author has brought it meanwhile.
    """
    while True:
        since = parts.store.obeyed(stream)
        plan, stays = Plan(), False
        plan.expect[stream] = settled_head(parts, stream)
        if one.id.n <= _here(parts, stream, one.id.writer):
            return None
        people = {body.subject for body in one.bodies if body.subject is not None}
        erased = forget_again(parts, people)
        left = [body for body in one.bodies if body.subject not in erased]
        for person in sorted({body.subject for body in left}, key=lambda its: its or b""):
            # What is held back waits where it was said: there it is ruled about. What is about nobody stays as well.
            moves = person is not None and one.reason is Reason.NONE
            target = whereabouts(parts, stream, person) if person is not None and moves else stream
            if target != stream:
                plan.expect[target] = settled_head(parts, target)
            stays = stays or target == stream
            bodies = [body for body in left if body.subject == person]
            _plan(parts, stream, target, one, list(_unsaid(before, target, one.id, bodies)), plan)
        if parts.store.perform(
            Deed(stream, since, since, runs_of(parts, plan), plan.expect, blobs=plan.blobs)
        ):
            for person in forget_again(parts, people):
                parts.bodies.destroy(subject_key(person))  # erased while it was said
            return stays


def _plan(
    parts: HubParts, stream: StreamId, target: StreamId, one: _Orphan, bodies: Sequence[Body], plan: Plan
) -> None:
    if not bodies:
        return
    source = Source(parts, stream)
    entities = [body.entity for body in bodies]
    there = {entity: decode_state(raw) for entity, raw in parts.store.states_of(target, entities).items()}
    carried = [
        # Who wrote over it has seen this id, not the one it had before it was carried.
        replace(its, draft=replace(its.draft, origin=one.id))
        for body in bodies
        for its in source.late(one.id, body, there.get(body.entity))
    ]
    rows = parts.store.entities(stream, entities)
    authors = {
        body.entity: rows[body.entity].staff if body.entity in rows else one.authors[body.entity]
        for body in bodies
    }
    run = carried_run(parts, target, (), carried, authors=authors)
    plan.runs.append(run if one.reason is Reason.NONE else _held_back(parts, run, one.reason))
    if one.reason is Reason.NONE:
        plan.blobs += named(target, bodies)


def _unsaid(before: SaidBefore, target: StreamId, one: CommitId, bodies: Sequence[Body]) -> Iterator[Body]:
    """Yield what the hub has not said yet of a commit."""
    for body in bodies:
        done = {
            name
            for first in (one, body.origin)
            if first is not None
            for name in before.fields(target, body.entity, body.subject, first)
        }
        fields = {name: said for name, said in body.fields.items() if name not in done}
        if fields:
            yield msgspec.structs.replace(body, fields=fields)


def _held_back(parts: HubParts, run: Append, reason: Reason) -> Append:
    """Return a run whose commits wait for a supervisor, as their author's would."""
    reasons: dict[int, Reason] = {}
    make = run.make

    def made(n: int, prev: bytes) -> Sequence[Prepared]:
        found = () if make is None else make(n, prev)
        reasons.update(dict.fromkeys((one.n for one in found), reason))
        return [msgspec.structs.replace(one, reason=reason, entities=()) for one in found]

    told: Mapping[int, Reason] = reasons
    return replace(run, make=made, follow_up=quarantine_follow_up(parts, run.stream, parts.me, told))
