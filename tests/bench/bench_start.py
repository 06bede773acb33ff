# SPDX-License-Identifier: MIT
"""From starting the program to its unlock page, against a bare PySide6 window: whole processes, turn about."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.bench.children import child
from tests.bench.made_laptop import MadeLaptop


@dataclass(frozen=True)
class Sizes:
    """How often each is started; the first ``thrown_away`` read everything from the disk and don't count."""

    rounds: int
    thrown_away: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(rounds=5, thrown_away=1)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(rounds=1, thrown_away=0)


def measure(sizes: Sizes | None = None) -> dict[str, list[float]]:
    """Return the figures of ``measure_start`` over a laptop with one notebook."""
    application = QCoreApplication.instance() or QCoreApplication([])
    application.setApplicationName("kenttakirja-bench")
    with tempfile.TemporaryDirectory() as name, MadeLaptop(Path(name), people=10) as laptop:
        return measure_start(laptop.home, sizes or Sizes.full())


def measure_start(home: Path, sizes: Sizes) -> dict[str, list[float]]:
    """Return milliseconds from starting the process, one figure a round."""
    bare: list[float] = []
    painted: list[float] = []
    listed: list[float] = []
    for number in range(sizes.thrown_away + sizes.rounds):
        its = _start("child_bare", words=1)
        ours = _start("child_start", str(home), words=2)
        if number >= sizes.thrown_away:
            bare.append(its[0])
            painted.append(ours[0])
            listed.append(ours[1])
    ratio = [our / its for our, its in zip(painted, bare, strict=True)]
    return {"bare_ms": bare, "first_paint_ms": painted, "list_shown_ms": listed, "ratio": ratio}


def _start(module: str, *arguments: str, words: int) -> list[float]:
    """Return when each of the child's words came, in milliseconds after its start."""
    start = time.perf_counter()
    found = []
    with child(module, *arguments) as process:
        assert process.stdout is not None
        for _ in range(words):
            if not process.stdout.readline():
                message = f"{module} ended early"
                raise RuntimeError(message)
            found.append((time.perf_counter() - start) * 1000)
    return found
