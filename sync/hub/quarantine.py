# SPDX-License-Identifier: MIT
"""What was held back: listed for a supervisor, then released or refused by a commit of the hub's own."""

from dataclasses import dataclass

from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import write_drafts
from sync.hub.errors import UnknownName
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, settle
from sync.hub.store.rows import EntityRow, Reason, Standing, StoredCommit
from sync.log.commit import Draft, read_body
from sync.log.erasure import erasure_mark
from sync.log.errors import LimitExceeded
from sync.records.ids import StaffId, StreamId, WriterId, new_entity


@dataclass(frozen=True, slots=True)
class Held:
    """One commit that is held back."""

    stream: StreamId
    writer: WriterId
    n: int
    number: int
    reason: Reason
    refused: bool


def held(parts: HubParts) -> list[Held]:
    """Return all that is held back or refused, by stream and number."""
    return [
        Held(stream, one.writer, one.n, one.number, one.reason, one.standing is Standing.REFUSED)
        for stream, one in parts.store.withheld()
    ]


def decide(parts: HubParts, stream: StreamId, number: int, *, accepted: bool) -> None:
    """Release or refuse a commit that is held back; raises UnknownName("commit") where none is.

    A release carries the bodies: laptops have had the commit without them.
    """
    found = parts.store.commit_at(stream, number)
    if found is None or found.standing is Standing.EFFECTIVE:
        raise UnknownName("commit")
    standing = Standing.EFFECTIVE if accepted else Standing.REFUSED
    bodies = open_bodies(parts, [found])[0] if accepted else []
    if accepted:
        parts.store.add_entities(stream, _rows(parts, found, bodies))
    parts.store.decide(stream, number, standing)
    try:
        write_drafts(parts, stream, [[_draft(parts, found, bodies, accepted=accepted)]])
    except LimitExceeded:
        # As large as a commit may be: it cannot be carried inside another. Who reads it from now on has it.
        write_drafts(parts, stream, [[_draft(parts, found, [], accepted=accepted)]])
    head = parts.store.head(stream)
    if head is not None:
        settle(parts, stream, head.number)
    log(parts, [Event(Operation.UPDATE, "", stream, f"{'release' if accepted else 'refuse'} {number}")])


def _draft(parts: HubParts, found: StoredCommit, bodies: list[bytes | None], *, accepted: bool) -> Draft:
    now = parts.clock()
    said: dict[str, object] = {
        "commit": [found.writer, found.n, found.hash[:8]],
        "accepted": accepted,
        "at": now,
    }
    if bodies:
        said["bodies"] = bodies
    subjects = [read_body(raw).subject for raw in bodies if raw is not None]
    # Sealed under the person's key, so that an erasure reaches this copy as well.
    subject = next((one for one in subjects if one is not None), None)
    return Draft("release", new_entity(now), subject, 1, {name: (value, ()) for name, value in said.items()})


def _rows(parts: HubParts, found: StoredCommit, bodies: list[bytes | None]) -> list[EntityRow]:
    row = parts.store.writer(found.writer)
    author = StaffId("") if row is None else row.staff
    return [
        EntityRow(
            body.entity, body.kind, author, None if body.subject is None else erasure_mark(body.subject)
        )
        for raw in bodies
        if raw is not None
        for body in [read_body(raw)]
    ]
