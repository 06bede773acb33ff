# SPDX-License-Identifier: MIT
"""Which writes to one field stood before each author's eyes: what was settled, and what two values come from.

The fold keeps what stands; this looks back, over the same rules (``sync.log.fold``). What only a snapshot
told is missing here: then less is known, and nothing is guessed.
"""

from collections.abc import Iterable

from sync.log.codec import encode
from sync.log.commit import CommitId
from sync.log.fold import Write
from sync.records.ids import WriterId


class Lineage:
    """The writes to one field of one entity."""

    def __init__(self, writes: Iterable[Write], field: str) -> None:
        self._writes = {one.id: one for one in writes if field in one.body.fields}
        self._field = field
        self._by_writer: dict[WriterId, list[CommitId]] = {}
        for one in sorted(self._writes):
            self._by_writer.setdefault(one.writer, []).append(one)

    def ids(self) -> tuple[CommitId, ...]:
        """Return every write that is known here, by id."""
        return tuple(sorted(self._writes))

    def value(self, one: CommitId) -> object:
        """Return what a write says; ``None`` for one that was erased. Raises KeyError for an unknown one."""
        write = self._writes[one]
        return None if write.erased else write.body.fields[self._field].value

    def erased(self, one: CommitId) -> bool:
        """Whether a write's value was erased. Raises KeyError for an unknown one."""
        return self._writes[one].erased

    def past(self, one: CommitId) -> frozenset[CommitId]:
        """Return every write that this write's author had seen, directly or by what they had seen."""
        found: set[CommitId] = set()
        waiting = [one]
        while waiting:
            fresh = [each for each in self._replaced(waiting.pop()) if each not in found]
            found.update(fresh)
            waiting += fresh
        return frozenset(found)

    def before(self, one: CommitId) -> tuple[CommitId, ...]:
        """Return what stood side by side when this was written, by id; nothing for a first write."""
        return self._newest(self.past(one))

    def settled(self, one: CommitId) -> tuple[CommitId, ...]:
        """Return the values that a write laid to rest: those before it, when they differed. Nothing else."""
        stood = self.before(one)
        values = {encode(self.value(each)) for each in stood if not self.erased(each)}
        return stood if len(values) > 1 else ()

    def taken_back(self, one: CommitId) -> tuple[CommitId, ...]:
        """Return the choice that a write undid by saying again what the choice had put aside. Nothing else.

        A choice is a write that settled, or that took another one back: two people may do so in turn.
        """
        stood = self.before(one)
        if len(stood) != 1 or self.erased(one):
            return ()
        put_aside = self.settled(stood[0]) or self.taken_back(stood[0])
        values = {encode(self.value(each)) for each in put_aside if not self.erased(each)}
        return stood if encode(self.value(one)) in values - {encode(self.value(stood[0]))} else ()

    def base(self, ones: Iterable[CommitId]) -> CommitId | None:
        """Return the last write that the authors of all of these had seen; of several the greatest id."""
        pasts = [self.past(one) for one in ones if one in self._writes]
        shared = self._newest(frozenset.intersection(*pasts)) if pasts else ()
        return shared[-1] if shared else None

    def _replaced(self, one: CommitId) -> list[CommitId]:
        write = self._writes.get(one)
        if write is None:
            return []
        floors: dict[WriterId, int] = {}
        if write.body.origin is None:
            floors[one.writer] = one.n - 1
        for seen in write.body.fields[self._field].seen:
            if self._agrees(seen):
                floors[seen.writer] = max(seen.n, floors.get(seen.writer, 0))
        return [
            each
            for writer, floor in floors.items()
            for each in self._by_writer.get(writer, ())
            if each.n <= floor
        ]

    def _agrees(self, seen: CommitId) -> bool:
        """Whether a seen id can be of the chain that is here: another commit of the same number is not."""
        return all(one.mark == seen.mark for one in self._by_writer.get(seen.writer, ()) if one.n == seen.n)

    def _newest(self, ones: frozenset[CommitId]) -> tuple[CommitId, ...]:
        covered = {each for one in ones for each in self.past(one)}
        return tuple(sorted(ones - covered))
