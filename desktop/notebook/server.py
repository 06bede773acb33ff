# SPDX-License-Identifier: MIT
"""The notebook process's end of the pipe: reads asks, runs each in its lane, writes what came of it.

An error that has a problem code becomes that code; any other is our bug: the window gets the place
(module and line) and nothing of the values.
"""

import os
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

import msgspec

from desktop.notebook.faults import place_of, report_of
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import (
    Answer,
    Ask,
    AskEnvelope,
    Event,
    ProblemReport,
    ReplyEnvelope,
    ReplyKind,
)
from desktop.notebook.messages.every import ask_decoder, encoder
from desktop.notebook.messages.framing import FramingBroken, Unframer, frame
from desktop.notebook.messages.problems import Problem

_CHUNK: Final = 1 << 16
_UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding raises at bytes that are no ask of ours."""
_ask_decoder = msgspec.msgpack.Decoder(AskEnvelope)


@dataclass(frozen=True, slots=True)
class Handler:
    """What answers one kind of ask, and the lane it runs in."""

    answer: Callable[[Any], Answer]
    lane: Lane


class Server:
    """Serves one window over two byte streams until the input ends."""

    def __init__(self, read: BinaryIO, write: BinaryIO) -> None:
        """Keep the streams; handlers are given with ``offer``."""
        self._read = read
        self._write = write
        self._writing = threading.Lock()
        self._handlers: dict[type[Ask[Any]], Handler] = {}
        self._otherwise = ProblemReport(Problem.LOCKED)

    def refuse(self, report: ProblemReport) -> None:
        """Say this from now on to every ask that nobody answers (``locked`` at first)."""
        self._otherwise = report

    def offer(self, handlers: Mapping[type[Ask[Any]], Handler]) -> None:
        """Answer these asks from now on (again for a kind replaces)."""
        self._handlers.update(handlers)

    def withdraw(self, kinds: Iterable[type[Ask[Any]]]) -> None:
        """Answer these asks no longer: they are refused."""
        for kind in kinds:
            self._handlers.pop(kind, None)

    def tell(self, event: Event) -> None:
        """Send an event; safe from any thread."""
        self._send(_reply(0, ReplyKind.EVENT, event))

    def serve(self) -> None:
        """Read asks until the window closes the pipe or what comes is not its language."""
        unframer = Unframer()
        descriptor = self._read.fileno()
        while data := os.read(descriptor, _CHUNK):
            try:
                envelopes = [_ask_decoder.decode(message) for message in unframer.feed(data)]
            except (FramingBroken, *_UNREADABLE):
                return
            for envelope in envelopes:
                self._dispatch(envelope)

    def _dispatch(self, envelope: AskEnvelope) -> None:
        try:
            ask = ask_decoder.decode(envelope.ask)
        except _UNREADABLE as problem:
            self._send(_reply(envelope.number, ReplyKind.PROBLEM, _bug(problem)))
            return
        handler = self._handlers.get(type(ask))
        if handler is None:
            self._send(_reply(envelope.number, ReplyKind.PROBLEM, self._otherwise))
            return
        handler.lane.post(lambda: self._answer(envelope.number, ask, handler))

    def _answer(self, number: int, ask: Ask[Any], handler: Handler) -> None:
        try:
            reply = _reply(number, ReplyKind.ANSWER, handler.answer(ask))
        except Exception as problem:  # noqa: BLE001 - every ask gets its reply; bugs keep their place, not their values
            reply = _reply(number, ReplyKind.PROBLEM, report_of(problem) or _bug(problem))
        self._send(reply)

    def _send(self, reply: ReplyEnvelope) -> None:
        data = frame(encoder.encode(reply))
        try:
            with self._writing:
                self._write.write(data)
                self._write.flush()
        except (OSError, ValueError):
            return  # the window is gone; the reading end notices and the process ends


def _reply(number: int, kind: ReplyKind, payload: msgspec.Struct) -> ReplyEnvelope:
    return ReplyEnvelope(number, kind, msgspec.Raw(encoder.encode(payload)))


def _bug(problem: Exception) -> ProblemReport:
    return ProblemReport(Problem.BUG, {"where": place_of(problem), "error": type(problem).__name__})
