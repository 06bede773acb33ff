# SPDX-License-Identifier: MIT
"""The notebook's one writing connection, taken in turn: whoever works long can see that somebody waits."""

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final

_PAUSE_SECONDS: Final = 0.0005
_PAUSES: Final = 100
"""So often at most: a thread that never comes to its turn keeps nobody from going on."""


class Turns:
    """A lock that its holder may take again, with a word on who waits for it."""

    def __init__(self, *, sleep: Callable[[float], object] = time.sleep) -> None:
        """Begin with nobody waiting."""
        self._lock = threading.RLock()
        self._waiting: set[int] = set()
        self._sleep = sleep

    def __enter__(self) -> None:
        if self._lock.acquire(blocking=False):
            return
        me = threading.get_ident()
        self._waiting.add(me)
        try:
            self._lock.acquire()
        finally:
            self._waiting.discard(me)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lock.release()

    @property
    def wanted(self) -> bool:
        """Whether another thread waits for its turn."""
        return bool(self._waiting)

    def give_way(self) -> None:
        """Let those who wait go first, for 50 ms at most; the caller holds no turn. The lock itself is not fair."""
        for _ in range(_PAUSES):
            if not self._waiting:
                return
            self._sleep(_PAUSE_SECONDS)


class Turn:
    """One transaction of something long: how long it may go on.

    By its thread's own time: a commit is as long as what it writes, whatever else the machine does meanwhile.
    """

    def __init__(
        self, turns: Turns, seconds: float, *, clock: Callable[[], float] = time.thread_time
    ) -> None:
        """Begin; ``seconds`` of ``clock`` are the longest."""
        self._turns = turns
        self._seconds = seconds
        self._clock = clock
        self._began = clock()

    def begin(self) -> None:
        """Begin anew, the notebook being had."""
        self._began = self._clock()

    def is_over(self) -> bool:
        """Whether it has been long enough, or somebody waits."""
        return self._turns.wanted or self._clock() - self._began >= self._seconds
