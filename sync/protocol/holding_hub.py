# SPDX-License-Identifier: MIT
"""The hub as a laptop sees it beside the records: what is held back, whole, and what was written long ago."""

from typing import Protocol

from sync.protocol.holding import HeldCommits, HeldRequest
from sync.protocol.messages import Enrolled
from sync.protocol.past import PastCommits, PastRequest
from sync.records.ids import LaptopId, StaffId


class HoldingHub(Protocol):
    """Every call can be repeated. All raise ``sync.protocol.errors``."""

    def held(self, request: HeldRequest) -> HeldCommits:
        """Return what is held back in these streams, the oldest first; the look is in the hub's log."""

    def past(self, request: PastRequest) -> PastCommits:
        """Return what was written about a person in a stream, in order; the look is in the hub's log."""


class ReturningHub(Protocol):
    """The hub as a laptop sees it that it does not know any more: it was enrolled after the backup that came back."""

    def enrol_again(self, code: str, *, laptop: LaptopId, laptop_name: str, staff: StaffId) -> Enrolled:
        """Let this laptop's own writer in once more; raises ``sync.protocol.errors`` (EnrolRefused)."""


class LaptopHub(HoldingHub, ReturningHub, Protocol):
    """Both: what an open notebook asks beside its rounds."""
