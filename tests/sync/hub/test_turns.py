# SPDX-License-Identifier: MIT
"""Group commit: whoever waits is served together, everybody once, and an error reaches all it concerns."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from sync.hub.store.turns import MOST_TOGETHER, Turns


def test_who_waits_meanwhile_is_served_together() -> None:
    begun, go_on = threading.Event(), threading.Event()
    calls: list[int] = []

    def work(asked: Sequence[int]) -> Sequence[int]:
        calls.append(len(asked))
        begun.set()
        assert go_on.wait(10)
        return [one * 2 for one in asked]

    turns: Turns[int, int] = Turns(work)
    count = 2 * MOST_TOGETHER + 10
    with ThreadPoolExecutor(count) as pool:
        first = pool.submit(turns.ask, 1)
        assert begun.wait(10)
        others = [pool.submit(turns.ask, number) for number in range(2, count + 1)]
        while len(turns._waiting) < count - 1:
            threading.Event().wait(0.01)
        go_on.set()
        answers = [first.result(10), *(one.result(10) for one in others)]
    assert answers == [number * 2 for number in range(1, count + 1)]
    assert calls == [1, MOST_TOGETHER, MOST_TOGETHER, 9]


def test_an_error_reaches_everybody_of_that_turn_and_nobody_after() -> None:
    def work(asked: Sequence[int]) -> Sequence[int]:
        if 0 in asked:
            raise ZeroDivisionError
        return asked

    turns: Turns[int, int] = Turns(work)
    with pytest.raises(ZeroDivisionError):
        turns.ask(0)
    assert turns.ask(3) == 3
