# SPDX-License-Identifier: MIT
"""The child dies, hangs, speaks garbage or can't be started: everybody is told, nobody waits, nothing is left."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from desktop.bridge.bridge import RESTARTS, Bridge
from desktop.bridge.process import END_WAIT_MS, NotebookProcess
from desktop.notebook.messages.envelope import LENGTH_BYTES, MAX_MESSAGE, Done, ProblemReport
from desktop.notebook.messages.framing import FramingBroken, Unframer, frame
from desktop.notebook.messages.laptop import Lock
from desktop.notebook.messages.problems import Problem

BridgeTo = Callable[[str], Bridge]
needs_processes = pytest.mark.usefixtures("qapp")


def asked(bridge: Bridge, owner: QObject, count: int) -> list[Problem | Done]:
    """Ask so often; return the list that fills with what is said."""
    said: list[Problem | Done] = []

    def failed(report: ProblemReport) -> None:
        said.append(report.problem)

    for _ in range(count):
        bridge.ask(owner, Lock("today"), done=said.append, failed=failed)
    return said


def gone(process_id: int) -> bool:
    """Whether no process has this id, a zombie neither."""
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_death_is_told_to_everybody_who_waits_and_a_fresh_one_starts(
    qtbot: QtBot, bridge_to: BridgeTo
) -> None:
    bridge, owner = bridge_to("answers"), QObject()
    bridge.start()
    with qtbot.waitSignal(bridge.idle_again):
        asked(bridge, owner, 1)
    first = bridge.process_id
    os.kill(first, signal.SIGSTOP)
    said = asked(bridge, owner, 4)
    with qtbot.waitSignal(bridge.process_died):
        os.kill(first, signal.SIGKILL)
    assert said == [Problem.PROCESS_DIED] * 4
    assert gone(first)
    again = asked(bridge, owner, 1)
    qtbot.waitUntil(lambda: again == [Done()])
    assert bridge.process_id not in {0, first}


@pytest.mark.parametrize("way", ["ends-soon", "ends", "garbage", "no-answer", "too-long"])
def test_one_that_never_answers_is_started_again_three_times_and_then_given_up(
    qtbot: QtBot, bridge_to: BridgeTo, way: str
) -> None:
    bridge, owner, deaths = bridge_to(way), QObject(), list[int]()

    def died() -> None:
        deaths.append(bridge.process_id)
        asked(bridge, owner, 1)

    bridge.process_died.connect(died)
    bridge.start()
    with qtbot.waitSignal(bridge.gave_up, timeout=20_000):
        said = asked(bridge, owner, 1)
    assert said == [Problem.PROCESS_DIED]
    assert len(deaths) == RESTARTS + 1
    assert bridge.process_id == 0
    assert asked(bridge, owner, 1) == [Problem.PROCESS_DIED]


def test_who_gave_up_can_be_told_to_try_anew(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge = bridge_to("ends-soon")
    with qtbot.waitSignal(bridge.gave_up, timeout=20_000):
        bridge.start()
    deaths: list[bool] = []
    bridge.process_died.connect(lambda: deaths.append(True))
    with qtbot.waitSignal(bridge.gave_up, timeout=20_000):
        bridge.restart()
    assert len(deaths) == RESTARTS + 1


def test_deaths_with_an_answer_between_are_never_too_many(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge, owner = bridge_to("answers"), QObject()
    bridge.start()
    for _ in range(RESTARTS + 2):
        said = asked(bridge, owner, 1)
        qtbot.waitUntil(lambda said=said: said == [Done()], timeout=10_000)  # type: ignore[misc]
        with qtbot.waitSignal(bridge.process_died):
            os.kill(bridge.process_id, signal.SIGKILL)
    said = asked(bridge, owner, 1)
    qtbot.waitUntil(lambda: said == [Done()], timeout=10_000)


def test_a_program_that_is_not_there_is_given_up_in_words(
    qtbot: QtBot, qapp: QCoreApplication, tmp_path: Path
) -> None:
    del qapp
    bridge, owner = Bridge([str(tmp_path / "nothing")]), QObject()
    with qtbot.waitSignal(bridge.gave_up, timeout=10_000):
        bridge.start()
    assert asked(bridge, owner, 1) == [Problem.PROCESS_DIED]


def test_ending_a_child_that_ends_takes_no_time_and_leaves_no_process(
    qtbot: QtBot, bridge_to: BridgeTo
) -> None:
    bridge, owner = bridge_to("answers"), QObject()
    bridge.start()
    with qtbot.waitSignal(bridge.idle_again):
        asked(bridge, owner, 1)
    child, begun = bridge.process_id, time.monotonic()
    bridge.end()
    assert time.monotonic() - begun < END_WAIT_MS / 1000, "it was killed"
    assert gone(child)


def test_ending_a_child_that_hangs_is_bounded_and_leaves_no_process(
    qtbot: QtBot, bridge_to: BridgeTo
) -> None:
    bridge, owner = bridge_to("hangs"), QObject()
    bridge.start()
    qtbot.waitUntil(lambda: bridge.process_id > 0)
    said = asked(bridge, owner, 2)
    child, begun = bridge.process_id, time.monotonic()
    bridge.end()
    assert END_WAIT_MS / 1000 - 0.2 < time.monotonic() - begun < 2 * END_WAIT_MS / 1000
    assert gone(child)
    assert said == [Problem.LOCKED] * 2


def test_nothing_that_the_child_still_says_is_heard_once_it_was_told_to_end(
    qtbot: QtBot, bridge_to: BridgeTo
) -> None:
    bridge, told, deaths = bridge_to("chatters"), list[object](), list[bool]()
    bridge.process_died.connect(lambda: deaths.append(True))
    ended_at: list[int] = []

    def hear(event: object) -> None:
        told.append(event)
        if len(told) == 3:
            bridge.end()
            ended_at.append(len(told))

    bridge.event_arrived.connect(hear)
    bridge.start()
    qtbot.waitUntil(lambda: bool(ended_at), timeout=10_000)
    qtbot.wait(50)
    assert ended_at == [3]
    assert len(told) == 3
    assert not deaths


@needs_processes
def test_a_process_says_that_it_ended_only_when_it_was_asked_to(qtbot: QtBot) -> None:
    process = NotebookProcess([sys.executable, "-c", "import sys; sys.stdin.read()"])
    process.start()
    qtbot.waitUntil(lambda: process.process_id > 0)
    with qtbot.assertNotEmitted(process.died), qtbot.waitSignal(process.ended):
        process.end()
    assert not process.running
    process.end()


MESSAGES = st.lists(st.binary(max_size=300), max_size=5)


@given(MESSAGES)
def test_framing_split_at_every_byte_gives_the_same_messages(messages: list[bytes]) -> None:
    stream = b"".join(frame(one) for one in messages)
    for cut in range(len(stream) + 1):
        unframer = Unframer()
        assert [*unframer.feed(stream[:cut]), *unframer.feed(stream[cut:])] == messages
    single = Unframer()
    assert [one for byte in stream for one in single.feed(bytes([byte]))] == messages


def test_a_length_that_no_message_has_is_refused_before_anything_of_it_is_kept() -> None:
    with pytest.raises(FramingBroken):
        Unframer().feed((MAX_MESSAGE + 1).to_bytes(LENGTH_BYTES, "big"))
