# SPDX-License-Identifier: MIT
"""Which of the two runs a test file belongs to: the one where PySide6 cannot be imported, or the windows'."""

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

SUPPORT = Path(__file__).resolve().parent
TESTS = SUPPORT.parent

_NEEDS_QT = re.compile(
    r"^\s*(?:from|import)\s+(?:PySide6|pytestqt|desktop\.(?:ui|bridge|run_window|run_demo))\b"
    r"|^\s*from\s+desktop\s+import\s.*\b(?:ui|bridge|run_window|run_demo)\b"
    r"|\bq(?:tbot|app)\b"
    r"|\bmark\.window\b",
    re.MULTILINE,
)
_IMPORTED = re.compile(r"^\s*(?:from|import)\s+(\w+)", re.MULTILINE)


class Part(StrEnum):
    """The value of --part."""

    ALL = "all"
    WITHOUT_QT = "without-qt"
    WINDOW = "window"


@cache
def needs_qt(file: Path) -> bool:
    """Whether a test file imports Qt or the window, asks for pytest-qt's fixtures, or is marked `window`.

    So it does when a module of tests/support that it imports does, or a conftest.py in a folder above it.
    """
    text = file.read_text(encoding="utf-8")
    if _NEEDS_QT.search(text):
        return True
    shared = [SUPPORT / f"{name}.py" for name in _IMPORTED.findall(text)]
    above = [folder / "conftest.py" for folder in file.parents if TESTS in folder.parents]
    return any(needs_qt(other) for other in {*shared, *above} - {file} if other.is_file())


def belongs(path: Path, part: Part) -> bool:
    """Whether this run collects a test file, or enters a folder (whose conftest.py it would import)."""
    if path.is_dir():
        shared = path / "conftest.py"
        return part is not Part.WITHOUT_QT or path == TESTS or not shared.is_file() or not needs_qt(shared)
    if part is Part.ALL or not path.name.startswith("test_"):
        return True
    return needs_qt(path) == (part is Part.WINDOW)
