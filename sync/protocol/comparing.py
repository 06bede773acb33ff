# SPDX-License-Identifier: MIT
"""How laptop and hub compare what they hold, and how what differs or is missing is asked for again.

A digest is the XOR of ``sync.log.digest.entity_digest`` over entities; counts and digests are of entities that
stand in the fold at hub number ``number``. Answers say nothing of values.
"""

from typing import Final

import msgspec

from sync.records.ids import EntityId, StreamId

MOST_DIGESTS: Final = 4000
"""Most entities in one answer to DigestsRequest: about 200 KiB."""
MOST_STATES: Final = 200
"""Most entities and subjects asked for at once."""
MOST_TALLIED: Final = 1000
"""Most streams in one TallyRequest."""


class KindTally(msgspec.Struct, array_like=True, frozen=True):
    """How many entities of a kind stand in a stream, and the XOR of their digests."""

    kind: str
    count: int
    digest: bytes


class TallyRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask what these streams hold by kind; those that I may not read are left out of the answer."""

    streams: list[StreamId]


class StreamTally(msgspec.Struct, array_like=True, frozen=True):
    """What a stream holds at ``number``."""

    stream: StreamId
    number: int
    kinds: list[KindTally]


class Tallied(msgspec.Struct, array_like=True, frozen=True):
    """The answer to TallyRequest."""

    streams: list[StreamTally]
    knows: list[str]
    """The kinds that the hub's program folds: of one that only one side knows there is nothing to compare."""


class DigestsRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask for the digests of a kind's entities, those above ``after`` (16 bytes, or empty), in order of id."""

    stream: StreamId
    kind: str
    after: bytes
    limit: int


class EntityDigest(msgspec.Struct, array_like=True, frozen=True):
    """One entity's digest."""

    entity: EntityId
    digest: bytes


class Digests(msgspec.Struct, array_like=True, frozen=True):
    """The answer to DigestsRequest, as of ``number``."""

    number: int
    entities: list[EntityDigest]
    more: bool


class StatesRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask for entities again as they stand: these, and all that is about these subjects."""

    stream: StreamId
    entities: list[EntityId]
    subjects: list[EntityId]


class States(msgspec.Struct, array_like=True, frozen=True):
    """Canonical ``sync.log.picked.Picked`` and the online key's signature (Purpose.SNAPSHOT)."""

    payload: bytes
    signature: bytes
    left: list[EntityId]
    """What did not fit this frame: to be asked for next, as entities."""
