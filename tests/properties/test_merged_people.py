# SPDX-License-Identifier: MIT
"""Merging loses nothing: while it stands every card's words are shown, and after it each card is as it would be."""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hub_laptop import HubLaptop
from hub_world import HubClock, HubWorld
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.notebook.cards import Cards, cards_of
from desktop.notebook.desk import Desk
from desktop.notebook.errors import GoneMeanwhile
from desktop.notebook.lanes import Lane
from desktop.notebook.merging import Merging
from desktop.notebook.messages.merging import ListMerged, MergePeople, UnmergePeople
from desktop.notebook.messages.people import OpenPerson, PersonView, SaveNote, SavePerson
from desktop.notebook.people import People
from desktop.resources import resource
from desktop.store.views import EntityView
from sync.hub.erase import erase_subject
from sync.records.codes import load_codes
from sync.records.ids import EntityId

CARDS = 3
_numbers = itertools.count(1)
_codes = load_codes(resource("codes"))

Step = tuple[str, int, int, int]
"""(what, by whom, which card, which other card or value)."""
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from(["edit", "note", "merge", "part"]),
            *[st.integers(0, 1), *[st.integers(0, CARDS - 1)] * 2],
        ),
        st.tuples(st.just("sync"), st.integers(0, 1), st.just(0), st.just(0)),
    ),
    min_size=1,
    max_size=12,
)


@dataclass
class _Worker:
    """One notebook of the team, with what answers about people."""

    laptop: HubLaptop
    desk: Desk
    people: People
    merging: Merging


@dataclass
class _Team:
    """Two workers at a real hub, and three cards that both have."""

    world: HubWorld
    workers: tuple[_Worker, _Worker]
    cards: list[EntityId]

    def meet(self) -> None:
        """Let both send and fetch until both have everything."""
        for _ in range(2):
            for one in self.workers:
                one.laptop.sync()


@contextmanager
def _team() -> Iterator[_Team]:
    clock = HubClock()
    with tempfile.TemporaryDirectory() as folder:
        world = HubWorld.make(Path(folder) / "hub", clock=clock)
        team = world.team("Testitiimi")
        lane = Lane("test")
        workers = []
        for name in ("Aino Aalto", "Bertta Berg"):
            laptop = HubLaptop.of(world, world.member(name, "adviser", team), Path(folder) / f"{name}.db")
            laptop.sync()
            desk = Desk(
                laptop.store, codes=_codes, clock=clock, practice=True, laptop_name="Testikone", hub_address=""
            )  # fmt: skip
            people = People(desk, reading=lane, writing=lane)
            workers.append(_Worker(laptop, desk, people, Merging(desk, reading=lane, writing=lane)))
        aino, bertta = workers
        cards = [
            aino.people.save(SavePerson(None, {"name": {"first": f"Kortti {n}", "last": "Testinen"}})).entity
            for n in range(CARDS)
        ]
        made = _Team(world, (aino, bertta), cards)
        made.meet()
        try:
            yield made
        finally:
            lane.stop()
            for one in workers:
                one.laptop.store.close()
            world.close()


def _do(team: _Team, step: Step, said: dict[EntityId, list[str]]) -> None:
    what, who, which, other = step
    one, card = team.workers[who], team.cards[which]
    word = f"sana {next(_numbers)}"
    match what:
        case "edit":
            one.people.save(SavePerson(card, {"known_as": word}))
        case "note":
            one.people.save_note(SaveNote(card, word))
            said[card].append(word)
        case "merge":
            try:
                one.merging.merge(MergePeople(card, team.cards[other]))
            except GoneMeanwhile:
                return
        case "part":
            try:
                one.merging.part(UnmergePeople(card))
            except GoneMeanwhile:
                return
        case _:
            one.laptop.sync()


def _shown(view: PersonView) -> set[str]:
    """Return every word that the card shows of its fields, on whatever card it stands."""
    fields = [*view.fields, *(field for card in view.cards for field in card.fields)]
    values = [value for field in fields for value in (field.value, *(side.value for side in field.sides))]
    return {str(value) for value in values}


def _heads(desk: Desk, card: EntityId) -> EntityView | None:
    return desk.reads.entity(card)


def _demand_all_is_shown(team: _Team, said: dict[EntityId, list[str]]) -> None:
    for worker in team.workers:
        for card in team.cards:
            view = worker.people.open(OpenPerson(card, "test"))
            cards: Cards = cards_of(worker.desk, card)
            noted = sorted(row.text for row in view.history if row.kind == "note")
            assert noted == sorted(text for one in cards.ids for text in said[one])
            heads = [
                head
                for one in cards.views
                if "known_as" in one.fields
                for head in one.fields["known_as"].heads
            ]
            assert {str(head.value) for head in heads} <= _shown(view)


@settings(max_examples=8, deadline=None)
@given(steps=STEPS)
def test_what_is_merged_shows_all_and_what_is_separated_is_as_if_never_merged(steps: list[Step]) -> None:
    with _team() as team:
        said: dict[EntityId, list[str]] = {card: [] for card in team.cards}
        for step in steps:
            _do(team, step, said)
        team.meet()
        _demand_all_is_shown(team, said)
        aino, bertta = team.workers
        groups = [[cards_of(one.desk, card).ids for card in team.cards] for one in team.workers]
        assert groups[0] == groups[1]
        before = [_heads(aino.desk, card) for card in team.cards]
        while aino.merging.list_all(ListMerged()).rows:
            for card in team.cards:
                _do(team, ("part", 1, team.cards.index(card), 0), said)
            team.meet()
        for worker in team.workers:
            for card in team.cards:
                assert cards_of(worker.desk, card).ids == (card,)
        assert [_heads(aino.desk, card) for card in team.cards] == before
        _demand_all_is_shown(team, said)
        assert bertta.merging.list_all(ListMerged()).rows == []


@settings(max_examples=4, deadline=None)
@given(
    pairs=st.lists(st.tuples(st.integers(0, CARDS - 1), st.integers(0, CARDS - 1)), max_size=3),
    gone=st.integers(0, CARDS - 1),
)
def test_who_is_erased_is_erased_with_every_card(pairs: list[tuple[int, int]], gone: int) -> None:
    with _team() as team:
        aino, _ = team.workers
        for one, other in pairs:
            if one != other:
                _do(team, ("merge", 0, one, other), {})
                team.meet()
        joined = cards_of(aino.desk, team.cards[gone]).ids
        assert erase_subject(team.world.parts, team.cards[gone]).subjects == len(joined)
        team.meet()
        for worker in team.workers:
            left = [card for card in team.cards if worker.desk.reads.entity(card) is not None]
            assert left == [card for card in team.cards if card not in joined]
