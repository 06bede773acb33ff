# SPDX-License-Identifier: MIT
"""What was held back: listed for a supervisor, then released or refused by a commit of the hub's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from sync.hub.access import Rights
from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import fits, own_run
from sync.hub.blobs import named, others
from sync.hub.errors import IdentityTaken, UnknownName
from sync.hub.judging import of_somebody
from sync.hub.notices import Notice, What, telling
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, read_all, settle
from sync.hub.store.deed import Decision, Deed
from sync.hub.store.rows import BlobRow, EntityRow, Reason, Standing, StoredCommit
from sync.log.commit import Body, CommitId, Draft, read_body
from sync.log.erasure import erasure_mark
from sync.records.ids import EntityId, StaffId, StreamId, WriterId, new_entity
from sync.records.kinds import kind, lies_in


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
    bodies = open_bodies(parts, [found])[0]
    rows: list[EntityRow] = []
    blobs: list[BlobRow] = []
    if accepted:
        # What the hub itself said before it was restored is its own to say: rights, above all.
        if found.writer not in parts.own_writers() and not_here(stream, read_all(bodies)):
            raise IdentityTaken
        rows = rows_of(parts, found, bodies)
        known = parts.store.entities(stream, [row.entity for row in rows])
        if any(not is_free(row, known.get(row.entity)) for row in rows):
            raise IdentityTaken
        blobs = released_blobs(parts, stream, found, bodies)
    standing = Standing.EFFECTIVE if accepted else Standing.REFUSED
    saves = release_saves(parts, stream, found, bodies if accepted else [], accepted=accepted)
    notice = _notice(parts, stream, found, bodies, accepted=accepted)
    runs = [own_run(parts, stream, saves), *telling(parts, [notice])]
    decision = Decision(number, standing, found.standing)
    while True:
        since = parts.store.obeyed(stream)
        if parts.store.perform(Deed(stream, since, since, runs, {}, [decision], rows, blobs)):
            break
        now = parts.store.commit_at(stream, number)
        if now is None or now.standing is not found.standing:
            raise UnknownName("commit")  # somebody else has decided meanwhile
    head = parts.store.head(stream)
    if head is not None:
        settle(parts, stream, head.number)
    log(parts, [Event(Operation.UPDATE, "", stream, f"{'release' if accepted else 'refuse'} {number}")])


def _notice(
    parts: HubParts, stream: StreamId, found: StoredCommit, bodies: Sequence[bytes | None], *, accepted: bool
) -> Notice:
    """Return what the author hears; of a command's decision nobody's name stands in it."""
    row = parts.store.writer(found.writer)
    read = read_all(bodies)
    return Notice(
        StaffId("") if row is None else row.staff,
        What.RELEASED if accepted else What.REFUSED,
        commit=CommitId(found.writer, found.n, found.hash[:8]),
        stream=stream,
        kind=read[0].kind if read else "",
        about=next((body.subject for body in read if body.subject is not None), None),
    )


def release_saves(
    parts: HubParts,
    stream: StreamId,
    found: StoredCommit,
    bodies: Sequence[bytes | None],
    *,
    accepted: bool,
) -> list[list[Draft]]:
    """Return the hub's record of a decision: one commit, or where that would be too large, one a body."""
    orders = [_draft(parts, found, subject, its, accepted=accepted) for subject, its in _by_subject(bodies)]
    together = orders or [_draft(parts, found, None, [], accepted=accepted)]
    if fits(parts, stream, together):
        return [together]
    saves: list[list[Draft]] = []
    for place in range(len(bodies)):
        only = [raw if at == place else None for at, raw in enumerate(bodies)]
        for subject, its in _by_subject(only):
            one = _draft(parts, found, subject, its, accepted=accepted)
            if not fits(parts, stream, [one]):
                # As large as a commit may be: it cannot be carried inside another. Who reads it from now on has it.
                one = _draft(parts, found, subject, [], accepted=accepted)
            saves.append([one])
    return saves


def released_blobs(
    parts: HubParts, stream: StreamId, found: StoredCommit, bodies: Sequence[bytes | None]
) -> list[BlobRow]:
    """Return which attachments a commit names that is let count, those left out that its author may not know."""
    rows = list(named(stream, read_all(bodies)))
    author = parts.store.writer(found.writer)
    if author is None or not rows:
        return []
    rights = Rights.of(author, parts.store.grants(author.staff), parts.clock())
    foreign = others(parts, rights, stream, {row.blob for row in rows})
    return [row for row in rows if row.blob not in foreign]


def _by_subject(bodies: Sequence[bytes | None]) -> list[tuple[EntityId | None, list[bytes | None]]]:
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


def not_here(stream: StreamId, bodies: Sequence[Body]) -> str:
    """Return why nobody can let these bodies count in a stream, as a code word, or an empty text.

    What is in the wrong stream would be read by the wrong people; what names no person, no erasure would find.
    """
    for body in bodies:
        spec = kind(body.kind)
        if spec is None:
            continue
        if spec.hub_only or not lies_in(spec, stream):
            return "misplaced"
        if not of_somebody(body):
            return "identity"
    return ""


def is_free(row: EntityRow, known: EntityRow | None) -> bool:
    """Whether kind and subject are those the entity has, or nobody has named it yet."""
    return known is None or (row.kind, row.subject) == (known.kind, known.subject)


def _staff_of(parts: HubParts, writer: WriterId) -> StaffId:
    row = parts.store.writer(writer)
    return StaffId("") if row is None else row.staff


def rows_of(parts: HubParts, found: StoredCommit, bodies: Sequence[bytes | None]) -> list[EntityRow]:
    """Return the entities that a held-back commit writes, as its author's: of a carried one whoever wrote it first."""
    own = found.writer in parts.own_writers()
    return [
        EntityRow(
            body.entity,
            body.kind,
            _staff_of(parts, body.origin.writer if own and body.origin is not None else found.writer),
            None if body.subject is None else erasure_mark(body.subject),
        )
        for raw in bodies
        if raw is not None
        for body in [read_body(raw)]
    ]
