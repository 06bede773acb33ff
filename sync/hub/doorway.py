# SPDX-License-Identifier: MIT
"""The doorway: how many requests are inside at once; whoever comes above that is asked to come back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sync.protocol.errors import HubBusy

MOST_INSIDE: Final = 500
"""A request holds at most 256 KiB sealed and 4 MiB open; a pull that waits for news is not counted meanwhile."""
MOST_WAITING: Final = 5000
"""Pulls that wait for news hold little more than a connection each; above that one is answered at once."""
RETRY_SECONDS: Final = 3.0


class Doorway:
    """Counts on one event loop, so it needs no lock."""

    def __init__(self, most: int = MOST_INSIDE) -> None:
        self._most = most
        self._inside = 0
        self._waiting = 0

    @property
    def may_wait(self) -> bool:
        """Whether one more may wait for news."""
        return self._waiting < MOST_WAITING

    @contextmanager
    def enter(self) -> Iterator[None]:
        """Be inside for a while; raises HubBusy where it is full."""
        if self._inside >= self._most:
            raise HubBusy(RETRY_SECONDS)
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Step aside for a while, so that who waits for news is in nobody's way; who comes back is inside again."""
        self._inside -= 1
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1
            self._inside += 1
