# SPDX-License-Identifier: MIT
"""Lanes: one thing after another, people before the network, and no error ends one."""

import logging
import threading
import time
from collections.abc import Iterator

import pytest

from desktop.notebook.lanes import Lane, LaneEnded, Urgency


@pytest.fixture
def lane() -> Iterator[Lane]:
    """Return a lane that ends with the test."""
    one = Lane("test")
    yield one
    one.stop()


def test_people_go_before_the_network_and_in_their_own_order(lane: Lane) -> None:
    done: list[str] = []
    gate = threading.Event()
    lane.post(gate.wait)
    for number in range(3):
        lane.post(lambda number=number: done.append(f"batch {number}"), urgency=Urgency.NETWORK)  # type: ignore[misc]
    lane.post(lambda: done.append("badge"), urgency=Urgency.IDLE)
    for number in range(3):
        lane.post(lambda number=number: done.append(f"save {number}"))  # type: ignore[misc]
    gate.set()
    lane.call(lambda: None, urgency=Urgency.IDLE)
    assert done == ["save 0", "save 1", "save 2", "batch 0", "batch 1", "batch 2", "badge"]


def test_a_call_gives_back_what_came_of_it(lane: Lane) -> None:
    assert lane.call(lambda: 6 * 7) == 42
    with pytest.raises(ZeroDivisionError):
        lane.call(lambda: 1 // 0)


def test_a_call_from_inside_the_lane_runs_at_once(lane: Lane) -> None:
    assert lane.call(lambda: lane.call(lambda: threading.current_thread().name)) == "test"


def test_a_call_waits_no_longer_than_it_was_told(lane: Lane) -> None:
    gate = threading.Event()
    lane.post(gate.wait)
    begun = time.monotonic()
    with pytest.raises(TimeoutError):
        lane.call(lambda: None, timeout=0.05)
    assert time.monotonic() - begun < 1
    gate.set()
    assert lane.call(lambda: "goes on") == "goes on"


def test_an_error_in_posted_work_is_logged_by_its_place_and_the_lane_goes_on(
    lane: Lane, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("010190-901R")

    with caplog.at_level(logging.ERROR):
        lane.post(fail)
        assert lane.call(lambda: 1) == 1
    assert "ValueError at test_lanes.py:" in caplog.text
    assert "010190" not in caplog.text


def test_stopping_lets_what_waits_be_done_first() -> None:
    one = Lane("test")
    done: list[int] = []
    for number in range(50):
        one.post(lambda number=number: done.append(number), urgency=Urgency.IDLE)  # type: ignore[misc]
    one.stop()
    assert done == list(range(50))


def test_an_ended_lane_refuses_at_once_and_lets_nobody_wait() -> None:
    one = Lane("test")
    one.stop()
    with pytest.raises(LaneEnded):
        one.call(lambda: None)
    one.post(lambda: pytest.fail("nobody waits for this"))
    one.stop()
