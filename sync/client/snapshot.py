# SPDX-License-Identifier: MIT
"""The step that loads a stream's beginning as a snapshot: signed parts, each a resume point."""

import msgspec

from sync.client.errors import AnswerBroken, Cloned
from sync.client.round import Round
from sync.log.errors import ChainForked, LogError
from sync.log.snapshot import MAX_PART_BYTES, Place, read_part
from sync.log.snapshot import SnapshotPart as Contents
from sync.protocol.errors import CursorExpired, WrongHub
from sync.protocol.messages import Cursor, SnapshotFrame, SnapshotPart, SnapshotRequest
from sync.records.ids import StreamId

_decoder = msgspec.msgpack.Decoder(Contents)


def load_snapshot(trip: Round, announced: SnapshotFrame) -> int:
    """Load what is missing of a stream's snapshot and return how many entities came.

    A half-loaded snapshot goes on at its next part as long as the hub still has it; otherwise the newest
    one is loaded from its beginning. Raises Cloned, WrongHub, AnswerBroken, Cancelled and what the hub raises.
    """
    stream = announced.stream
    forked = trip.stuck.get((stream, trip.me))
    if isinstance(forked, Cloned):
        raise forked  # what is unsent here is not what the snapshot has: it is signed again first
    number, part = trip.journal.snapshot_progress(stream)
    if part == 0 or announced.number not in {0, number}:
        return _load(trip, stream, announced.number, 0)
    try:
        return _load(trip, stream, number, part)
    except CursorExpired:
        return _load(trip, stream, 0, 0)


def _load(trip: Round, stream: StreamId, number: int, part: int) -> int:
    place: Place | None = None
    entities = 0
    while place is None or not place.complete:
        trip.go_on()
        answer = trip.hub.snapshot(SnapshotRequest(stream, number, part))
        place = _verified(trip, answer, place or _resumed(answer, part))
        base = place.base
        said = (answer.stream, answer.number, answer.part, answer.parts)
        if said != (stream, base.number, part, place.parts) or base.stream != stream:
            raise AnswerBroken("snapshot part")
        if number not in {0, base.number} or base.epoch != trip.known.epoch:
            raise AnswerBroken("snapshot base")
        cursor = Cursor(stream, base.number, base.running) if place.complete else None
        try:
            entities += trip.journal.apply_part(answer, cursor)
        except ChainForked as problem:
            raise Cloned(stream, trip.me) from problem
        number, part = base.number, part + 1
    return entities


def _verified(trip: Round, answer: SnapshotPart, after: Place | None) -> Place:
    try:
        _, place = read_part(
            answer.payload, answer.signature, hub=trip.known.hub, public=trip.known.signing, after=after
        )
    except LogError as problem:
        raise WrongHub("snapshot") from problem
    return place


def _resumed(answer: SnapshotPart, part: int) -> Place | None:
    """The place before the first part of this round: the part itself names it, and the hub signed that."""
    if part == 0:
        return None
    try:
        contents = _decoder.decode(answer.payload[:MAX_PART_BYTES])
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise WrongHub("snapshot") from problem
    return Place(contents.base, part - 1, contents.parts, contents.previous)
