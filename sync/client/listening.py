# SPDX-License-Identifier: MIT
"""Listening for news between two rounds: one pull that the hub answers when there is something (``wait``).

What it brings is not thrown away: the next round takes it as the answer to its first pull, if the notebook still
stands where it stood when it asked. Where a network cuts long requests, listening gives way to looking now and then.
"""

import logging
import random
import threading
import time
from collections.abc import Callable
from typing import Final, Protocol

from sync.client.retry import delay
from sync.log.errors import LogError
from sync.protocol.errors import HubBusy, ProtocolError
from sync.protocol.messages import Pulled, PullRequest

WAIT_MS: Final = 25_000
"""Below what most proxies and balancers cut at (30 to 60 s) and below the hub's own limit of 30 s."""
_LEAST_WAIT_MS: Final = 5_000
_GIVES_UP_AFTER: Final = 3
"""Cuts in a row; then the laptop looks now and then instead, and tries again after ``_REST_SECONDS``."""
_REST_SECONDS: Final = 600.0
_QUICK_SECONDS: Final = 1.0
"""An empty answer sooner than this is from a hub that does not hold answers back: it is not asked again at once."""
_PAUSE_SECONDS: Final = 20.0
_log = logging.getLogger(__name__)


class ListenedHub(Protocol):
    """The one call of the hub that listening needs; ``sync.client.http.HttpHub`` fits, over a connection of its own."""

    def pull(self, request: PullRequest) -> Pulled:
        """Return what is new, waiting at most ``request.wait`` ms for it."""


class Listener:
    """Owns one daemon thread. ``ask`` gives what the next round would ask; ``heard`` takes question and answer.

    It listens while ``round_ended(ok=True)`` was the last word, and only then: while something is wrong the
    worker finds out when it is right again. ``listening`` hears whether news comes by itself now.
    """

    def __init__(
        self,
        hub: ListenedHub,
        *,
        ask: Callable[[int], PullRequest],
        heard: Callable[[PullRequest, Pulled], None],
        listening: Callable[[bool], None],
        monotonic: Callable[[], float] = time.monotonic,
        randomness: Callable[[], float] = random.random,
    ) -> None:
        self._hub = hub
        self._ask = ask
        self._heard = heard
        self._listening = listening
        self._monotonic = monotonic
        self._randomness = randomness
        self._wake = threading.Condition()
        self._well = False
        self._stopped = False
        self._not_before = monotonic()
        self._wait_ms = WAIT_MS
        self._cuts = 0
        self._thread = threading.Thread(target=self._loop, name="listening", daemon=True)

    def start(self) -> None:
        """Begin to listen as soon as a round went well."""
        self._thread.start()

    def stop(self) -> None:
        """End after the answer that is under way; nobody waits for it."""
        with self._wake:
            self._stopped = True
            self._wake.notify_all()

    def round_ended(self, *, ok: bool) -> None:
        """Say how the last round ended."""
        with self._wake:
            self._well = ok
            self._wake.notify_all()

    def _loop(self) -> None:
        while self._due():
            try:
                self._listen()
            except (ProtocolError, LogError) as problem:
                self._cut(problem)
            except Exception as problem:  # noqa: BLE001 - the notebook was closed under it, or a bug: rounds go on without
                if self._stopped:
                    return
                _log.error("listening ended by %s", type(problem).__name__)
                self._cut(problem)

    def _due(self) -> bool:
        with self._wake:
            while not self._stopped:
                left = self._not_before - self._monotonic()
                if self._well and left <= 0:
                    return True
                self._wake.wait(left if self._well else None)
        return False

    def _listen(self) -> None:
        began = self._monotonic()
        request = self._ask(self._wait_ms)
        answer = self._hub.pull(request)
        if self._stopped:
            return
        self._cuts = 0
        self._listening(True)
        if answer.frames:
            with self._wake:
                self._well = False  # until the round that takes it has ended
            self._heard(request, answer)
        elif self._monotonic() - began < _QUICK_SECONDS:
            self._rest(_PAUSE_SECONDS * (0.5 + self._randomness()))

    def _cut(self, problem: Exception) -> None:
        self._cuts += 1
        self._listening(False)
        self._wait_ms = max(_LEAST_WAIT_MS, self._wait_ms // 2)
        if self._cuts >= _GIVES_UP_AFTER:
            self._cuts, self._wait_ms = 0, WAIT_MS
            self._rest(_REST_SECONDS * (0.5 + self._randomness()))
            return
        asked = problem.retry_after if isinstance(problem, HubBusy) else None
        self._rest(delay(self._cuts, self._randomness(), asked))

    def _rest(self, seconds: float) -> None:
        with self._wake:
            self._not_before = self._monotonic() + seconds


class Hearing(Protocol):
    """Who takes an answer that came between two rounds: ``sync.client.engine.Engine``."""

    def hear(self, request: PullRequest, answer: Pulled) -> None:
        """Keep it for the next round."""


class Nudged(Protocol):
    """Who runs the rounds: ``sync.client.worker.SyncWorker``."""

    def nudge(self) -> None:
        """Run a round now."""


def news_came(engine: Hearing, worker: Nudged) -> Callable[[PullRequest, Pulled], None]:
    """Return what to do with news: the engine keeps it, and a round begins at once."""

    def heard(request: PullRequest, answer: Pulled) -> None:
        engine.hear(request, answer)
        worker.nudge()

    return heard
