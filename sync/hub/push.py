# SPDX-License-Identifier: MIT
"""Push: take in a gap-free run of one writer's commits; durable, numbered and receipted when this returns."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from sync.failpoints import FailPoint, reached
from sync.hub.access import Rights
from sync.hub.at_rest import month_key, subject_key
from sync.hub.authoring import quarantine_follow_up
from sync.hub.blobs import named, others
from sync.hub.erased_late import tell_erased
from sync.hub.erased_writes import erased_writes, tell_erased_writes, to_tell
from sync.hub.judging import Judge, reviewed
from sync.hub.obeying import obey
from sync.hub.parts import HubParts
from sync.hub.settling import ORDERS
from sync.hub.store.rows import Append, Appended, BlobRow, Obstacle, Prepared, Reason, Standing, WriterRow
from sync.log.codec import encode
from sync.log.commit import (
    Body,
    Header,
    SignedCommit,
    commit_hash,
    first_prev,
    read_bodies,
    read_header,
    verify_signature,
)
from sync.log.erasure import erasure_mark
from sync.log.errors import BadSignature, LogError, TooNew
from sync.log.review import REVIEW
from sync.log.signing import Purpose
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import PUSH_BATCH, Pushed, PushRequest, Receipt
from sync.records.ids import StreamId, WriterId

_NOTHING: Final[frozenset[bytes]] = frozenset()
_KIND: Final = re.compile(r"[a-z0-9_-]{1,40}")
_MOST_COMMITS: Final = 2**53
"""Of one writer in one stream: more than any will ever write, and a whole number everywhere."""
_LATEST: Final = 2**53
"""A writer's clock in ms, 285,000 years from now: above 2^63 no reader's database could hold it."""


class ReadCommit(msgspec.Struct, frozen=True, gc=False):
    """A commit of the request, decoded."""

    commit: SignedCommit
    header: Header
    hash: bytes
    bodies: tuple[Body | None, ...]


def push(parts: HubParts, sender: WriterId, request: PushRequest) -> Pushed:
    """Return what became of the run.

    Raises AccessRefused, ChainRefused (chain-gap with ``expected``, chain-fork), FrameRefused.
    """
    author = parts.known_writer(sender)
    if request.writer != sender:
        author = parts.known_writer(request.writer)
    if request.writer == parts.me:
        raise refusal(Code.STREAM_FORBIDDEN)
    now = parts.clock()
    rights = Rights.of(author, parts.store.grants(author.staff), now)
    if not rights.may_append(request.stream):
        raise refusal(Code.STREAM_FORBIDDEN)
    if not 1 <= len(request.commits) <= PUSH_BATCH:
        raise refusal(Code.MALFORMED)
    read = read_run(parts, request, author)
    if sender != author.writer:
        check_whole(parts, author, read)
    erased = erased_in(parts, read)
    prepared, parked, forgotten = _prepare(parts, request.stream, read, rights, erased, now)
    late = to_tell(parts, request.stream, author.writer, (one.n for one in prepared))
    reasons = {one.n: one.reason for one in prepared if one.reason is not Reason.NONE}
    reached(FailPoint.HUB_PUSH_BEFORE_APPEND)
    (answer,) = parts.store.append(
        [
            Append(
                stream=request.stream,
                writer=author.writer,
                commits=prepared,
                received=now,
                hub_writer=parts.me,
                follow_up=quarantine_follow_up(parts, request.stream, author.writer, reasons),
                opens=request.stream.startswith("audit/"),
            )
        ]
    )
    check_obstacle(answer)
    reached(FailPoint.HUB_PUSH_AFTER_APPEND)
    tell_erased_writes(parts, late)
    if forgotten:
        tell_erased(parts, request.stream, erased)
    held = any(one.standing is not Standing.EFFECTIVE for one in answer.numbered)
    if held or _orders(parts, request.stream, read):
        obey(parts, request.stream)
    return answer_of(parts, request, answer, parked, forgotten)


def read_run(parts: HubParts, request: PushRequest, author: WriterRow) -> list[ReadCommit]:
    """Decode the run, hold it against its chain, and check the last signature: it vouches for all before."""
    read: list[ReadCommit] = []
    prev = request.prev
    try:
        for place, wire in enumerate(request.commits):
            commit = wire.value()
            header = read_header(commit.header)
            expected = (request.stream, request.writer, request.first + place, prev)
            if (header.stream, header.writer, header.n, header.prev) != expected:
                raise refusal(Code.MALFORMED)
            prev = commit_hash(commit.header)
            bodies = read_bodies(commit, header)
            if header.time > _LATEST or not all(_storable(body) for body in bodies if body is not None):
                raise refusal(Code.MALFORMED)
            read.append(ReadCommit(commit, header, prev, bodies))
        if request.first == 1 and request.prev != first_prev(parts.hub, request.stream, author.signing):
            raise refusal(Code.MALFORMED)
        verify_signature(read[-1].commit, hub=parts.hub, public=author.signing)
    except BadSignature as problem:
        raise refusal(Code.SIGNATURE_INVALID) from problem
    except TooNew as problem:
        raise refusal(Code.PROTOCOL_TOO_NEW) from problem
    except LogError as problem:
        raise refusal(Code.MALFORMED) from problem
    return read


def _orders(parts: HubParts, stream: StreamId, read: Sequence[ReadCommit]) -> bool:
    """Whether somebody is moved or ruled about, or spoken of who went from here; pull looks for the rest."""
    bodies = [body for one in read for body in one.bodies if body is not None]
    subjects = {erasure_mark(body.subject) for body in bodies if body.subject is not None}
    return any(body.kind in ORDERS for body in bodies) or bool(parts.store.gone(stream, subjects))


def check_whole(parts: HubParts, author: WriterRow, read: Sequence[ReadCommit]) -> None:
    """Refuse what a colleague delivers without its bodies: numbered so, the author's own could never come."""
    stripped = max((one.header.n for one in read if one.commit.stripped), default=0)
    stream = read[0].header.stream
    if stripped and stripped > parts.store.writer_heads(author.writer).get(stream, (0, b""))[0]:
        raise refusal(Code.STREAM_FORBIDDEN)


def _storable(body: Body) -> bool:
    """Whether kind and numbers fit a database's columns: what does not would fail for every reader."""
    if _KIND.fullmatch(body.kind) is None:
        return False
    return all(one.n <= _MOST_COMMITS for write in body.fields.values() for one in write.seen) and (
        body.origin is None or body.origin.n <= _MOST_COMMITS
    )


def erased_in(parts: HubParts, read: Sequence[ReadCommit]) -> frozenset[bytes]:
    """Return the marks of the erased subjects that a run is about."""
    subjects = {
        erasure_mark(body.subject)
        for one in read
        for body in one.bodies
        if body is not None and body.subject is not None
    }
    return parts.store.erased(subjects)


def _prepare(
    parts: HubParts,
    stream: StreamId,
    read: Sequence[ReadCommit],
    rights: Rights,
    erased: frozenset[bytes],
    now: int,
) -> tuple[list[Prepared], list[int], list[int]]:
    """Judge every commit and seal its bodies; return also the n of the parked and of the forgotten ones."""
    month = month_key(stream, now)
    names = {key_of(month, body) for one in read for body in one.bodies if not is_gone(body, erased)}
    ciphers = parts.bodies.sealers(names)
    bodies = [body for one in read for body in one.bodies if body is not None]
    entities = {body.entity for body in bodies} | {named for body in bodies for named in reviewed(body)[1]}
    foreign = others(parts, rights, stream, {row.blob for row in named(stream, bodies)})
    judge = Judge(
        rights,
        stream,
        read[0].header.writer,
        parts.store.entities(stream, entities),
        {row.writer: row.staff for row in _named_writers(parts, read)},
    )
    cuts = erased_writes(parts)
    prepared: list[Prepared] = []
    parked: list[int] = []
    forgotten: list[int] = []
    for one in read:
        judged = judge.judge(one.bodies)
        if judged.parked:
            parked.append(one.header.n)
        kept: Sequence[bytes | None] = one.commit.bodies
        cut = cuts.get((stream, one.header.writer, one.header.n), _NOTHING)
        if erased or cut:
            kept = [
                None if is_gone(body, erased) or (body is not None and body.entity in cut) else raw
                for raw, body in zip(one.commit.bodies, one.bodies, strict=True)
            ]
            if list(kept) != list(one.commit.bodies):
                forgotten.append(one.header.n)
        sealed = parts.bodies.seal(
            kept,
            [key_of(month, body) for body in one.bodies],
            ciphers=ciphers,
            commit_hash=one.hash,
        )
        prepared.append(
            Prepared(
                one.header.n,
                one.header.prev,
                one.hash,
                one.commit.header,
                one.commit.signature,
                sealed,
                judged.reason,
                judged.entities,
                _blobs(stream, one, erased, foreign),
            )
        )
    return prepared, parked, forgotten


def _blobs(
    stream: StreamId, one: ReadCommit, erased: frozenset[bytes], foreign: frozenset[bytes]
) -> tuple[BlobRow, ...]:
    rows = named(stream, (body for body in one.bodies if not is_gone(body, erased)))
    return tuple(row for row in rows if row.blob not in foreign)


def is_gone(body: Body | None, erased: frozenset[bytes]) -> bool:
    """Whether a body is not to be kept."""
    return body is None or (
        body.subject is not None and bool(erased) and erasure_mark(body.subject) in erased
    )


def key_of(month: bytes, body: Body | None) -> bytes:
    """Return the name of the key that a body is sealed under at rest."""
    return month if body is None or body.subject is None else subject_key(body.subject)


def _named_writers(parts: HubParts, read: Sequence[ReadCommit]) -> Sequence[WriterRow]:
    """Only asked for when somebody else's write is named, or somebody's save is reviewed."""
    named = any(
        body.kind == REVIEW
        or any(seen.writer != one.header.writer for write in body.fields.values() for seen in write.seen)
        for one in read
        for body in one.bodies
        if body is not None
    )
    return parts.store.writers() if named else ()


def check_obstacle(answer: Appended) -> None:
    """Raise what stood in a run's way: ChainRefused, or FrameRefused (unknown-stream)."""
    match answer.obstacle:
        case Obstacle.NONE:
            return
        case Obstacle.GAP:
            raise refusal(Code.CHAIN_GAP, expected=answer.expected)
        case Obstacle.FORK:
            raise refusal(Code.CHAIN_FORK, expected=answer.expected)
        case Obstacle.NO_STREAM:
            raise refusal(Code.UNKNOWN_STREAM)


def answer_of(
    parts: HubParts, request: PushRequest, answer: Appended, parked: list[int], forgotten: list[int]
) -> Pushed:
    """Return what the sender hears, receipted."""
    last = answer.numbered[-1]
    receipt = encode(
        Receipt(
            hub=parts.hub,
            epoch=parts.epoch,
            stream=request.stream,
            writer=request.writer,
            n=last.n,
            hash=last.hash,
            number=last.number,
            time=parts.clock(),
        )
    )
    return Pushed(
        accepted_through=last.n,
        numbers=[one.number for one in answer.numbered],
        parked=parked,
        quarantined=[one.n for one in answer.numbered if one.standing is not Standing.EFFECTIVE],
        receipt=receipt,
        signature=parts.keys.signing.sign(Purpose.RECEIPT, parts.hub, receipt),
        erased=forgotten,
    )
