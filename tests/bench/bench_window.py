# SPDX-License-Identifier: MIT
"""The real window in a process of its own: memory of both processes, and stalls while commits arrive."""

import json
import subprocess
from typing import Any

from tests.bench.children import child
from tests.bench.made_laptop import PASSPHRASE, MadeLaptop
from tests.bench.memory import resident_bytes

Figures = dict[str, float | list[float]]
STEPS = ("worst_ms", "p99_ms", "strokes", "seconds")


def measure_window(laptop: MadeLaptop, *, commits: int, rounds: int, idle_ms: int) -> Figures:
    """Return memory in MiB and gaps in milliseconds; lists hold one figure a round."""
    bare_mib = _bare_memory()
    with child("child_work", str(laptop.home), PASSPHRASE, str(idle_ms)) as window:
        notebook = int(_line(window)["notebook"])
        window_mib, notebook_mib = _mib(window.pid), _mib(notebook)
        _go_on(window)
        idle, typing = _line(window), _line(window)
        busy: list[dict[str, float]] = []
        for _ in range(rounds):
            laptop.let_commits_wait(commits)
            _go_on(window)
            busy.append(_line(window))
    figures: Figures = {
        "bare_mib": bare_mib,
        "window_mib": window_mib,
        "notebook_mib": notebook_mib,
        "memory_ratio": (window_mib + notebook_mib) / bare_mib,
    }
    figures |= {f"idle_{name}": value for name, value in idle.items()}
    figures |= {f"typing_{name}": value for name, value in typing.items()}
    figures |= {f"busy_{name}": [one[name] for one in busy] for name in STEPS}
    figures["busy_p99_over_idle_ms"] = [one["p99_ms"] - idle["p99_ms"] for one in busy]
    return figures


def _bare_memory() -> float:
    with child("child_bare", "stay") as bare:
        assert bare.stdout is not None
        bare.stdout.readline()
        return _mib(bare.pid)


def _mib(pid: int) -> float:
    return resident_bytes(pid) / 1024 / 1024


def _go_on(window: subprocess.Popen[str]) -> None:
    assert window.stdin is not None
    window.stdin.write("go\n")
    window.stdin.flush()


def _line(window: subprocess.Popen[str]) -> dict[str, Any]:
    assert window.stdout is not None
    found: dict[str, Any] = json.loads(window.stdout.readline())
    return found
