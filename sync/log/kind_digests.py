# SPDX-License-Identifier: MIT
"""A stream's count and digest kind by kind, kept up one entity at a time: what two sides compare first.

The digests of all kinds together are the stream's own digest, so a tally proves itself against it.
"""

from collections.abc import Iterable, Mapping

from sync.log.digest import EMPTY, entity_digest, xor
from sync.log.state import EntityState


class KindDigests:
    """For each kind how many entities stand, and the XOR of their digests; kinds of none are left out."""

    def __init__(self, kept: Mapping[str, tuple[int, bytes]] | None = None) -> None:
        self._kinds: dict[str, tuple[int, bytes]] = dict(kept or {})
        self._kept = dict(self._kinds)

    @classmethod
    def of(cls, states: Iterable[EntityState]) -> "KindDigests":
        """Count these states, from nothing."""
        counted = cls()
        for state in states:
            counted.add(state.kind, 1, entity_digest(state))
        return counted

    def add(self, kind: str, count: int, digest: bytes) -> None:
        """Count entities of a kind in (or out, with a negative ``count``); ``digest`` is XOR of theirs."""
        had, its = self._kinds.get(kind, (0, EMPTY))
        self._kinds[kind] = (had + count, xor(its, digest))

    def change(self, before: EntityState | None, after: EntityState | None) -> None:
        """Follow one entity from ``before`` to ``after``."""
        if before is not None:
            self.add(before.kind, -1, entity_digest(before))
        if after is not None:
            self.add(after.kind, 1, entity_digest(after))

    def kinds(self) -> dict[str, tuple[int, bytes]]:
        """Return (count, digest) of every kind that has any, by name."""
        return {kind: its for kind, its in sorted(self._kinds.items()) if its != (0, EMPTY)}

    def changed(self) -> dict[str, tuple[int, bytes]]:
        """Return the kinds that are not as they were kept at the beginning; (0, zeros) for one that is gone."""
        names = self._kinds.keys() | self._kept.keys()
        now = {name: self._kinds.get(name, (0, EMPTY)) for name in sorted(names)}
        return {name: its for name, its in now.items() if its != self._kept.get(name, (0, EMPTY))}

    def total(self) -> bytes:
        """Return the digest of the whole stream."""
        digest = EMPTY
        for _, its in self._kinds.values():
            digest = xor(digest, its)
        return digest
