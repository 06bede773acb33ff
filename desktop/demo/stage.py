# SPDX-License-Identifier: MIT
"""Drives one real window as a person would: by key events, waiting on what it shows, never on time."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.demo.errors import StoryBroken
from desktop.demo.interruption import Interruption
from desktop.notebook.messages.envelope import Ask, ProblemReport
from desktop.run_window import Composed
from desktop.ui.window.main_window import MainWindow

PATIENCE_SECONDS: Final = 120.0
"""When a wait is given up; each ends by what it waits for, and a busy machine takes its time."""
_PULSE_MS: Final = 20

A = TypeVar("A")


class Stage:
    """One laptop's window on the stage."""

    def __init__(self, composed: Composed, home: Path, interruption: Interruption) -> None:
        """Take the window of ``composed`` over the laptop folder ``home``."""
        self._interruption = interruption
        self.window: MainWindow = composed.window
        self.bridge = composed.bridge
        self.home = home

    def front(self) -> None:
        """Bring this window to the front, so that keys go to it."""
        self.window.show()
        if QGuiApplication.platformName() != "offscreen":  # there it says that it can't
            self.window.raise_()
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "window in front")

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the focus is."""
        QTest.keyClick(self._held(), key, modifier)
        self.breathe()

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._held(), letter)
            else:  # QTest knows no key for ä; a keyboard sends the letter with the event
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QCoreApplication.sendEvent(self._held(), event)
        self.breathe()

    def put(self, field: QWidget, text: str) -> None:
        """Go into a field, empty it and type."""
        field.setFocus()
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.write(text)

    def wait(self, what: Callable[[], object], name: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Let the window live until ``what`` is true; raises StoryBroken after ``seconds``, Interrupted."""
        end = time.monotonic() + seconds
        while not what():
            self._interruption.demand_none()
            if time.monotonic() > end:
                raise StoryBroken(name)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _PULSE_MS)
            time.sleep(0.001)

    def ask(self, message: Ask[A]) -> A:
        """Ask the notebook beside the window, to hold what the window shows against it."""
        answers: list[A] = []
        reports: list[ProblemReport] = []
        self.bridge.ask(self.window, message, done=answers.append, failed=reports.append)
        self.wait(lambda: answers or reports, type(message).__name__)
        if reports:
            raise StoryBroken(f"{type(message).__name__}: {reports[0].problem.value}")
        return answers[0]

    def kill_notebook(self) -> None:
        """Kill the notebook process as a power cut would: no warning, no tidying."""
        os.kill(self.bridge.process_id, getattr(signal, "SIGKILL", signal.SIGTERM))

    def picture(self, file: Path) -> None:
        """Save what the window shows."""
        self.breathe()
        self.window.grab().save(str(file))

    def breathe(self) -> None:
        """Let events that wait be handled."""
        QCoreApplication.processEvents()

    def _held(self) -> QWidget:
        held = QApplication.focusWidget()
        if held is not None and self.window in {held.window(), held.window().parentWidget()}:
            return held
        return self.window
