# SPDX-License-Identifier: MIT
"""The loop that runs rounds in a thread of the notebook process: on a save, a nudge, or in time."""

import logging
import random
import threading
import time
from collections.abc import Callable
from typing import Final

from sync.client.engine import Engine
from sync.client.errors import Cloned
from sync.client.retry import delay
from sync.client.round import Progress
from sync.client.state import Activity, SyncState
from sync.protocol.journal import RoundOutcome, RoundRecord

IDLE_SECONDS: Final = 60.0
LISTENING_SECONDS: Final = 300.0
"""Between two rounds while news comes by itself: a round also proves that the hub is there, and renews the lease."""
AFTER_SAVE_SECONDS: Final = 2.0
"""A save starts a round after this long, so that a burst of walk-ins goes in one."""
_NOWHERE: Final = Progress(0, 0, 0)
_JITTER: Final = 0.25

_log = logging.getLogger(__name__)


class SyncWorker:
    """Owns one thread. ``changed`` is called in that thread with every new state.

    The thread is a daemon and stops between two requests: closing never waits for a slow network, and what
    is unsent stays unsent. ``monotonic`` and ``randomness`` are given for tests.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        changed: Callable[[SyncState], None],
        clock: Callable[[], int],
        monotonic: Callable[[], float] = time.monotonic,
        randomness: Callable[[], float] = random.random,
        last_success: int | None = None,
        idle_seconds: float = IDLE_SECONDS,
        after_save_seconds: float = AFTER_SAVE_SECONDS,
    ) -> None:
        self._engine = engine
        self._changed = changed
        self._clock = clock
        self._monotonic = monotonic
        self._randomness = randomness
        self._idle_seconds = idle_seconds
        self._listens = False
        self._after_save_seconds = after_save_seconds
        self._wake = threading.Condition()
        self._stopped = False
        self._cancelled = False
        self._due = monotonic()
        self._failures = 0
        self._since: int | None = None
        self._last_success = last_success
        self._thread = threading.Thread(target=self._loop, name="sync", daemon=True)

    def start(self) -> None:
        """Begin; the first round runs at once."""
        self._thread.start()

    def saved(self) -> None:
        """Something was saved: run a round soon, unless failures in a row say to wait."""
        if self._failures == 0:
            self._bring_forward(self._after_save_seconds)

    def nudge(self) -> None:
        """The person, or a network that came back, asks for a round now."""
        self._bring_forward(0.0)

    def listening(self, listens: bool) -> None:  # noqa: FBT001 - what the listener says
        """Hear whether news comes by itself: then the worker looks less often, and at once when that ends."""
        before, self._listens = self._listens, listens
        if before and not listens:
            self._bring_forward(0.0)

    def cancel(self) -> None:
        """Stop the round under way at its next step; the next one comes in time, or when asked for."""
        self._cancelled = True

    def stop(self, *, wait_seconds: float = 0.0) -> bool:
        """Ask the thread to end and return whether it has, after waiting at most that long."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()
        if self._thread.ident is not None and wait_seconds > 0:
            self._thread.join(wait_seconds)
        return not self._thread.is_alive()

    def _bring_forward(self, seconds: float) -> None:
        with self._wake:
            self._due = min(self._due, self._monotonic() + seconds)
            self._wake.notify_all()

    def _loop(self) -> None:
        while self._wait():
            self._cancelled = False
            try:
                self._after(self._engine.round(cancelled=self._is_cancelled, progress=self._progress))
            except Exception as problem:  # noqa: BLE001 - a full disk, or a bug, must not end sync for the day
                if self._stopped:
                    return  # the notebook was closed under the round
                _log.error("round ended by %s", type(problem).__name__)
                self._trouble(Activity.FAILED, type(problem).__name__)

    def _is_cancelled(self) -> bool:
        return self._stopped or self._cancelled

    def _wait(self) -> bool:
        """Wait until a round is due; return whether to go on."""
        with self._wake:
            while not self._stopped:
                left = self._due - self._monotonic()
                if left <= 0:
                    self._due = self._monotonic() + self._idle()
                    return True
                self._wake.wait(left)
        return False

    def _idle(self) -> float:
        return max(self._idle_seconds, LISTENING_SECONDS) if self._listens else self._idle_seconds

    def _progress(self, progress: Progress) -> None:
        self._say(Activity.WORKING, progress)

    def _after(self, record: RoundRecord) -> None:
        if record.outcome is RoundOutcome.CANCELLED:
            if not self._stopped:
                self._say(Activity.IDLE)
            return
        if record.outcome is RoundOutcome.DONE:
            self._failures, self._since, self._last_success = 0, None, record.ended
            spread = 1 + _JITTER * (2 * self._randomness() - 1)
            with self._wake:
                self._due = min(self._due, self._monotonic() + self._idle() * spread)
            self._say(Activity.IDLE)
        elif record.problem.startswith(Cloned.__name__):
            self._trouble(Activity.CLONED, record.problem)
        else:
            offline = record.outcome is RoundOutcome.OFFLINE
            self._trouble(Activity.OFFLINE if offline else Activity.FAILED, record.problem)

    def _trouble(self, activity: Activity, problem: str) -> None:
        self._failures += 1
        if self._since is None:
            self._since = self._clock()
        seconds = delay(self._failures, self._randomness(), self._engine.retry_after)
        with self._wake:
            self._due = self._monotonic() + seconds
        self._say(activity, problem=problem, next_try=self._clock() + round(seconds * 1000))

    def _say(
        self,
        activity: Activity,
        at: Progress = _NOWHERE,
        *,
        problem: str = "",
        next_try: int | None = None,
    ) -> None:
        self._changed(
            SyncState(
                activity=activity,
                unsent=self._engine.journal.unsent_count(),
                last_success=self._last_success,
                sent=at.sent,
                total=at.total,
                received=at.received,
                problem=problem,
                since=self._since,
                next_try=next_try,
                came=at.came,
                expected=at.expected,
            )
        )
