# SPDX-License-Identifier: MIT
"""Snapshots: a long stream as it stands at one number, cut into signed parts that a new laptop resumes at."""

from sync.hub.access import Rights
from sync.hub.parts import HubParts
from sync.protocol.errors import Code, refusal
from sync.protocol.messages import SnapshotFrame, SnapshotPart, SnapshotRequest
from sync.records.ids import StreamId, WriterId


def offer(parts: HubParts, stream: StreamId, number: int) -> SnapshotFrame | None:
    """Return the frame that sends a new reader of a long stream to its snapshot, or ``None``."""
    return None


def snapshot(parts: HubParts, writer: WriterId, request: SnapshotRequest) -> SnapshotPart:
    """Return one part; raises AccessRefused, CursorExpired when that snapshot is no longer kept."""
    me = parts.reader(writer)
    rights = Rights.of(me, parts.store.grants(me.staff), parts.clock())
    if request.stream not in rights.readable({row.laptop for row in parts.store.writers()}):
        raise refusal(Code.STREAM_FORBIDDEN)
    raise refusal(Code.CURSOR_EXPIRED)
