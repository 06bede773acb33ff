# SPDX-License-Identifier: MIT
"""What the hub has held back of a stream, whole, for those who may decide about it."""

import msgspec

from sync.protocol.messages import WireCommit
from sync.records.ids import StreamId, WriterId


class HeldRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask for what is held back in these streams above a hub number; each look is in the hub's log.

    Whoever has to ask on does so stream by stream, for each has numbers of its own.
    """

    streams: list[StreamId]
    after: int = 0


class HeldCommit(msgspec.Struct, array_like=True, frozen=True):
    """One commit that waits for a decision. ``reason`` is the hub's code word; ``received`` its milliseconds."""

    stream: StreamId
    writer: WriterId
    n: int
    number: int
    reason: str
    received: int
    commit: WireCommit


class HeldCommits(msgspec.Struct, array_like=True, frozen=True):
    """The answer: stream by stream, the oldest first, as many as fit a frame."""

    commits: list[HeldCommit]
    more: bool
