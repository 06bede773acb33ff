# SPDX-License-Identifier: MIT
"""What was written about somebody before this notebook's own history begins, as the centre has told it.

It is kept in memory only, until the notebook is locked: it counts for nothing, and erasing it is forgetting it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Final

from desktop.store.beginnings import began_elsewhere, beginning_of, told_to_forget
from desktop.store.reads import NotebookReads
from desktop.store.views import WriteStanding, WriteView
from sync.records.ids import EntityId

_MOST_PEOPLE: Final = 20
_OUT: Final = frozenset({WriteStanding.QUARANTINED, WriteStanding.REFUSED})

Writes = Mapping[EntityId, Sequence[WriteView]]


@dataclass(frozen=True, slots=True)
class _Told:
    """What was told about one person, and how much this notebook had been told to forget by then."""

    writes: Writes
    forgotten: int


class Past:
    """Of the people whose history was fetched last: every write about them, by record. Used from any lane."""

    def __init__(self) -> None:
        self._told: dict[EntityId, _Told] = {}
        self._lock = Lock()

    def keep(self, person: EntityId, writes: Writes, *, forgotten: int) -> None:
        """Keep what was told; ``forgotten`` is what ``told_to_forget`` said before the centre was asked."""
        with self._lock:
            self._told.pop(person, None)
            self._told[person] = _Told(writes, forgotten)
            while len(self._told) > _MOST_PEOPLE:
                del self._told[next(iter(self._told))]

    def history(self, reads: NotebookReads, entity: EntityId) -> tuple[WriteView, ...]:
        """Return every write to a record that is here or was told, in the order of the store's own history.

        Where a snapshot brought the beginning and nothing was told of it, that is the first write, with time 0.
        """
        here = reads.history(entity)
        told = self._of(reads, entity)
        if told is None:
            first = beginning_of(reads, entity)
            return here if first is None or any(one.id == first.id for one in here) else (first, *here)
        known = {one.id for one in here}
        return _in_order([*here, *(one for one in told if one.id not in known)]) if told else here

    def began_elsewhere(self, reads: NotebookReads, entity: EntityId) -> bool:
        """Whether a record has earlier writes that are neither here nor told."""
        return self._of(reads, entity) is None and began_elsewhere(reads, entity)

    def _of(self, reads: NotebookReads, entity: EntityId) -> Sequence[WriteView] | None:
        self._drop_forgotten(reads)
        with self._lock:
            for told in self._told.values():
                if entity in told.writes:
                    return told.writes[entity]
        return None

    def _drop_forgotten(self, reads: NotebookReads) -> None:
        """Forget everything once there is a new order to forget something: it may be about what was told."""
        with self._lock:
            if not self._told:
                return
        now = told_to_forget(reads)
        with self._lock:
            self._told = {one: told for one, told in self._told.items() if told.forgotten == now}


def _in_order(writes: Sequence[WriteView]) -> tuple[WriteView, ...]:
    """Return writes in hub order, provisional ones after, each with what stood before it."""
    placed = sorted(
        writes, key=lambda one: (one.number is None, one.number or 0, one.time, one.id.writer, one.id.n)
    )
    values: dict[str, Any] = {}
    found = []
    for one in placed:
        found.append(
            replace(
                one, changes=tuple(replace(change, before=values.get(change.name)) for change in one.changes)
            )
        )
        if one.standing not in _OUT:
            values.update({change.name: change.after for change in one.changes})
    return tuple(found)
