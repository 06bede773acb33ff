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
    """How often each is started."""

    rounds: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(rounds=5)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(rounds=1)


def measure(sizes: Sizes | None = None) -> dict[str, list[float]]:
    """Return milliseconds from starting the process: one figure a round, the first round's thrown away."""
    sizes = sizes or Sizes.full()
    application = QCoreApplication.instance() or QCoreApplication([])
    application.setApplicationName("kenttakirja-bench")
    bare: list[float] = []
    painted: list[float] = []
    listed: list[float] = []
    with tempfile.TemporaryDirectory() as name, MadeLaptop(Path(name), people=10) as laptop:
        for _ in range(sizes.rounds + 1):  # the first reads everything from the disk
            bare += _start("child_bare", words=1)
            ours = _start("child_start", str(laptop.home), words=2)
            painted.append(ours[0])
            listed.append(ours[1])
    ratio = [our / its for our, its in zip(painted, bare, strict=True)]
    return {
        "bare_ms": bare[1:],
        "first_paint_ms": painted[1:],
        "list_shown_ms": listed[1:],
        "ratio": ratio[1:],
    }


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
