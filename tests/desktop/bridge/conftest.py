# SPDX-License-Identifier: MIT
"""Bridges to odd children, each ended at the end of its test."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.bridge.bridge import Bridge

ODD = Path(__file__).resolve().parents[2] / "support" / "odd_child.py"


@pytest.fixture
def bridge_to(qapp: QApplication) -> Iterator[Callable[[str], Bridge]]:
    """Make a bridge to a child that behaves in the way that is named; it is not started."""
    del qapp
    made: list[Bridge] = []

    def make(way: str) -> Bridge:
        one = Bridge([sys.executable, str(ODD), way])
        made.append(one)
        return one

    yield make
    for one in made:
        one.end()
