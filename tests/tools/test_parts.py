# SPDX-License-Identifier: MIT
"""How a test file finds its run, and that the run without Qt really is one."""

import subprocess
import sys
from pathlib import Path

import pytest
from parts import Part, belongs, needs_qt

from tools.gates import WITHOUT_QT

FIXTURE = "qt" + "bot"
"""In pieces, so that this file is not taken for a test of the window."""


@pytest.mark.parametrize(
    "text",
    [
        "from " + "PySide6.QtCore import Qt\n",
        "import " + "desktop.ui.pages\n",
        "from " + "desktop.bridge.ask import Ask\n",
        "from " + "desktop import ui\n",
        "from " + "desktop.run_demo import run\n",
        f"def test_a({FIXTURE}: object) -> None: ...\n",
        "pytestmark = pytest.mark." + "window\n",
    ],
)
def test_a_file_that_needs_qt_runs_with_the_windows_only(text: str, tmp_path: Path) -> None:
    file = tmp_path / "test_something.py"
    file.write_text(text, encoding="utf-8")
    assert needs_qt(file)
    assert [part for part in Part if belongs(file, part)] == [Part.ALL, Part.WINDOW]


@pytest.mark.parametrize(
    "text", ["from desktop.store import schema\n", "# no qt here\n", "import desktop.vault\n"]
)
def test_any_other_file_runs_without_qt_only(text: str, tmp_path: Path) -> None:
    file = tmp_path / "test_something.py"
    file.write_text(text, encoding="utf-8")
    assert [part for part in Part if belongs(file, part)] == [Part.ALL, Part.WITHOUT_QT]


def test_what_tests_share_belongs_to_both_runs(tmp_path: Path) -> None:
    file = tmp_path / "conftest.py"
    file.write_text(f"# {FIXTURE}\n", encoding="utf-8")
    assert all(belongs(file, part) for part in Part)


def test_a_child_process_of_the_run_without_qt_cannot_import_it_either() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import PySide6.QtCore"],
        env={"PYTHONPATH": str(WITHOUT_QT)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert "must do without Qt" in done.stderr
