# SPDX-License-Identifier: MIT
"""The demo's story from beginning to end: three laptops' windows, five notebooks, a hub, all real processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_SECONDS = 600
STEPS = 32
PNG = b"\x89PNG\r\n"


@pytest.mark.window
def test_the_whole_story_holds_and_leaves_nothing_behind(tmp_path: Path) -> None:
    report, space = tmp_path / "report", tmp_path / "space"
    space.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--offscreen", "--report", str(report)],
        cwd=ROOT, env=os.environ | {"TMPDIR": str(space)}, capture_output=True, text=True, encoding="utf-8",
        timeout=LONGEST_SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads((report / "report.json").read_text(encoding="utf-8"))
    assert told["ok"]
    assert [step["name"] for step in told["steps"] if not step["ok"]] == []
    assert len(told["steps"]) == STEPS
    pictures = [name for step in told["steps"] for name in step["pictures"]]
    assert len(pictures) > STEPS
    assert [name for name in pictures if (report / name).read_bytes()[: len(PNG)] != PNG] == []
    assert list(space.iterdir()) == []
