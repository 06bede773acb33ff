# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database about writers that went on from others."""

from collections.abc import Sequence
from typing import Protocol

from sync.hub.store.rows import WriterRow
from sync.records.ids import WriterId


class SuccessionStore(Protocol):
    """A part of ``HubStore``; every method is one transaction."""

    def add_successor(self, row: WriterRow, *, of: WriterId, now: int) -> bool:
        """Let a writer in that goes on from another; False when that one is revoked (nothing is kept)."""

    def successors(self, writer: WriterId) -> Sequence[WriterId]:
        """Return the writers that went on from this one, the first one first."""
