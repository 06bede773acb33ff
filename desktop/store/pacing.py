# SPDX-License-Identifier: MIT
"""Long work over many rows, in slices: between two of them whoever waits for the interpreter gets it.

SQLite gives the interpreter back with each row, but a thread that wants it waits out the interpreter's own five
milliseconds each time, and a list asks SQLite dozens of times. A rest lets a whole list through.
"""

import time
from collections.abc import Callable, Iterator
from typing import Any, Final

SLICE_SECONDS: Final = 0.010
"""So long is worked at a time; the rows of one fetch come on top of it."""
REST_SECONDS: Final = 0.005
ROWS: Final = 250
"""Rows that are fetched at once: some 2 ms of work."""


class Pace:
    """One piece of work, in one thread, which holds nothing that a save waits for."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        """Begin a slice; ``clock`` gives seconds."""
        self._clock = clock
        self._sleep = sleep
        self._began = clock()

    def breathe(self) -> None:
        """Rest when the slice is over, and begin the next."""
        if self._clock() - self._began >= SLICE_SECONDS:
            self._sleep(REST_SECONDS)
            self._began = self._clock()


def in_slices(rows: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - the driver's cursor
    """Yield a cursor's rows, and rest between slices of whatever is done with them."""
    pace = Pace()
    while some := rows.fetchmany(ROWS):
        yield from some
        pace.breathe()
