# SPDX-License-Identifier: MIT
"""Child processes that save walk-ins without end and say each on their output once it is durable."""

import sys
from pathlib import Path

from forking import serve
from store_world import NOON, TEAM, open_here, person, session, visit


def save(words: list[str]) -> None:
    """Save, then tell: ``<n> <entity>``; the parent kills this process at some moment."""
    path, start = Path(words[0]), int(words[1])
    store = open_here(path)
    opened = session()
    store.save(TEAM, [opened], time_ms=NOON)
    for at in range(start, start + 100_000):
        change = person("Aino", f"Virta{at}") if at % 3 == 0 else visit(opened.entity, at=NOON + at)
        one = store.save(TEAM, [change], time_ms=NOON)
        sys.stdout.write(f"{one.n} {change.entity.hex()}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(save)
