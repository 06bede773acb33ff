# SPDX-License-Identifier: MIT
"""Single writes that were erased after the backup was taken: when a laptop brings one back, it stays erased."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from sync.hub.authoring import write_drafts
from sync.hub.ledger import WriteErased
from sync.hub.parts import HubParts
from sync.log.codec import decode_value
from sync.log.commit import Draft
from sync.records.ids import EntityId, StreamId, WriterId, new_entity

_NONE: Final[Mapping[tuple[StreamId, WriterId, int], frozenset[bytes]]] = MappingProxyType({})


def erased_writes(parts: HubParts) -> Mapping[tuple[StreamId, WriterId, int], frozenset[bytes]]:
    """Return which entities' bodies of which commits are not to be kept; empty in a hub that was never restored."""
    if not parts.restored:
        return _NONE
    found: dict[tuple[StreamId, WriterId, int], frozenset[bytes]] = {}
    for one in _told(parts):
        place = (one.stream, one.writer, one.n)
        found[place] = found.get(place, frozenset()) | {one.entity}
    return found


def to_tell(parts: HubParts, stream: StreamId, writer: WriterId, ns: Iterable[int]) -> list[WriteErased]:
    """Return what was erased of those of these commits that are not here yet."""
    if not parts.restored:
        return []
    coming = set(ns)
    told = [one for one in _told(parts) if (one.stream, one.writer) == (stream, writer) and one.n in coming]
    if not told:
        return []
    here = parts.store.writer_heads(writer).get(stream, (0, b""))[0]
    return [one for one in told if one.n > here]


def tell_erased_writes(parts: HubParts, erased: Iterable[WriteErased]) -> None:
    """Write the orders to forget these writes, whose commits have just come back; again is harmless."""
    now = parts.clock()
    for one in erased:
        fields = {"write": (decode_value(one.order), ()), "at": (now, ())}
        subject = None if one.subject is None else EntityId(one.subject)
        write_drafts(parts, one.stream, [[Draft("erasure", new_entity(now), subject, 1, fields)]])


def _told(parts: HubParts) -> list[WriteErased]:
    return [entry.said for entry in parts.ledger.said() if isinstance(entry.said, WriteErased)]
