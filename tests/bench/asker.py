# SPDX-License-Identifier: MIT
"""Asks a notebook process one thing after the other over the bridge, and times each answer."""

import time
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from desktop.bridge.bridge import Bridge
from desktop.notebook.messages.envelope import Ask, ProblemReport
from desktop.notebook.messages.sync import OpenSync, SyncPhase, SyncView

ASK_SECONDS: Final = 600
_POLL_MS: Final = 50
A = TypeVar("A")


class AskRefused(Exception):
    """The notebook answered with a problem, or not in ``ASK_SECONDS``; nothing can be measured then."""


class Asker:
    """Waits for each answer; needs a QCoreApplication."""

    def __init__(self, bridge: Bridge) -> None:
        self.bridge = bridge
        self.ms = 0.0
        """From the last ask until its answer had come back into the window's process."""

    def ask(self, message: Ask[A]) -> A:
        """Return the answer; raises AskRefused."""
        loop = QEventLoop()
        answers: list[A] = []
        problems: list[str] = []
        ended = [0.0]

        def done(answer: A) -> None:
            ended[0] = time.perf_counter()
            answers.append(answer)
            loop.quit()

        def failed(report: ProblemReport) -> None:
            problems.append(report.problem)
            loop.quit()

        owner = QCoreApplication.instance()
        assert owner is not None
        start = time.perf_counter()
        self.bridge.ask(owner, message, done=done, failed=failed)
        if not answers and not problems:
            QTimer.singleShot(ASK_SECONDS * 1000, loop.quit)
            loop.exec()
        if not answers:
            raise AskRefused(type(message).__name__, problems)
        self.ms = (ended[0] - start) * 1000
        return answers[0]

    def wait_for_rounds(self, more_than: int = 0) -> SyncView:
        """Return the Sync page once a later round than ``more_than`` (ms) went well; raises AskRefused."""
        end = time.monotonic() + ASK_SECONDS
        while time.monotonic() < end:
            view = self.ask(OpenSync())
            if view.status.phase is SyncPhase.IDLE and view.status.last_success > more_than:
                return view
            if view.status.phase is SyncPhase.FAILED:
                raise AskRefused("round", [view.status.problem])
            pause(_POLL_MS)
        raise AskRefused("round", [])


def pause(ms: int) -> None:
    """Let ``ms`` pass with the event loop running."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
