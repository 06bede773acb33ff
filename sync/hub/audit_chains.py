# SPDX-License-Identifier: MIT
"""How the access log's chains stand: the hub's own, and each writer's events in each laptop's stream.

A laptop's chain is keyed, so the hub cannot compute it. It sees three things: numbers that do not grow (an
older notebook was put back without a word), an event whose neighbour is another one than it names, and what the
laptop has found itself (CHECK_FAILED).
"""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from sync.hub.access_log import LaptopEvent, audit_streams, laptop_events, operation_of
from sync.hub.errors import RecordDamaged
from sync.hub.parts import HubParts
from sync.hub.store.sql_log import audit_hash
from sync.records.ids import StreamId, WriterId

_AT_ONCE: Final = 1000
_HASH_IN_ID: Final = 10
"""Bytes of an event's hash that its id carries, after six of time (``desktop.store.notebook``)."""
_VERSION_AT: Final = 0
_VARIANT_AT: Final = 2
"""Which of those bytes a UUIDv8 takes four and two bits of."""


class Fault(Enum):
    """What is wrong with a laptop's chain; the value is what is printed."""

    NUMBER = "the number does not grow: an older notebook was put back"
    LINK = "the event before it is not the one it names"
    CHECK = "the laptop found a fault in its own notebook"


@dataclass(frozen=True, slots=True)
class LaptopChain:
    """One writer's events in one laptop's stream. ``fault`` is the first one, at number ``broken_at``."""

    stream: StreamId
    writer: WriterId
    events: int
    newest: int
    """Ms by the laptop."""
    fault: Fault | None = None
    broken_at: int = 0


def own_chain(parts: HubParts) -> tuple[int, RecordDamaged | None]:
    """Return how many events of the hub's own hold together, and where they do not."""
    previous, seq = bytes(32), 0
    while rows := parts.store.audit(after=seq, limit=_AT_ONCE):
        for row in rows:
            if (row.seq, row.previous) != (seq + 1, previous) or audit_hash(previous, row.event) != row.hash:
                return seq, RecordDamaged("hub audit", row.seq, "audit chain")
            previous, seq = row.hash, row.seq
    return seq, None


def laptop_chains(parts: HubParts) -> list[LaptopChain]:
    """Return how every writer's events stand on every laptop."""
    return [chain for stream in audit_streams(parts) for chain in _chains(parts, stream)]


def _chains(parts: HubParts, stream: StreamId) -> list[LaptopChain]:
    chains: dict[WriterId, LaptopChain] = {}
    ends: dict[WriterId, LaptopEvent] = {}
    for one in laptop_events(parts, stream):
        writer = one.commit.writer
        chain = chains.get(writer) or LaptopChain(stream, writer, 0, 0)
        fault = _fault(ends.get(writer), one) if chain.fault is None else None
        if fault is not None:
            chain = replace(chain, fault=fault, broken_at=one.seq)
        chains[writer] = replace(chain, events=chain.events + 1, newest=max(chain.newest, one.at))
        ends[writer] = one
    return [chains[writer] for writer in sorted(chains)]


def _fault(before: LaptopEvent | None, one: LaptopEvent) -> Fault | None:
    operation = operation_of(one.event)
    if operation == "CHECK_FAILED":
        return Fault.CHECK
    if before is None or one.seq == 1 or operation == "RESTORE":
        return None  # 1 begins a new notebook; a restored one says so and goes on from its backup's end
    if one.seq <= before.seq:
        return Fault.NUMBER
    if one.seq == before.seq + 1 and _hash_in_id(one.previous) != _hash_in_id(before.entity[-_HASH_IN_ID:]):
        return Fault.LINK
    return None


def _hash_in_id(digest: bytes) -> bytes:
    """Return the bits of an event's hash that are left in its id."""
    kept = bytearray(digest[:_HASH_IN_ID].ljust(_HASH_IN_ID, b"\0"))
    kept[_VERSION_AT] &= 0x0F
    kept[_VARIANT_AT] &= 0x3F
    return bytes(kept)
