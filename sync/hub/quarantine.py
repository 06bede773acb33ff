# SPDX-License-Identifier: MIT
"""What was held back: listed for a supervisor, then released or refused by a commit of the hub's own."""

from dataclasses import dataclass

from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import write_drafts
from sync.hub.blobs import release
from sync.hub.errors import IdentityTaken, UnknownName
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, settle
from sync.hub.store.rows import EntityRow, Reason, Standing, StoredCommit
from sync.log.commit import Draft, read_body
from sync.log.erasure import erasure_mark
from sync.log.errors import LimitExceeded
from sync.records.ids import EntityId, StaffId, StreamId, WriterId, new_entity


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
    """Release or refuse a commit that is held back.

    A release carries the bodies: laptops have had the commit without them. Raises UnknownName("commit") where
    none is held back, IdentityTaken where the commit can only be refused.
    """
    found = parts.store.commit_at(stream, number)
    if found is None or found.standing is Standing.EFFECTIVE:
        raise UnknownName("commit")
    bodies = open_bodies(parts, [found])[0] if accepted else []
    if accepted:
        rows = _rows(parts, found, bodies)
        known = parts.store.entities(stream, [row.entity for row in rows])
        if any(not _is_free(row, known.get(row.entity)) for row in rows):
            raise IdentityTaken
        parts.store.add_entities(stream, rows)
        author = parts.store.writer(found.writer)
        if author is not None:
            release(parts, stream, author, bodies)
    parts.store.decide(stream, number, Standing.EFFECTIVE if accepted else Standing.REFUSED)
    _say(parts, stream, found, bodies, accepted=accepted)
    head = parts.store.head(stream)
    if head is not None:
        settle(parts, stream, head.number)
    log(parts, [Event(Operation.UPDATE, "", stream, f"{'release' if accepted else 'refuse'} {number}")])


def _say(
    parts: HubParts, stream: StreamId, found: StoredCommit, bodies: list[bytes | None], *, accepted: bool
) -> None:
    """Write the record: one commit, or where that would be too large, one a body."""
    orders = [_draft(parts, found, subject, its, accepted=accepted) for subject, its in _by_subject(bodies)]
    try:
        write_drafts(parts, stream, [orders or [_draft(parts, found, None, [], accepted=accepted)]])
    except LimitExceeded:
        for place in range(len(bodies)):
            only = [raw if at == place else None for at, raw in enumerate(bodies)]
            _say_one(parts, stream, found, only)


def _say_one(parts: HubParts, stream: StreamId, found: StoredCommit, only: list[bytes | None]) -> None:
    for subject, its in _by_subject(only):
        try:
            write_drafts(parts, stream, [[_draft(parts, found, subject, its, accepted=True)]])
        except LimitExceeded:
            # As large as a commit may be: it cannot be carried inside another. Who reads it from now on has it.
            write_drafts(parts, stream, [[_draft(parts, found, subject, [], accepted=True)]])


def _by_subject(bodies: list[bytes | None]) -> list[tuple[EntityId | None, list[bytes | None]]]:
    """Return the bodies in header order once a subject, the others left out.

    Each copy is sealed under its person's key, so that an erasure reaches it as well.
    """
    subjects = [None if raw is None else read_body(raw).subject for raw in bodies]
    return [
        (
            one,
            [raw if subject == one else None for raw, subject in zip(bodies, subjects, strict=True)],
        )
        for one in dict.fromkeys(subject for raw, subject in zip(bodies, subjects, strict=True) if raw)
    ]


def _draft(
    parts: HubParts,
    found: StoredCommit,
    subject: EntityId | None,
    bodies: list[bytes | None],
    *,
    accepted: bool,
) -> Draft:
    now = parts.clock()
    said: dict[str, object] = {
        "commit": [found.writer, found.n, found.hash[:8]],
        "accepted": accepted,
        "at": now,
    }
    if bodies:
        said["bodies"] = bodies
    return Draft("release", new_entity(now), subject, 1, {name: (value, ()) for name, value in said.items()})


def _is_free(row: EntityRow, known: EntityRow | None) -> bool:
    """Whether kind and subject are those the entity has, or nobody has named it yet."""
    return known is None or (row.kind, row.subject) == (known.kind, known.subject)


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
