# SPDX-License-Identifier: MIT
"""What is to be followed up: which things are listed, in what order, and what moving one on writes."""

from datetime import date, timedelta
from typing import Any

import pytest
from notebook_world import AINO, BERTTA, CELIA, DAY_START, MORNING, NotebookWorld

from desktop.notebook.appointments import AppointmentBook
from desktop.notebook.errors import FieldRefused, FieldRequired, NotFound
from desktop.notebook.follow_up import FollowUps
from desktop.notebook.leads import ContactLeads
from desktop.notebook.messages.appointments import ListAppointments, SaveAppointment
from desktop.notebook.messages.follow_up import FollowUp, FollowUpRow, ListFollowUp, MoveOn, SetNext
from desktop.notebook.messages.leads import SaveLead
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import OpenPerson, RecordSaved, SavePerson
from desktop.notebook.messages.plans import OpenPlan, SavePath
from desktop.notebook.messages.today import UndoSave
from desktop.notebook.people import People
from desktop.notebook.plans import Plans
from desktop.notebook.undoing import Undoing
from desktop.store.changes import Change
from sync.records.ids import EntityId, StaffId

TODAY = date(2026, 6, 1)
"""The day of ``notebook_world.MORNING``."""
HOUR = 3_600_000
DAY = 24 * HOUR


def day(ahead: int) -> str:
    return (TODAY + timedelta(days=ahead)).isoformat()


class Coach:
    """One person's desk with what they have to see to."""

    def __init__(self, world: NotebookWorld, staff: StaffId) -> None:
        self.world = world
        self.desk = world.desk(staff)
        lane = world.lane()
        self.people = People(self.desk, reading=lane, writing=lane)
        self.plans = Plans(self.desk)
        self.dues = FollowUps(self.desk, self.people.looks, reading=lane, writing=lane)
        self.book = AppointmentBook(self.desk, writing=lane)
        self.leads = ContactLeads(self.desk, reading=lane, writing=lane)
        self.undoing = Undoing(self.desk, writing=lane)

    def client(self, name: str = "Samir", *, responsible: StaffId | None = AINO, **more: Any) -> EntityId:  # noqa: ANN401
        fields: dict[str, Any] = {"name": {"first": name, "last": "Haddad"}, **more}
        person = self.people.save(SavePerson(None, fields)).entity
        stream = self.desk.entity(person, "person").stream
        change = Change(kind="person", entity=person, fields={"responsible": responsible}, subject=person)
        self.desk.save([(stream, [change])])
        return person

    def record(self, person: EntityId, of: str, /, **fields: Any) -> EntityId:  # noqa: ANN401 - its fields
        """Write a record as it stands in the log."""
        stream = self.desk.entity(person, "person").stream
        change = Change(kind=of, entity=self.desk.new_id(), fields=fields, subject=person)
        self.desk.save([(stream, [change])])
        return change.entity

    def step(self, person: EntityId, what: str, due: str, **more: Any) -> EntityId:  # noqa: ANN401
        fields = {"what": what, "who": "client", "due": due} | more
        return self.plans.save(SavePath(person, "plan_step", fields)).entity

    def referral(
        self, person: EntityId, name: str, *, moved_days_ago: int, status: str = "given"
    ) -> EntityId:
        at = MORNING - moved_days_ago * DAY
        state = {"status": status, "at": at, "reason": None}
        return self.record(
            person,
            "referral",
            service=EntityId(bytes([5] * 16)),
            name=name,
            kind="formal",
            state=state,
            at=at,
        )

    def look(self, *, ahead: int = 0, limit: int = 500) -> FollowUp:
        return self.dues.list(ListFollowUp(day(ahead), DAY_START + ahead * DAY, limit))

    def rows(self, *, ahead: int = 0) -> list[FollowUpRow]:
        return self.look(ahead=ahead).rows

    def said(self, *, ahead: int = 0) -> list[tuple[str, str, int]]:
        return [(row.matter, row.text, row.days) for row in self.rows(ahead=ahead)]

    def only(self, *, ahead: int = 0) -> FollowUpRow:
        (row,) = self.rows(ahead=ahead)
        return row

    def move(self, row: FollowUpRow, to: str, **more: Any) -> RecordSaved:  # noqa: ANN401 - an ask's fields
        ask = {"today": day(0), "task": row.task, "months": row.months} | more
        return self.dues.move(MoveOn(record=row.record, matter=row.matter, to=to, **ask))

    def next(self, row: FollowUpRow, ahead: int) -> RecordSaved:
        ask = SetNext(record=row.record, matter=row.matter, day=day(ahead), task=row.task)
        return self.dues.set_next(ask)

    def undo(self, saved: RecordSaved) -> None:
        self.undoing.undo(UndoSave(saved.save))

    def meetings(self, person: EntityId) -> list[str]:
        return [one.kind for one in self.plans.open(OpenPlan(person, day(0))).meetings]


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
