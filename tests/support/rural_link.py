# SPDX-License-Identifier: MIT
"""A wire as on a phone in the country: slow, far away, and losing a packet now and then.

TCP repairs a loss by sending again after about a round trip, and everything behind it waits: that is what is modelled.
"""

import queue
import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

_SEGMENT = 1460


@dataclass(frozen=True, slots=True)
class Link:
    """``bytes_per_second`` each way, ``delay`` seconds one way, and which share of segments is lost."""

    bytes_per_second: float = 50_000
    delay: float = 0.2
    loss: float = 0.02


@contextmanager
def rural_link(target: tuple[str, int], link: Link, *, seed: int = 1) -> Iterator[str]:
    """Yield the address of a proxy that passes everything on over such a wire."""
    chance = random.Random(seed)
    listener = socket.create_server(("127.0.0.1", 0))

    def one(client: socket.socket) -> None:
        with client, suppress(OSError), socket.create_connection(target) as server:
            time.sleep(2 * link.delay)  # the handshake
            back = threading.Thread(target=_carry, args=(server, client, link, chance), daemon=True)
            back.start()
            _carry(client, server, link, chance)
            back.join()

    def serve() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=one, args=(client,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()


def _carry(source: socket.socket, sink: socket.socket, link: Link, chance: random.Random) -> None:
    """Pass bytes on: each segment travels ``delay`` s, and they follow each other at the link's speed."""
    under_way: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
    deliverer = threading.Thread(target=_deliver, args=(under_way, sink), daemon=True)
    deliverer.start()
    sent = 0.0
    with suppress(OSError):
        while part := source.recv(_SEGMENT):
            sent = max(sent, time.monotonic()) + len(part) / link.bytes_per_second
            if chance.random() < link.loss:
                sent += (
                    2 * link.delay
                )  # it is missed, asked for and sent again, and what follows waits for it
            under_way.put((sent + link.delay, part))
    under_way.put((sent + link.delay, b""))
    deliverer.join()


def _deliver(under_way: queue.SimpleQueue[tuple[float, bytes]], sink: socket.socket) -> None:
    with suppress(OSError):
        while True:
            at, part = under_way.get()
            time.sleep(max(0.0, at - time.monotonic()))
            if not part:
                sink.shutdown(socket.SHUT_WR)
                return
            sink.sendall(part)
