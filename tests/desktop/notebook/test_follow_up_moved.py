# SPDX-License-Identifier: MIT
"""What moving a matter on writes, and appointments."""

from typing import Any

import pytest
from coach_world import DAY, HOUR, Coach, day
from notebook_world import AINO, CELIA, MORNING, NotebookWorld

from desktop.notebook.errors import FieldRefused, FieldRequired, NotFound
from desktop.notebook.messages.appointments import ListAppointments, SaveAppointment
from desktop.notebook.messages.follow_up import MoveOn, SetNext
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import OpenPerson
from desktop.store.changes import Change


@pytest.fixture
def aino(world: NotebookWorld) -> Coach:
    return Coach(world, AINO)


# --- what is listed ---


def test_each_matter_that_is_moved_leaves_the_list_and_one_undo_brings_it_back(aino: Coach) -> None:
    person = aino.client()
    aino.step(person, "Vaihe", day(0))
    aino.record(person, "task", due=day(0), owner=AINO, text="Tehtävä")
    aino.referral(person, "Stadin AO", moved_days_ago=20)
    aino.record(person, "permit", kind="hygiene", valid_to=day(10))
    aino.record(person, "transition", day="2026-02-28", kind="open_work", verified_by="client")
    aino.record(person, "appointment", at=MORNING, kind="coaching", place="Ohjaamo", status="planned")
    other = aino.client("Jenni")
    aino.record(other, "plan", next_contact=day(0), goal="Kokiksi")
    third = aino.client("Mai")
    aino.record(third, "encounter", kind="no_show", at=MORNING - DAY)
    moves: dict[str, dict[str, Any]] = {
        "step": {"to": "done"}, "task": {"to": "done"}, "referral": {"to": "accepted"},
        "permit": {"to": "renewed", "until": day(1000)}, "transition": {"to": "ended"},
        "appointment": {"to": "kept"}, "contact": {"to": "phone"}, "no_show": {"to": "message"},
    }  # fmt: skip
    before = aino.rows()
    assert {row.matter for row in before} == set(moves)
    for row in before:
        saved = aino.move(row, **moves[row.matter])
        assert [one for one in aino.rows() if one.matter == row.matter] == []
        aino.undo(saved)
        assert aino.rows() == before


def test_who_came_has_been_met_and_who_did_not_is_to_be_called(aino: Coach) -> None:
    person = aino.client()
    aino.record(person, "appointment", at=MORNING - HOUR, kind="coaching", place="Ohjaamo", status="planned")
    row = aino.only()
    saved = aino.move(row, "kept")
    assert aino.meetings(person) == ["coaching"]
    aino.undo(saved)
    assert aino.meetings(person) == []
    aino.move(row, "no_show")
    called = aino.only()
    assert (called.matter, called.days, called.text) == ("no_show", 0, "Ohjaamo")
    aino.next(called, 1)
    assert aino.only().days == 1
    aino.move(aino.only(), "phone")
    assert aino.rows() == []
    assert aino.meetings(person) == ["phone"]


def test_a_referral_that_goes_on_is_asked_about_again_in_two_weeks(aino: Coach) -> None:
    person = aino.client()
    aino.referral(person, "Stadin AO", moved_days_ago=20)
    aino.move(aino.only(), "contacted")
    assert aino.rows() == []
    row = aino.only(ahead=14)
    assert (row.status, row.days) == ("contacted", 0)
    aino.move(row, "rejected", reason="full", today=day(14))
    assert aino.rows(ahead=60) == []


def test_a_step_is_not_stalled_or_dropped_without_a_reason(aino: Coach) -> None:
    aino.step(aino.client(), "Vaihe", day(0))
    row = aino.only()
    with pytest.raises(FieldRequired):
        aino.move(row, "dropped", reason=" ")
    aino.move(row, "stalled", reason="Odottaa lupaa")
    assert (aino.only().status, aino.only().stalled) == ("stalled", True)


def test_a_step_without_a_day_is_listed_once_it_is_said_to_be_stalled(aino: Coach) -> None:
    person = aino.client()
    stalled = {"status": "stalled", "at": MORNING - 3 * DAY, "reason": "Odottaa"}
    aino.record(person, "plan_step", what="Vaihe", who="client", owner=AINO, state=stalled)
    assert aino.said() == [("step", "Vaihe", -3)]


def test_an_appointment_keeps_its_time_of_day_on_another_day(aino: Coach) -> None:
    person = aino.client()
    aino.record(person, "appointment", at=MORNING, kind="coaching", status="planned")
    aino.next(aino.only(), 2)
    assert (aino.only().at, aino.only().days) == (MORNING + 2 * DAY, 2)


def test_what_has_no_day_of_its_own_is_out_of_the_list_until_the_day_that_was_set(aino: Coach) -> None:
    person = aino.client()
    aino.referral(person, "Stadin AO", moved_days_ago=20)
    aino.record(person, "permit", kind="hygiene", valid_to=day(10))
    for row in aino.rows():
        aino.next(row, 20)
    assert aino.rows() == []
    assert {row.matter for row in aino.rows(ahead=20)} == {"referral", "permit"}
    assert all(row.task is not None and row.days == 0 for row in aino.rows(ahead=20))


def test_a_record_of_another_matter_is_not_moved(aino: Coach) -> None:
    aino.step(aino.client(), "Vaihe", day(0))
    row = aino.only()
    with pytest.raises(NotFound):
        aino.dues.move(MoveOn(record=row.record, matter="permit", to="handled", today=day(0)))
    with pytest.raises(FieldRefused):
        aino.dues.set_next(SetNext(record=row.record, matter="step", day="huomenna"))


def test_what_a_colleague_wrote_since_it_was_listed_is_a_second_value_not_lost(aino: Coach) -> None:
    person = aino.client()
    aino.step(person, "Vaihe", day(0))
    aino.world.sync()
    celia = Coach(aino.world, CELIA)
    aino.world.sync()
    row = aino.only()
    change = Change(kind="plan_step", entity=row.record, fields={"due": day(3)})
    celia.desk.save([(celia.desk.entity(row.record).stream, [change])])
    aino.world.sync()
    aino.next(row, 7)
    aino.world.sync()
    assert aino.only().contested


def test_counting_for_the_rail_is_no_look_of_the_persons(aino: Coach) -> None:
    person = aino.client()
    aino.step(person, "Vaihe", day(0))
    aino.world.sync()
    celia = Coach(aino.world, CELIA)
    aino.world.sync()
    row = aino.only()
    change = Change(kind="plan_step", entity=row.record, fields={"due": day(3)})
    celia.desk.save([(celia.desk.entity(row.record).stream, [change])])
    aino.world.sync()
    aino.dues.count()
    aino.next(row, 7)
    assert aino.only().contested


# --- appointments ---


def test_appointments_to_come_stand_before_those_that_were(aino: Coach) -> None:
    person = aino.client()
    for hours in (-48, 30, -2, 3):
        aino.book.save(SaveAppointment(person=person, at=MORNING + hours * HOUR, kind="coaching", minutes=45))
    view = aino.book.list(ListAppointments(person))
    assert [(row.at - MORNING) // HOUR for row in view.rows] == [3, 30, -2, -48]
    assert all((row.status, row.owner, row.mine) == ("planned", "Aino Aalto", True) for row in view.rows)
    assert view.can_edit
    assert view.rows[0].marks == [Mark.UNSENT]


def test_an_appointment_that_is_changed_keeps_what_was_not(aino: Coach) -> None:
    person = aino.client()
    made = aino.book.save(SaveAppointment(person=person, at=MORNING, kind="coaching", place="Ohjaamo")).entity
    again = SaveAppointment(
        person=person, appointment=made, at=MORNING + DAY, kind="coaching", place="Ohjaamo"
    )
    saved = aino.book.save(again)
    (row,) = aino.book.list(ListAppointments(person)).rows
    assert (row.at, row.place) == (MORNING + DAY, "Ohjaamo")
    with pytest.raises(FieldRequired):
        aino.book.save(again)
    aino.undo(saved)
    (row,) = aino.book.list(ListAppointments(person)).rows
    assert row.at == MORNING


def test_looking_at_appointments_is_logged(aino: Coach) -> None:
    person = aino.client()
    aino.people.open(OpenPerson(person, "search"))
    aino.book.list(ListAppointments(person))
    reasons = [row.event.get("reason") for row in aino.desk.store.audit_rows(newest=20)]
    assert "appointments" in reasons
