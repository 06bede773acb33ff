# SPDX-License-Identifier: MIT
"""Where the numbering of this epoch goes on from: what a laptop asks after the hub was restored."""

from sync.hub.parts import HubParts
from sync.protocol.restart import Bases, BasesRequest
from sync.records.ids import WriterId


def bases(parts: HubParts, writer: WriterId, _request: BasesRequest) -> Bases:
    """Return this epoch's bases; raises AccessRefused."""
    parts.reader(writer)
    return Bases(parts.epoch, [])
