# SPDX-License-Identifier: MIT
"""The worker: runs a round at start, after a save, on a nudge; says how it stands; never blocks closing."""

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from fake_hub import NOW, FakeHub
from fault_proxy import Fault, FaultyHub
from sync_world import TEAM, Laptop, laptop

from sync.client.state import Activity, SyncState
from sync.client.worker import SyncWorker
from sync.protocol.hub import Hub
from sync.protocol.messages import Pulled, PullRequest

States = queue.SimpleQueue[SyncState]


@contextmanager
def _running(
    one: Laptop, *, randomness: float = 0.5, idle_seconds: float = 3600
) -> Iterator[tuple[SyncWorker, States]]:
    states: States = queue.SimpleQueue()
    worker = SyncWorker(
        one.engine,
        changed=states.put,
        clock=lambda: NOW,
        randomness=lambda: randomness,
        idle_seconds=idle_seconds,
        after_save_seconds=0.0,
    )
    worker.start()
    try:
        yield worker, states
    finally:
        assert worker.stop(wait_seconds=5)


def _until(states: States, activity: Activity) -> SyncState:
    while True:
        state = states.get(timeout=5)
        if state.activity is activity:
            return state


def test_it_syncs_at_start_and_after_a_save_and_on_a_nudge() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    one.write(1, age="u30")
    with _running(one) as (worker, states):
        state = _until(states, Activity.IDLE)
        assert (state.unsent, state.last_success, state.problem, state.since) == (0, NOW, "", None)
        one.write(2, age="u30")
        worker.saved()
        working = _until(states, Activity.WORKING)
        assert (working.total, working.unsent) == (1, 1)
        assert _until(states, Activity.IDLE).unsent == 0
        one.write(3, age="u30")
        worker.nudge()
        assert _until(states, Activity.IDLE).unsent == 0
    assert len(hub.streams[TEAM].commits) == 3


def test_it_looks_by_itself_now_and_then() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    with _running(one, idle_seconds=0.01) as (_, states):
        _until(states, Activity.IDLE)
        other.write(1, age="u30")
        other.round()
        for _ in range(500):
            if one.journal.states(TEAM):
                break
            _until(states, Activity.IDLE)
        assert one.journal.states(TEAM) == other.journal.states(TEAM)


def test_it_says_since_when_it_is_offline_and_comes_back_by_itself() -> None:
    plan = iter([Fault.REQUEST_LOST] * 2)
    one = laptop(FakeHub(), 1, over=lambda hub: FaultyHub(hub, plan))
    one.write(1, age="u30")
    with _running(one, randomness=0.0) as (_, states):
        state = _until(states, Activity.OFFLINE)
        assert (state.problem, state.since, state.unsent, state.next_try) == ("Unreachable", NOW, 1, NOW)
        assert _until(states, Activity.IDLE).since is None


def test_it_names_a_clone() -> None:
    hub = FakeHub()
    one, clone = laptop(hub, 1), laptop(hub, 1)
    one.write(1, age="u30")
    one.round()
    clone.write(2, age="u30")
    with _running(clone) as (_, states):
        state = _until(states, Activity.CLONED)
        assert (state.problem, state.unsent) == (f"Cloned {TEAM}", 1)


class _Slow:
    """A hub that answers a pull only when it is let go; ``error`` is then raised instead."""

    def __init__(self, hub: Hub, error: Exception | None = None) -> None:
        self._hub = hub
        self._error = error
        self.asked = threading.Event()
        self.go = threading.Event()
        self.hello = hub.hello
        self.enrol = hub.enrol
        self.heads = hub.heads
        self.bases = hub.bases
        self.push = hub.push
        self.snapshot = hub.snapshot

    def pull(self, request: PullRequest) -> Pulled:
        self.asked.set()
        assert self.go.wait(5)
        if self._error is not None:
            raise self._error
        return self._hub.pull(request)


def test_closing_does_not_wait_for_a_slow_network() -> None:
    one = laptop(FakeHub(), 1, over=_Slow)
    slow = one.engine.hub
    assert isinstance(slow, _Slow)
    with _running(one) as (worker, _):
        assert slow.asked.wait(5)
        assert not worker.stop()
        slow.go.set()


def test_a_round_that_the_person_stops_ends_quietly_and_the_next_goes_on() -> None:
    one = laptop(FakeHub(), 1, over=_Slow)
    slow = one.engine.hub
    assert isinstance(slow, _Slow)
    one.write(1, age="u30")
    with _running(one) as (worker, states):
        assert slow.asked.wait(5)
        worker.cancel()
        slow.go.set()
        assert _until(states, Activity.IDLE).problem == ""
        worker.nudge()
        assert _until(states, Activity.IDLE).last_success == NOW


def test_a_bug_in_a_round_is_said_and_the_worker_lives_on() -> None:
    one = laptop(FakeHub(), 1, over=lambda hub: _Slow(hub, ZeroDivisionError()))
    slow = one.engine.hub
    assert isinstance(slow, _Slow)
    slow.go.set()
    with _running(one, randomness=0.0) as (_, states):
        assert _until(states, Activity.FAILED).problem == "ZeroDivisionError"
        assert _until(states, Activity.FAILED).since == NOW


def test_a_worker_that_never_began_stops() -> None:
    worker = SyncWorker(laptop(FakeHub(), 1).engine, changed=lambda _state: None, clock=lambda: NOW)
    assert worker.stop(wait_seconds=1)
