# SPDX-License-Identifier: MIT
"""Notices a sleep that nothing told of: the time between two ticks of a timer is too long."""

import sys
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.window.leaving import Leaving

TICK_MS: Final = 5_000
LIMIT_SECONDS: Final = 30.0
"""A window that was busy for this long is as good as asleep."""

if sys.platform == "win32":

    def seconds_with_sleep() -> float:
        """Return a clock that nobody sets and that goes on in sleep: GetTickCount64."""
        return time.monotonic()

elif sys.platform == "linux":

    def seconds_with_sleep() -> float:
        """Return a clock that nobody sets and that goes on in sleep; CLOCK_MONOTONIC stands still there."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

else:

    def seconds_with_sleep() -> float:
        """Return a clock that nobody sets and that goes on in sleep: mach_continuous_time."""
        return time.clock_gettime(time.CLOCK_MONOTONIC)


class ClockJump(QObject):
    """One source of ``left``."""

    left = Signal(object)
    """Leaving.WOKE."""

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = seconds_with_sleep) -> None:
        """``clock`` gives seconds, sleep counted."""
        super().__init__(parent)
        self._clock = clock
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Count from now on."""
        self._last = self._clock()
        self._timer.start()

    def end(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def tick(self) -> None:
        """Compare with the tick before; the timer calls it."""
        before, self._last = self._last, self._clock()
        if self._last - before > LIMIT_SECONDS:
            self.left.emit(Leaving.WOKE)
