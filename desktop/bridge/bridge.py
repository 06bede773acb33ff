# SPDX-License-Identifier: MIT
"""Asking the notebook from the window: one answer or one problem to every ask, and events.

Callbacks belong to an owner; once the owner is gone neither is called, so a page that was closed
while its answer was under way cannot crash the window.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import msgspec
from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.bridge.process import NotebookProcess
from desktop.notebook.messages.envelope import (
    Answer,
    Ask,
    AskEnvelope,
    ProblemReport,
    ReplyEnvelope,
    ReplyKind,
)
from desktop.notebook.messages.every import answer_decoder, encoder, event_decoder
from desktop.notebook.messages.problems import Problem

A = TypeVar("A")

RESTARTS = 3
"""Restarts in a row without one answer between, after which the bridge gives up until ``restart``."""

_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding raises at bytes that no notebook says."""
_reply_decoder = msgspec.msgpack.Decoder(ReplyEnvelope)
_problem_decoder = msgspec.msgpack.Decoder(ProblemReport)


@dataclass(frozen=True, slots=True)
class _Pending:
    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[ProblemReport], None]


class Bridge(QObject):
    """The window's one way to the notebook. Starts the process, restarts it when it dies."""

    event_arrived = Signal(object)
    """An Event of ``desktop.notebook.messages``."""
    process_died = Signal()
    """The notebook ended unasked; a fresh, locked one is starting, if the bridge has not given up."""
    gave_up = Signal()
    """The notebook died ``RESTARTS`` + 1 times in a row without an answer; ``restart`` tries anew."""
    idle_again = Signal()
    """The last outstanding ask was answered."""

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        """Keep the command that starts the notebook process; ``start`` runs it."""
        super().__init__(parent)
        self._command = list(command)
        self._pending: dict[int, _Pending] = {}
        self._next = 1
        self._deaths = 0
        self._process: NotebookProcess | None = None

    @property
    def process_id(self) -> int:
        """The child's process id, 0 when none runs."""
        return self._process.process_id if self._process is not None else 0

    @property
    def busy(self) -> bool:
        """Whether an ask is outstanding."""
        return bool(self._pending)

    def start(self) -> None:
        """Start a fresh notebook process; it holds no keys until somebody unlocks."""
        process = NotebookProcess(self._command, self)
        process.message_arrived.connect(self._arrived)
        process.died.connect(self._died)
        self._process = process
        process.start()

    def ask(
        self,
        owner: QObject,
        message: Ask[A],
        *,
        done: Callable[[A], None],
        failed: Callable[[ProblemReport], None],
    ) -> None:
        """Send ``message``; exactly one of the callbacks follows, unless ``owner`` is gone by then."""
        number = self._next
        self._next += 1
        self._pending[number] = _Pending(owner, done, failed)
        if self._process is None or not self._process.running:
            self._fail(number, ProblemReport(Problem.PROCESS_DIED))
            return
        self._process.send(encoder.encode(AskEnvelope(number, msgspec.Raw(encoder.encode(message)))))

    def end(self) -> None:
        """End the process: its keys are gone when this returns. Outstanding asks fail as locked."""
        process, self._process = self._process, None
        if process is not None:
            process.died.disconnect(self._died)
            process.end()
            process.deleteLater()
        self._fail_all(ProblemReport(Problem.LOCKED))

    def refuse_outstanding(self) -> None:
        """Fail what is outstanding as locked, now; an answer that comes later is heard by nobody.

        What was asked is carried out all the same. For the lock: no value may reach a page after it.
        """
        self._fail_all(ProblemReport(Problem.LOCKED))

    def restart(self) -> None:
        """End the process and start a fresh, locked one."""
        self.end()
        self._deaths = 0
        self.start()

    def _arrived(self, raw: bytes) -> None:
        try:
            reply = _reply_decoder.decode(raw)
            match reply.kind:
                case ReplyKind.EVENT:
                    tell = partial(self.event_arrived.emit, event_decoder.decode(reply.payload))
                case ReplyKind.PROBLEM:
                    tell = partial(self._fail, reply.number, _problem_decoder.decode(reply.payload))
                case ReplyKind.ANSWER:
                    tell = partial(self._answer, reply.number, answer_decoder.decode(reply.payload))
        except _UNREADABLE:
            if self._process is not None:
                self._process.give_up()
            return
        self._deaths = 0
        tell()

    def _answer(self, number: int, answer: Answer) -> None:
        pending = self._pending.pop(number, None)
        try:
            if pending is not None and isValid(pending.owner):
                pending.done(answer)
        finally:
            self._tell_idle()

    def _fail(self, number: int, report: ProblemReport) -> None:
        pending = self._pending.pop(number, None)
        try:
            if pending is not None and isValid(pending.owner):
                pending.failed(report)
        finally:
            self._tell_idle()

    def _fail_all(self, report: ProblemReport) -> None:
        with ExitStack() as every:  # each gets its callback, also when one before it raises
            for number in reversed(self._pending):
                every.callback(self._fail, number, report)

    def _tell_idle(self) -> None:
        if not self._pending:
            self.idle_again.emit()

    def _died(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        try:
            self._fail_all(ProblemReport(Problem.PROCESS_DIED))
        finally:
            self._start_again()

    def _start_again(self) -> None:
        self._deaths += 1
        gives_up = self._deaths > RESTARTS
        if not gives_up:
            self.start()
        self.process_died.emit()
        if gives_up:
            self.gave_up.emit()
