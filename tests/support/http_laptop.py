# SPDX-License-Identifier: MIT
"""A laptop that reaches the hub over HTTP, as the real one does."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fake_hub import NOW, FakeHub
from memory_journal import MemoryJournal
from sync_world import Laptop

from sync.client.engine import Engine
from sync.client.http import HttpHub
from sync.client.route import Route
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey


@contextmanager
def http_laptop(
    hub: FakeHub,
    address: str,
    seed: int = 1,
    *,
    clock: Callable[[], int] = lambda: NOW,
    context: ssl.SSLContext | None = None,
    journal: MemoryJournal | None = None,
    route: Callable[[], Route] = Route,
) -> Iterator[Laptop]:
    """Yield a laptop whose engine talks HTTP to ``address``; its writer is known to ``hub``."""
    key = SigningKey.from_seed(bytes([seed]) * 32)
    receiving = ReceivingKey.generate()
    writer = hub.enter(key.public, receiving.public)
    kept = journal or MemoryJournal(hub=hub.hub, key=key)
    http = HttpHub(
        address,
        pin=hub.pin,
        hub_id=hub.hub,
        signing=key,
        receiving=receiving,
        clock=clock,
        offset=kept.clock_offset(),
        context=context,
        route=route,
        timeouts=(5.0, 5.0),
    )
    engine = Engine(http, kept, clock=clock, pin=hub.pin, hub_id=hub.hub, me=writer, digests=kept.digest)
    try:
        yield Laptop(key, receiving, kept, engine)
    finally:
        http.close()
