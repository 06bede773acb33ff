# SPDX-License-Identifier: MIT
"""An appointment, by keys: when, how and where; those there are; and the file that a calendar takes."""

from datetime import date, time

import pytest
from fake_notebook import FakeBridge
from fingers import Fingers
from follow_up_shelf import DUES, FollowUpShelf, thing
from page_bench import shown_page
from people_world import NOW, SAMIR
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.appointments import SaveAppointment, WriteCalendarFile
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.errand import AppointmentFor, AtCard
from desktop.ui.follow_up.appointment_form import AppointmentForm
from desktop.ui.follow_up.page import FollowUpPage
from desktop.ui.follow_up.typed_time import moment_of, typed_time
from desktop.ui.words.language import Language

Key = Qt.Key


@pytest.fixture
def bridge(dressed: Dressed) -> FakeBridge:
    """A small notebook, before somebody who reads English."""
    dressed.translations.speak(Language.ENGLISH)
    return FakeBridge()


@pytest.fixture
def shelf(bridge: FakeBridge) -> FollowUpShelf:
    """What waits, and two appointments of whoever is asked for."""
    return FollowUpShelf(bridge)


@pytest.fixture
def page(bridge: FakeBridge, shelf: FollowUpShelf, dressed: Dressed, qtbot: QtBot) -> FollowUpPage:
    """The page, with the form begun by A."""
    assert shelf.times
    made = shown_page(FollowUpPage, bridge, dressed, qtbot, now=NOW)
    Fingers().press(Key.Key_A)
    return made


@pytest.fixture
def form(page: FollowUpPage) -> AppointmentForm:
    """Its form."""
    return page.form


def write(*words: str) -> None:
    """Write into one field after the other, and save."""
    for place, one in enumerate(words):
        if place:
            Fingers().press(Key.Key_Tab)
        Fingers().write(one)
    Fingers().press(Key.Key_Return)


def test_a_day_a_time_and_enter_make_one(
    page: FollowUpPage, form: AppointmentForm, shelf: FollowUpShelf
) -> None:
    assert form._who.text() == "Samir Haddad"
    write("8.12.", "10.30")
    at = moment_of(date(2026, 12, 8), time(10, 30))
    assert shelf.made == [SaveAppointment(person=SAMIR, at=at, kind="coaching", minutes=60)]
    assert form.notice.words() == "Appointment 8.12. 10:30"
    assert form.list.rows.key() == thing(309).hex()
    assert form.list.file.hasFocus()
    assert page.toast.words() == "Appointment 8.12. 10:30"
    page.undo()
    assert [one.n for one in shelf.undone] == [71]


@pytest.mark.parametrize(
    ("day", "at"), [("", "10.30"), ("8.12.2020", "10.30"), ("8.12.", ""), ("8.12.", "25.00")]
)
def test_a_day_that_is_over_or_a_time_that_is_none_is_said_beside_the_field(
    form: AppointmentForm, shelf: FollowUpShelf, day: str, at: str
) -> None:
    write(day, at)
    assert shelf.made == []
    assert bool(form.day.error) != bool(form.time.error)


def test_those_there_are_say_when_and_what_became_of_them(form: AppointmentForm) -> None:
    assert [(row.title, row.marks[0].word) for row in form.list.rows.rows()] == [
        ("Thu 26.11. 11:26", "Planned"),
        ("Sat 21.11. 14:26", "Kept"),
    ]


def test_enter_at_one_to_come_changes_it(form: AppointmentForm, shelf: FollowUpShelf) -> None:
    form.list.rows.setFocus()
    Fingers().press(Key.Key_Return)
    assert (form.day.text(), form.time.text()) == ("26.11.2026", "11:26")
    form.time.line.setFocus()
    form.time.line.clear()
    write("9")
    (asked,) = shelf.made
    assert (asked.appointment, asked.at) == (thing(301), moment_of(date(2026, 11, 26), time(9)))
    assert asked.place == "Ohjaamo, Kamppi"


def test_the_file_has_the_title_that_the_person_chose_and_no_name(
    form: AppointmentForm, shelf: FollowUpShelf
) -> None:
    assert form.list.title.text() == "Meeting"
    form.list.title.set_text("Ohjaamo")
    form.list.file.click()
    assert form.list._dialogs.shown is not None
    assert "Haddad" not in "".join(form.list._dialogs.shown.selectedFiles())
    form.list._dialogs.close()
    form.list.write_file(thing(301), "/media/stick/ohjaamo.ics")
    assert shelf.files == [WriteCalendarFile(thing(301), "Ohjaamo", "/media/stick/ohjaamo.ics")]
    assert form.notice.words() == "The calendar file is saved."


def test_a_file_without_a_title_is_not_asked_for(form: AppointmentForm) -> None:
    form.list.title.set_text(" ")
    form.list.file.click()
    assert form.list.title.error
    assert form.list._dialogs.shown is None


def test_a_file_that_could_not_be_written_is_said(form: AppointmentForm, bridge: FakeBridge) -> None:
    bridge.refuse(WriteCalendarFile, Problem.FILE_UNREADABLE)
    form.list.write_file(thing(301), "/media/stick/ohjaamo.ics")
    assert form.notice.words() == "Not written: choose another place"


def test_escape_goes_back_to_the_list_and_nothing_is_kept(page: FollowUpPage, form: AppointmentForm) -> None:
    Fingers().write("8.12.")
    Fingers().press(Key.Key_Escape)
    assert page.rows.hasFocus()
    assert not form.isVisible()
    assert form.day.text() == ""
    assert form.list.rows.rows() == ()


def test_from_a_card_the_form_opens_for_that_person_and_escape_goes_back_there(
    page: FollowUpPage, form: AppointmentForm, qtbot: QtBot
) -> None:
    person = DUES[4].person
    assert person is not None
    page.open(AppointmentFor(person, "Sanna Hämäläinen"))
    assert form._who.text() == "Sanna Hämäläinen"
    assert form.day.line.hasFocus()
    with qtbot.waitSignal(page.go) as went:
        Fingers().press(Key.Key_Escape)
    assert went.args == ["people", AtCard(person, "")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("10.30", time(10, 30)), ("10:30", time(10, 30)), ("0930", time(9, 30)), (" 9 ", time(9)), ("24.00", None),
        ("9.60", None), ("kymmeneltä", None), ("", None), ("1.5", None),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(typed: str, found: time | None) -> None:
    assert typed_time(typed) == found
