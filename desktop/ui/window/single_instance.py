# SPDX-License-Identifier: MIT
"""One window per laptop folder: who comes second brings the first to the front and goes.

The lock file decides, so that two starts in the same moment can't both win; Qt takes over one that a killed
process left. The socket only carries the wish, and only the same user may connect.
"""

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile, QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

LOCK: Final = "window.lock"
_WAIT_MS: Final = 1_000


def socket_name(home: Path) -> str:
    """Return the name of a folder's socket; another folder has another, and it tells of neither."""
    return "kenttakirja-" + hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:24]


def to_front(window: QWidget) -> None:
    """Let a window stand before the others; where a platform forbids it, its entry in the task bar blinks."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class SingleInstance(QObject):
    """``front_asked`` when somebody tried to open this folder once more."""

    front_asked = Signal()

    def __init__(self, home: Path) -> None:
        """Look at ``home``; nothing is taken before ``take``."""
        super().__init__()
        self._home = home
        self._lock: QLockFile | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)

    def take(self) -> bool:
        """Return whether this process is the folder's only one; then it hears of later ones.

        A folder that can't be written to is left to the notebook process, which tells of it.
        """
        try:
            self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True
        lock = QLockFile(str(self._home / LOCK))
        lock.setStaleLockTime(
            0
        )  # however long it is open; one whose process is gone counts as left all the same
        if not lock.tryLock(0):
            return lock.error() is not QLockFile.LockError.LockFailedError
        self._lock = lock
        name = socket_name(self._home)
        QLocalServer.removeServer(name)  # left by a process that was killed: the lock says nobody else has it
        self._server.listen(name)
        return True

    def call_first(self) -> bool:
        """Ask the first one to come to the front; return whether it was reached."""
        socket = QLocalSocket()
        socket.connectToServer(socket_name(self._home))
        reached = socket.waitForConnected(_WAIT_MS)
        socket.disconnectFromServer()
        return reached

    def leave(self) -> None:
        """Let the folder go."""
        self._server.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _asked(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.front_asked.emit()
