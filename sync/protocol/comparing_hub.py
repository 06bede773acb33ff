# SPDX-License-Identifier: MIT
"""The hub as a laptop sees it when the two compare what they hold."""

from typing import Protocol

from sync.protocol.comparing import Digests, DigestsRequest, States, StatesRequest, Tallied, TallyRequest


class ComparingHub(Protocol):
    """Every call can be repeated. All raise ``sync.protocol.errors``."""

    def tally(self, request: TallyRequest) -> Tallied:
        """Return what streams hold by kind."""

    def digests(self, request: DigestsRequest) -> Digests:
        """Return the digests of a kind's entities."""

    def states(self, request: StatesRequest) -> States:
        """Return entities as they stand, signed."""
