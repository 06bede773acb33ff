# SPDX-License-Identifier: MIT
"""How the door runs its gates and counts what they say."""

import sys
from collections.abc import Callable

import pytest

from tools.gates import Gate, counts_of, every_gate, quick_gates, run_gates


@pytest.fixture
def gate() -> Callable[[str, int], Gate]:
    """Make a gate whose command prints a line and ends with an exit code."""

    def make(line: str, code: int) -> Gate:
        return Gate(
            f"gate {code}", [sys.executable, "-c", f"print({line!r}); raise SystemExit({code})"], tests=True
        )

    return make


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("===== 21 passed in 2.51s =====", {"passed": 21}),
        ("==== 1 failed, 20 passed, 2 errors in 1.36s ====", {"failed": 1, "passed": 20, "error": 2}),
        ("1 error in 0.10s", {"error": 1}),
        ("no tests ran in 0.02s", {}),
        ("created: 2/2 workers", {}),
    ],
)
def test_the_numbers_are_read_from_the_last_line(line: str, expected: dict[str, int]) -> None:
    assert counts_of(line) == expected


def test_a_failed_gate_does_not_stop_the_others_and_fails_the_whole(
    gate: Callable[[str, int], Gate], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_gates([gate("1 failed, 2 passed in 0.1s", 1), gate("3 passed in 0.1s", 0)]) == 1
    last = capfd.readouterr().out.splitlines()[-1]
    assert last.startswith("5 tests passed, 1 failed; FAILED: gate 1;")


def test_passed_gates_pass_the_whole(
    gate: Callable[[str, int], Gate], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_gates([gate("3 passed in 0.1s", 0)]) == 0
    assert "3 tests passed, 0 failed; all gates passed" in capfd.readouterr().out


def test_a_run_of_no_tests_is_a_failure(gate: Callable[[str, int], Gate]) -> None:
    assert run_gates([gate("no tests ran in 0.02s", 5)]) == 1


def test_a_change_passes_each_gate_once() -> None:
    names = [each.name for each in every_gate()]
    assert names == ["format", "lint", "types", "imports", "tests without Qt", "window tests"]
    assert [each.name for each in quick_gates()] == ["format", "lint", "types", "imports", "shape"]
