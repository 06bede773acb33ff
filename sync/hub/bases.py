# SPDX-License-Identifier: MIT
"""Where the numbering of this epoch goes on from: what a laptop asks after the hub was restored."""

from sync.hub.access import Rights
from sync.hub.parts import HubParts
from sync.protocol.restart import Base, Bases, BasesRequest
from sync.records.ids import StreamId, WriterId


def bases(parts: HubParts, writer: WriterId, _request: BasesRequest) -> Bases:
    """Return this epoch's bases: of every stream that the asker may read or has written in.

    Raises AccessRefused.
    """
    me = parts.reader(writer)
    mine = Rights.of(me, parts.store.grants(me.staff), parts.clock()).readable(parts.laptops())
    concerned = mine | parts.store.writer_heads(writer).keys()
    return Bases(
        parts.epoch,
        [
            Base(stream, base.number, base.running)
            for stream, base in sorted(parts.store.bases().items())
            if base.number and stream in concerned
        ],
    )


def begun(parts: HubParts, stream: StreamId) -> int:
    """Return the epoch in which a stream's numbers begin: its H(0) is of that one."""
    base = parts.store.bases().get(stream)
    return parts.epoch if base is None else base.epoch
