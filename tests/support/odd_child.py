# SPDX-License-Identifier: MIT
"""A child process in the notebook's place that behaves oddly: one way a word of its command line.

``answers``    answers each ask with Done, after an event that says how many came
``backwards``  waits for three asks and answers the last first, each twice
``by-bytes``   as ``answers``, each byte of the pipe written by itself
``problems``   answers each ask with a problem
``ends``       ends at the first ask, unanswered
``ends-soon``  ends at once, without a word
``hangs``      neither answers nor ends, whatever is closed or asked politely
``garbage``    answers the first ask with bytes of a right length that are no message
``no-answer``  answers the first ask with an answer that nobody knows
``too-long``   answers the first ask with an impossible length
``chatters``   tells one event after another until its input ends
"""

import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # so that it runs from any folder

import msgspec

from desktop.notebook.messages.envelope import (
    AskEnvelope,
    Done,
    ProblemReport,
    ReplyEnvelope,
    ReplyKind,
)
from desktop.notebook.messages.every import encoder
from desktop.notebook.messages.framing import Unframer, frame
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import RecordsChanged

_asks = msgspec.msgpack.Decoder(AskEnvelope)


def reply(number: int, kind: ReplyKind, what: msgspec.Struct) -> bytes:
    """Return a framed reply."""
    return frame(encoder.encode(ReplyEnvelope(number, kind, msgspec.Raw(encoder.encode(what)))))


def event(count: int) -> bytes:
    """Return an event that carries a number."""
    return reply(0, ReplyKind.EVENT, RecordsChanged([], count, 0, 0))


def say(data: bytes) -> None:
    """Write everything."""
    while data:
        data = data[os.write(1, data) :]


def answers_to(way: str, number: int, count: int) -> bytes:
    """Return what is said to one ask."""
    if way == "problems":
        return reply(number, ReplyKind.PROBLEM, ProblemReport(Problem.NOT_FOUND))
    if way == "garbage":
        return frame(b"\xc1 neither msgpack nor ours")
    if way == "no-answer":
        return reply(number, ReplyKind.ANSWER, ProblemReport(Problem.NOT_FOUND))
    if way == "too-long":
        return b"\xff\xff\xff\xff"
    return event(count) + reply(number, ReplyKind.ANSWER, Done())


def hang() -> None:
    """Hear nothing."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(60)


def chatter() -> None:
    """Tell events until the input ends."""
    os.set_blocking(0, False)
    for count in itertools.count(1):
        say(event(count))
        try:
            if not os.read(0, 1 << 16):
                return
        except BlockingIOError:
            continue


def asks() -> Iterator[int]:
    """Yield the number of each ask until the input ends."""
    unframer = Unframer()
    while data := os.read(0, 1 << 16):
        for message in unframer.feed(data):
            yield _asks.decode(message).number


def go_backwards() -> None:
    """Answer three asks, the last first, and each again."""
    three = list(itertools.islice(asks(), 3))
    for one in [*reversed(three), *three]:
        say(reply(one, ReplyKind.ANSWER, Done()))


def serve(way: str) -> None:
    """Answer, or at least say something, until the input ends."""
    for count, number in enumerate(asks(), 1):
        answer = answers_to(way, number, count)
        step = 1 if way == "by-bytes" else len(answer)
        for place in range(0, len(answer), step):
            say(answer[place : place + step])


def main(way: str) -> None:
    """Behave in this way."""
    match way:
        case "ends-soon":
            return
        case "ends":
            next(asks())
        case "hangs":
            hang()
        case "chatters":
            chatter()
        case "backwards":
            go_backwards()
            next(asks(), None)
        case _:
            serve(way)


if __name__ == "__main__":
    main(sys.argv[1])
