# SPDX-License-Identifier: MIT
"""The notebook process with 100,000 people, asked over the bridge: unlocking, and search letter by letter."""

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.bridge.bridge import Bridge
from desktop.notebook.messages.laptop import Unlock
from desktop.notebook.messages.people import SearchPeople
from desktop.notebook.messages.sync import OpenSync, SyncNow
from desktop.process.notebook_process import PRACTICE_COST
from desktop.vault.kdf import calibrate, measured
from tests.bench.asker import ASK_SECONDS, Asker, AskRefused, pause
from tests.bench.bench_window import measure_window
from tests.bench.made_laptop import PASSPHRASE, MadeLaptop
from tests.bench.made_people import typed_names
from tests.bench.shares import share

Figures = dict[str, float | list[float]]
_LOOK_EVERY: Final = 25
"""Letters between two looks at whether the round has ended."""
_KEY_MS: Final = 8
"""Between an answer and the next letter; a fast typist leaves 60."""


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``full()`` is what the goals are stated for."""

    people: int
    commits: int
    letters: int
    rounds: int
    idle_ms: int
    settle_ms: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(people=100_000, commits=10_000, letters=1_000, rounds=5, idle_ms=3_000, settle_ms=1_000)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(people=3_000, commits=1_000, letters=100, rounds=2, idle_ms=500, settle_ms=200)


def measure(sizes: Sizes | None = None) -> dict[str, Figures]:
    """Return the figures; lists hold one figure a round."""
    sizes = sizes or Sizes.full()
    if QCoreApplication.instance() is None:
        application = QCoreApplication([])
        application.setApplicationName("kenttakirja-bench")
    with tempfile.TemporaryDirectory() as name, MadeLaptop(Path(name), people=sizes.people) as laptop:
        return {"key": measure_key(sizes.rounds)} | measure_in(laptop, sizes)


def measure_in(laptop: MadeLaptop, sizes: Sizes) -> dict[str, Figures]:
    """Return the figures of a laptop that is made already; its hub gets further commits by it."""
    window = measure_window(laptop, commits=sizes.commits, rounds=sizes.rounds, idle_ms=sizes.idle_ms)
    return {
        "made": dict(laptop.figures),
        "unlock": _unlock(laptop, sizes),
        "search": _search(laptop, sizes),
        "window": window,
    }


def measure_key(rounds: int) -> Figures:
    """Argon2id alone, at what this machine calibrates to."""
    cost = calibrate()
    return {"seconds": [measured(cost) for _ in range(rounds)], "memory_kib": cost.memory_kib}


def _unlock(laptop: MadeLaptop, sizes: Sizes) -> Figures:
    """From the ask to its answer, in a fresh process each time; practice's own Argon2id is taken off."""
    whole: list[float] = []
    rest: list[float] = []
    for _ in range(sizes.rounds):
        bridge = laptop.bridge()
        pause(sizes.settle_ms)  # the process has long started when somebody has typed a passphrase
        asker = Asker(bridge)
        key_ms = statistics.median(measured(PRACTICE_COST) for _ in range(3)) * 1000
        asker.ask(Unlock(laptop.staff, PASSPHRASE))
        bridge.end()
        whole.append(asker.ms)
        rest.append(asker.ms - key_ms)
    return {"practice_ms": whole, "rest_ms": rest}


def _search(laptop: MadeLaptop, sizes: Sizes) -> Figures:
    bridge = laptop.bridge()
    try:
        asker = Asker(bridge)
        asker.ask(Unlock(laptop.staff, PASSPHRASE))
        asker.wait_for_rounds()
        _type(asker, sizes.letters // 4, seed=1)
        idle: list[list[float]] = [_type(asker, sizes.letters, seed=n) for n in range(2, 2 + sizes.rounds)]
        busy, seconds, received = _search_while_commits_come(laptop, bridge, sizes)
    finally:
        bridge.end()
    return {
        "letters_a_round": sizes.letters,
        "p50_ms": [share(one, 0.5) for one in idle],
        "p95_ms": [share(one, 0.95) for one in idle],
        "p99_ms": [share(one, 0.99) for one in idle],
        "max_ms": [max(one) for one in idle],
        "busy_letters": [float(len(one)) for one in busy],
        "busy_p50_ms": [share(one, 0.5) for one in busy],
        "busy_p95_ms": [share(one, 0.95) for one in busy],
        "busy_p99_ms": [share(one, 0.99) for one in busy],
        "busy_max_ms": [max(one) for one in busy],
        "arrival_s": seconds,
        "commits_received": received,
    }


def _search_while_commits_come(
    laptop: MadeLaptop, bridge: Bridge, sizes: Sizes
) -> tuple[list[list[float]], list[float], list[float]]:
    """Type until the round that brings the commits has ended, ``rounds`` times."""
    asker = Asker(bridge)
    busy: list[list[float]] = []
    seconds: list[float] = []
    received: list[float] = []
    for number in range(sizes.rounds):
        newest = max((row.at for row in asker.ask(OpenSync()).rounds), default=0)
        laptop.let_commits_wait(sizes.commits)
        start = time.perf_counter()
        asker.ask(SyncNow())
        took: list[float] = []
        came = 0
        while came < sizes.commits:
            if time.perf_counter() - start > ASK_SECONDS:
                raise AskRefused("round", [])
            took += _type(asker, _LOOK_EVERY, seed=1_000 * number + len(took))
            rounds = asker.ask(OpenSync()).rounds
            came = sum(row.received for row in rounds if row.at > newest)
        busy.append(took)
        seconds.append(time.perf_counter() - start)
        received.append(float(came))
    return busy, seconds, received


def _type(asker: Asker, letters: int, *, seed: int) -> list[float]:
    """Search for each beginning of made-up names; return the milliseconds from ask to answer."""
    took: list[float] = []
    for text in typed_names(letters, seed=seed):
        asker.ask(SearchPeople(text, "all"))
        took.append(asker.ms)
        pause(_KEY_MS)
    return took
