# SPDX-License-Identifier: MIT
"""No byte of a paper reaches a file while it is made."""

import os
import subprocess
import sys
from pathlib import Path

from sources import ROOT


def test_a_paper_is_made_without_writing_a_file(tmp_path: Path) -> None:
    places = ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA")
    environment = {
        **os.environ,
        **dict.fromkeys(places, str(tmp_path)),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests" / "support"))),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "paper_alone"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "4 %PDF-", "")
    assert list(tmp_path.iterdir()) == []
