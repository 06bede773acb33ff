# SPDX-License-Identifier: MIT
"""Erasure: of a person with all aliases for ever, or of one write; what is left says that it happened.

Order matters, so that a crash in between leaves something that running it again completes: first the mark
(nothing new is taken in), then the keys (nothing is readable), then the word to the laptops, then the files.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sync.failpoints import FailPoint, reached
from sync.hub import blobs
from sync.hub.at_rest import subject_key_of
from sync.hub.audit import Event, Operation, log
from sync.hub.authoring import own_run, write_drafts
from sync.hub.effective import fold_stream
from sync.hub.errors import UnknownName
from sync.hub.ledger import SubjectErased, WriteErased
from sync.hub.notices import Notice, What, telling
from sync.hub.parts import HubParts
from sync.hub.settling import open_bodies, settle
from sync.hub.snapshot import forget
from sync.log.codec import encode
from sync.log.commit import CommitId, Draft, read_body
from sync.log.erasure import erasure_mark, restate
from sync.log.fold import Write
from sync.log.merge import components, pairs
from sync.records.ids import EntityId, StaffId, StreamId, WriterId, new_entity


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure did: how many ids it concerned, how many keys it destroyed, in which streams."""

    subjects: int
    keys: int
    streams: tuple[StreamId, ...]


def erase_subject(parts: HubParts, subject: EntityId) -> Erased:
    """Erase a person and everybody merged with them, for ever; doing it again completes and harms nothing."""
    subjects = _aliases(parts, subject)
    streams: set[StreamId] = set()
    destroyed = 0
    for one in sorted(subjects):
        mark = erasure_mark(one)
        parts.ledger.write(SubjectErased(mark))
        done = erase_mark(parts, mark)
        destroyed += done.keys
        streams.update(done.streams)
    return Erased(len(subjects), destroyed, tuple(sorted(streams)))


def erase_mark(parts: HubParts, mark: bytes) -> Erased:
    """Erase the subject of this mark (SHA-256 of its id), as the ledger tells it; twice is harmless."""
    now = parts.clock()
    concerned = parts.store.streams_of_subject(mark)
    parts.store.erase(mark, now)
    reached(FailPoint.HUB_ERASE_BETWEEN_STEPS)
    destroyed = parts.bodies.destroy(subject_key_of(mark))
    for stream in concerned:
        reached(FailPoint.HUB_ERASE_BETWEEN_STEPS)
        forget(parts, stream)
        fields = {"subject": (mark, ()), "at": (now, ())}
        write_drafts(parts, stream, [[Draft("erasure", new_entity(now), None, 1, fields)]])
        _settle(parts, stream)
    reached(FailPoint.HUB_ERASE_BETWEEN_STEPS)
    blobs.forget_subject(parts, mark)
    parts.store.forget_subject(mark)
    log(parts, [Event(Operation.DELETE, "", stream, "erasure") for stream in sorted(concerned)])
    return Erased(1, int(destroyed), tuple(concerned))


def erase_write(
    parts: HubParts,
    stream: StreamId,
    writer: WriterId,
    n: int,
    entity: EntityId,
    *,
    tell_ledger: bool = True,
) -> None:
    """Erase what one commit says of one entity; its fields stay as "erased". Raises UnknownName("commit").

    The ledger is told first, unless it was the ledger that told.
    """
    found = parts.store.commit(stream, writer, n)
    if found is None:
        raise UnknownName("commit")
    bodies = open_bodies(parts, [found])[0]
    read = [None if raw is None else read_body(raw) for raw in bodies]
    chosen = [body for body in read if body is not None and body.entity == entity]
    if not chosen:
        raise UnknownName("entity")
    now = parts.clock()
    value = restate(Write(CommitId(writer, n, found.hash[:8]), chosen[0]))
    fields = {"write": (value, ()), "at": (now, ())}
    draft = Draft("erasure", new_entity(now), chosen[0].subject, 1, fields)
    if tell_ledger:
        parts.ledger.write(WriteErased(stream, writer, n, entity, chosen[0].subject, encode(value)))
    parts.store.replace_sealed(
        stream, found.number, parts.bodies.without(found.sealed, _places(read, entity))
    )
    forget(parts, stream)
    row = parts.store.writer(writer)
    staff = StaffId("") if row is None else row.staff
    one = CommitId(writer, n, found.hash[:8])
    told = Notice(staff, What.ERASED, commit=one, stream=stream, kind=chosen[0].kind)
    parts.store.append([own_run(parts, stream, [[draft]]), *telling(parts, [told])])
    _settle(parts, stream)
    blobs.forget_write(parts, stream, chosen)
    log(parts, [Event(Operation.DELETE, "", stream, "erasure of one write")])


def _places(read: Sequence[object], entity: EntityId) -> frozenset[int]:
    return frozenset(place for place, body in enumerate(read) if getattr(body, "entity", None) == entity)


def _settle(parts: HubParts, stream: StreamId) -> None:
    head = parts.store.head(stream)
    if head is not None:
        settle(parts, stream, head.number)


def _aliases(parts: HubParts, subject: EntityId) -> frozenset[EntityId]:
    joined: set[tuple[EntityId, EntityId]] = set()
    for stream in parts.store.streams_of_subject(erasure_mark(subject)):
        head = parts.store.head(stream)
        if head is None:
            continue
        folded = fold_stream(parts, stream, head.number)
        joined |= pairs(folded.states.values(), folded.numbers.__contains__)
    return components(joined).get(subject, frozenset({subject}))
