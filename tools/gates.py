# SPDX-License-Identifier: MIT
"""The gates a change passes, in their order, and how they are run and summed up."""

import os
import re
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from tools.environment import PYTHON, ROOT, program

TYPED = ["desktop", "sync", "tests", "tools", "dev.py"]
WITHOUT_QT = ROOT / "tests" / "support" / "without_qt"
_COUNT = re.compile(r"(\d+) (passed|failed|errors?)\b")


@dataclass(frozen=True, slots=True)
class Gate:
    """One command of the door. `tests` says that its output ends with pytest's counts."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    tests: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a gate: `counts` maps passed, failed and error to numbers, for tests."""

    gate: Gate
    ok: bool
    seconds: float
    counts: dict[str, int]


def quick_gates() -> list[Gate]:
    """Format, lint, types, imports and shape: what needs no Qt, no server and little time."""
    return [*_static_gates(), Gate("shape", pytest_command("tests/shape"), tests=True)]


def every_gate() -> list[Gate]:
    """Everything, each test once: first where PySide6 cannot be imported, then the windows."""
    path = os.pathsep.join(filter(None, [str(WITHOUT_QT), os.environ.get("PYTHONPATH", "")]))
    return [
        *_static_gates(),
        Gate(
            "tests without Qt",
            pytest_command("--part=without-qt", "-p", "no:pytest-qt", "-n", "2", "--dist", "worksteal"),
            {"PYTHONPATH": path},
            tests=True,
        ),
        Gate(
            "window tests",
            pytest_command("--part=window", "-n", "2", "--dist", "loadfile"),
            {"QT_QPA_PLATFORM": "offscreen"},
            tests=True,
        ),
    ]


def pytest_command(*arguments: str) -> list[str]:
    """One pytest run in the environment."""
    return [str(PYTHON), "-m", "pytest", *arguments]


def run_gates(gates: Iterable[Gate]) -> int:
    """Run every gate, also after one failed; print the sum; return 0 only when all passed."""
    outcomes = [_run(gate) for gate in gates]
    print()
    for outcome in outcomes:
        counts = ", ".join(f"{number} {word}" for word, number in sorted(outcome.counts.items()))
        verdict = "ok    " if outcome.ok else "FAILED"
        print(f"{verdict} {outcome.seconds:7.1f} s  {outcome.gate.name}{': ' + counts if counts else ''}")
    passed = sum(outcome.counts.get("passed", 0) for outcome in outcomes)
    broken = sum(outcome.counts.get(word, 0) for outcome in outcomes for word in ("failed", "error"))
    gates_failed = [outcome.gate.name for outcome in outcomes if not outcome.ok]
    seconds = sum(outcome.seconds for outcome in outcomes)
    verdict = f"FAILED: {', '.join(gates_failed)}" if gates_failed else "all gates passed"
    print(f"{passed} tests passed, {broken} failed; {verdict}; {seconds:.0f} s", flush=True)
    return 1 if gates_failed else 0


def counts_of(line: str) -> dict[str, int]:
    """The numbers in pytest's last line; empty for any other line."""
    if " in " not in line:
        return {}
    return {word.removesuffix("s"): int(number) for number, word in _COUNT.findall(line)}


def _static_gates() -> list[Gate]:
    return [
        Gate("format", [program("ruff"), "format", "--check", "--quiet", "."]),
        Gate("lint", [program("ruff"), "check", "."]),
        Gate("types", [program("mypy"), "--strict", *(name for name in TYPED if (ROOT / name).exists())]),
        Gate("imports", [program("lint-imports")]),
    ]


def _run(gate: Gate) -> Outcome:
    print(f"\n== {gate.name}", flush=True)
    start = time.monotonic()
    counts: dict[str, int] = {}
    with subprocess.Popen(
        gate.command,
        cwd=ROOT,
        env=os.environ | gate.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            counts = (counts_of(line) or counts) if gate.tests else {}
    return Outcome(gate, process.returncode == 0, time.monotonic() - start, counts)
