# SPDX-License-Identifier: MIT
"""Orders that could not be obeyed: put aside, told of, and tried again when a program comes that can.

Nothing is lost by it: the commit stands in its stream, and what it orders is done whenever it is tried again. What
comes after it is obeyed meanwhile, but for one thing: nobody goes on to another team whose late work is put aside,
since it would be left behind.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from sync.hub.absence import is_late
from sync.hub.audit import Event, Operation, log
from sync.hub.carrying import carries
from sync.hub.errors import FilesFailed, KeysMissing, LedgerFailed, OrderBehind, StoreFailed, StoreRefused
from sync.hub.forwarding import author_of, bodies_at
from sync.hub.notices import Notice, What, tell
from sync.hub.parts import HubParts
from sync.hub.settling import ORDERS
from sync.hub.store.deed import Deed, Stuck
from sync.log.commit import Body, CommitId
from sync.records.ids import EntityId, StreamId

PUT_ASIDE: Final = "put_aside"
"""Why an order was not obeyed, as its author is told."""
_ELSEWHERE: Final = (StoreFailed, FilesFailed, LedgerFailed, KeysMissing, OSError, MemoryError)
"""Trouble that no order makes: it passes, or stops the whole hub, and the order waits where it stands."""


def is_the_orders(problem: Exception) -> bool:
    """Whether a problem comes of the order itself, so that it would come again and again."""
    return isinstance(problem, StoreRefused) or not isinstance(problem, _ELSEWHERE)


def put_aside(parts: HubParts, one: Stuck, since: int) -> bool:
    """Put aside what stands at a number; False where another process was first. Its author is told."""
    if not parts.store.perform(Deed(one.stream, since, one.number, aside=one)):
        return False
    log(parts, [Event(Operation.UPDATE, "", one.stream, f"put aside {one.number} {one.problem}")])
    found = parts.store.commit_at(one.stream, one.number)
    if found is not None:
        its = CommitId(found.writer, found.n, found.hash[:8])
        author = author_of(parts, its)
        orders = [body for body in bodies_at(parts, one.stream, its) if body.kind in ORDERS]
        tell(parts, [
            Notice(
                author, What.HELD, commit=its, stream=one.stream, kind=body.kind, reason=PUT_ASIDE,
                about=body.subject,
            )
            for body in orders
        ])  # fmt: skip
    return True


def demand_carried(
    parts: HubParts, streams: Sequence[StreamId], order: CommitId, people: Collection[EntityId]
) -> None:
    """Raise OrderBehind where late work about one of these people was put aside in one of these streams."""
    for one in parts.store.stuck(streams):
        found = parts.store.commit_at(one.stream, one.number)
        if found is None or (found.writer, found.n) == (order.writer, order.n):
            continue
        its = CommitId(found.writer, found.n, found.hash[:8])
        if any(_left_behind(parts, one, body, people) for body in _counted(parts, one.stream, its)):
            raise OrderBehind


def released_by(body: Body) -> CommitId | None:
    """Return which commit a record of the hub's own lets count."""
    said = {name: write.value for name, write in body.fields.items()}
    if body.kind != "release" or not said.get("accepted"):
        return None
    return CommitId(*said["commit"])


def _left_behind(parts: HubParts, one: Stuck, body: Body, people: Collection[EntityId]) -> bool:
    return (
        body.subject is not None
        and body.subject in people
        and carries(body.kind)
        and is_late(parts, one.stream, one.number, body.subject)
    )


def _counted(parts: HubParts, stream: StreamId, one: CommitId) -> Iterator[Body]:
    """Yield the bodies of a commit, and those of the commit that it lets count."""
    for body in bodies_at(parts, stream, one):
        yield body
        released = released_by(body)
        if released is not None:
            yield from bodies_at(parts, stream, released)
