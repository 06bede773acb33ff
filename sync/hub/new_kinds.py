# SPDX-License-Identifier: MIT
"""A newer program runs the hub: what an older one parked is folded, since its kinds are known now."""

from collections.abc import Collection

from sync.hub.parts import HubParts
from sync.hub.snapshot import forget
from sync.records.ids import StreamId


def take_up_new_kinds(parts: HubParts, kinds: Collection[str]) -> list[StreamId]:
    """Settle those streams anew in which something of a kind lies that was unknown before; return them.

    Their snapshots go, for they did not tell of it. What was parked is not judged again: known limit (PROTOCOL.md).
    """
    known = parts.store.kinds()
    if known == frozenset(kinds):
        return []
    streams = sorted(parts.store.streams_with(frozenset(kinds) - known)) if known else []
    for stream in streams:
        parts.store.settle_anew(stream)
        forget(parts, stream)
    parts.store.know_kinds(kinds)  # last: cut off before, it is done again
    return streams
