# SPDX-License-Identifier: MIT
"""The notebook process composed in this one, with a clock of the test's own, behind the same pipe."""

import itertools
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from notebook_child import Said

from desktop.notebook.messages.envelope import (
    Ask,
    AskEnvelope,
    Event,
    ProblemReport,
    ReplyEnvelope,
    ReplyKind,
)
from desktop.notebook.messages.every import answer_decoder, encoder, event_decoder
from desktop.notebook.messages.framing import Unframer, frame
from desktop.process.notebook_process import NotebookProcess

A = TypeVar("A")

_replies = msgspec.msgpack.Decoder(ReplyEnvelope)
_problems = msgspec.msgpack.Decoder(ProblemReport)


class NotebookHere:
    """One ask at a time; events gather in ``events`` while an answer is waited for."""

    def __init__(self, read: int, write: int) -> None:
        """Take the window's ends of the two pipes."""
        self._read, self._write = read, write
        self._unframer = Unframer()
        self._numbers = itertools.count(1)
        self.events: list[Event] = []

    def ask(self, message: Ask[A]) -> A:
        """Return the answer; raises Said with the problem."""
        number = next(self._numbers)
        os.write(
            self._write, frame(encoder.encode(AskEnvelope(number, msgspec.Raw(encoder.encode(message)))))
        )
        for reply in self._heard():
            if reply.kind is ReplyKind.EVENT:
                self.events.append(event_decoder.decode(reply.payload))
            elif reply.number == number and reply.kind is ReplyKind.PROBLEM:
                raise Said(_problems.decode(reply.payload))
            elif reply.number == number:
                answer: Any = answer_decoder.decode(reply.payload)
                return answer  # type: ignore[no-any-return]  # the ask's own answer type
        raise EOFError

    def _heard(self) -> Iterator[ReplyEnvelope]:
        while data := os.read(self._read, 1 << 16):
            # All of a read belongs to this ask: nothing is asked before the answer is there.
            yield from map(_replies.decode, self._unframer.feed(data))


@contextmanager
def notebook_here(home: Path, clock: Callable[[], int]) -> Iterator[NotebookHere]:
    """Run a notebook over the laptop folder ``home`` under this clock, in milliseconds since 1970."""
    asks, to_ask = os.pipe()
    to_answer, answers = os.pipe()
    with os.fdopen(asks, "rb") as read, os.fdopen(answers, "wb") as write:
        process = NotebookProcess(home, practice=True, read=read, write=write, clock=clock)
        serving = threading.Thread(target=process.serve, daemon=True)
        serving.start()
        try:
            yield NotebookHere(to_answer, to_ask)
        finally:
            os.close(to_ask)
            serving.join(10)
    os.close(to_answer)
