# SPDX-License-Identifier: MIT
"""The commits of a stream that are known here, as 8 bytes a commit."""

from collections.abc import Iterator

from sync.log.commit import MARK_BYTES, CommitId
from sync.log.errors import ChainBroken, ChainForked
from sync.records.ids import WriterId


class Marks:
    """The marks of a stream's commits, per writer one string that grows by 8 bytes a commit.

    Chains are gap-free, so place (n - 1) · 8 holds the mark of commit n: 100,000 commits cost 0.8 MB. This is
    what a snapshot brings and what answers the fold's ``Known``.
    """

    def __init__(self) -> None:
        self._marks: dict[WriterId, bytearray] = {}

    def mark(self, writer: WriterId, n: int) -> bytes | None:
        """Return the mark of the writer's n-th commit, or ``None`` while it is unknown here."""
        held = self._marks.get(writer)
        if held is None or not 1 <= n <= len(held) // MARK_BYTES:
            return None
        return bytes(held[(n - 1) * MARK_BYTES : n * MARK_BYTES])

    def known_through(self, writer: WriterId) -> int:
        """Return how many of the writer's commits are known."""
        return len(self._marks.get(writer, b"")) // MARK_BYTES

    def add(self, one: CommitId) -> None:
        """Take in the writer's next commit, or one that is held already.

        Raises ChainBroken on a gap, ChainForked when another commit with this dot is held.
        """
        self.extend(one.writer, one.n, one.mark)

    def extend(self, writer: WriterId, first: int, marks: bytes) -> None:
        """Take in the marks of commits ``first`` and on; raises as ``add`` does, changing nothing then."""
        held = self._marks.get(writer, bytearray())
        start = (first - 1) * MARK_BYTES
        if first < 1 or start > len(held) or len(marks) % MARK_BYTES:
            raise ChainBroken(first)
        overlap = len(held) - start
        if held[start:] != marks[:overlap] and bytes(held[start : start + len(marks)]) != marks:
            raise ChainForked(first)
        held += marks[overlap:]
        self._marks[writer] = held

    def runs(self) -> Iterator[tuple[WriterId, bytes]]:
        """Yield each writer with all its marks, from n = 1, in order of the writers' ids."""
        for writer in sorted(self._marks):
            yield writer, bytes(self._marks[writer])
