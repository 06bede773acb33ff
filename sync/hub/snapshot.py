# SPDX-License-Identifier: MIT
"""Snapshots: a long stream as it stands at one number, cut into signed parts that a new laptop resumes at."""

from typing import Final

from sync.failpoints import FailPoint, reached
from sync.hub.access import Rights
from sync.hub.arranging import arrange
from sync.hub.audit import Event, Operation, log
from sync.hub.effective import fold_stream
from sync.hub.parts import HubParts
from sync.hub.settling import settle
from sync.log.snapshot import Base, SnapshotContents, VectorEntry, cut_snapshot, sign_part
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import SnapshotFrame, SnapshotPart, SnapshotRequest
from sync.records.ids import StreamId, WriterId

LONG: Final = 2000
"""A reader at the beginning of a stream with this many commits that it has not written gets a snapshot first."""
PART_BYTES: Final = 240 * 1024
"""A part fits a frame even where nothing of it can be packed smaller."""


def offer(parts: HubParts, stream: StreamId, number: int, own: int) -> SnapshotFrame | None:
    """Return the frame that sends a new reader of a long stream to its snapshot; ``None`` for a short one.

    ``own`` of its commits are the reader's, and there: of those only the numbers go out.
    """
    if number - own < LONG and parts.store.horizon(stream) == 0:
        return None
    taken, count = _fresh(parts, stream, number)
    return SnapshotFrame(stream, taken, count)


def snapshot(parts: HubParts, writer: WriterId, request: SnapshotRequest) -> SnapshotPart:
    """Return one part; number 0 asks for the newest.

    Raises AccessRefused, FrameRefused (unknown-stream), CursorExpired when that snapshot is no longer kept.
    """
    me = parts.reader(writer)
    rights = Rights.of(me, parts.store.grants(me.staff), parts.clock())
    stream = request.stream
    if stream not in rights.readable(parts.laptops()):
        raise refusal(Code.STREAM_FORBIDDEN)
    head = parts.store.head(stream)
    if head is None or head.number == 0:
        raise refusal(Code.UNKNOWN_STREAM)
    if request.number == 0:
        taken, count = _fresh(parts, stream, head.number)
    else:
        taken, count = request.number, parts.store.snapshots(stream).get(request.number, 0)
        settle(parts, stream, head.number)
        if taken < max(parts.store.horizon(stream), _last_went(parts, stream)):
            raise refusal(Code.CURSOR_EXPIRED, stream=stream)  # the commits after it are not served any more
    if not 0 <= request.part < count:
        raise refusal(Code.CURSOR_EXPIRED, stream=stream)
    sealed = parts.store.snapshot_part(stream, taken, request.part)
    if sealed is None:
        raise refusal(Code.CURSOR_EXPIRED, stream=stream)
    payload = parts.bodies.open_one(_key(stream), sealed)
    if payload is None:
        raise refusal(Code.CURSOR_EXPIRED, stream=stream)
    if request.part == 0:
        log(parts, [Event(Operation.READ, me.staff, stream, f"snapshot {taken}")])
    signature = sign_part(payload, key=parts.keys.signing, hub=parts.hub)
    return SnapshotPart(stream, taken, request.part, count, payload, signature)


def forget(parts: HubParts, stream: StreamId) -> None:
    """Destroy a stream's snapshots and their key: what it held is gone from backups when they age out."""
    parts.bodies.destroy(_key(stream))
    parts.store.put_snapshot(stream, 0, ())


def cover(parts: HubParts, stream: StreamId, number: int) -> int:
    """Keep a snapshot that covers at least this number; return its own. ``number`` is settled."""
    taken, count = _newest(parts, stream)
    return (
        taken if count and taken >= max(number, _last_went(parts, stream)) else _cut(parts, stream, number)[0]
    )


def _fresh(parts: HubParts, stream: StreamId, number: int) -> tuple[int, int]:
    """Return (number, parts) of a snapshot that is not too old, cut anew where it is."""
    taken, count = _newest(parts, stream)
    settle(parts, stream, number)
    least = max(parts.store.horizon(stream), _last_went(parts, stream))
    if count and number - taken <= max(LONG, taken // 4) and taken >= least:
        return taken, count
    return _cut(parts, stream, number)


def _newest(parts: HubParts, stream: StreamId) -> tuple[int, int]:
    return max(parts.store.snapshots(stream).items(), default=(0, 0))


def _last_went(parts: HubParts, stream: StreamId) -> int:
    """Return at which number of a settled stream somebody last went; a snapshot from before it still has them.

    A move destroys them too, but after its transaction: a crash between the two must not leave one to be served.
    """
    went = parts.store.gone(stream).values()
    return max((one.number for one in went if one.into != stream), default=0)


def _cut(parts: HubParts, stream: StreamId, number: int) -> tuple[int, int]:
    """Cut a snapshot and keep it beside the one before it, at which some laptop may be half-way."""
    settled, _ = settle(parts, stream, number)
    folded = fold_stream(parts, stream, settled)
    first, boxes = arrange(folded, part_bytes=PART_BYTES)
    contents = SnapshotContents(
        vector=[VectorEntry(writer, n, tip) for writer, (n, tip) in sorted(folded.last.items())],
        marks=folded.marks.runs(),
        quarantined=sorted(folded.quarantined),
        parked=sorted(folded.parked),
        states=first,
        boxes=boxes,
    )
    base = Base(stream, parts.epoch, folded.number, folded.running)
    payloads = cut_snapshot(base, contents, part_bytes=PART_BYTES)
    key = _key(stream)
    sealed = [parts.bodies.seal_one(key, one) for one in payloads]
    reached(FailPoint.HUB_SNAPSHOT_BEFORE_KEEP)
    parts.store.put_snapshot(stream, settled, sealed)
    return settled, len(payloads)


def _key(stream: StreamId) -> bytes:
    return b"snapshot:" + stream.encode()
