# SPDX-License-Identifier: MIT
"""The notebook's end of the pipe: every ask gets one reply, bugs keep their place, garbage ends the serving."""

import os
import threading
from collections.abc import Iterator
from typing import BinaryIO

import msgspec
import pytest

from desktop.notebook.errors import NotFound
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.envelope import (
    Ask,
    AskEnvelope,
    Done,
    ProblemReport,
    ReplyEnvelope,
    ReplyKind,
)
from desktop.notebook.messages.every import answer_decoder, encoder, event_decoder
from desktop.notebook.messages.framing import Unframer, frame
from desktop.notebook.messages.laptop import Draft, Lock, OpenDraft, SaveDraft
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import LockedByItself
from desktop.notebook.server import Handler, Server
from desktop.vault.errors import Throttled

_replies = msgspec.msgpack.Decoder(ReplyEnvelope)
_reports = msgspec.msgpack.Decoder(ProblemReport)


class Pipe:
    """A server at one end of two pipes, and the window's end of them."""

    def __init__(self) -> None:
        self.lane = Lane("test")
        asks, self._ask = os.pipe()
        self._reply, replies = os.pipe()
        self._ends: list[BinaryIO] = [os.fdopen(asks, "rb"), os.fdopen(replies, "wb")]
        self.server = Server(*self._ends)
        self._unframer = Unframer()
        self._waiting: list[bytes] = []
        self.thread = threading.Thread(target=self.server.serve)
        self.thread.start()

    def write(self, raw: bytes) -> None:
        """Write bytes as they are."""
        os.write(self._ask, raw)

    def ask(self, message: Ask[Done] | Ask[Draft], number: int = 7) -> None:
        """Send an ask."""
        self.write(frame(encoder.encode(AskEnvelope(number, msgspec.Raw(encoder.encode(message))))))

    def reply(self) -> ReplyEnvelope:
        """Return the next reply."""
        while not self._waiting:
            self._waiting += self._unframer.feed(os.read(self._reply, 1 << 16))
        return _replies.decode(self._waiting.pop(0))

    def problem(self) -> ProblemReport:
        """Return the next reply, a problem."""
        reply = self.reply()
        assert reply.kind is ReplyKind.PROBLEM
        return _reports.decode(reply.payload)

    def leave(self) -> None:
        """Close the window's writing end."""
        if self._ask >= 0:
            os.close(self._ask)
            self._ask = -1

    def close(self) -> None:
        """Close everything."""
        self.leave()
        self.thread.join(5)
        self.lane.stop()
        for end in self._ends:
            end.close()
        os.close(self._reply)


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    """Return a served pipe."""
    one = Pipe()
    yield one
    one.close()


def test_an_ask_gets_its_answer_under_its_number(pipe: Pipe) -> None:
    pipe.server.offer({OpenDraft: Handler(lambda ask: Draft({"place": ask.place}), pipe.lane)})
    pipe.ask(OpenDraft("note"), 41)
    reply = pipe.reply()
    assert (reply.number, reply.kind) == (41, ReplyKind.ANSWER)
    assert answer_decoder.decode(reply.payload) == Draft({"place": "note"})


def test_what_nobody_answers_is_locked_and_what_was_withdrawn_too(pipe: Pipe) -> None:
    pipe.ask(Lock("x"))
    assert pipe.problem() == ProblemReport(Problem.LOCKED)
    pipe.server.offer({Lock: Handler(lambda _ask: Done(), pipe.lane)})
    pipe.ask(Lock("x"))
    assert pipe.reply().kind is ReplyKind.ANSWER
    pipe.server.withdraw([Lock, OpenDraft])
    pipe.ask(Lock("x"))
    assert pipe.problem() == ProblemReport(Problem.LOCKED)


def test_a_shut_server_gives_its_reason_to_every_ask(pipe: Pipe) -> None:
    why = ProblemReport(Problem.FOLDER_REFUSED, {"reason": "cloud"})
    pipe.server.refuse(why)
    pipe.ask(Lock("x"))
    assert pipe.problem() == why


@pytest.mark.parametrize(
    ("error", "problem"),
    [(NotFound(kind="note"), Problem.NOT_FOUND), (Throttled(9), Problem.THROTTLED)],
)
def test_an_error_with_a_code_becomes_that_problem(pipe: Pipe, error: Exception, problem: Problem) -> None:
    def fail(_ask: Lock) -> Done:
        raise error

    pipe.server.offer({Lock: Handler(fail, pipe.lane)})
    pipe.ask(Lock("x"))
    assert pipe.problem().problem is problem


@pytest.mark.parametrize("bug", [ValueError("010190-901R"), OSError(5, "io", "aino.aalto/notebook")])
def test_a_bug_is_told_by_its_place_and_class_and_never_by_a_value(pipe: Pipe, bug: Exception) -> None:
    def fail(_ask: Lock) -> Done:
        raise bug

    pipe.server.offer({Lock: Handler(fail, pipe.lane)})
    pipe.ask(Lock("x"))
    report = pipe.problem()
    assert report.problem is Problem.BUG
    assert report.facts["error"] == type(bug).__name__
    assert str(report.facts["where"]).startswith("test_server.py:")
    assert "010190" not in repr(report)
    assert "aino" not in repr(report)


def test_an_answer_that_cannot_be_written_is_a_bug_and_the_next_ask_is_answered(pipe: Pipe) -> None:
    pipe.server.offer({OpenDraft: Handler(lambda _ask: Draft({"x": object()}), pipe.lane)})  # type: ignore[dict-item]
    pipe.server.offer({Lock: Handler(lambda _ask: Done(), pipe.lane)})
    pipe.ask(OpenDraft("x"), 1)
    assert pipe.problem().problem is Problem.BUG
    pipe.ask(Lock("x"), 2)
    assert pipe.reply().number == 2


def test_an_ask_of_another_version_is_refused_and_the_pipe_goes_on(pipe: Pipe) -> None:
    pipe.server.offer({Lock: Handler(lambda _ask: Done(), pipe.lane)})
    unknown = msgspec.Raw(msgspec.msgpack.encode({"type": "FromTheFuture", "x": 1}))
    pipe.write(frame(encoder.encode(AskEnvelope(3, unknown))))
    assert pipe.problem().problem is Problem.BUG
    pipe.ask(Lock("x"))
    assert pipe.reply().kind is ReplyKind.ANSWER


@pytest.mark.parametrize(
    "garbage", [b"\xff" * 8, frame(b"\xc1"), frame(b""), frame(b"\xa2\xff\xfe"), b"GET / HTTP/1.1"]
)
def test_garbage_ends_the_serving_without_an_error(pipe: Pipe, garbage: bytes) -> None:
    pipe.write(garbage)
    pipe.leave()
    pipe.thread.join(5)
    assert not pipe.thread.is_alive()


def test_an_event_from_any_thread_arrives_whole(pipe: Pipe) -> None:
    event = LockedByItself(Problem.WRITER_REVOKED)

    def tell() -> None:
        for _ in range(50):
            pipe.server.tell(event)

    threads = [threading.Thread(target=tell) for _ in range(4)]
    for thread in threads:
        thread.start()
    found = [event_decoder.decode(pipe.reply().payload) for _ in range(200)]
    for thread in threads:
        thread.join()
    assert found == [event] * 200


def test_an_answer_to_a_window_that_is_gone_is_let_go(pipe: Pipe) -> None:
    pipe.server.offer({SaveDraft: Handler(lambda _ask: Done(), pipe.lane)})
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb", buffering=0) as gone:
        Server(gone, gone).tell(LockedByItself(Problem.WRITER_REVOKED))
    assert pipe.lane.call(lambda: 1) == 1
