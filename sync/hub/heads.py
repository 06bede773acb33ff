# SPDX-License-Identifier: MIT
"""Heads: where the hub stands in every stream that a writer may read or has written into."""

from sync.hub.access import Rights
from sync.hub.parts import HubParts
from sync.protocol.messages import Heads, HeadsRequest, StreamHead
from sync.records.ids import WriterId


def heads(parts: HubParts, writer: WriterId, _request: HeadsRequest) -> Heads:
    """Return the heads; raises AccessRefused."""
    me = parts.reader(writer)
    rights = Rights.of(me, parts.store.grants(me.staff), parts.clock())
    mine = parts.store.writer_heads(writer)
    readable = rights.readable(parts.laptops())
    return Heads(
        parts.epoch,
        [
            StreamHead(stream, *mine.get(stream, (0, b"")), head.number)
            for stream, head in sorted(parts.store.heads().items())
            if stream in readable or stream in mine
        ],
    )
