# SPDX-License-Identifier: MIT
"""The hub as a supervisor's laptop sees it beside the records: what is held back, whole."""

from typing import Protocol

from sync.protocol.holding import HeldCommits, HeldRequest


class HoldingHub(Protocol):
    """Every call can be repeated. All raise ``sync.protocol.errors``."""

    def held(self, request: HeldRequest) -> HeldCommits:
        """Return what is held back in these streams, the oldest first; the look is in the hub's log."""
