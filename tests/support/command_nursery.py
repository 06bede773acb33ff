# SPDX-License-Identifier: MIT
"""A process that forks commands of the hub, as a terminal starts them, and lets one die at a fail point.

Reads an order of JSON a line: ``words`` of the command; ``point`` and ``at``: the k-th time it is reached the child
kills itself, or with ``errno`` the system refuses there; ``limit``: no file may grow beyond so many bytes. Answers with
a line of JSON: the exit ``code``, ``out``, ``err``, and how often each point was reached (``counts``).
"""

import json
import os
import resource
import signal
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sync.failpoints import FailPoint, arm
from sync.hub.__main__ import main


def run(order: dict[str, Any], said: Path) -> None:
    """Be one command; ``said`` is the folder for what it says."""
    counts: Counter[str] = Counter()

    def happens(point: FailPoint) -> None:
        counts[point.value] += 1
        (said / "counts").write_text(json.dumps(counts), encoding="utf-8")
        if point == order.get("point") and counts[point.value] == order["at"]:
            if "errno" in order:
                raise OSError(order["errno"], os.strerror(order["errno"]))
            os.kill(os.getpid(), signal.SIGKILL)

    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(said / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), number)
    (said / "counts").write_text("{}", encoding="utf-8")
    if "limit" in order:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["limit"], order["limit"]))
    sys.argv = ["kenttakirja-hub", *order["words"]]
    arm(happens)
    main()


def main_loop(said: Path) -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            run(json.loads(line), said)
        _, status = os.waitpid(pid, 0)
        answer = {
            "code": os.waitstatus_to_exitcode(status),
            "out": (said / "out").read_text(encoding="utf-8"),
            "err": (said / "err").read_text(encoding="utf-8"),
            "counts": json.loads((said / "counts").read_text(encoding="utf-8")),
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main_loop(Path(sys.argv[1]))
