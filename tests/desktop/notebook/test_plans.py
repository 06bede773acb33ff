# SPDX-License-Identifier: MIT
"""A person's path: goal and steps, meetings, transitions, skills and cards; each act one save that can be undone."""

from datetime import date

import pytest
from coach import Coach, day, names, only, said
from notebook_world import AINO, BERTTA, DANIEL, MORNING, NotebookWorld
from paper_orders import frame_book
from tagged_pdf import read_tagged, seen_text

from desktop.notebook.errors import FieldRefused, FieldRequired, NotAllowed, NotFound
from desktop.notebook.messages.people import (
    ListConflicts,
    OpenPerson,
)
from desktop.notebook.messages.plans import (
    MakePlanPaper,
    MoveStep,
    OrderStep,
    PlanPaperGiven,
    RemoveFromPath,
)
from desktop.notebook.path_papers import PathPapers
from desktop.store.errors import FieldRefused as StoreRefused
from sync.records.ids import EntityId

_DAY_MS = 86_400_000


@pytest.fixture
def aino(world: NotebookWorld) -> Coach:
    return Coach(world, AINO)


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


# --- the client's copy ---


def test_the_clients_copy_says_the_plan_without_name_address_and_dropped_steps(aino: Coach) -> None:
    person = aino.client()
    aino.save(person, "plan", goal="Lähihoitajaksi", next_contact=day(14))
    aino.step(person, "Hae koulutukseen", due=day(7))
    dropped = aino.step(person, "Työkokeilu").entity
    aino.plans.move(MoveStep(dropped, "dropped", "Ei halua"))
    papers = PathPapers(aino.desk, frame_book())
    paper = papers.make(MakePlanPaper(person, "fi", day(0)))
    said = seen_text(read_tagged(paper.pdf).all_text())
    assert seen_text("Lähihoitajaksi") in said
    assert seen_text("Viimeistään 8.6.2026") in said
    for hidden in ("Työkokeilu", "Samir", "Haddad"):
        assert seen_text(hidden) not in said
    assert paper.file_name == "suunnitelma-fi-2026-06-01.pdf"


def test_that_the_copy_went_out_is_logged_as_a_disclosure(aino: Coach) -> None:
    person = aino.client()
    papers = PathPapers(aino.desk, frame_book())
    papers.given(PlanPaperGiven(person, "ru", "print"))
    newest = aino.desk.store.audit_rows(newest=1)[0].event
    assert (newest["operation"], newest["reason"], newest["way"], newest["language"]) == (
        "DISCLOSE", "plan-paper", "print", "ru",
    )  # fmt: skip
    with pytest.raises(NotFound):
        papers.given(PlanPaperGiven(EntityId(bytes(16)), "ru", "print"))
