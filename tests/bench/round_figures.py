# SPDX-License-Identifier: MIT
"""Measures whole rounds: an encrypted notebook, HTTP, and a real hub in a process of its own on SQLite.

What is compared with other programs (``peer_figures``) is this: what they write, we sign, seal, verify, fold,
index and keep encrypted besides.
"""

import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hub_world import HubWorld, Member, home_stream
from rural_link import Link, rural_link
from store_world import edit, session, visit

from desktop.store.changes import Change, WriterIdentity
from desktop.store.journal import BATCH_IDLE, StoreJournal
from desktop.store.notebook import NotebookStore, open_notebook
from sync.client.engine import Engine
from sync.client.http import HttpHub
from sync.hub.home import now_ms
from sync.protocol.journal import RoundOutcome
from sync.records.ids import StreamId
from tests.bench.children import ROOT, surroundings

_READY_SECONDS = 30


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``totals`` are the sizes of the notebook that a round's cost is held against."""

    edits: int
    held: int
    records: int
    totals: tuple[int, ...]
    repeats: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(edits=200, held=2_000, records=10_000, totals=(1_000, 10_000, 100_000), repeats=5)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(edits=10, held=50, records=200, totals=(100, 300), repeats=1)


@dataclass
class Laptop:
    """A person's encrypted notebook that reaches the hub over HTTP."""

    store: NotebookStore
    engine: Engine
    stream: StreamId

    def round(self) -> float:
        """Run one round; return its seconds. Raises RuntimeError unless all went well."""
        began = time.perf_counter()
        record = self.engine.round(cancelled=lambda: False)
        took = time.perf_counter() - began
        if record.outcome is not RoundOutcome.DONE:
            raise RuntimeError(record.problem)
        return took

    def save(self, changes: list[Change]) -> None:
        """Save each change as a commit of its own, as a person does."""
        for one in changes:
            self.store.save(self.stream, [one], time_ms=now_ms())


@dataclass
class Ground:
    """A hub that runs, and who may have a laptop there."""

    folder: Path
    world: HubWorld
    address: str
    members: list[Member]
    stream: StreamId
    stack: ExitStack

    def laptop(self, member: int, address: str = "") -> Laptop:
        """Open a new notebook of one of the members."""
        its = self.members[member]
        path = self.folder / f"{member}-{secrets.token_hex(4)}.db"
        store = open_notebook(
            path, os.urandom(32), audit_key=os.urandom(32), index_key=os.urandom(32),
            me=WriterIdentity(its.key, its.staff, its.laptop), hub=self.world.hub, create=True,
            allow_temporary=True,
        )  # fmt: skip
        self.stack.callback(store.close)
        return self._joined(store, its, address)

    def again(self, one: Laptop, address: str) -> Laptop:
        """Return the same notebook with a new connection by another way."""
        its = next(member for member in self.members if member.writer == one.store.me.writer)
        return self._joined(one.store, its, address)

    def _joined(self, store: NotebookStore, its: Member, address: str) -> Laptop:
        http = HttpHub(
            address or self.address, pin=self.world.root_digest, signing=its.key, receiving=its.receiving,
            clock=now_ms, hub_id=self.world.hub,
        )  # fmt: skip
        self.stack.callback(http.close)
        journal = StoreJournal(store, batch=BATCH_IDLE)
        engine = Engine(
            http, journal, clock=now_ms, pin=self.world.root_digest, hub_id=self.world.hub, me=its.writer,
            digests=journal.digest,
        )  # fmt: skip
        return Laptop(store, engine, self.stream)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the hub in this folder from a process of its own; yield its address."""
    port_file = folder.parent / f"{folder.name}.port"
    server = subprocess.Popen(
        [sys.executable, "-m", "sync.hub", "serve", "--home", str(folder), "--port", "0",
         "--port-file", str(port_file)],
        cwd=ROOT, env=surroundings(),
    )  # fmt: skip
    try:
        until = time.monotonic() + _READY_SECONDS
        while not port_file.exists() or not port_file.read_text(encoding="ascii"):
            if time.monotonic() > until:
                raise TimeoutError("the hub did not start")
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port_file.read_text(encoding='ascii')}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def ground(people: int) -> Iterator[Ground]:
    """Make a hub with a team of so many, and serve it."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        (folder / "laptops").mkdir()
        world = HubWorld.live(folder / "hub")
        stack.callback(world.close)
        team = world.team("Itä")
        members = [world.member(f"Testaaja {at}", "adviser", team) for at in range(people)]
        address = stack.enter_context(serving(folder / "hub"))
        yield Ground(folder / "laptops", world, address, members, home_stream(team), stack)


def visits(count: int) -> list[Change]:
    """Return so many walk-ins of one session, with the session first."""
    day = session()
    return [day, *(visit(day.entity, age="u30", language="fi") for _ in range(count - 1))]


def edits(day: list[Change], count: int, word: str) -> list[Change]:
    """Return an edit of each of the first walk-ins of a day."""
    return [edit("visit", one.entity, note=f"{word} {at}") for at, one in enumerate(day[1 : count + 1])]


def big_moves(records: int) -> dict[str, float]:
    """Return seconds to push so many walk-ins to a hub in its own process, and to pull, fold, index and keep them."""
    with ground(2) as here:
        one, other = here.laptop(0), here.laptop(1)
        one.save([session()])
        one.round()
        other.round()  # both hold the stream's beginning, as on any day but the first
        one.save(visits(records))
        return {"push": one.round(), "pull": other.round(), "idle": one.round()}


def small_rounds(sizes: Sizes) -> dict[str, list[float]]:
    """Return seconds of rounds with nothing new, and of rounds that send the edits."""
    idle, sent = [], []
    with ground(1) as here:
        one = here.laptop(0)
        day = visits(sizes.held)
        one.save(day)
        one.round()
        for repeat in range(sizes.repeats):
            idle.append(one.round())
            one.save(edits(day, sizes.edits, f"edit {repeat}"))
            sent.append(one.round())
    return {"idle": idle, "edits": sent}


def far_away(sizes: Sizes) -> float:
    """Return the seconds in which the edits go over 50 kB/s, 400 ms there and back, 2 % lost, with hello and check."""
    with ground(1) as here:
        near = here.laptop(0)
        day = visits(sizes.edits + 1)
        near.save(day)
        near.round()
        parts = urlsplit(here.address)
        with rural_link((parts.hostname or "", parts.port or 0), Link()) as address:
            far = here.again(near, address)
            near.save(edits(day, sizes.edits, "far"))
            return far.round()


def by_total(sizes: Sizes) -> dict[str, float]:
    """Return milliseconds of a round with nothing new and of one that sends ten edits, by what the notebook holds."""
    figures: dict[str, float] = {}
    with ground(1) as here:
        one = here.laptop(0)
        held = 0
        day: list[Change] = []
        for total in sizes.totals:
            day = visits(total - held)
            one.save(day)
            held = total
            one.round()
            one.round()
            figures[f"idle_ms.{total}"] = _median(one.round() for _ in range(9)) * 1000
            sent = []
            for repeat in range(5):
                one.save(edits(day, 10, f"turn {repeat}"))
                sent.append(one.round())
            figures[f"ten_edits_ms.{total}"] = _median(sent) * 1000
    most, least = max(sizes.totals), min(sizes.totals)
    figures["idle_growth"] = figures[f"idle_ms.{most}"] / figures[f"idle_ms.{least}"]
    figures["edits_growth"] = figures[f"ten_edits_ms.{most}"] / figures[f"ten_edits_ms.{least}"]
    return figures


def measure(sizes: Sizes | None = None) -> dict[str, Any]:
    """Return the figures of whole rounds."""
    sizes = sizes or Sizes.full()
    return {"far_seconds": far_away(sizes), "total": by_total(sizes)}


def _median(values: Iterable[float]) -> float:
    return statistics.median(list(values))
