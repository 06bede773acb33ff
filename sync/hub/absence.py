# SPDX-License-Identifier: MIT
"""Who went from a stream: where they are now, and what is no longer served of them where they were."""

from collections.abc import Collection, Sequence

from sync.hub.parts import HubParts
from sync.hub.settling import settle
from sync.log.commit import read_body
from sync.log.erasure import erasure_mark
from sync.log.state import decode_state
from sync.records.ids import EntityId, StreamId
from sync.records.transfers import RETRACT


def settled_head(parts: HubParts, stream: StreamId) -> int:
    """Return the stream's number once it is settled through it; 0 where there is no such stream."""
    head = parts.store.head(stream)
    if head is None:
        return 0
    settle(parts, stream, head.number)
    return head.number


def whereabouts(parts: HubParts, stream: StreamId, person: EntityId) -> StreamId:
    """Return the stream where a person is who once was in this one: the end of all their moves."""
    subject = erasure_mark(person)
    seen: set[StreamId] = set()
    while stream not in seen:
        seen.add(stream)
        settled_head(parts, stream)
        gone = parts.store.gone(stream, [subject]).get(subject)
        if gone is None or gone.into == stream:
            break
        stream = gone.into
    return stream


def is_here(parts: HubParts, stream: StreamId, person: EntityId) -> bool:
    """Return whether somebody has not gone from a stream, or has come back; it is settled."""
    subject = erasure_mark(person)
    gone = parts.store.gone(stream, [subject]).get(subject)
    return gone is None or gone.into == stream


def is_late(parts: HubParts, stream: StreamId, number: int, person: EntityId) -> bool:
    """Return whether what stands at this number was said while the person was not in the stream; it is settled."""
    subject = erasure_mark(person)
    gone = parts.store.gone(stream, [subject]).get(subject)
    if gone is None or number < gone.number:
        return False
    return gone.into != stream or number < _number_of(parts, stream, gone.move)


def still_stands(parts: HubParts, stream: StreamId, number: int, person: EntityId) -> bool:
    """Return whether somebody is here, and what stands at this number was said since they came; it is settled."""
    subject = erasure_mark(person)
    gone = parts.store.gone(stream, [subject]).get(subject)
    return gone is None or (gone.into == stream and number > _number_of(parts, stream, gone.move))


def stayed(bodies: Sequence[bytes | None], away: Collection[bytes]) -> list[bytes | None]:
    """Return a commit's bodies without those about people (SHA-256 of the id) who went, as their old team gets it."""
    return [None if raw is not None and _went(raw, away) else raw for raw in bodies]


def _went(raw: bytes, away: Collection[bytes]) -> bool:
    body = read_body(raw)
    return body.subject is not None and body.kind != RETRACT.name and erasure_mark(body.subject) in away


def _number_of(parts: HubParts, stream: StreamId, adopt: EntityId) -> int:
    """Return the number of the commit that brought somebody back."""
    raw = parts.store.states_of(stream, [adopt]).get(adopt)
    heads = [] if raw is None else [head for its in decode_state(raw).fields.values() for head in its.heads]
    for head in heads:
        found = parts.store.commit(stream, head.id.writer, head.id.n)
        if found is not None:
            return found.number
    return 0
