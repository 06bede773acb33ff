# SPDX-License-Identifier: MIT
"""What can go wrong on the laptop's side of a round, beside ``sync.protocol.errors``.

SyncError (never raised itself)
├── Cancelled          the person locked or closed: no fault, nothing lost
├── Cloned             this notebook exists twice: the hub has another commit for one dot (stream, writer)
├── Stuck              one chain was refused, all others went through (reason, stream)
├── StreamDiffers      after a round both sides hold something different (streams)
└── AnswerBroken       the hub's answer contradicts itself (what): its bug
"""

from sync.records.ids import StreamId, WriterId


class SyncError(Exception):
    """Root of what the engine itself finds wrong."""


class Cancelled(SyncError):
    """The round was asked to stop; it ends between two requests."""


class Cloned(SyncError):
    """The hub holds another commit with this writer's number: somebody copied or restored a notebook.

    Nothing is lost: what is unsent stays here until a new writer re-signs it.
    """

    def __init__(self, stream: StreamId, writer: WriterId) -> None:
        """Keep which chain has two ends."""
        super().__init__(stream)
        self.stream = stream
        self.writer = writer


class Stuck(SyncError):
    """One chain stays unsent because the hub refuses it; ``reason`` is a wire code or an error class."""

    def __init__(self, reason: str, stream: StreamId) -> None:
        """Keep both."""
        super().__init__(f"{reason} {stream}")
        self.reason = reason
        self.stream = stream


class StreamDiffers(SyncError):
    """The closing check found that hub and laptop do not agree about these streams, also after asking again."""

    def __init__(self, *streams: StreamId) -> None:
        """Keep the streams, in order of their names."""
        super().__init__(*streams)
        self.streams = streams


class AnswerBroken(SyncError):
    """An answer that is signed and well formed, but can't be true. ``what`` names the part."""

    def __init__(self, what: str) -> None:
        """Keep the part."""
        super().__init__(what)
        self.what = what
