# SPDX-License-Identifier: MIT
"""The notebook process as the window sees it: start, bytes in, bytes out, its end.

stdio leaves no endpoint that somebody else could attach to; ending the process drops the keys with it.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from desktop.notebook.messages.framing import FramingBroken, Unframer, frame

END_WAIT_MS = 1500
"""How long a child may take to end by itself before it is killed (it flushes its outbox for at most 1 s)."""


def notebook_command(home: Path, *, practice: bool = False) -> list[str]:
    """Return the command that starts the notebook process for the laptop folder ``home``."""
    own = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    return [*own, "notebook", "--home", str(home), *(["--practice"] if practice else [])]


class NotebookProcess(QObject):
    """One child process; a new one is made for each start."""

    message_arrived = Signal(bytes)
    died = Signal()
    """The child ended without being asked to."""
    ended = Signal()
    """The child ended because it was asked to."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        """Prepare the child; ``start`` runs it."""
        super().__init__(parent)
        self._command = list(command)
        self._unframer = Unframer()
        self._ending = False
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUTF8", "1")
        self._process.setProcessEnvironment(environment)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._error)

    def start(self) -> None:
        """Start the child; ``died`` follows if it can't be started."""
        self._process.start(self._command[0], self._command[1:])

    @property
    def process_id(self) -> int:
        """The operating system's id of the child, 0 when it does not run."""
        return int(self._process.processId())

    @property
    def running(self) -> bool:
        """Whether the child runs (or is starting)."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def send(self, payload: bytes) -> None:
        """Write one message to the child; lost when the child is gone, and ``died`` says so."""
        self._process.write(frame(payload))

    def give_up(self) -> None:
        """Kill a child that speaks no language of ours; ``died`` follows."""
        self._process.kill()

    def end(self) -> None:
        """Close the child's input, so that it ends; kill it when it does not within ``END_WAIT_MS``.

        The child is gone, and reaped, when this returns; what it still said on the way is heard by nobody.
        """
        self._ending = True
        if not self.running:
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(END_WAIT_MS):
            self._process.kill()
            self._process.waitForFinished(END_WAIT_MS)

    def _read(self) -> None:
        data = bytes(self._process.readAllStandardOutput().data())
        try:
            messages = self._unframer.feed(data)
        except FramingBroken:
            self.give_up()
            return
        for message in messages:
            if self._ending:  # asked to, perhaps by what the message before this one brought about
                return
            self.message_arrived.emit(message)

    def _finished(self) -> None:
        if self._ending:
            self.ended.emit()
        else:
            self.died.emit()

    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finished()
