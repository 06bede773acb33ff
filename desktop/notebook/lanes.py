# SPDX-License-Identifier: MIT
"""Lanes: the threads of the notebook process, each doing one thing after another.

A database connection belongs to the thread that opened it, so there is one lane that writes and one
that reads. People go before the network: an ask from the window overtakes waiting batches of
commits from the hub, which is why a save never waits for more than the batch under way.
"""

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from enum import IntEnum
from typing import Any, TypeVar

from desktop.notebook.faults import place_of

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Urgency(IntEnum):
    """Who goes first in a lane."""

    PERSON = 0
    NETWORK = 1
    IDLE = 2
    END = 9


class LaneEnded(RuntimeError):
    """Somebody would wait for a lane that has ended: our bug, told at once instead of waited for without end."""


class Lane:
    """One thread that runs what it is given, the most urgent first, in order within an urgency."""

    def __init__(self, name: str) -> None:
        """Start the thread; ``name`` shows in a debugger."""
        self._queue: queue.PriorityQueue[tuple[int, int, Callable[[], None] | None]] = queue.PriorityQueue()
        self._order = itertools.count()
        self._putting = threading.Lock()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def post(self, work: Callable[[], Any], *, urgency: Urgency = Urgency.PERSON) -> None:
        """Run ``work`` later. What it raises is a bug of ours: logged by its place, and the lane goes on.

        After ``stop`` it is dropped: nobody waits for it.
        """
        with suppress(LaneEnded):
            self._put(urgency, work)

    def call(
        self, work: Callable[[], T], *, urgency: Urgency = Urgency.PERSON, timeout: float | None = None
    ) -> T:
        """Run ``work`` in the lane and return what it returns, or raise what it raises.

        Called from the lane itself it runs at once. Raises TimeoutError after ``timeout`` seconds; what was
        asked for is then still done, later. Raises LaneEnded after ``stop``.
        """
        if threading.current_thread() is self._thread:
            return work()
        future: Future[T] = Future()

        def run() -> None:
            try:
                future.set_result(work())
            except BaseException as problem:  # noqa: BLE001 - handed to the caller, whatever it is
                future.set_exception(problem)

        self._put(urgency, run)
        return future.result(timeout)

    def stop(self, timeout: float = 1.0) -> None:
        """Let what waits be done, then end the thread; returns after ``timeout`` seconds at the latest."""
        with self._putting:
            self._ended = True
            self._queue.put((Urgency.END, next(self._order), None))
        self._thread.join(timeout)

    def _put(self, urgency: Urgency, work: Callable[[], None]) -> None:
        with self._putting:  # so that nothing comes behind the end, where nobody would ever answer it
            if self._ended:
                raise LaneEnded
            self._queue.put((urgency, next(self._order), work))

    def _run(self) -> None:
        while True:
            _, _, work = self._queue.get()
            if work is None:
                return
            try:
                work()
            except Exception as problem:  # noqa: BLE001 - a lane that ends would leave every later ask unanswered
                _log.error("a lane met %s at %s", type(problem).__name__, place_of(problem))
