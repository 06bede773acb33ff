# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database about commits that are no longer served one by one."""

from typing import Protocol

from sync.records.ids import StreamId


class CompactionStore(Protocol):
    """A part of ``HubStore``; every method is one transaction."""

    def horizon(self, stream: StreamId) -> int:
        """Return the highest number of a stream that is cold, 0 where none is."""

    def settled(self, stream: StreamId) -> tuple[int, bytes]:
        """Return (number, digest) through which a stream is settled."""

    def aged_through(self, stream: StreamId, received: int) -> int:
        """Return the number up to which all of a stream came in before a time (ms); 0 where nothing did."""

    def move_cold(self, stream: StreamId, through: int) -> None:
        """Move the commits above the horizon up to ``through`` into the cold table, and raise the horizon.

        ``through`` lies below the stream's newest number.
        """
