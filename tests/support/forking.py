# SPDX-License-Identifier: MIT
"""A process that forks workers for a test that kills them: what they import is loaded once, not at each birth."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGKILL

ROOT = Path(__file__).resolve().parents[2]
DEAD = "dead\n"


def serve(work: Callable[[list[str]], None]) -> None:
    """In the process itself: fork a worker for each line read, with its words between ``|``; until the input ends.

    Says ``born <pid>``, then what the worker says, then ``dead``.
    """
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            os.write(1, f"born {os.getpid()}\n".encode())
            work(line.rstrip("\n").split("|"))
        os.waitpid(pid, 0)
        os.write(1, DEAD.encode())


class Nursery:
    """The process as the test sees it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Take a process that serves."""
        self._process = process

    def until_killed(self, *words: object, pause: float) -> list[str]:
        """Let a worker say its first line, and kill it ``pause`` seconds later; return every line it said whole."""
        order, answers = self._process.stdin, self._process.stdout
        assert order is not None
        assert answers is not None
        order.write("|".join(str(one) for one in words) + "\n")
        order.flush()
        born, pid = answers.readline().split()
        assert born == "born"
        said = [answers.readline()]
        assert said != [DEAD], "it died by itself"
        time.sleep(pause)
        os.kill(int(pid), SIGKILL)
        return said + list(iter(answers.readline, DEAD))  # so short a line is written whole or not at all


@contextmanager
def nursery(script: Path) -> Iterator[Nursery]:
    """Start ``script``, which calls ``serve``; it is gone at the end."""
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])},
    ) as process:
        try:
            yield Nursery(process)
        finally:
            process.kill()
