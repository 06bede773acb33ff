# SPDX-License-Identifier: MIT
"""Listening between rounds: news is taken once, a stale answer is asked for anew, and a bad network ends it gently."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from fake_hub import FakeHub
from fault_proxy import FaultyHub
from sync_world import TEAM, Laptop, laptop

from sync.client.listening import WAIT_MS, Listener
from sync.protocol.errors import HubBusy, ProtocolError, Unreachable
from sync.protocol.hub import Hub
from sync.protocol.journal import RoundOutcome
from sync.protocol.messages import Pulled, PullRequest


@dataclass
class Waited:
    """A hub that answers a waiting pull when the test says so."""

    hub: Hub
    asked: queue.SimpleQueue[PullRequest] = field(default_factory=queue.SimpleQueue)
    go: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    trouble: list[ProtocolError] = field(default_factory=list)

    def pull(self, request: PullRequest) -> Pulled:
        self.asked.put(request)
        if self.trouble:
            raise self.trouble.pop(0)
        assert self.go.acquire(timeout=60)
        return self.hub.pull(request)


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 2.0  # an answer is never so quick that the hub seems not to wait
        return self.now


@dataclass
class Ear:
    """A listener, what it heard and what it said."""

    one: Laptop
    hub: Waited
    listener: Listener
    heard: queue.SimpleQueue[tuple[PullRequest, Pulled]]
    said: list[bool]
    clock: Clock

    def hears(self) -> tuple[PullRequest, Pulled]:
        request, answer = self.heard.get(timeout=60)
        self.one.engine.hear(request, answer)
        return request, answer


@contextmanager
def listening(one: Laptop, hub: FakeHub, *trouble: ProtocolError) -> Iterator[Ear]:
    heard: queue.SimpleQueue[tuple[PullRequest, Pulled]] = queue.SimpleQueue()
    said: list[bool] = []
    clock = Clock()
    waited = Waited(hub.view(one.key.writer), trouble=list(trouble))
    listener = Listener(
        waited,
        ask=one.engine.to_ask,
        heard=lambda request, answer: heard.put((request, answer)),
        listening=said.append,
        monotonic=clock,
        randomness=lambda: 0.0,
    )
    listener.start()
    try:
        yield Ear(one, waited, listener, heard, said, clock)
    finally:
        listener.stop()
        waited.go.release(20)


def counted(calls: list[str]) -> Callable[[Hub], Hub]:
    """Write every call that an engine makes into ``calls``."""

    def over(inner: Hub) -> Hub:
        hub = FaultyHub(inner, iter(()))
        hub.calls = calls
        return hub

    return over


def test_news_that_came_between_two_rounds_is_taken_by_the_next_without_asking_again() -> None:
    hub = FakeHub()
    calls: list[str] = []

    one, other = laptop(hub, 1, over=counted(calls)), laptop(hub, 2)
    assert one.round().outcome is RoundOutcome.DONE
    with listening(one, hub) as ear:
        ear.listener.round_ended(ok=True)
        request = ear.hub.asked.get(timeout=60)
        assert request.wait == WAIT_MS
        other.write(1, age="u30")
        other.round()
        ear.hub.go.release()
        ear.hears()
        calls.clear()
        record = one.round()
        assert (record.outcome, record.received) == (RoundOutcome.DONE, 1)
        assert "pull" not in calls
        assert ear.said == [True]


def test_an_answer_to_what_the_notebook_no_longer_asks_is_not_taken() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    one.round()
    with listening(one, hub) as ear:
        ear.listener.round_ended(ok=True)
        ear.hub.asked.get(timeout=60)
        other.write(1, age="u30")
        other.round()
        ear.hub.go.release()
        request, answer = ear.heard.get(timeout=60)
        one.round()  # another round was quicker
        one.engine.hear(request, answer)
        other.write(2, age="u30")
        other.round()
        assert one.round().outcome is RoundOutcome.DONE
        assert one.journal.states(TEAM) == other.journal.states(TEAM)


def test_it_listens_only_while_the_last_round_went_well() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    one.round()
    with listening(one, hub) as ear:
        with pytest.raises(queue.Empty):
            ear.hub.asked.get(timeout=0.1)
        ear.listener.round_ended(ok=True)
        ear.hub.asked.get(timeout=60)
        ear.listener.round_ended(ok=False)
        ear.hub.go.release()
        with pytest.raises(queue.Empty):
            ear.hub.asked.get(timeout=0.1)


def test_a_network_that_cuts_long_requests_is_asked_for_shorter_ones_and_then_left_alone() -> None:
    hub = FakeHub()
    one = laptop(hub, 1)
    one.round()
    with listening(one, hub, Unreachable("cut"), HubBusy(3), Unreachable("cut")) as ear:
        ear.listener.round_ended(ok=True)
        waits = [ear.hub.asked.get(timeout=60).wait for _ in range(3)]
        assert waits == [WAIT_MS, WAIT_MS // 2, WAIT_MS // 4]
        with pytest.raises(queue.Empty):
            ear.hub.asked.get(timeout=0.1)
        ear.clock.now += 600
        ear.listener.round_ended(ok=True)
        assert ear.hub.asked.get(timeout=60).wait == WAIT_MS, "after a rest it tries again from the start"
        assert ear.said == [False] * 3


def test_an_answer_that_the_hub_forged_or_broke_is_refused_like_any_other() -> None:
    hub = FakeHub()
    one, other = laptop(hub, 1), laptop(hub, 2)
    one.round()
    request = one.engine.to_ask(WAIT_MS)
    other.write(1, age="u30")
    other.round()
    answer = hub.view(one.key.writer).pull(request)
    one.engine.hear(request, Pulled(answer.epoch, answer.time, answer.frames[:-1], answer.more))
    before = one.journal.states(TEAM)
    assert one.round().problem == "AnswerBroken"
    assert one.journal.states(TEAM) == before
    assert one.round().outcome is RoundOutcome.DONE
