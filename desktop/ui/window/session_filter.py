# SPDX-License-Identifier: MIT
"""Windows: hears session and power messages of the application's windows, once the system is asked to send them."""

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

from desktop.ui.window.session_messages import LID_SWITCH, leaving_of

_THIS_SESSION: Final = 0
_TO_A_WINDOW: Final = 0

if sys.platform == "win32":

    def ask_for_messages(window: int) -> None:
        """Ask Windows to tell this window (an HWND) of locking, switching and the lid; undone with the window."""
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), _THIS_SESSION)
        lid = (ctypes.c_ubyte * 16).from_buffer_copy(LID_SWITCH)
        register = ctypes.windll.user32.RegisterPowerSettingNotification
        register.restype = wintypes.HANDLE
        register(wintypes.HWND(window), ctypes.byref(lid), _TO_A_WINDOW)

else:

    def ask_for_messages(window: int) -> None:
        """Elsewhere no window gets such messages."""


class MessageFilter(QAbstractNativeEventFilter):
    """Reads every native message, swallows none."""

    def __init__(self, told: Callable[[object], None]) -> None:
        """``told`` gets a Leaving."""
        super().__init__()
        self._told = told

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int, /
    ) -> tuple[bool, int]:
        """Tell of a message that means leaving."""
        if QByteArray(kind).startsWith(b"windows_"):
            why = leaving_of(wintypes.MSG.from_address(int(message)))
            if why is not None:
                self._told(why)
        return False, 0


class SessionMessages(QObject):
    """One source of ``left``."""

    left = Signal(object)

    def __init__(self, parent: QObject, application: QCoreApplication) -> None:
        """Listen at ``application``; nothing is told before ``begin``."""
        super().__init__(parent)
        self._watching = False
        self._asked: set[int] = set()
        self._filter = MessageFilter(self._told)
        application.installNativeEventFilter(self._filter)

    def begin(self, window: int) -> None:
        """Tell from now on; the system is asked once for each native window."""
        self._watching = True
        if window not in self._asked:
            self._asked.add(window)
            ask_for_messages(window)

    def end(self) -> None:
        """Tell no more."""
        self._watching = False

    def _told(self, why: object) -> None:
        if self._watching:
            self.left.emit(why)
