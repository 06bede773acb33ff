# SPDX-License-Identifier: MIT
"""Tells when a widget has been painted for the first time. Imports nothing but Qt: a bare window uses it too."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls back in the turn of the event loop after the first paint event."""

    def __init__(self, watched: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(watched)
        self._painted: Callable[[], None] | None = painted
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let the paint event be delivered, then call."""
        if event.type() == QEvent.Type.Paint and self._painted is not None:
            QTimer.singleShot(0, self._painted)
            self._painted = None
        return super().eventFilter(watched, event)
