# SPDX-License-Identifier: MIT
"""What is to be followed up: which things are listed, and in what order."""

import pytest
from coach_world import DAY, HOUR, Coach, day
from notebook_world import AINO, BERTTA, DAY_START, MORNING, NotebookWorld

from desktop.notebook.errors import FieldRefused
from desktop.notebook.messages.appointments import SaveAppointment
from desktop.notebook.messages.leads import SaveLead
from desktop.notebook.messages.people import SavePerson
from desktop.store.changes import Change


@pytest.fixture
def aino(world: NotebookWorld) -> Coach:
    return Coach(world, AINO)


# --- what is listed ---


def test_todays_appointments_come_first_then_whom_to_call_then_what_is_late(aino: Coach) -> None:
    person = aino.client()
    aino.step(person, "Ilmoittaudu kurssille", day(0))
    aino.step(person, "Hae kortti", day(-3))
    aino.step(person, "Soita kouluun", day(-20))
    aino.step(person, "Valmis", day(5))
    aino.record(person, "appointment", at=MORNING - DAY, kind="coaching", place="Kirjasto", status="no_show")
    aino.record(person, "appointment", at=MORNING + HOUR, kind="coaching", place="Ohjaamo", status="planned")
    other = aino.client("Jenni")
    aino.record(other, "appointment", at=MORNING - 2 * DAY, kind="phone", status="no_show")
    assert aino.said() == [
        ("appointment", "Ohjaamo", 0),
        ("no_show", "", -2),
        ("step", "Soita kouluun", -20),
        ("step", "Hae kortti", -3),
        ("step", "Ilmoittaudu kurssille", 0),
        ("step", "Valmis", 5),
    ]
    assert aino.look().due == 5
    assert [row.stalled for row in aino.rows()] == [False, False, True, False, False, False]


def test_a_new_time_after_a_no_show_ends_the_calling(aino: Coach) -> None:
    person = aino.client()
    aino.record(person, "appointment", at=MORNING - DAY, kind="coaching", status="no_show")
    assert [row.matter for row in aino.rows()] == ["no_show"]
    aino.book.save(SaveAppointment(person=person, at=MORNING + 3 * DAY, kind="coaching"))
    assert [(row.matter, row.days) for row in aino.rows()] == [("appointment", 3)]


def test_an_appointment_is_of_the_day_by_the_laptops_clock(aino: Coach) -> None:
    person = aino.client()
    aino.record(
        person, "appointment", at=DAY_START + HOUR, kind="phone", status="planned"
    )  # 01.00, UTC 22.00
    aino.record(person, "appointment", at=DAY_START + 7 * DAY + HOUR, kind="phone", status="planned")
    assert [(row.due, row.days) for row in aino.rows()] == [(day(0), 0), (day(7), 7)]


def test_what_nobody_has_is_its_persons_and_what_somebody_has_is_theirs(aino: Coach) -> None:
    bertta = Coach(aino.world, BERTTA)
    mine, theirs = aino.client(), aino.client("Jenni", responsible=BERTTA)
    aino.step(theirs, "Ainolla seurannassa", day(0))
    aino.record(theirs, "plan_step", what="Ei kenelläkään", who="client", due=day(0),
                state={"status": "open", "at": MORNING, "reason": None})  # fmt: skip
    aino.record(mine, "plan", next_contact=day(-1), goal="Kokiksi")
    assert sorted(aino.said()) == [("contact", "Kokiksi", -1), ("step", "Ainolla seurannassa", 0)]
    aino.world.sync()
    assert bertta.said() == [("step", "Ei kenelläkään", 0)]
    assert aino.look().rows[0].name == "Samir Haddad"


def test_a_new_responsible_takes_what_nobody_has(aino: Coach) -> None:
    person = aino.client()
    aino.record(person, "permit", kind="hygiene", valid_to=day(20))
    assert [row.matter for row in aino.rows()] == ["permit"]
    change = Change(kind="person", entity=person, fields={"responsible": BERTTA})
    aino.desk.save([(aino.desk.entity(person).stream, [change])])
    assert aino.rows() == []


def test_a_referral_is_asked_about_when_it_has_not_moved_for_two_weeks(aino: Coach) -> None:
    person = aino.client()
    aino.referral(person, "Stadin AO", moved_days_ago=16)
    aino.referral(person, "Omnia", moved_days_ago=13)
    aino.referral(person, "Ohjaamo", moved_days_ago=40, status="started")
    aino.referral(person, "Kela", moved_days_ago=1, status="no_show")
    assert aino.said() == [("referral", "Stadin AO", -2), ("referral", "Kela", -1)]


def test_a_task_about_a_referral_stands_for_it(aino: Coach) -> None:
    person = aino.client()
    referral = aino.referral(person, "Stadin AO", moved_days_ago=30)
    task = aino.record(person, "task", due=day(-1), owner=AINO, about=referral)
    row = aino.only()
    assert (row.matter, row.record, row.task, row.text, row.days) == (
        "referral",
        referral,
        task,
        "Stadin AO",
        -1,
    )
    aino.next(row, 30)
    assert aino.rows() == []


def test_a_card_is_listed_from_60_days_before_it_runs_out_to_30_after(aino: Coach) -> None:
    person = aino.client()
    for ahead in (61, 60, -30, -31):
        aino.record(person, "permit", kind="hygiene", valid_to=day(ahead))
    assert [row.days for row in aino.rows()] == [-30, 60]


def test_a_transition_is_asked_about_after_three_six_and_twelve_months(aino: Coach) -> None:
    person = aino.client()
    transition = aino.record(person, "transition", day="2026-02-28", kind="open_work", verified_by="client")
    row = aino.only()
    assert (row.matter, row.record, row.months, row.days) == ("transition", transition, 3, -4)
    saved = aino.move(row, "still")
    assert aino.rows() == []
    assert aino.only(ahead=90).months == 6
    aino.undo(saved)
    assert aino.only().months == 3


def test_a_meeting_since_the_day_of_the_next_contact_was_that_contact(aino: Coach) -> None:
    person = aino.client()
    aino.record(person, "plan", next_contact=day(-2), goal="Kokiksi")
    assert aino.only().matter == "contact"
    aino.record(person, "encounter", kind="phone", at=MORNING - DAY)
    assert aino.rows() == []


def test_a_permission_to_call_that_ends_is_its_makers(aino: Coach) -> None:
    ask = SaveLead(day(0), "Testi", "040 555 0100", "", "", "Kesätyö", day(4))
    aino.leads.save(ask)
    row = aino.only()
    assert (row.matter, row.name, row.text, row.days, row.person) == ("lead", "Testi", "Kesätyö", 4, None)
    assert row.phone == "+358405550100"
    with pytest.raises(FieldRefused):
        aino.next(row, 10)
    saved = aino.move(row, "called")
    assert aino.rows() == []
    aino.undo(saved)
    assert aino.only().matter == "lead"


def test_where_a_protected_person_goes_is_marked(aino: Coach) -> None:
    aino.step(aino.client(protected=True), "Soita", day(0))
    assert aino.only().protected


def test_who_is_taken_off_leaves_the_list_with_all_that_was_due(aino: Coach) -> None:
    person = aino.client()
    aino.step(person, "Soita", day(0))
    saved = aino.people.save(SavePerson(None, {"name": {"first": "Toinen", "last": "Testi"}}))
    aino.step(saved.entity, "Soita toiselle", day(0))
    aino.undo(saved)
    assert [row.text for row in aino.rows()] == ["Soita"]


def test_the_count_is_of_what_is_due_by_now(aino: Coach) -> None:
    person = aino.client()
    for ahead in (-3, 0, 4):
        aino.step(person, "Vaihe", day(ahead))
    assert aino.dues.count() == 2
    view = aino.look(limit=1)
    assert (len(view.rows), view.due, view.more) == (1, 2, True)


def test_the_list_is_logged_once_it_stood(aino: Coach) -> None:
    aino.step(aino.client(), "Soita", day(0))
    aino.look()
    aino.people.looks.flush()
    events = [row.event for row in aino.desk.store.audit_rows(newest=20)]
    assert [one["rows"] for one in events if one.get("reason") == "due"] == [1]


# --- moving on ---
