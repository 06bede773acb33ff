# SPDX-License-Identifier: MIT
"""The whole window, unlocked, over a fake notebook."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from whole_window import WholeWindow

from desktop.ui.app import Dressed


@pytest.fixture
def whole(qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> Iterator[WholeWindow]:
    """A window whose adviser has just come in."""
    one = WholeWindow(qtbot, dressed, tmp_path).show().unlock()
    yield one
    one.window.close()
