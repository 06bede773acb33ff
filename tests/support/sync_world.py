# SPDX-License-Identifier: MIT
"""A hub in memory and laptops that sync with it: the ground of the engine's tests."""

from collections.abc import Callable
from dataclasses import dataclass

from fake_hub import NOW, FakeHub
from memory_journal import MemoryJournal

from sync.client.engine import Engine
from sync.log.commit import Draft, SignedCommit
from sync.log.fold import heads_seen
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.hub import Hub
from sync.protocol.journal import RoundRecord
from sync.records.ids import EntityId, StreamId

TEAM = StreamId("team/t0000000000000001")
OTHER_TEAM = StreamId("team/t0000000000000002")


@dataclass
class Laptop:
    """One writer's journal and engine."""

    key: SigningKey
    receiving: ReceivingKey
    journal: MemoryJournal
    engine: Engine

    def round(self) -> RoundRecord:
        return self.engine.round(cancelled=lambda: False)

    def write(self, entity: int, *, stream: StreamId = TEAM, **fields: object) -> SignedCommit:
        """Save fields of an entity, having seen what stands here."""
        name = EntityId(entity.to_bytes(16, "big"))
        seen = heads_seen(self.journal.states(stream).get(name), fields)
        values = {field: (value, seen[field]) for field, value in fields.items()}
        return self.journal.save(stream, [Draft("visit", name, None, 1, values)])


def laptop(
    hub: FakeHub,
    seed: int,
    *,
    over: Callable[[Hub], Hub] = lambda hub: hub,
    clock: Callable[[], int] = lambda: NOW,
) -> Laptop:
    """A laptop whose writer the hub knows. ``over`` wraps the hub that its engine talks to."""
    key = SigningKey.from_seed(bytes([seed]) * 32)
    receiving = ReceivingKey.generate()
    writer = hub.enter(key.public, receiving.public)
    journal = MemoryJournal(hub=hub.hub, key=key)
    engine = Engine(
        over(hub.view(writer)),
        journal,
        clock=clock,
        pin=hub.pin,
        hub_id=hub.hub,
        me=writer,
        digests=journal.digest,
    )
    return Laptop(key, receiving, journal, engine)
