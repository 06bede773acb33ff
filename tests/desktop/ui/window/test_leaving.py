# SPDX-License-Identifier: MIT
"""What an operating system tells of a computer that is left, read from its own messages."""

import ctypes
from ctypes import wintypes

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtTest import QSignalSpy

from desktop.ui.app import Dressed
from desktop.ui.window.clock_jump import LIMIT_SECONDS, ClockJump, seconds_with_sleep
from desktop.ui.window.leaving import Leaving
from desktop.ui.window.session_filter import SessionMessages
from desktop.ui.window.session_messages import LID_SWITCH, PowerSetting, leaving_of


def message(number: int, what: int = 0, more: int = 0) -> wintypes.MSG:
    """Return a message as Windows lays it out."""
    made = wintypes.MSG()
    made.message, made.wParam, made.lParam = number, what, more
    return made


def power(setting: bytes, data: int) -> PowerSetting:
    """Return a power setting as Windows tells it."""
    return PowerSetting((ctypes.c_ubyte * 16).from_buffer_copy(setting), 4, data)


@pytest.mark.parametrize(
    ("number", "what", "why"),
    [
        (0x02B1, 7, Leaving.SCREEN_LOCKED),
        (0x02B1, 2, Leaving.USER_SWITCHED),
        (0x02B1, 4, Leaving.USER_SWITCHED),
        (0x02B1, 6, Leaving.SESSION_ENDS),
        (0x02B1, 8, None),
        (0x0218, 4, Leaving.SUSPENDS),
        (0x0218, 7, None),
        (0x0016, 1, Leaving.SESSION_ENDS),
        (0x0016, 0, None),
        (0x0100, 7, None),
    ],
)
def test_windows_tells_of_lock_switch_logoff_and_suspend(number: int, what: int, why: Leaving | None) -> None:
    assert leaving_of(message(number, what)) is why


def test_a_closed_lid_is_told_an_open_one_and_other_settings_are_not() -> None:
    closed, opened, other = power(LID_SWITCH, 0), power(LID_SWITCH, 1), power(bytes(16), 0)
    told = [leaving_of(message(0x0218, 0x8013, ctypes.addressof(one))) for one in (closed, opened, other)]
    assert told == [Leaving.LID_CLOSED, None, None]
    assert leaving_of(message(0x0218, 0x8013, 0)) is None


def test_native_messages_are_heard_only_while_somebody_is_inside(dressed: Dressed) -> None:
    owner = QObject()
    source = SessionMessages(owner, dressed.application)
    heard = QSignalSpy(source.left)
    locked = message(0x02B1, 7)
    address = ctypes.addressof(locked)
    for kind in (b"windows_generic_MSG", b"xcb_generic_event_t"):
        source._filter.nativeEventFilter(kind, address)
    assert heard.count() == 0
    source.begin(1)
    assert source._filter.nativeEventFilter(b"xcb_generic_event_t", address) == (False, 0)
    assert heard.count() == 0
    assert source._filter.nativeEventFilter(b"windows_generic_MSG", address) == (False, 0)
    assert [heard.at(place)[0] for place in range(heard.count())] == [Leaving.SCREEN_LOCKED]
    source.end()
    source._filter.nativeEventFilter(b"windows_generic_MSG", address)
    assert heard.count() == 1
    QCoreApplication.instance().removeNativeEventFilter(source._filter)  # type: ignore[union-attr]  # dressed


def test_a_clock_that_jumped_means_that_the_computer_slept(dressed: Dressed) -> None:
    assert dressed.application is not None
    now = [100.0]
    owner = QObject()
    jump = ClockJump(owner, clock=lambda: now[0])
    heard = QSignalSpy(jump.left)
    jump.begin()
    for seconds in (5.0, LIMIT_SECONDS):
        now[0] += seconds
        jump.tick()
    assert heard.count() == 0
    now[0] += LIMIT_SECONDS + 1
    jump.tick()
    assert heard.count() == 1
    jump.end()
    assert seconds_with_sleep() <= seconds_with_sleep()
