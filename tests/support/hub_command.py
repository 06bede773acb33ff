# SPDX-License-Identifier: MIT
"""Commands of the hub in processes of their own, started and killed by ``command_nursery``."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync.failpoints import FailPoint

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code (-9: it was killed), what it said, how often it reached which point."""

    code: int
    out: str
    err: str
    counts: Mapping[FailPoint, int]


@dataclass(frozen=True, slots=True)
class Commands:
    """Starts commands, one at a time."""

    process: subprocess.Popen[str]

    def run(self, words: Sequence[str]) -> Ended:
        """Run a command to its end."""
        return self._order(words=words)

    def kill(self, words: Sequence[str], point: FailPoint, at: int) -> Ended:
        """Run a command that is killed the k-th time it reaches a point."""
        return self._order(words=words, point=point.value, at=at)

    def refuse(self, words: Sequence[str], point: FailPoint, at: int, code: int) -> Ended:
        """Run a command to which the system refuses something with this errno at a point."""
        return self._order(words=words, point=point.value, at=at, errno=code)

    def limit(self, words: Sequence[str], most: int) -> Ended:
        """Run a command under which no file may grow beyond so many bytes."""
        return self._order(words=words, limit=most)

    def _order(self, **order: Any) -> Ended:  # noqa: ANN401 - JSON
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.process.stdout.readline())
        counts = {FailPoint(name): times for name, times in said["counts"].items()}
        return Ended(said["code"], said["out"], said["err"], counts)


@contextmanager
def commands(folder: Path) -> Iterator[Commands]:
    """Start the nursery; ``folder`` takes what commands say."""
    places = [str(_ROOT), str(_ROOT / "tests" / "support")]
    process = subprocess.Popen(
        [sys.executable, str(_ROOT / "tests" / "support" / "command_nursery.py"), str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(places)},
    )  # fmt: skip
    try:
        yield Commands(process)
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait(60)
        process.stdout.close()
