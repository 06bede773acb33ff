# SPDX-License-Identifier: MIT
"""An exhaustive model: two writers, one hub, one field, every history, breadth first."""

from dataclasses import dataclass, field, replace

import pytest
from log_world import ENTITIES, WRITERS, KnownIds, commit_id, make_body

from sync.log.commit import CommitId
from sync.log.digest import stream_digest
from sync.log.fold import Write, apply, heads_seen, learn, pending
from sync.log.pure import fold_entity
from sync.log.state import EntityState

ENTITY = ENTITIES[0]
LAPTOPS = (0, 1)
Entry = tuple[str, int]
"""What the hub's log holds: ("commit" | "quarantined" | "released", index of the commit)."""


@dataclass(frozen=True)
class Laptop:
    """How far it has pulled, what it knows and what it folds, and its incremental state."""

    cursor: int = 0
    sent: int = 0
    known: frozenset[int] = frozenset()
    folded: frozenset[int] = frozenset()
    state: EntityState | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Town:
    """One reachable situation. ``commits``: (author, ids its write names, indices its author had folded)."""

    commits: tuple[tuple[int, tuple[CommitId, ...], frozenset[int]], ...] = ()
    log: tuple[Entry, ...] = ()
    laptops: tuple[Laptop, Laptop] = (Laptop(), Laptop())

    def id(self, index: int) -> CommitId:
        author = self.commits[index][0]
        n = sum(1 for one in self.commits[: index + 1] if one[0] == author)
        return commit_id(WRITERS[author], n)

    def write_of(self, index: int) -> Write:
        return Write(self.id(index), make_body(ENTITY, {"name": (index, self.commits[index][1])}))

    def known(self, indices: frozenset[int]) -> KnownIds:
        return KnownIds(self.id(index) for index in indices)

    def pure(self, folded: frozenset[int], known: frozenset[int]) -> EntityState | None:
        writes = [self.write_of(index) for index in sorted(folded)]
        return fold_entity(writes, self.known(known)) if writes else None

    def own(self, author: int) -> list[int]:
        return [index for index, one in enumerate(self.commits) if one[0] == author]

    def with_laptop(self, which: int, laptop: Laptop) -> "Town":
        first, second = self.laptops
        return replace(self, laptops=(laptop, second) if which == 0 else (first, laptop))

    def learnt(self, laptop: Laptop, index: int, *, folds: bool) -> Laptop:
        """The laptop as it is once it knows one more commit and, if so, folds it: step by step."""
        known = laptop.known | {index}
        state = laptop.state
        if state is not None and self.id(index) in pending(state):
            state = learn(state, self.id(index))
        if folds:
            state = apply(state, self.write_of(index), self.known(known))
        return replace(laptop, known=known, folded=laptop.folded | ({index} if folds else set()), state=state)

    def next(self) -> list["Town"]:
        towns = [self.save(which) for which in LAPTOPS]
        for which in LAPTOPS:
            laptop = self.laptops[which]
            if laptop.sent < len(self.own(which)):
                towns += [self.push(which, kind) for kind in ("commit", "quarantined")]
            if laptop.cursor < len(self.log):
                towns.append(self.pull(which))
        waiting = {index for kind, index in self.log if kind == "quarantined"}
        released = {index for kind, index in self.log if kind == "released"}
        towns += [replace(self, log=(*self.log, ("released", one))) for one in sorted(waiting - released)]
        return towns

    def save(self, which: int) -> "Town":
        laptop = self.laptops[which]
        seen = heads_seen(laptop.state, ["name"])["name"]
        town = replace(self, commits=(*self.commits, (which, seen, laptop.folded)))
        return town.with_laptop(which, town.learnt(laptop, len(self.commits), folds=True))

    def push(self, which: int, kind: str) -> "Town":
        laptop = self.laptops[which]
        entry = (kind, self.own(which)[laptop.sent])
        return replace(self, log=(*self.log, entry)).with_laptop(which, replace(laptop, sent=laptop.sent + 1))

    def pull(self, which: int) -> "Town":
        laptop = self.laptops[which]
        kind, index = self.log[laptop.cursor]
        laptop = replace(laptop, cursor=laptop.cursor + 1)
        if kind == "quarantined" and index in laptop.folded:  # a provisional commit of mine leaves the set
            folded = laptop.folded - {index}
            laptop = replace(laptop, folded=folded, state=self.pure(folded, laptop.known))
        else:
            laptop = self.learnt(laptop, index, folds=kind != "quarantined")
        return self.with_laptop(which, laptop)

    def effective(self) -> frozenset[int]:
        released = {index for kind, index in self.log if kind == "released"}
        return frozenset(index for kind, index in self.log if kind == "commit") | released


def _check(town: Town) -> None:
    for laptop in town.laptops:
        assert laptop.state == town.pure(laptop.folded, laptop.known)
    numbered = frozenset(index for _, index in town.log)
    effective = town.effective()
    hub = town.pure(effective, numbered)
    for laptop in town.laptops:
        if laptop.cursor == len(town.log) and laptop.known == numbered:
            assert laptop.state == hub
            assert (
                hub is None or laptop.state is None or stream_digest([laptop.state]) == stream_digest([hub])
            )
    if hub is None:
        return
    heads = {head.value for head in hub.fields["name"].heads}
    assert heads
    for index in effective - heads:
        author = town.commits[index][0]
        assert any(
            index in town.commits[other][2] or (town.commits[other][0] == author and other > index)
            for other in effective
        )


def _explore(events: int) -> int:
    """Check every situation that so many events reach, on every way to it; return how many there are."""
    level = {Town()}
    seen = set(level)
    for _ in range(events):
        reached: set[Town] = set()
        for town in level:
            for after in town.next():
                _check(after)
                reached.add(after)
        level = reached - seen
        seen |= level
    return len(seen)


@pytest.mark.parametrize(("events", "situations"), [(6, 1951), (8, 25_509)])
def test_every_history_of_two_writers_and_a_hub_agrees_and_loses_nothing(
    events: int, situations: int
) -> None:
    assert _explore(events) == situations


@pytest.mark.torture
def test_ten_events_agree_too_and_lose_nothing() -> None:
    assert _explore(10) == 343_797
