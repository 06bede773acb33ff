# SPDX-License-Identifier: MIT
"""Comparing: what streams hold by kind, entity by entity, and the states of those that are asked for again."""

from sync.hub.parts import HubParts
from sync.protocol.comparing import Digests, DigestsRequest, States, StatesRequest, Tallied, TallyRequest
from sync.protocol.errors import Code, refusal
from sync.records.ids import WriterId


def tally(parts: HubParts, writer: WriterId, _request: TallyRequest) -> Tallied:
    """Return counts and digests by kind; raises AccessRefused."""
    parts.reader(writer)
    return Tallied([])


def digests(parts: HubParts, writer: WriterId, _request: DigestsRequest) -> Digests:
    """Return one page of entities' digests; raises AccessRefused, FrameRefused."""
    parts.reader(writer)
    raise refusal(Code.UNKNOWN_STREAM)


def states(parts: HubParts, writer: WriterId, _request: StatesRequest) -> States:
    """Return the states of these entities, signed; raises AccessRefused, FrameRefused."""
    parts.reader(writer)
    raise refusal(Code.UNKNOWN_STREAM)
