# SPDX-License-Identifier: MIT
"""The hub as a laptop sees it beside the records: what is held back, whole, and what was written long ago."""

from typing import Protocol

from sync.protocol.holding import HeldCommits, HeldRequest
from sync.protocol.past import PastCommits, PastRequest


class HoldingHub(Protocol):
    """Every call can be repeated. All raise ``sync.protocol.errors``."""

    def held(self, request: HeldRequest) -> HeldCommits:
        """Return what is held back in these streams, the oldest first; the look is in the hub's log."""

    def past(self, request: PastRequest) -> PastCommits:
        """Return what was written about a person in a stream, in order; the look is in the hub's log."""
