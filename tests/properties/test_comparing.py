# SPDX-License-Identifier: MIT
"""Whatever happens to a notebook's rows is found, named record by record, and mended; an honest pair never differs."""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from damage import HARMS, Damage, derived, states
from hub_laptop import HubLaptop
from hub_world import HubWorld
from hypothesis import given, settings
from hypothesis import strategies as st
from store_world import edit, note, person, session, visit

from desktop.store.changes import Change
from desktop.store.comparing import StoreComparing
from sync.client.comparing import SOON, Comparing, compare
from sync.client.pace import Pace
from sync.client.round import Round
from sync.hub.in_process import InProcessHub
from sync.hub.roster import grant
from sync.protocol.comparing_journal import How
from sync.protocol.journal import RoundOutcome
from sync.records.ids import EntityId, StreamId, team_stream

_numbers = itertools.count(1)
STEPS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 5), st.booleans()), min_size=2, max_size=12)
"""(who, what, whether both meet the hub afterwards)."""
HARMED = st.lists(st.tuples(st.sampled_from(HARMS), st.integers(0, 10**6)), min_size=1, max_size=4)


@dataclass
class _City:
    """One hub, two authors' notebooks and one that is never harmed, in a new team each time."""

    folder: tempfile.TemporaryDirectory[str]
    world: HubWorld
    laptops: list[HubLaptop] = field(default_factory=list)

    @classmethod
    def make(cls) -> "_City":
        folder = tempfile.TemporaryDirectory()
        world = HubWorld.make(Path(folder.name) / "hub")
        team = world.team("Koti")
        made = cls(folder, world)
        for name in ("Aino", "Bo", "Cai"):
            member = world.member(name, "adviser", team)
            made.laptops.append(HubLaptop.of(world, member, Path(folder.name) / f"{name}.db"))
        return made

    def team(self) -> StreamId:
        team = self.world.team(f"Ryhmä {next(_numbers)}")
        for one in self.laptops:
            grant(self.world.parts, one.store.me.staff, "adviser", team=team)
        return team_stream(team)

    def close(self) -> None:
        for one in self.laptops:
            one.store.close()
        self.world.close()
        self.folder.cleanup()


_shared: list[_City] = []


@contextmanager
def _in_city() -> Iterator[_City]:
    """The city that all examples share; one in which something failed is not used again."""
    if not _shared:
        _shared.append(_City.make())
    try:
        yield _shared[0]
    except BaseException:
        _shared.pop().close()
        raise


def teardown_module() -> None:
    while _shared:
        _shared.pop().close()


@dataclass
class _Play:
    """A history in one team."""

    stream: StreamId
    cards: list[Change] = field(default_factory=list)
    done: int = 0

    def act(self, laptop: HubLaptop, what: int) -> None:
        """Save something; what was made before may be changed by either."""
        self.done += 1
        at = self.done
        if what < 2 or not self.cards:
            card = person("Aino", f"Testinen{what}") if what else session("Kirjasto", at=at)
            self.cards.append(card)
            laptop.save(self.stream, card)
            return
        card = self.cards[at % len(self.cards)]
        if laptop.store.reads().entities.state(card.entity) is None:
            return  # the other's, and not here yet
        if what == 2:
            laptop.save(self.stream, visit(card.entity, at=at))
        elif card.kind == "person" and what == 3:
            laptop.save(self.stream, note(card.entity, f"teksti {at}", at=at))
        elif card.kind == "person":
            laptop.save(self.stream, edit("person", card.entity, known_as=f"nimi {at}"))
        else:
            laptop.save(self.stream, edit("session", card.entity, score=at % 5 + 1))


def _played(city: _City, steps: list[tuple[int, int, bool]]) -> StreamId:
    stream = city.team()
    play = _Play(stream)
    aino, bo, cai = city.laptops
    for who, what, meet in steps:
        play.act(city.laptops[who], what)
        if meet:
            aino.sync()
            bo.sync()
    for one in (aino, bo, aino, cai):
        one.sync()
    return stream


def _compared(laptop: HubLaptop) -> tuple[RoundOutcome, str]:
    StoreComparing(laptop.store).set_compared(SOON)
    record = laptop.engine.round(cancelled=lambda: False)
    return record.outcome, record.problem


def _named(laptop: HubLaptop, since: int) -> dict[EntityId, How]:
    found = StoreComparing(laptop.store).comparison()
    if found is None or found.at < since:
        return {}
    assert (found.open, found.count) == ((), len(found.differences))
    return {one.entity: one.how for one in found.differences}


@settings(max_examples=40)
@given(steps=STEPS, harmed=HARMED)
def test_every_damage_is_found_named_and_mended(
    steps: list[tuple[int, int, bool]], harmed: list[tuple[str, int]]
) -> None:
    with _in_city() as city:
        _found_named_and_mended(city, steps, harmed)


def test_a_save_that_is_left_out_but_was_overwritten_since_is_no_difference() -> None:
    """Whoever overwrote it had seen it, so the row says the same without it. Found by the test above."""
    steps = [(1, 1, True), (1, 0, True), (1, 3, True), (0, 2, True), (0, 3, False)]
    with _in_city() as city:
        for at in range(3):  # which of the three cards it is follows from fresh ids
            _found_named_and_mended(city, steps, [("commit_left_out", at), ("wrong_digest", 0)])


def _found_named_and_mended(
    city: _City, steps: list[tuple[int, int, bool]], harmed: list[tuple[str, int]]
) -> None:
    stream = _played(city, steps)
    laptop, sound = city.laptops[0], city.laptops[2]
    whole, lists = states(laptop.store, stream), derived(laptop.store)
    assert lists == derived(sound.store)
    damage = Damage(laptop.store, stream)
    expected: dict[EntityId, How] = {}
    for harm, at in harmed:
        entity = sorted(whole)[at % len(whole)]
        if entity in expected:
            continue
        how = getattr(damage, harm)(entity)
        if how is How.MISSING_THERE:
            assert damage.stray is not None
            expected[damage.stray] = how
        elif how is not None:
            expected[entity] = how
    since = city.world.clock()
    assert _compared(laptop) == (RoundOutcome.DONE, "")
    assert _named(laptop, since) == expected
    assert states(laptop.store, stream) == whole
    assert derived(laptop.store) == lists
    laptop.store.check_fold()
    assert laptop.journal.digest(stream) == sound.journal.digest(stream) is not None


@settings(max_examples=25)
@given(steps=STEPS, harmed=HARMED, after=STEPS)
def test_what_waits_to_be_sent_outlives_the_mending(
    steps: list[tuple[int, int, bool]], harmed: list[tuple[str, int]], after: list[tuple[int, int, bool]]
) -> None:
    """What is saved while a round runs, or what the hub refuses, lies here unsent while rows are made anew."""
    with _in_city() as city:
        _outlives_the_mending(city, steps, harmed, after)


def test_a_row_from_before_a_save_that_it_waits_for_is_made_anew_though_no_digest_tells() -> None:
    """Its heads are those of today: what came late was overwritten already. Found by the test above."""
    steps, after = [(1, 4, True), (1, 5, False)], [(1, 4, False), (1, 4, False), (0, 5, True)]
    with _in_city() as city:
        _outlives_the_mending(city, steps, [("older_row", 2)], after)


def _outlives_the_mending(
    city: _City,
    steps: list[tuple[int, int, bool]],
    harmed: list[tuple[str, int]],
    after: list[tuple[int, int, bool]],
) -> None:
    stream = _played(city, steps)
    laptop, sound = city.laptops[0], city.laptops[2]
    play = _Play(stream, [_card(one, laptop) for one in states(laptop.store, stream)])
    for _, what, _meet in after:
        play.act(laptop, what)
    unsent = laptop.journal.unsent_count()
    whole, lists = states(laptop.store, stream), derived(laptop.store)
    damage, harmed_already = Damage(laptop.store, stream), set[EntityId]()
    for harm, at in harmed:
        entity = sorted(whole)[at % len(whole)]
        if entity not in harmed_already and harm != "commit_left_out":
            getattr(damage, harm)(entity)
            harmed_already.add(entity)
    _compare_only(city, laptop)
    assert states(laptop.store, stream) == whole
    assert derived(laptop.store) == lists
    laptop.store.check_fold()
    assert laptop.journal.unsent_count() == unsent
    for one in city.laptops:
        one.sync()
    assert laptop.journal.digest(stream) == sound.journal.digest(stream) is not None
    assert states(laptop.store, stream) == states(sound.store, stream)


def _compare_only(city: _City, laptop: HubLaptop) -> None:
    """Compare as a round does at its end, without pushing before."""
    journal = StoreComparing(laptop.store)
    journal.set_compared(SOON)
    known, hub = laptop.engine.known, laptop.engine.hub
    assert known is not None
    assert isinstance(hub, InProcessHub)
    trip = Round(
        hub, laptop.journal, known, laptop.store.me.writer, Pace(), lambda: False, lambda _progress: None
    )
    assert compare(trip, Comparing(hub, journal, city.world.clock), ()) == []


def _card(entity: EntityId, laptop: HubLaptop) -> Change:
    view = laptop.store.reads().entities.state(entity)
    assert view is not None
    return Change(kind=view.kind, entity=entity, fields={})
