# SPDX-License-Identifier: MIT
"""Processes that are measured from outside: modules of this folder, started as whole programs, offscreen."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
END_SECONDS: Final = 20


def surroundings() -> Mapping[str, str]:
    """Return the environment in which the modules of this folder and of tests/support are found."""
    path = os.pathsep.join(
        filter(None, [str(ROOT), str(ROOT / "tests" / "support"), os.environ.get("PYTHONPATH", "")])
    )
    return os.environ | {"PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def child(module: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start ``tests.bench.MODULE`` with pipes to its input and output; close them and wait at the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        cwd=ROOT,
        env=surroundings(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
