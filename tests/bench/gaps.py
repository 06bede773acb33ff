# SPDX-License-Identifier: MIT
"""How long a window leaves keys unanswered while somebody types into it."""

import time
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

TYPING_MS: Final = 60
"""Between two keys: a fast typist's 200 strokes in 12 s."""
TYPED: Final = "virtanen samir mäkinen hassan korhonen rousalka "


class Gaps:
    """The gaps between the ticks of a 1 ms timer: what the window could not have answered in."""

    def __init__(self) -> None:
        self._ms: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = time.perf_counter()
        self._timer.start(1)

    def end(self) -> list[float]:
        """Stop, and return the gaps in milliseconds."""
        self._timer.stop()
        return self._ms

    def _tick(self) -> None:
        now = time.perf_counter()
        self._ms.append((now - self._last) * 1000)
        self._last = now


class Typist:
    """Presses a key every ``TYPING_MS`` where the focus is; after each name the next replaces it."""

    def __init__(self) -> None:
        self.strokes = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._press)
        self._timer.start(TYPING_MS)

    def end(self) -> int:
        """Lift the hands; return how many keys were pressed."""
        self._timer.stop()
        return self.strokes

    def _press(self) -> None:
        field = QApplication.focusWidget()
        if not isinstance(field, QLineEdit):
            return
        letter = TYPED[self.strokes % len(TYPED)]
        self.strokes += 1
        if letter == " ":
            field.selectAll()
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
