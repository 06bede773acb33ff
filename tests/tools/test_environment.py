# SPDX-License-Identifier: MIT
"""The lock as the door reads it, and the door's own first sentence."""

import subprocess
import sys

import pytest

from tools.environment import LOCK, ROOT, pinned


def test_one_package_is_cut_out_of_the_lock_with_its_hashes() -> None:
    uv = "uv==2 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    lock = f"a==1 \\\n    --hash=sha256:aa\n{uv}z==3 \\\n    --hash=sha256:dd\n"
    assert pinned("uv", lock) == uv


@pytest.mark.parametrize("name", ["uv", "setuptools"])
def test_what_makes_the_environment_is_locked(name: str) -> None:
    assert "--hash=sha256:" in pinned(name, LOCK.read_text(encoding="utf-8"))


def test_the_door_without_a_command_says_how_it_is_used() -> None:
    done = subprocess.run(
        [sys.executable, "dev.py"], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "python3 dev.py COMMAND" in done.stdout
