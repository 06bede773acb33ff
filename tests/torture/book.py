# SPDX-License-Identifier: MIT
"""The oracle: every save that was acknowledged, and what its author had before their eyes; a model of plain sets.

It knows nothing of seen ids, contexts or folds. A value stands at the end unless an author who saw it wrote over it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sync.log.commit import CommitId
from sync.records.ids import EntityId, StaffId, StreamId

Place = tuple[StreamId, EntityId, str]
"""Stream, entity and field."""
Home = tuple[EntityId, str]
"""Entity and field: what was said goes with a person from stream to stream."""


@dataclass(eq=False, slots=True)
class Saved:
    """One field of one acknowledged save.

    ``saw`` is what stood on the author's screen there; ``before`` are this writer's own earlier saves of the field
    in this stream that lay in the notebook.
    """

    place: Place
    """Where it was saved."""
    subject: EntityId
    value: Any
    id: CommitId
    notebook: str
    """The file of the notebook it was saved in."""
    staff: StaffId
    saw: frozenset["Saved"]
    before: frozenset["Saved"]
    ids: set[CommitId] = field(default_factory=set)
    """By which ids it travels: its own, and those under which heirs have signed it again or the hub has carried it."""
    excused: str = ""
    """Why it may be gone: the disk it lay on was lost, or an erasure took it."""
    emptied: bool = False
    """That one write was erased: it still replaces what it replaced."""

    @property
    def home(self) -> Home:
        """Entity and field."""
        return self.place[1:]

    def __repr__(self) -> str:
        return f"{self.value!r} by {self.id.writer.hex()[:4]}.{self.id.n}"


class Book:
    """All saves, by entity and field and by id."""

    def __init__(self) -> None:
        self.saves: list[Saved] = []
        self.by_place: dict[Home, list[Saved]] = {}
        self.by_id: dict[tuple[CommitId, Home], Saved] = {}

    def write(self, one: Saved) -> None:
        """Note a save."""
        self.saves.append(one)
        self.by_place.setdefault(one.home, []).append(one)
        self.alias(one, one.id)

    def alias(self, one: Saved, by: CommitId) -> None:
        """Note another id of a save."""
        one.ids.add(by)
        self.by_id[(by, one.home)] = one

    def find(self, place: Home, ids: Iterable[CommitId | None]) -> Saved | None:
        """Return the save that goes by one of these ids."""
        for one in ids:
            found = None if one is None else self.by_id.get((one, place))
            if found is not None:
                return found
        return None

    def standing(
        self, place: Home, effective: Mapping[Saved, bool], known: frozenset[CommitId]
    ) -> tuple[Saved, ...]:
        """Return the saves that stand in a field.

        ``effective`` holds those the hub counts; ``known`` the ids of all commits that it has, counted or not.
        """
        there = [one for one in self.by_place.get(place, ()) if effective.get(one)]
        gone: set[Saved] = set()
        for one in there:
            gone |= one.before
            for seen in one.saw:
                if seen.ids & known:
                    gone.add(seen)
                if seen.id in known:
                    gone |= seen.before
        return tuple(one for one in there if one not in gone)
