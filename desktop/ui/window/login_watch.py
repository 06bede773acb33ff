# SPDX-License-Identifier: MIT
"""Linux: hears from logind and the screen saver over D-Bus, and holds a suspend back until the notebook is shut.

logind: PrepareForSleep of the manager; Lock, and Active or LockedHint of one's own session
(org.freedesktop.login1). Screen savers: ActiveChanged of freedesktop and GNOME. The lid is logind's affair: it
suspends or locks, and both are heard.
"""

import os
from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBus,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from desktop.ui.window.leaving import Leaving

LOGIN: Final = "org.freedesktop.login1"
MANAGER_PATH: Final = "/org/freedesktop/login1"
MANAGER: Final = "org.freedesktop.login1.Manager"
SESSION: Final = "org.freedesktop.login1.Session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS: Final = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
_ANSWER_MS: Final = 1_000
_DELAY: Final = ("sleep", "Kenttäkirja", "The notebook is being closed", "delay")


class LoginWatch(QObject):
    """One source of ``left``. ``release`` lets a suspend go on, once the notebook is shut."""

    left = Signal(object)

    def __init__(self, parent: QObject, *, system: QDBusConnection, session: QDBusConnection) -> None:
        """Listen on the two buses; one that is not there tells nothing."""
        super().__init__(parent)
        self._system = system
        self._watching = False
        self._held: QDBusUnixFileDescriptor | None = None
        self._hear(system, LOGIN, MANAGER_PATH, MANAGER, "PrepareForSleep", "sleeping(QDBusMessage)")
        self._own = own = self._own_session() if system.isConnected() else ""
        if own:
            self._hear(system, LOGIN, own, SESSION, "Lock", "session_locked(QDBusMessage)")
            self._hear(system, LOGIN, own, _PROPERTIES, "PropertiesChanged", "session_changed(QDBusMessage)")
        for saver in SCREEN_SAVERS:
            self._hear(session, saver, "", saver, "ActiveChanged", "screen_covered(QDBusMessage)")

    @property
    def holds(self) -> bool:
        """Whether a suspend would wait for ``release``."""
        return self._held is not None

    def begin(self) -> None:
        """Tell from now on, and hold a suspend back."""
        self._watching = True
        self._hold()

    def end(self) -> None:
        """Tell no more; a suspend need not wait."""
        self._watching = False
        self.release()

    def release(self) -> None:
        """Let the suspend go on: closing the descriptor is how logind is told."""
        self._held = None

    def _hear(
        self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str
    ) -> None:
        if bus.isConnected():
            # PySide6 6.11.3's stub says bytes; its code takes only the text that SLOT gives.
            bus.connect(service, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    def _own_session(self) -> str:
        """Return the path of this process's session, an empty text where there is none."""
        for method, argument in (
            ("GetSession", os.environ.get("XDG_SESSION_ID", "auto")),
            ("GetSession", "auto"),
        ):
            answer = self._ask(method, argument)
            if answer and isinstance(answer[0], QDBusObjectPath):
                return answer[0].path()
        return ""

    def _hold(self) -> None:
        """Take a delay inhibitor; without one the lock is a race with the suspend, which it mostly wins."""
        if self._held is None and self._system.isConnected():
            answer = self._ask("Inhibit", *_DELAY)
            if answer and isinstance(answer[0], QDBusUnixFileDescriptor):
                self._held = answer[0]

    def _property(self, name: str) -> object:
        answer = self._ask("Get", SESSION, name, path=self._own, interface=_PROPERTIES)
        return answer[0].variant() if answer and isinstance(answer[0], QDBusVariant) else None

    def _ask(
        self, method: str, *arguments: str, path: str = MANAGER_PATH, interface: str = MANAGER
    ) -> list[object]:
        message = QDBusMessage.createMethodCall(LOGIN, path, interface, method)
        message.setArguments(list(arguments))
        answer = self._system.call(message, QDBus.CallMode.Block, _ANSWER_MS)
        told = answer.type() is QDBusMessage.MessageType.ReplyMessage
        return list(answer.arguments()) if told else []

    # --- what is heard ---

    @Slot(QDBusMessage)
    def sleeping(self, message: QDBusMessage) -> None:
        """PrepareForSleep(b): true before, false after."""
        if _flag(message) is True:
            self._tell(Leaving.SUSPENDS)
            if not self._watching:
                self.release()

    @Slot(QDBusMessage)
    def session_locked(self, _message: QDBusMessage) -> None:
        """Lock(): somebody asked for this session to be locked."""
        self._tell(Leaving.SCREEN_LOCKED)

    @Slot(QDBusMessage)
    def session_changed(self, _message: QDBusMessage) -> None:
        """PropertiesChanged of one's own session: what it says now is asked for.

        The message's own map reaches Python as a QDBusArgument that nothing there can read.
        """
        if self._watching:
            self.session_says(active=self._property("Active"), locked=self._property("LockedHint"))

    def session_says(self, *, active: object, locked: object) -> None:
        """Judge a session's two properties; one that did not come tells nothing."""
        if active is False:
            self._tell(Leaving.USER_SWITCHED)
        elif locked is True:
            self._tell(Leaving.SCREEN_LOCKED)

    @Slot(QDBusMessage)
    def screen_covered(self, message: QDBusMessage) -> None:
        """ActiveChanged(b) of a screen saver."""
        if _flag(message) is True:
            self._tell(Leaving.SCREEN_LOCKED)

    def _tell(self, why: Leaving) -> None:
        if self._watching:
            self.left.emit(why)


def _flag(message: QDBusMessage) -> object:
    told = message.arguments()
    return told[0] if told else None
