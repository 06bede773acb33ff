# SPDX-License-Identifier: MIT
"""Heads counted with plus and minus: a burst of keys becomes one save."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

BURST_MS: Final = 1000


class HeadCounter(QObject):
    """``due(int)`` tells the sum of a burst, at most a second after its first key; ``pending`` is not told yet."""

    due = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pending = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BURST_MS)
        self._timer.timeout.connect(self.flush)

    def add(self, delta: int) -> None:
        """Count one more or one less."""
        self.pending += delta
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Tell now what is pending, e.g. before the session is closed or the notebook locked."""
        self._timer.stop()
        delta, self.pending = self.pending, 0
        if delta:
            self.due.emit(delta)

    def drop(self) -> None:
        """Forget what is pending."""
        self._timer.stop()
        self.pending = 0
