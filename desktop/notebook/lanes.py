# SPDX-License-Identifier: MIT
"""Lanes: the threads of the notebook process, each doing one thing after another.

A database connection belongs to the thread that opened it, so there is one lane that writes and one
that reads. People go before the network: an ask from the window overtakes waiting batches of
commits from the hub, which is why a save never waits for more than the batch under way.
"""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")


class Urgency(IntEnum):
    """Who goes first in a lane."""

    PERSON = 0
    NETWORK = 1
    IDLE = 2
    END = 9


class Lane:
    """One thread that runs what it is given, the most urgent first, in order within an urgency."""

    def __init__(self, name: str) -> None:
        """Start the thread; ``name`` shows in a debugger."""
        self._queue: queue.PriorityQueue[tuple[int, int, Callable[[], None] | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def post(self, work: Callable[[], Any], *, urgency: Urgency = Urgency.PERSON) -> None:
        """Run ``work`` later; it must deal with its own errors."""
        self._queue.put((urgency, next(self._order), work))

    def call(self, work: Callable[[], T], *, urgency: Urgency = Urgency.PERSON) -> T:
        """Run ``work`` in the lane and return what it returns, or raise what it raises.

        Called from the lane itself it runs at once.
        """
        if threading.current_thread() is self._thread:
            return work()
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except BaseException as problem:  # noqa: BLE001 - handed to the caller, whatever it is
                future.set_exception(problem)

        self._queue.put((urgency, next(self._order), run))
        return future.result()

    def stop(self, timeout: float = 1.0) -> None:
        """Let what waits be done, then end the thread; returns after ``timeout`` seconds at the latest."""
        self._queue.put((Urgency.END, next(self._order), None))
        self._thread.join(timeout)

    def _run(self) -> None:
        while True:
            _, _, work = self._queue.get()
            if work is None:
                return
            work()
