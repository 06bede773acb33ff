# SPDX-License-Identifier: MIT
"""A process that forks workers which do a laptop's upkeep in a kept city, and lets one die at a fail point.

Reads an order of JSON a line: ``folder`` of the city, ``what`` to do, with which notebook (``at``), and the ``point``
where the ``times``-th visit is the last. Answers with the exit code and how often each point was reached.
"""

import json
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from kept_city import OpenCity, open_city

from desktop.store import comparing, snapshot_load
from desktop.store.compaction import compact
from desktop.store.comparing import StoreComparing
from desktop.store.eviction import put_out, rows_about
from desktop.store.keeping import is_held
from desktop.store.turns import Turns
from sync.client.comparing import SOON
from sync.failpoints import FailPoint, arm
from sync.hub import snapshot
from sync.records.ids import EntityId

_LATE: Final = 2**52


class Crowded(Turns):
    """Turns for which somebody always waits: long work stops wherever it may."""

    @property
    def wanted(self) -> bool:
        return True

    def give_way(self) -> None:
        """Nobody need be waited for."""


def shorten() -> None:
    """Let a short day have snapshots of several parts, parts of several pieces, and mendings of several steps."""
    snapshot.LONG = 12  # type: ignore[misc]
    snapshot.PART_BYTES = 1024  # type: ignore[misc]
    snapshot_load._PIECE = 1  # type: ignore[misc]
    comparing._REFOLDED_AT_ONCE = 1  # type: ignore[misc]


def one_round(city: OpenCity, at: int) -> None:
    """Make a round that compares."""
    city.round(at)


def refold(city: OpenCity, at: int) -> None:
    """Mend by what lies here, without the hub."""
    sides = StoreComparing(city.laptops[at].store)
    for stream, counted in sides.recount(city.streams).items():
        sides.refold(stream, counted.broken, counted.off)


def compact_all(city: OpenCity, at: int) -> None:
    """Let what is numbered become what it folds to."""
    while compact(city.laptops[at].store, before=_LATE, most=3):
        pass


def let_go(city: OpenCity, at: int) -> None:
    """Put everybody out who may go, one in a transaction."""
    store = city.laptops[at].store
    for person in _people(city, at):
        with store.writing() as connection:
            rows = rows_about(connection, [person])
            if rows and not is_held(connection, rows):
                put_out(connection, store.names, store.index_key, rows, at=1)


def fetch(city: OpenCity, at: int) -> None:
    """Ask for everybody who went, and make a round."""
    with city.laptops[at].store.writing() as connection:
        connection.execute("UPDATE evicted SET wanted = 1")
    city.round(at)


def _people(city: OpenCity, at: int) -> list[EntityId]:
    with city.laptops[at].store.reading() as connection:
        rows = connection.execute("SELECT DISTINCT entity FROM entities WHERE kind = 'person'").fetchall()
    return sorted(EntityId(entity) for (entity,) in rows)


DOINGS: Final[Mapping[str, Callable[[OpenCity, int], None]]] = {
    "round": one_round, "refold": refold, "compact": compact_all, "let go": let_go, "fetch": fetch,
}  # fmt: skip


def work(order: dict[str, Any], pipe: int) -> None:
    """Do it, and say how often each point was reached."""
    counts: Counter[str] = Counter()

    def happens(point: FailPoint) -> None:
        counts[point.value] += 1
        if point == order["point"] and counts[point.value] == order["times"]:
            os.kill(os.getpid(), signal.SIGKILL)

    city = open_city(Path(order["folder"]))
    store = city.laptops[order["at"]].store
    store.turns = Crowded()
    StoreComparing(store).set_compared(SOON)
    arm(happens)
    DOINGS[order["what"]](city, order["at"])
    arm(None)
    city.close()
    os.write(pipe, json.dumps(counts).encode())


def main() -> None:
    """Serve orders until the input ends."""
    shorten()
    for line in sys.stdin:
        order = json.loads(line)
        reads, writes = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                work(order, writes)
            except BaseException:  # noqa: BLE001 - told, and the worker ends
                traceback.print_exc()
                os._exit(3)
            os._exit(0)
        os.close(writes)
        _, status = os.waitpid(pid, 0)
        with os.fdopen(reads, "rb") as said:
            counts = json.loads(said.read() or b"{}")
        sys.stdout.write(json.dumps({"code": os.waitstatus_to_exitcode(status), "counts": counts}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
