# SPDX-License-Identifier: MIT
"""Types at whatever has the focus, as fingers do, and counts the keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def held() -> QWidget:
    """Return what has the focus; a test that types at nothing is wrong."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


class Fingers:
    """``strokes`` counts every key pressed."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(self, *keys: Qt.Key, held_down: Qt.KeyboardModifier = NONE) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            QTest.keyClick(held(), key, held_down)
            self.strokes += 1

    def write(self, text: str) -> None:
        """Write a text, letter by letter."""
        for letter in text:
            QTest.keyClicks(held(), letter)
            self.strokes += 1
