# SPDX-License-Identifier: MIT
"""A person's path: goal and steps, meetings, transitions, skills and cards; each act one save that can be undone."""

from datetime import date, timedelta
from typing import Any

import pytest
from notebook_world import AINO, BERTTA, CELIA, DANIEL, MORNING, NotebookWorld

from desktop.notebook.conflicts import Conflicts
from desktop.notebook.errors import FieldRefused, FieldRequired, NotAllowed, NotFound
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import (
    ListConflicts,
    OpenConflict,
    OpenPerson,
    RecordSaved,
    SavePerson,
    SettleConflict,
)
from desktop.notebook.messages.plans import (
    MoveStep,
    OpenPlan,
    OrderStep,
    PlanView,
    RemoveFromPath,
    SavePath,
    StepRow,
)
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.people import People
from desktop.notebook.plans import Plans
from desktop.notebook.undoing import Undoing
from desktop.store.errors import FieldRefused as StoreRefused
from sync.records.ids import EntityId, StaffId, derived_entity

TODAY = date(2026, 6, 1)
"""The day of ``notebook_world.MORNING``."""
_DAY_MS = 86_400_000


class Coach:
    """One person's desk with the paths of their people."""

    def __init__(self, world: NotebookWorld, staff: StaffId) -> None:
        self.desk = world.desk(staff)
        self.lane = world.lane()
        self.plans = Plans(self.desk)
        self.people = People(self.desk, reading=self.lane, writing=self.lane)
        self.conflicts = Conflicts(self.desk, reading=self.lane, writing=self.lane)
        self.undoing = Undoing(self.desk, writing=self.lane)

    def client(self) -> EntityId:
        """Make a card."""
        return self.people.save(SavePerson(None, {"name": {"first": "Samir", "last": "Haddad"}})).entity

    def look(self, person: EntityId, *, day: date = TODAY) -> PlanView:
        return self.plans.open(OpenPlan(person, day.isoformat()))

    def save(self, person: EntityId, of: str, /, **more: Any) -> RecordSaved:  # noqa: ANN401 - an ask's fields
        apart = ("record", "mine", "sight") if of == "plan" else ("record", "mine", "sight", "next_contact")
        ask = {name: more.pop(name) for name in apart if name in more}
        return self.plans.save(SavePath(person, of, more, **ask))

    def step(self, person: EntityId, what: str, **more: Any) -> RecordSaved:  # noqa: ANN401 - an ask's fields
        return self.save(person, "plan_step", **({"what": what, "who": "client"} | more))

    def undo(self, saved: RecordSaved) -> None:
        self.undoing.undo(UndoSave(saved.save))


@pytest.fixture
def aino(world: NotebookWorld) -> Coach:
    return Coach(world, AINO)


def day(ahead: int) -> str:
    return (TODAY + timedelta(days=ahead)).isoformat()


def said(view: PlanView) -> dict[str, Any]:
    return {one.name: one.value for one in view.plan}


def names(view: PlanView) -> list[str]:
    return [one.what for one in view.steps]


def only(view: PlanView) -> StepRow:
    (row,) = view.steps
    return row


# --- the plan ---


def test_a_plan_has_the_goal_the_clients_words_and_its_days(aino: Coach) -> None:
    person = aino.client()
    assert aino.look(person).plan == []
    aino.save(
        person, "plan", goal="Lähihoitajaksi", client_words="Haluan auttaa ihmisiä", agreed=day(0),
        next_contact=day(14), integration=True, valid_to=day(300),
    )  # fmt: skip
    assert said(aino.look(person)) == {
        "goal": "Lähihoitajaksi",
        "client_words": "Haluan auttaa ihmisiä",
        "agreed": day(0),
        "next_contact": day(14),
        "integration": True,
        "valid_to": day(300),
    }


def test_a_plan_that_was_undone_begins_anew_with_nothing_of_what_it_said(aino: Coach) -> None:
    person = aino.client()
    saved = aino.save(person, "plan", goal="Kokiksi", client_words="Tykkään keittiöistä")
    aino.undo(saved)
    assert aino.look(person).plan == []
    aino.save(person, "plan", goal="Lähihoitajaksi")
    assert said(aino.look(person)) == {"goal": "Lähihoitajaksi", "client_words": None}
    assert aino.conflicts.list_all(ListConflicts()).rows == []


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


# --- steps ---


def test_a_step_is_open_and_mine_and_comes_last(aino: Coach) -> None:
    person = aino.client()
    aino.step(person, "Hae koulutukseen")
    aino.step(person, "Soita Kelaan", who="coach", due=day(3), service_name="Kela", mine=False)
    first, second = aino.look(person).steps
    assert (first.what, first.status, first.mine, first.owner) == (
        "Hae koulutukseen",
        "open",
        True,
        "Aino Aalto",
    )
    assert (second.what, second.who, second.due, second.service_name) == (
        "Soita Kelaan", "coach", day(3), "Kela",
    )  # fmt: skip
    assert (second.mine, second.owner) == (False, "")


@pytest.mark.parametrize(
    ("due", "late", "stalled"),
    [(day(0), 0, False), (day(-14), 14, False), (day(-15), 15, True), ("", 0, False)],
)
def test_a_step_is_late_after_its_day_and_stalled_after_two_weeks(
    aino: Coach, due: str, late: int, *, stalled: bool
) -> None:
    person = aino.client()
    saved = aino.step(person, "Hae koulutukseen", due=due)
    row = only(aino.look(person))
    assert (row.late_days, row.stalled) == (late, stalled)
    aino.plans.move(MoveStep(saved.entity, "done"))
    row = only(aino.look(person))
    assert (row.status, row.late_days, row.stalled) == ("done", 0, False)


def test_a_step_that_stalls_or_is_dropped_says_why(aino: Coach) -> None:
    person = aino.client()
    step = aino.step(person, "Hae koulutukseen").entity
    for status in ("stalled", "dropped"):
        with pytest.raises(FieldRequired):
            aino.plans.move(MoveStep(step, status, " "))
        moved = aino.plans.move(MoveStep(step, status, "Haku siirtyi syksyyn"))
        row = only(aino.look(person))
        assert (row.status, row.reason, row.stalled) == (status, "Haku siirtyi syksyyn", status == "stalled")
        aino.undo(moved)
        assert only(aino.look(person)).status == "open"


def test_a_step_changes_places_with_its_neighbour(aino: Coach) -> None:
    person = aino.client()
    one, two, three = (aino.step(person, what).entity for what in ("Yksi", "Kaksi", "Kolme"))
    aino.plans.order(OrderStep(three, earlier=True))
    assert names(aino.look(person)) == ["Yksi", "Kolme", "Kaksi"]
    moved = aino.plans.order(OrderStep(one, earlier=False))
    assert names(aino.look(person)) == ["Kolme", "Yksi", "Kaksi"]
    aino.undo(moved)
    assert names(aino.look(person)) == ["Yksi", "Kolme", "Kaksi"]
    with pytest.raises(NotFound):
        aino.plans.order(OrderStep(two, earlier=False))


def test_a_step_needs_to_say_what_and_who(aino: Coach) -> None:
    person = aino.client()
    step = aino.step(person, "Yksi").entity
    with pytest.raises(FieldRequired):
        aino.step(person, "  ")
    with pytest.raises(FieldRequired):
        aino.save(person, "plan_step", what="Kaksi")
    with pytest.raises(FieldRequired):
        aino.save(person, "plan_step", record=step, what="")
    with pytest.raises(StoreRefused):
        aino.step(person, "Kaksi", who="neighbour")
    with pytest.raises(FieldRefused):
        aino.step(person, "Kaksi", rank=4)
    assert names(aino.look(person)) == ["Yksi"]


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


def test_what_is_taken_off_comes_back_with_undo(aino: Coach) -> None:
    person = aino.client()
    step = aino.step(person, "Yksi").entity
    removed = aino.plans.remove(RemoveFromPath(step))
    assert aino.look(person).steps == []
    aino.undo(removed)
    assert names(aino.look(person)) == ["Yksi"]
    with pytest.raises(NotFound):
        aino.plans.remove(RemoveFromPath(person))


# --- meetings ---


def test_a_meeting_counts_as_contact_and_one_to_which_nobody_came_does_not(aino: Coach) -> None:
    person = aino.client()
    aino.save(person, "encounter", kind="no_show")
    assert aino.look(person).last_contact == 0
    at = MORNING - _DAY_MS
    aino.save(
        person, "encounter", kind="coaching", at=at, summary="Haku on jätetty", next_step="Soitto",
        **{"with": {"client": True, "interpreter": True}},
    )  # fmt: skip
    view = aino.look(person)
    assert view.last_contact == at
    missed, met = view.meetings
    assert (missed.kind, missed.mine, missed.can_edit) == ("no_show", True, True)
    assert (met.took_part, met.summary, met.next_step) == (
        ["client", "interpreter"],
        "Haku on jätetty",
        "Soitto",
    )


def test_a_meeting_and_the_next_contact_are_one_save(aino: Coach) -> None:
    person = aino.client()
    aino.save(person, "plan", goal="Kokiksi", next_contact=day(-1))
    saved = aino.save(person, "encounter", kind="phone", next_contact=day(10))
    assert said(aino.look(person))["next_contact"] == day(10)
    aino.undo(saved)
    view = aino.look(person)
    assert (view.meetings, said(view)["next_contact"]) == ([], day(-1))


def test_a_meeting_stands_in_the_history_with_the_rest_of_the_path(aino: Coach) -> None:
    person = aino.client()
    aino.save(person, "plan", goal="Kokiksi")
    step = aino.step(person, "Hae koulutukseen").entity
    aino.plans.move(MoveStep(step, "done"))
    aino.save(person, "encounter", kind="phone", at=MORNING - _DAY_MS, summary="Sovittiin haku")
    aino.save(person, "transition", day=day(0), kind="education", verified_by="client")
    aino.save(person, "skill", name="Trukki", level=2)
    aino.save(person, "permit", kind="hygiene")
    rows = aino.people.open(OpenPerson(person, "test")).history
    told = [(row.kind, row.what, row.fields, row.text) for row in rows if row.kind != "person"]
    assert told == [
        ("permit", "created", ["hygiene"], ""),
        ("skill", "created", [], "Trukki"),
        ("transition", "created", ["education"], ""),
        ("plan_step", "moved", ["done"], "Hae koulutukseen"),
        ("plan_step", "created", [], "Hae koulutukseen"),
        ("plan", "created", ["goal"], ""),
        ("encounter", "met", ["phone"], "Sovittiin haku"),
    ]


def test_a_colleagues_meeting_is_read_and_not_changed(world: NotebookWorld, aino: Coach) -> None:
    bertta = Coach(world, BERTTA)
    person = aino.client()
    meeting = aino.save(person, "encounter", kind="phone").entity
    world.sync()
    (row,) = bertta.look(person).meetings
    assert (row.by, row.can_edit) == ("Aino Aalto", False)
    with pytest.raises(NotAllowed):
        bertta.save(person, "encounter", record=meeting, summary="Ei ollut näin")


# --- transitions, skills, cards ---


def test_a_transition_asks_after_three_six_and_twelve_months(aino: Coach) -> None:
    person = aino.client()
    went = aino.save(person, "transition", day="2026-03-31", kind="open_work", verified_by="client").entity
    for today, asks, ask_day, due in (
        (date(2026, 6, 1), 3, "2026-06-30", False),
        (date(2026, 6, 30), 3, "2026-06-30", True),
    ):
        (row,) = aino.look(person, day=today).transitions
        assert (row.asks, row.ask_day, row.due) == (asks, ask_day, due)
    for months, ask_day in ((3, "2026-09-30"), (6, "2027-03-31"), (12, "")):
        aino.save(person, "transition", record=went, **{f"after_{months}": "still"})
        (row,) = aino.look(person).transitions
        assert row.ask_day == ask_day
    assert (row.asks, row.due) == (0, False)


def test_skills_and_cards_say_level_evidence_and_how_long_they_hold(aino: Coach) -> None:
    person = aino.client()
    aino.save(person, "skill", name="Kassa", level=3, evidence="Kesätyö 2025")
    aino.save(person, "skill", name="Siivous")
    aino.save(person, "permit", kind="tax_number")
    aino.save(person, "permit", kind="hygiene", valid_to=day(30))
    aino.save(person, "permit", kind="hot_work", valid_to=day(-2))
    view = aino.look(person)
    assert [(one.name, one.level, one.evidence) for one in view.skills] == [
        ("Kassa", 3, "Kesätyö 2025"),
        ("Siivous", 0, ""),
    ]
    assert [(one.kind, one.days_left) for one in view.permits] == [
        ("hot_work", -2), ("hygiene", 30), ("tax_number", None),
    ]  # fmt: skip


# --- who ---


def test_a_supervisor_reads_a_path_and_writes_none(world: NotebookWorld, aino: Coach) -> None:
    daniel = Coach(world, DANIEL)
    person = aino.client()
    step = aino.step(person, "Yksi").entity
    world.sync()
    view = daniel.look(person)
    assert (names(view), view.can_edit) == (["Yksi"], False)
    with pytest.raises(NotAllowed):
        daniel.step(person, "Kaksi")
    with pytest.raises(NotAllowed):
        daniel.plans.move(MoveStep(step, "done"))


def test_every_look_at_a_path_is_logged_without_a_word_of_it(aino: Coach) -> None:
    person = aino.client()
    aino.save(person, "plan", goal="Lähihoitajaksi")
    aino.look(person)
    newest = aino.desk.store.audit_rows(newest=1)[0].event
    assert (newest["operation"], newest["reason"]) == ("READ", "plan")
    assert newest["target"] == {"type": "person", "id": person.hex()}
    assert "hoitaja" not in str(aino.desk.store.audit_rows())
