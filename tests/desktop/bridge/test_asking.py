# SPDX-License-Identifier: MIT
"""Asking over a real pipe: exactly one callback per ask, none to who is gone, everything in order."""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.bridge.bridge import Bridge
from desktop.bridge.process import notebook_command
from desktop.notebook.messages.envelope import Answer, Done, ProblemReport
from desktop.notebook.messages.laptop import LaptopView, Lock, ShowLaptop
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import RecordsChanged

BridgeTo = Callable[[str], Bridge]


@dataclass
class Heard:
    """What came back, in order; ``ask`` asks and counts."""

    bridge: Bridge
    owner: QObject = field(default_factory=QObject)
    said: list[tuple[int, Answer | Problem]] = field(default_factory=list)

    def ask(self, name: int, owner: QObject | None = None) -> None:
        """Ask something whose answer is noted under ``name``."""

        def done(answer: Done) -> None:
            self.said.append((name, answer))

        def failed(report: ProblemReport) -> None:
            self.said.append((name, report.problem))

        self.bridge.ask(owner or self.owner, Lock("today"), done=done, failed=failed)


def calmly(qtbot: QtBot, bridge: Bridge) -> None:
    """Wait until nothing is outstanding, and then long enough for anything said twice."""
    qtbot.waitUntil(lambda: not bridge.busy, timeout=10_000)
    qtbot.wait(50)


def test_each_ask_gets_its_own_answer_once(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge = bridge_to("answers")
    bridge.start()
    heard = Heard(bridge)
    for name in range(200):
        heard.ask(name)
    calmly(qtbot, bridge)
    assert heard.said == [(name, Done()) for name in range(200)]


def test_answers_out_of_order_find_their_asks_and_a_second_one_finds_nobody(
    qtbot: QtBot, bridge_to: BridgeTo
) -> None:
    bridge = bridge_to("backwards")
    bridge.start()
    heard = Heard(bridge)
    for name in range(3):
        heard.ask(name)
    calmly(qtbot, bridge)
    assert [name for name, _ in heard.said] == [2, 1, 0]


def test_a_problem_comes_to_failed_alone(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge = bridge_to("problems")
    bridge.start()
    heard = Heard(bridge)
    heard.ask(1)
    calmly(qtbot, bridge)
    assert heard.said == [(1, Problem.NOT_FOUND)]


def test_events_come_in_order_among_the_answers(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge = bridge_to("answers")
    told: list[object] = []
    bridge.event_arrived.connect(told.append)
    bridge.start()
    heard = Heard(bridge)
    for name in range(50):
        heard.ask(name)
    calmly(qtbot, bridge)
    assert told == [RecordsChanged([], count, 0, 0) for count in range(1, 51)]


def test_a_pipe_that_gives_single_bytes_gives_whole_messages(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge = bridge_to("by-bytes")
    bridge.start()
    heard = Heard(bridge)
    for name in range(5):
        heard.ask(name)
    calmly(qtbot, bridge)
    assert heard.said == [(name, Done()) for name in range(5)]


def test_nothing_is_called_once_the_owner_is_gone(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge = bridge_to("answers")
    bridge.start()
    heard = Heard(bridge)
    leaving = QObject()
    heard.ask(1, leaving)
    heard.ask(2)
    leaving.deleteLater()
    QCoreApplication.sendPostedEvents(leaving, QEvent.Type.DeferredDelete.value)
    calmly(qtbot, bridge)
    assert heard.said == [(2, Done())]


def test_a_callback_with_a_mistake_costs_nobody_else_their_answer(qtbot: QtBot, bridge_to: BridgeTo) -> None:
    bridge = bridge_to("answers")
    idle: list[bool] = []
    bridge.idle_again.connect(lambda: idle.append(True))
    bridge.start()
    heard = Heard(bridge)

    def mistaken(_answer: Done) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        bridge.ask(heard.owner, Lock("today"), done=mistaken, failed=lambda _report: None)
        heard.ask(2)
        calmly(qtbot, bridge)
    assert [one[0] for one in raised] == [ZeroDivisionError]
    assert heard.said == [(2, Done())]
    assert idle


def test_an_ask_with_no_process_fails_at_once(bridge_to: BridgeTo) -> None:
    heard = Heard(bridge_to("answers"))
    heard.ask(1)
    assert heard.said == [(1, Problem.PROCESS_DIED)]


def test_what_is_refused_for_the_lock_is_heard_once_and_its_answer_by_nobody(
    qtbot: QtBot, bridge_to: BridgeTo
) -> None:
    bridge = bridge_to("answers")
    bridge.start()
    heard = Heard(bridge)
    heard.ask(1)
    bridge.refuse_outstanding()
    assert heard.said == [(1, Problem.LOCKED)]
    heard.ask(2)
    calmly(qtbot, bridge)
    assert heard.said == [(1, Problem.LOCKED), (2, Done())]


def test_an_empty_round_trip_over_the_real_notebook_takes_a_few_milliseconds(
    qtbot: QtBot, tmp_path: Path
) -> None:
    bridge = Bridge(notebook_command(tmp_path / "laptop", practice=True))
    bridge.start()
    owner, seconds, views = QObject(), [], list[LaptopView]()
    for _ in range(60):
        begun = time.perf_counter()
        with qtbot.waitSignal(bridge.idle_again, timeout=20_000):
            bridge.ask(owner, ShowLaptop(), done=views.append, failed=lambda report: pytest.fail(str(report)))
        seconds.append(time.perf_counter() - begun)
    bridge.end()
    median = statistics.median(seconds[10:])
    sys.stdout.write(f"empty round trip: median {median * 1000:.2f} ms\n")
    assert len(views) == 60
    assert median < 0.05
