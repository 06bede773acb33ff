# SPDX-License-Identifier: MIT
"""Measures the wire: bytes a walk-in, bytes of a round with nothing new, and how fast rounds go.

The hub is the tests' honest one in memory, so the speeds are those of engine, frames, seals and signatures.
"""

import random
import time
from dataclasses import dataclass
from typing import Any

from fake_hub import FakeHub
from fake_hub_server import served
from fault_proxy import CuttingProxy
from http_laptop import http_laptop
from sync_world import TEAM, Laptop, laptop

from sync.client.push import request
from sync.log.commit import Draft
from sync.log.sealing import ReceivingKey
from sync.protocol.frame import pack, seal_frame
from sync.records.ids import EntityId, new_entity

TOPICS = ("job_search", "cv", "studies", "benefits", "housing", "permit", "health", "other")
OUTCOMES = ("advice", "referral", "appointment", "material")
AGES = ("u30", "30_54", "55_64", "65")
LANGUAGES = ("fi", "sv", "en", "ru", "ar", "so")


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``full()`` is what the goals are stated for."""

    batch: int
    records: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(batch=500, records=10_000)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(batch=100, records=500)


def walk_in(chance: random.Random, session: EntityId, at: int) -> Draft:
    """What an adviser records of one anonymous visit in ten seconds."""
    fields: dict[str, tuple[Any, tuple[()]]] = {
        "session": (session, ()),
        "at": (at, ()),
        "age": (chance.choice(AGES), ()),
        "language": (chance.choice(LANGUAGES), ()),
    }
    for topic in chance.sample(TOPICS, chance.choice((1, 1, 1, 2, 2, 3))):
        fields[f"topics/{topic}"] = (True, ())
    fields[f"outcomes/{chance.choice(OUTCOMES)}"] = (True, ())
    return Draft("visit", new_entity(at, chance.randbytes), None, 1, fields)


def fill(one: Laptop, count: int) -> None:
    """Record this many walk-ins, half a minute to ten minutes apart."""
    chance = random.Random(7)
    session, at = new_entity(1_790_000_000_000, chance.randbytes), 1_790_000_000_000
    for _ in range(count):
        at += chance.randrange(30_000, 600_000)
        one.journal.save(TEAM, [walk_in(chance, session, at)], time_ms=at)


def measure(sizes: Sizes | None = None) -> dict[str, float]:
    """Return bytes a walk-in (sealed push of a batch), bytes of an idle round, and records a second."""
    sizes = sizes or Sizes.full()
    hub = FakeHub()
    one = laptop(hub, 1)
    fill(one, sizes.batch)
    segment = one.journal.unsent(max_commits=sizes.batch, max_bytes=10**9)
    if segment is None:
        message = "nothing to measure"
        raise RuntimeError(message)
    message_to_hub = request(segment)
    began = time.perf_counter()
    packed = pack(message_to_hub)
    pack_ms = (time.perf_counter() - began) * 1000
    sealed = seal_frame(ReceivingKey.generate().public, message_to_hub, label="push")
    result = {
        "open_bytes_per_walk_in": sum(len(c.header) + len(c.bodies[0] or b"") + 64 for c in segment.commits)
        / sizes.batch,
        "packed_bytes_per_walk_in": len(packed) / sizes.batch,
        "sealed_bytes_per_walk_in": len(sealed) / sizes.batch,
        "pack_ms_per_batch": pack_ms,
    }
    return result | _over_http(sizes.records)


def _over_http(records: int) -> dict[str, float]:
    hub = FakeHub()
    with served(hub) as at:
        proxy = CuttingProxy(at)
        with http_laptop(hub, proxy.address, 1) as one, http_laptop(hub, proxy.address, 2) as other:
            fill(one, records)
            began = time.perf_counter()
            one.round()
            pushed = time.perf_counter() - began
            up = proxy.up
            proxy.down = 0
            began = time.perf_counter()
            other.round()
            pulled = time.perf_counter() - began
            down = proxy.down
            proxy.up = proxy.down = 0
            other.round()
            idle = proxy.up + proxy.down
        proxy.close()
    return {
        "push_records_per_second": records / pushed,
        "pull_records_per_second": records / pulled,
        "push_wire_bytes_per_record": up / records,
        "pull_wire_bytes_per_record": down / records,
        "idle_round_bytes": float(idle),
    }


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:32} {value:12.1f}")  # noqa: T201 - a measurement is read at the terminal
