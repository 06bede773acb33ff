# SPDX-License-Identifier: MIT
"""A person's path written apart: offline on two laptops, on two cards of one person. Nothing is lost, all agree."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from coach import TODAY, Coach, day, names, only, said
from hub_laptop import HubLaptop
from hub_world import HubWorld
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notebook_world import AINO, CELIA, MORNING, NotebookWorld
from store_world import person

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound
from desktop.notebook.merging import Merging
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.merging import MergePeople, TakeFromCard
from desktop.notebook.messages.people import (
    ListConflicts,
    OpenConflict,
    OpenPerson,
    SettleConflict,
)
from desktop.notebook.messages.plans import (
    MoveStep,
    OpenPlan,
    OrderStep,
    PlanView,
    SavePath,
)
from desktop.notebook.plans import Plans
from desktop.notebook.taking import take
from desktop.resources import resource
from sync.records.codes import load_codes
from sync.records.ids import EntityId, derived_entity


@pytest.fixture
def aino(world: NotebookWorld) -> Coach:
    return Coach(world, AINO)


def test_two_who_begin_a_plan_apart_begin_the_same_and_choose_between_their_goals(
    world: NotebookWorld, aino: Coach
) -> None:
    celia = Coach(world, CELIA)
    person = aino.client()
    world.sync()
    for coach, goal in ((aino, "Lähihoitajaksi"), (celia, "Kokiksi")):
        sight = coach.look(person).sight
        coach.save(person, "plan", goal=goal, sight=sight)
    celia.save(person, "plan", next_contact=day(7))
    world.sync()
    for coach in (aino, celia):
        view = coach.look(person)
        field = next(one for one in view.plan if one.name == "goal")
        assert Mark.TWO_VALUES in field.marks
        assert {one.value for one in field.sides} == {"Lähihoitajaksi", "Kokiksi"}
        assert said(view)["next_contact"] == day(7)
    plan = derived_entity(person, "plan")
    (row,) = aino.conflicts.list_all(ListConflicts()).rows
    assert (row.entity, row.field, row.title) == (plan, "goal", "Samir Haddad")
    mine = next(one for one in aino.conflicts.open(OpenConflict(plan, "goal")).sides if one.mine)
    aino.conflicts.settle(SettleConflict(plan, "goal", mine.writer, mine.n))
    world.sync()
    assert said(celia.look(person))["goal"] == "Lähihoitajaksi"
    assert celia.conflicts.list_all(ListConflicts()).rows == []


def test_what_another_card_of_the_person_plans_is_told_and_can_be_taken(
    world: NotebookWorld, aino: Coach
) -> None:
    first, second = aino.client(), aino.client()
    aino.save(first, "plan", goal="Kokiksi")
    aino.save(second, "plan", goal="Lähihoitajaksi", client_words="Haluan auttaa")
    aino.step(second, "Hae koulutukseen")
    Merging(aino.desk, reading=aino.lane, writing=aino.lane).merge(MergePeople(first, second))
    world.sync()
    view = aino.people.open(OpenPerson(first, "test"))
    (card,) = view.cards
    assert {one.name: one.value for one in card.plan} == {
        "goal": "Lähihoitajaksi",
        "client_words": "Haluan auttaa",
    }
    assert [(one.what, one.card) for one in aino.look(first).steps] == [("Hae koulutukseen", 2)]
    aino.look(first)
    take(aino.desk, TakeFromCard(second, "plan", "goal", view.sight))
    assert said(aino.look(first)) == {"goal": "Lähihoitajaksi"}
    assert [one.name for one in aino.people.open(OpenPerson(first, "test")).cards[0].plan] == ["client_words"]


def test_steps_that_two_add_and_move_apart_are_all_there_in_one_order(
    world: NotebookWorld, aino: Coach
) -> None:
    celia = Coach(world, CELIA)
    person = aino.client()
    first = aino.step(person, "Yksi").entity
    aino.step(person, "Kaksi")
    world.sync()
    aino.step(person, "Kolme")
    aino.plans.order(OrderStep(first, earlier=False))
    celia.step(person, "Neljä")
    celia.plans.move(MoveStep(first, "done"))
    world.sync()
    assert names(aino.look(person)) == names(celia.look(person))
    assert sorted(names(aino.look(person))) == ["Kaksi", "Kolme", "Neljä", "Yksi"]
    assert next(one.status for one in aino.look(person).steps if one.step == first) == "done"


def test_two_states_of_a_step_lie_side_by_side_until_somebody_chooses(
    world: NotebookWorld, aino: Coach
) -> None:
    celia = Coach(world, CELIA)
    person = aino.client()
    step = aino.step(person, "Hae koulutukseen").entity
    world.sync()
    for coach in (aino, celia):
        coach.look(person)
    aino.plans.move(MoveStep(step, "done"))
    celia.plans.move(MoveStep(step, "dropped", "Ei halua"))
    world.sync()
    row = only(aino.look(person))
    assert row.contested == ["state"]
    assert row.marks[0] is Mark.TWO_VALUES
    theirs = next(one for one in aino.conflicts.open(OpenConflict(step, "state")).sides if not one.mine)
    aino.conflicts.settle(SettleConflict(step, "state", theirs.writer, theirs.n))
    world.sync()
    assert (only(celia.look(person)).status, only(celia.look(person)).contested) == ("dropped", [])


ACTS = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 1), st.sampled_from(["Yksi", "Kaksi", "Kolme"])),
    st.tuples(st.just("rename"), st.integers(0, 1), st.integers(0, 5)),
    st.tuples(st.just("state"), st.integers(0, 1), st.integers(0, 5)),
    st.tuples(st.just("order"), st.integers(0, 1), st.integers(0, 5)),
    st.tuples(st.just("goal"), st.integers(0, 1), st.sampled_from(["Kokki", "Hoitaja", "Kuski"])),
    st.tuples(st.just("meet"), st.integers(0, 1), st.just("")),
    st.tuples(st.just("sync"), st.just(0), st.just("")),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=4, max_size=16))
def test_whatever_two_write_apart_both_see_the_same_path_and_every_word_of_it(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int, Any]]
) -> None:
    """What was written last by either is shown, or lies beside what the other wrote; nobody's record goes."""
    world = NotebookWorld.make(tmp_path_factory.mktemp("apart"))
    try:
        coaches = [Coach(world, AINO), Coach(world, CELIA)]
        person = coaches[0].client()
        world.sync()
        made = Made()
        for number, (what, who, more) in enumerate(acts):
            made.act(world, coaches, person, (number, what, who, more))
        world.sync()
        made.met()
        views = [coach.look(person) for coach in coaches]
        assert told(views[0]) == told(views[1])
        assert {one.step for one in views[0].steps} == made.steps
        assert len(views[0].meetings) == made.meetings
        for coach in coaches:
            for (entity, field), values in made.heads.items():
                shown = coach.desk.entity(entity).fields[field]
                assert {str(head.value) for head in shown.heads} == values
                assert shown.conflict == (len(values) > 1)
    finally:
        world.close()


class Made:
    """What two coaches have written: each one's last word since they met, and what lies side by side after it."""

    def __init__(self) -> None:
        self.steps: set[EntityId] = set()
        self.known: list[list[EntityId]] = [[], []]
        self.meetings = 0
        self.heads: dict[tuple[EntityId, str], set[str]] = {}
        self._pending: dict[tuple[EntityId, str], dict[int, str]] = {}

    def act(
        self, world: NotebookWorld, coaches: list[Coach], person: EntityId, act: tuple[int, str, int, Any]
    ) -> None:
        number, what, who, more = act
        coach, mine = coaches[who], self.known[who]
        if what == "sync":
            world.sync()
            self.met()
            every = sorted(self.steps)
            self.known = [list(every), list(every)]
        elif what == "add":
            step = coach.step(person, f"{more} {number}").entity
            self.steps.add(step)
            mine.append(step)
        elif what == "goal":
            coach.save(person, "plan", goal=f"{more} {number}")
            self._wrote(who, (derived_entity(person, "plan"), "goal"), f"{more} {number}")
        elif what == "meet":
            coach.save(person, "encounter", kind="phone")
            self.meetings += 1
        elif mine:
            self._on_step(coach, person, what, mine[more % len(mine)], number)
            if what == "rename":
                self._wrote(who, (mine[more % len(mine)], "what"), f"Uusi {number}")

    def _on_step(self, coach: Coach, person: EntityId, what: str, step: EntityId, number: int) -> None:
        if what == "rename":
            coach.save(person, "plan_step", record=step, what=f"Uusi {number}")
        elif what == "state":
            coach.plans.move(MoveStep(step, "done" if number % 2 else "open"))
        else:
            with suppress(NotFound):  # the last step can't go down
                coach.plans.order(OrderStep(step, earlier=number % 2 == 0))

    def met(self) -> None:
        """Note that both know everything: what both wrote apart lies side by side, what one wrote has replaced."""
        for key, values in self._pending.items():
            self.heads[key] = set(values.values())
        self._pending.clear()

    def _wrote(self, who: int, key: tuple[EntityId, str], value: str) -> None:
        self._pending.setdefault(key, {})[who] = value


def told(view: PlanView) -> list[Any]:
    """Return what a path says, without whose it is."""
    steps = [(one.step, one.what, one.status, sorted(one.contested)) for one in view.steps]
    return [steps, sorted(one.meeting for one in view.meetings), [(one.name, one.value) for one in view.plan]]


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[HubLaptop, HubLaptop]]:
    """Two advisers of one team on laptops of their own, at one hub."""
    hub = HubWorld.make(tmp_path / "hub")
    team = hub.team("Itäinen")
    both = [
        HubLaptop.of(hub, hub.member(name, "adviser", team), tmp_path / f"{name}.db")
        for name in ("Aino", "Celia")
    ]
    for one in both:
        one.sync()
    yield both[0], both[1]
    for one in both:
        one.store.close()
    hub.close()


def test_two_laptops_over_a_hub_keep_both_steps_both_meetings_and_both_goals(
    laptops: tuple[HubLaptop, HubLaptop],
) -> None:
    codes = load_codes(resource("codes"))
    desks = [
        Desk(
            one.store,
            codes=codes,
            clock=lambda: MORNING,
            practice=True,
            laptop_name="Testikone",
            hub_address="",
        )
        for one in laptops
    ]
    paths = [Plans(desk) for desk in desks]
    card = person("Samir", "Haddad")
    desks[0].save([(desks[0].team_stream(), [card])])
    meet(laptops)
    for path, what in zip(paths, ("Hae kurssille", "Soita Kelaan"), strict=True):
        path.save(SavePath(card.entity, "plan_step", {"what": what, "who": "client"}))
        path.save(SavePath(card.entity, "encounter", {"kind": "phone", "summary": what}))
        path.save(SavePath(card.entity, "plan", {"goal": what}))
    meet(laptops)
    views = [path.open(OpenPlan(card.entity, TODAY.isoformat())) for path in paths]
    assert told(views[0]) == told(views[1])
    assert sorted(names(views[0])) == ["Hae kurssille", "Soita Kelaan"]
    assert sorted(one.summary for one in views[0].meetings) == ["Hae kurssille", "Soita Kelaan"]
    assert {side.value for side in views[0].plan[0].sides} == {"Hae kurssille", "Soita Kelaan"}


def meet(laptops: tuple[HubLaptop, HubLaptop]) -> None:
    """Let both meet the hub twice, so that what one brings reaches the other."""
    for one in (*laptops, *laptops):
        one.sync()
