# SPDX-License-Identifier: MIT
"""Which of the two runs a test file belongs to: the one where PySide6 cannot be imported, or the windows'."""

import re
from enum import StrEnum
from pathlib import Path

_NEEDS_QT = re.compile(
    r"^\s*(?:from|import)\s+(?:PySide6|pytestqt|desktop\.(?:ui|bridge|run_window))\b"
    r"|^\s*from\s+desktop\s+import\s.*\b(?:ui|bridge|run_window)\b"
    r"|\b(?:qtbot|qapp)\b",
    re.MULTILINE,
)


class Part(StrEnum):
    """The value of --part."""

    ALL = "all"
    WITHOUT_QT = "without-qt"
    WINDOW = "window"


def needs_qt(file: Path) -> bool:
    """Whether a test file imports Qt or the window, asks for pytest-qt's fixtures, or is marked `window`."""
    text = file.read_text(encoding="utf-8")
    return _NEEDS_QT.search(text) is not None or "mark.window" in text


def belongs(file: Path, part: Part) -> bool:
    """Whether this run collects the file."""
    if part is Part.ALL or not file.name.startswith("test_"):
        return True
    return needs_qt(file) == (part is Part.WINDOW)
