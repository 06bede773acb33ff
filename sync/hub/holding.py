# SPDX-License-Identifier: MIT
"""What is held back, shown whole to those who may decide about it."""

from sync.hub.parts import HubParts
from sync.protocol.holding import HeldCommits, HeldRequest
from sync.records.ids import WriterId


def held_for(parts: HubParts, writer: WriterId, _request: HeldRequest) -> HeldCommits:
    """Return the commits that this person may decide about; raises AccessRefused."""
    parts.reader(writer)
    return HeldCommits([], more=False)
