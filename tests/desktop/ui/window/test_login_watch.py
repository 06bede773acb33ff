# SPDX-License-Identifier: MIT
"""What logind and screen savers tell, over buses that are not there."""

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QSignalSpy

from desktop.ui.app import Dressed
from desktop.ui.window.leaving import Leaving
from desktop.ui.window.login_watch import LoginWatch


def signal(*values: object) -> QDBusMessage:
    """Return a signal with these values."""
    made = QDBusMessage.createSignal("/org/esimerkki", "org.esimerkki.One", "Changed")
    made.setArguments(list(values))
    return made


def test_each_way_of_leaving_is_told_while_somebody_is_inside_and_nothing_else(dressed: Dressed) -> None:
    assert dressed.application is not None
    nowhere = QDBusConnection("nobody listens here")
    owner = QObject()
    watch = LoginWatch(owner, system=nowhere, session=nowhere)
    heard = QSignalSpy(watch.left)
    watch.screen_covered(signal(True))
    assert heard.count() == 0
    watch.begin()
    assert not watch.holds
    for quiet in (signal(False), signal()):
        watch.screen_covered(quiet)
        watch.sleeping(quiet)
    watch.session_says(active=True, locked=False)
    watch.session_says(active=None, locked=None)
    assert heard.count() == 0
    watch.screen_covered(signal(True))
    watch.sleeping(signal(True))
    watch.session_locked(signal())
    watch.session_says(active=False, locked=False)
    watch.session_says(active=True, locked=True)
    assert [heard.at(place)[0] for place in range(heard.count())] == [
        Leaving.SCREEN_LOCKED,
        Leaving.SUSPENDS,
        Leaving.SCREEN_LOCKED,
        Leaving.USER_SWITCHED,
        Leaving.SCREEN_LOCKED,
    ]
    watch.end()
    watch.sleeping(signal(True))
    assert heard.count() == 5
