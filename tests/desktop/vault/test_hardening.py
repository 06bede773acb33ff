# SPDX-License-Identifier: MIT
"""Core dumps off: tried in a process of its own, since it can't be undone."""

import ctypes
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.vault.hardening import harden_process

SCRIPT = """
import resource
from desktop.vault.hardening import harden_process
resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
print(harden_process(), resource.getrlimit(resource.RLIMIT_CORE))
"""


def test_a_hardened_process_leaves_no_core_and_cannot_be_traced() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    traced = sys.platform == "linux"
    assert done.stdout.strip() == f"Hardening(core_dumps_off=True, not_traceable={traced}) (0, 0)"


class Library:
    """A C library whose prctl gives one answer."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.asked: list[tuple[int, ...]] = []

    def prctl(self, *numbers: int) -> int:
        self.asked.append(numbers)
        return self.answer


@pytest.mark.parametrize(("answer", "achieved"), [(0, True), (-1, False)])
def test_what_could_not_be_achieved_is_said(
    monkeypatch: pytest.MonkeyPatch, answer: int, *, achieved: bool
) -> None:
    library = Library(answer)
    limits: list[tuple[int, tuple[int, int]]] = []
    monkeypatch.setattr(ctypes, "CDLL", lambda _name, use_errno: library)  # noqa: ARG005
    monkeypatch.setattr(resource, "setrlimit", lambda which, pair: limits.append((which, pair)))
    done = harden_process()
    assert done.core_dumps_off
    assert done.not_traceable is achieved
    assert library.asked == [(4, 0, 0, 0, 0)]
    assert limits == [(resource.RLIMIT_CORE, (0, 0))]
