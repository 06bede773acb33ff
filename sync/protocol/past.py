# SPDX-License-Identifier: MIT
"""What was written about one person in a stream, from the beginning: for whoever reads the stream and began later."""

import msgspec

from sync.protocol.messages import WireCommit
from sync.records.ids import StreamId


class PastRequest(msgspec.Struct, array_like=True, frozen=True):
    """Ask for the commits about a person (16 bytes) above a hub number of the stream."""

    stream: StreamId
    person: bytes
    after: int = 0


class PastCommit(msgspec.Struct, array_like=True, frozen=True):
    """One effective commit; bodies that are not about the person, erased or moved away are ``nil``."""

    number: int
    commit: WireCommit


class PastCommits(msgspec.Struct, array_like=True, frozen=True):
    """The answer: in order of the hub's numbers, as many as fit a frame. With ``more`` ask on above the last one."""

    commits: list[PastCommit]
    more: bool
