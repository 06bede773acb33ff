# SPDX-License-Identifier: MIT
"""Windows: which of a window's messages mean that the computer was left.

Numbers from <winuser.h> and <wtsapi32.h>. Only their reading is here, so that it is tested everywhere.
"""

import ctypes
from ctypes import wintypes
from typing import Final
from uuid import UUID

from desktop.ui.window.leaving import Leaving

WM_ENDSESSION: Final = 0x0016
WM_POWERBROADCAST: Final = 0x0218
WM_WTSSESSION_CHANGE: Final = 0x02B1
PBT_APMSUSPEND: Final = 0x0004
PBT_POWERSETTINGCHANGE: Final = 0x8013
WTS_CONSOLE_DISCONNECT: Final = 2
WTS_REMOTE_DISCONNECT: Final = 4
WTS_SESSION_LOGOFF: Final = 6
WTS_SESSION_LOCK: Final = 7
LID_SWITCH: Final = UUID("ba3e0f4d-b817-4094-a2d1-d56379e6a0f3").bytes_le
"""GUID_LIDSWITCH_STATE_CHANGE as it lies in memory."""

_SESSION: Final = {
    WTS_CONSOLE_DISCONNECT: Leaving.USER_SWITCHED,
    WTS_REMOTE_DISCONNECT: Leaving.USER_SWITCHED,
    WTS_SESSION_LOGOFF: Leaving.SESSION_ENDS,
    WTS_SESSION_LOCK: Leaving.SCREEN_LOCKED,
}


class PowerSetting(ctypes.Structure):
    """POWERBROADCAST_SETTING with the first four bytes of its data."""

    _fields_ = (("setting", ctypes.c_ubyte * 16), ("length", wintypes.DWORD), ("data", wintypes.DWORD))


def leaving_of(message: wintypes.MSG) -> Leaving | None:
    """Return what a message says of leaving, ``None`` for every other."""
    number, what = int(message.message), int(message.wParam)
    if number == WM_WTSSESSION_CHANGE:
        return _SESSION.get(what)
    if number == WM_ENDSESSION:
        return Leaving.SESSION_ENDS if what else None
    if number == WM_POWERBROADCAST and what == PBT_APMSUSPEND:
        return Leaving.SUSPENDS
    if number == WM_POWERBROADCAST and what == PBT_POWERSETTINGCHANGE and message.lParam:
        told = PowerSetting.from_address(int(message.lParam))
        if bytes(told.setting) == LID_SWITCH and told.length and not told.data & 0xFF:
            return Leaving.LID_CLOSED
    return None
