# SPDX-License-Identifier: MIT
"""PySide6 6.12.0 on Python 3.11 loses a reference to None at every void call, until the process dies."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont

CALLS = 1000
NOISE = 50
"""Other code in the process may take or leave a few references meanwhile."""


class _Bell(QObject):
    rang = Signal(object)


def test_void_calls_keep_the_references_of_none() -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for size in range(1, CALLS + 1):
        font.setPixelSize(size)
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_emitting_a_signal_keeps_the_references_of_true() -> None:
    bell = _Bell()
    before = sys.getrefcount(True)
    for number in range(CALLS):
        bell.rang.emit(number)
    assert abs(sys.getrefcount(True) - before) < NOISE
