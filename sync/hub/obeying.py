# SPDX-License-Identifier: MIT
"""Obeying a stream's orders: moves, rulings, late work to forward and words to tell, in the hub's order.

What one commit orders is done in one transaction with the row that says through which number the stream is obeyed.
So a crash anywhere, or a second process, does it neither twice nor by halves. An order that fails of itself, twice in
a row, is put aside (``stuck``): what stands after it is obeyed.
"""

import logging
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sync.failpoints import FailPoint, reached
from sync.hub.absence import settled_head
from sync.hub.asked import place
from sync.hub.at_rest import subject_key
from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import QUARANTINE
from sync.hub.errors import OrderFailed
from sync.hub.forwarding import (
    Plan,
    author_of,
    bodies_at,
    forget_again,
    forward_late,
    forward_missed,
    runs_of,
)
from sync.hub.moving import plan_move
from sync.hub.notices import Notice, What
from sync.hub.parts import HubParts
from sync.hub.rulings import plan_ruling
from sync.hub.settling import open_bodies, read_all
from sync.hub.snapshot import forget
from sync.hub.store.deed import Deed, Stuck
from sync.hub.store.rows import Reason, Standing, StoredCommit
from sync.hub.stuck import is_the_orders, put_aside, released_by
from sync.log.commit import Body, CommitId
from sync.records.ids import StreamId, WriterId, special_stream, stream_team
from sync.records.transfers import MOVE, RETRACT, RULING

_AT_ONCE: Final = 250
_TRIES: Final = 50
"""How often one order is planned anew because the streams moved on meanwhile; the next pull tries again."""
_AUDIT: Final = "audit/"

_log = logging.getLogger(__name__)


def obey(parts: HubParts, stream: StreamId) -> None:
    """Do what is ordered in a stream and not done yet; the stream is settled then."""
    missed, failed = 0, 0
    while missed < _TRIES:
        number = settled_head(parts, stream)
        since = parts.store.obeyed(stream)
        if since >= number:
            return
        try:
            done = _some(parts, stream, since, number)
        except OrderFailed as problem:
            # Once more: what else went on meanwhile may have been in its way.
            done = failed == problem.number and _put_aside(parts, stream, since, problem)
            failed = problem.number
        if not done:
            missed += 1
    _log.warning("orders of a stream wait: it moved on %d times while they were planned", missed)


def obey_all(parts: HubParts, streams: Collection[StreamId]) -> None:
    """Do what is ordered in these streams."""
    for stream in parts.store.unobeyed(streams):
        obey(parts, stream)


def try_again(parts: HubParts) -> Sequence[Stuck]:
    """Try what was put aside once more, late work before those who go; return what stays so."""
    for one in sorted(parts.store.stuck(), key=lambda its: (not its.stream.endswith("/special"), its.number)):
        settled_head(parts, one.stream)
        for _ in range(_TRIES):
            try:
                if _again(parts, one):
                    break
            except OrderFailed as problem:
                _log.error("an order stays aside: %s", problem)
                break
    return parts.store.stuck()


def _again(parts: HubParts, one: Stuck) -> bool:
    """Obey what was put aside; False where the streams moved on, True also where another process was first."""
    found = parts.store.commit_at(one.stream, one.number)
    if found is None or one not in parts.store.stuck([one.stream]):
        return True
    since = parts.store.obeyed(one.stream)
    with _failing(one.stream, one.number):
        bodies = read_all(open_bodies(parts, [found])[0])
        plan = _plan(parts, one.stream, found, bodies, parts.own_writers()) or Plan()
    return _perform(parts, one.stream, since, one.number, plan, again=True)


def _put_aside(parts: HubParts, stream: StreamId, since: int, problem: OrderFailed) -> bool:
    _log.error("an order was put aside: %s at %s", problem, place(problem.cause))
    return put_aside(parts, Stuck(stream, problem.number, type(problem.cause).__name__, parts.clock()), since)


@contextmanager
def _failing(stream: StreamId, number: int) -> Iterator[None]:
    """Raise OrderFailed for what goes wrong by the order itself."""
    try:
        yield
    except Exception as problem:
        if not is_the_orders(problem):
            raise
        raise OrderFailed(stream, number, problem) from problem


def _some(parts: HubParts, stream: StreamId, since: int, number: int) -> bool:
    """Do the first order above ``since``, or pass over what orders nothing; False where it must be tried anew."""
    commits = [
        one for one in parts.store.commits(stream, after=since, limit=_AT_ONCE) if one.number <= number
    ]
    own = parts.own_writers()
    through = since
    for one, raw in zip(commits, open_bodies(parts, commits), strict=True):
        if one.standing is Standing.EFFECTIVE:
            with _failing(stream, one.number):
                plan = _plan(parts, stream, one, read_all(raw), own)
            if plan is not None:
                return _perform(parts, stream, since, one.number, plan)
        through = one.number
    return parts.store.perform(Deed(stream, since, through))


def _plan(
    parts: HubParts, stream: StreamId, one: StoredCommit, bodies: Sequence[Body], own: Collection[WriterId]
) -> Plan | None:
    """Return what a commit orders; ``None`` where it orders nothing."""
    plan = Plan()
    its = CommitId(one.writer, one.n, one.hash[:8])
    if one.writer not in own:
        if one.reason is Reason.NONE:  # else it counts from its release on
            _orders(parts, stream, one.number, its, bodies, plan)
    else:
        forward_late(parts, stream, one.number, its, bodies, plan)
        _tell_held(parts, stream, bodies, plan)
        for body in bodies:
            if body.kind == RETRACT.name and one.writer != parts.me:
                forward_missed(parts, stream, one.number, its, body, plan)
            released = released_by(body)
            if released is not None:
                counted = bodies_at(parts, stream, released)
                _orders(parts, stream, one.number, released, counted, plan)
    return plan if plan.runs or plan.notices else None


def _orders(
    parts: HubParts,
    stream: StreamId,
    number: int,
    one: CommitId,
    bodies: Sequence[Body],
    plan: Plan,
) -> None:
    for body in bodies:
        if body.kind == MOVE.name:
            team = stream_team(stream)
            if team is not None:
                # Its late work goes first: what is carried there must stand before it goes on.
                obey(parts, special_stream(team))
            plan_move(parts, stream, one, author_of(parts, one), body, plan)
        elif body.kind == RULING.name:
            plan_ruling(parts, stream, one, body, plan)
    forward_late(parts, stream, number, one, bodies, plan)


def _perform(
    parts: HubParts, stream: StreamId, since: int, number: int, plan: Plan, *, again: bool = False
) -> bool:
    """Do what the commit at a number orders; False where another process did, or the streams moved on."""
    with _failing(stream, number):
        done = parts.store.perform(
            Deed(
                stream,
                since,
                since if again else number,
                runs_of(parts, plan),
                plan.expect,
                plan.decides,
                plan.entities,
                plan.blobs,
                again=number if again else 0,
            )
        )
    if not done:
        return False
    reached(FailPoint.HUB_OBEY_AFTER_PERFORM)
    for left in plan.left:
        forget(parts, left)
    for person in forget_again(parts, plan.people):
        parts.bodies.destroy(subject_key(person))
    log(parts, [Event(Operation.UPDATE, staff, where, what) for staff, where, what in plan.said])
    return True


def _tell_held(parts: HubParts, stream: StreamId, bodies: Sequence[Body], plan: Plan) -> None:
    """Plan the words to authors whose saves are held back: of what a revoked key wrote at once, one."""
    if stream.startswith(_AUDIT):
        return
    told: set[tuple[WriterId, str]] = set()
    for body in bodies:
        if body.kind != QUARANTINE:
            continue
        said = {name: write.value for name, write in body.fields.items()}
        one, reason = CommitId(*said["commit"]), str(said["reason"])
        if reason == Reason.REVOKED.word and (one.writer, reason) in told:
            continue
        told.add((one.writer, reason))
        about = bodies_at(parts, stream, one)
        plan.notices.append(
            Notice(
                author_of(parts, one), What.HELD, commit=one, stream=stream, reason=reason,
                kind=about[0].kind if about else "",
                about=next((each.subject for each in about if each.subject is not None), None),
            )
        )  # fmt: skip
