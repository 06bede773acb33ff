# SPDX-License-Identifier: MIT
"""Keeps our windows out of screenshots and shared screens where the system offers it: on Windows 10 2004 or newer.

Elsewhere there is nothing to call: X11 gives everybody the screen, Wayland asks the person.
"""

import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

EXCLUDE_FROM_CAPTURE: Final = 0x11
"""WDA_EXCLUDEFROMCAPTURE of <winuser.h>"""

if sys.platform == "win32":

    def exclude(window: int) -> bool:
        """Ask Windows to leave a window (an HWND) out of every picture; return whether it will."""
        return bool(
            ctypes.windll.user32.SetWindowDisplayAffinity(wintypes.HWND(window), EXCLUDE_FROM_CAPTURE)
        )

else:

    def exclude(window: int) -> bool:  # noqa: ARG001 - as on Windows
        """Say that nothing was done."""
        return False


class CaptureGuard(QObject):
    """Excludes every window of the application when it is shown: dialogs, lists and menus too."""

    def __init__(
        self, application: QCoreApplication, parent: QObject, *, exclude: Callable[[int], bool] = exclude
    ) -> None:
        """Watch from now on; ``exclude`` gets each window's native id."""
        super().__init__(parent)
        self._exclude = exclude
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Exclude what has just been shown; never swallow an event."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._exclude(int(watched.winId()))
        return False
