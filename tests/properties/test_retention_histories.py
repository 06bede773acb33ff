# SPDX-License-Identifier: MIT
"""Whatever is let go of and when, the count check never differs, and what is fetched again is as it was."""

import itertools
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from evicting_laptop import EvictingLaptop
from hub_world import HubWorld, home_stream
from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import edit, note, person

from desktop.store.errors import EntityUnknown
from desktop.store.journal import StoreJournal
from sync.hub.roster import grant
from sync.records.ids import EntityId, StreamId

_numbers = itertools.count(1)
Step = tuple[str, int, int]
"""(what happens, at which of two laptops, to which of three people)."""
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["edit", "note", "sync", "put out", "put out", "fetch"]), st.integers(0, 1), st.integers(0, 2)
    ),
    min_size=4, max_size=24,
)  # fmt: skip


@dataclass
class _City:
    """One hub for all examples, each in a team of its own; the third laptop never lets go of anybody."""

    folder: tempfile.TemporaryDirectory[str]
    world: HubWorld
    laptops: list[EvictingLaptop] = field(default_factory=list)

    @classmethod
    def make(cls) -> "_City":
        folder = tempfile.TemporaryDirectory()
        city = cls(folder, HubWorld.make(Path(folder.name) / "hub"))
        team = city.world.team("Koti")
        for name in ("Aino", "Bo", "Cai"):
            member = city.world.member(f"{name} Esimerkki", "adviser", team)
            city.laptops.append(EvictingLaptop.open(city.world, member, Path(folder.name) / f"{name}.db"))
        return city

    def team(self) -> StreamId:
        """A new team where everybody works."""
        team = self.world.team(f"Ryhmä {next(_numbers)}")
        for one in self.laptops:
            grant(self.world.parts, one.store.me.staff, "adviser", team=team)
        for one in self.laptops:
            one.sync()
        return home_stream(team)


_shared: list[_City] = []


def teardown_module() -> None:
    for city in _shared:
        for one in city.laptops:
            one.store.close()
        city.world.close()
        city.folder.cleanup()


@settings(max_examples=12, deadline=None)
@given(steps=STEPS)
def test_any_history_with_people_let_go_of_ends_as_one_without(steps: list[Step]) -> None:
    if not _shared:
        _shared.append(_City.make())
    city = _shared[0]
    stream = city.team()
    first, second, whole = city.laptops
    cards = [person(f"Nimi{at}", "Esimerkki") for at in range(3)]
    for card in cards:
        first.save(stream, card)
    first.sync()
    second.sync()
    people = [card.entity for card in cards]
    for at, (what, which, who) in enumerate(steps):
        _take(city.laptops[which], stream, people[who], what, at)
    for one in (first, second, first):
        one.sync()
    for one in (first, second):
        for person_ in people:
            one.want(person_)
        one.sync()
        assert StoreJournal(one.store).unsent_count() == 0
    first.sync()
    whole.sync()
    assert first.states() == whole.states()
    assert second.states() == whole.states()


def _take(laptop: EvictingLaptop, stream: StreamId, who: EntityId, what: str, at: int) -> None:
    here = laptop.store.reads().entity(who) is not None
    match what:
        case "edit" if here:
            laptop.save(stream, edit("person", who, known_as=f"Kutsuma{at}"))
        case "edit":
            try:
                laptop.save(stream, edit("person", who, known_as=f"Kutsuma{at}"))
            except EntityUnknown:
                return
            raise AssertionError("nobody changes what they cannot have seen")
        case "note":
            laptop.save(stream, note(who, f"Sana{at}"))
        case "sync":
            laptop.sync()
        case "put out":
            laptop.put_out(who)
        case _:
            laptop.want(who)
