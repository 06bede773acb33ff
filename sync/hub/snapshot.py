# SPDX-License-Identifier: MIT
"""Snapshots: a long stream as it stands at one number, cut into signed parts that a new laptop resumes at."""

from typing import Final

from sync.hub.access import Rights
from sync.hub.audit import Event, Operation, log
from sync.hub.effective import StreamFold, fold_stream
from sync.hub.parts import HubParts
from sync.hub.settling import settle
from sync.log.snapshot import Base, SnapshotContents, VectorEntry, cut_snapshot, sign_part
from sync.log.state import encode_state
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import SnapshotFrame, SnapshotPart, SnapshotRequest
from sync.records.ids import StreamId, WriterId

LONG: Final = 2000
"""A reader at the beginning of a stream with this many commits gets a snapshot first."""
PART_BYTES: Final = 240 * 1024
"""A part fits a frame even where nothing of it can be packed smaller."""


def offer(parts: HubParts, stream: StreamId, number: int) -> SnapshotFrame | None:
    """Return the frame that sends a new reader of a long stream to its snapshot; ``None`` for a short one."""
    if number < LONG:
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
    taken, count = parts.store.snapshot(stream)
    if request.number == 0:
        taken, count = _fresh(parts, stream, head.number)
    elif request.number != taken:
        raise refusal(Code.CURSOR_EXPIRED, stream=stream)
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
    """Destroy a stream's snapshot and its key: what it held is gone from backups when they age out."""
    parts.bodies.destroy(_key(stream))
    parts.store.put_snapshot(stream, 0, ())


def _fresh(parts: HubParts, stream: StreamId, number: int) -> tuple[int, int]:
    """Return (number, parts) of a snapshot that is not too old, cut anew where it is."""
    taken, count = parts.store.snapshot(stream)
    if count and number - taken <= max(LONG, taken // 4):
        return taken, count
    settled, _ = settle(parts, stream, number)
    payloads = _cut(parts, fold_stream(parts, stream, settled))
    key = _key(stream)
    parts.store.put_snapshot(stream, settled, [parts.bodies.seal_one(key, one) for one in payloads])
    return settled, len(payloads)


def _cut(parts: HubParts, folded: StreamFold) -> list[bytes]:
    contents = SnapshotContents(
        vector=[VectorEntry(writer, n, tip) for writer, (n, tip) in sorted(folded.last.items())],
        marks=folded.marks.runs(),
        quarantined=sorted(folded.quarantined),
        parked=sorted(folded.parked),
        states=(encode_state(folded.states[entity]) for entity in sorted(folded.states)),
    )
    base = Base(folded.stream, parts.epoch, folded.number, folded.running)
    return cut_snapshot(base, contents, part_bytes=PART_BYTES)


def _key(stream: StreamId) -> bytes:
    return b"snapshot:" + stream.encode()
