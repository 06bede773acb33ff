# SPDX-License-Identifier: MIT
"""Notices that the computer is left: screen lock, suspend, lid, user switch, and a sleep nobody told of.

Windows and Linux tell it; on macOS only the jump of the clock is noticed.
"""

import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.window.clock_jump import ClockJump
from desktop.ui.window.session_filter import SessionMessages

if sys.platform == "linux":
    from PySide6.QtDBus import QDBusConnection

    from desktop.ui.window.login_watch import LoginWatch


class SessionWatch(QObject):
    """``left(Leaving)`` for every source. ``begin`` at unlock, ``end`` once the notebook is shut."""

    left = Signal(object)

    def __init__(self, window: QWidget, application: QCoreApplication) -> None:
        """Join the sources that this platform has."""
        super().__init__(window)
        self._window = window
        self.jump = ClockJump(self)
        self.messages = SessionMessages(self, application)
        self.jump.left.connect(self.left)
        self.messages.left.connect(self.left)
        if sys.platform == "linux":
            self.login = LoginWatch(
                self, system=QDBusConnection.systemBus(), session=QDBusConnection.sessionBus()
            )
            self.login.left.connect(self.left)

    def begin(self) -> None:
        """Tell from now on."""
        self.jump.begin()
        self.messages.begin(int(self._window.winId()))
        if sys.platform == "linux":
            self.login.begin()

    def end(self) -> None:
        """Tell no more, and let a suspend go on: the notebook is shut."""
        self.jump.end()
        self.messages.end()
        if sys.platform == "linux":
            self.login.end()
