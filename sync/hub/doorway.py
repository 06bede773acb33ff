# SPDX-License-Identifier: MIT
"""The doorway: how many requests are inside at once; whoever comes above that is asked to come back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sync.protocol.errors import HubBusy

MOST_INSIDE: Final = 500
"""A request holds at most 256 KiB sealed and 4 MiB open while it waits; a pull that waits for news is inside."""
RETRY_SECONDS: Final = 3.0


class Doorway:
    """Counts on one event loop, so it needs no lock."""

    def __init__(self, most: int = MOST_INSIDE) -> None:
        self._most = most
        self._inside = 0

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
