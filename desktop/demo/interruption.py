# SPDX-License-Identifier: MIT
"""Ctrl+C and the system's wish to end, heard also while Qt waits for events, so that the demo tidies up."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.demo.errors import Interrupted

_LISTEN_MS: Final = 100
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Whether somebody asked the demo to end; asks the event loop to end when it happens.

    A signal's handler runs between any two steps of Python, also those of a window that is being painted.
    There it only notes what came: to quit closes every window, and a window that is closed while it is
    painted has no surface left to paint on. The timer quits, between two events.
    """

    def __init__(self) -> None:
        """Begin with nothing heard."""
        self.came = False

    def demand_none(self) -> None:
        """Raise Interrupted once it has been asked for."""
        if self.came:
            raise Interrupted

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Hear the signals inside this block. A timer lets Python run its handlers while Qt waits."""
        before = {one: signal.signal(one, self._hear) for one in _SIGNALS}
        timer = QTimer()
        timer.setInterval(_LISTEN_MS)
        timer.timeout.connect(self._listen)
        timer.start()
        try:
            yield
        finally:
            timer.stop()
            for one, handler in before.items():
                signal.signal(one, handler)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True

    def _listen(self) -> None:
        """End the event loop that runs, if one does, once somebody has asked."""
        application = QCoreApplication.instance()
        if self.came and application is not None:
            application.quit()
