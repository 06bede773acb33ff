# SPDX-License-Identifier: MIT
"""Hands on a keyboard: real key events where the focus is, and a count of the strokes."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

_NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Backspace": Qt.Key.Key_Backspace,
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
}


class Hands:
    """Presses keys where the focus is, as hands do, and counts the strokes."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(self, *keys: str) -> None:
        """Press each: a letter, a named key, or a combination with Ctrl."""
        for key in keys:
            held = QApplication.focusWidget()
            assert held is not None
            self.strokes += 1
            if key.startswith("Ctrl+"):
                parts = key.split("+")
                modifiers = Qt.KeyboardModifier.ControlModifier
                if "Shift" in parts:
                    modifiers |= Qt.KeyboardModifier.ShiftModifier
                QTest.keyClick(held, Qt.Key(ord(parts[-1])), modifiers)
            elif key in _NAMED:
                QTest.keyClick(held, _NAMED[key])
            elif key.isascii():
                QTest.keyClicks(held, key)
            else:  # QTest knows no key for it and aborts
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, key)
                    QApplication.sendEvent(held, event)

    def write(self, text: str) -> None:
        """Press each sign of a text."""
        self.press(*text)
