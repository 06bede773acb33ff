# SPDX-License-Identifier: MIT
"""Reading a service: everything it says, in the staff's language, with hours, provenance and the team's notes."""

from datetime import datetime

import msgspec
import pytest
from fingers import CTRL, Fingers
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from service_shelf import WALK_IN, ServiceShelf, service

from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.services import (
    DropServiceNote,
    MarkService,
    NoteService,
    OpenService,
    ServiceView,
)
from desktop.ui.app import Dressed
from desktop.ui.components.icon_button import IconButton
from desktop.ui.services.hours_words import hours_lines, open_now
from desktop.ui.services.marked import Marked
from desktop.ui.services.page import ServicesPage
from desktop.ui.words.language import Language
from sync.catalogue.model import Hours, Opening, OtherHours
from sync.records.ids import EntityId

WEEKDAYS = Hours(openings=tuple(Opening(day, "09:00", "15:00") for day in range(1, 6)))
NIGHT = Hours(openings=(Opening(6, "22:00", "02:00"),))


def read(page: ServicesPage) -> list[str]:
    """Open the first service and return every heading and text."""
    page._opened(service(1).hex())
    return [*page.aside.service.told.words(), *page.aside.service.origin.words()]


def test_everything_a_service_says_stands_under_a_heading(page: ServicesPage) -> None:
    said = read(page)
    for one in (
        "Kenelle", "17+", "Helsinki", "Lähtötasotesti ennen kurssia.", "Velvoittava, jos sovittu suunnitelmassa",
        "Suostumus kysytään", "Ohjattu, Lähete", "Asiakastietoihin", "Maksuton", "Ei tulkkia",
        "ma\N{EN DASH}pe 9.00\N{EN DASH}15.00\n24.12.\N{EN DASH}26.12. suljettu", "Hattulantie 2, 00550 Helsinki",
        "Palvelumanuaali", "CC BY 4.0", "23.11.", "20.5.2027",
    ):  # fmt: skip
        assert one in said
    assert any("venäjä" in one for one in said)


def test_the_words_follow_the_staffs_language(page: ServicesPage, dressed: Dressed, qtbot: QtBot) -> None:
    assert "Kenelle" in read(page)
    dressed.translations.speak(Language.ENGLISH)
    qtbot.waitUntil(lambda: "For whom" in page.aside.service.told.words())
    assert any("9:00\N{EN DASH}15:00" in one for one in page.aside.service.told.words())


def test_the_text_for_the_client_record_is_copied(page: ServicesPage) -> None:
    read(page)
    page.aside.service.copy.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    assert (
        QGuiApplication.clipboard().text() == "Ohjattu: suomi A2, lähtötasotesti varattu, aloitus 7.1.2027."
    )
    assert page.aside.service.copy.text() == "Kopioitu"


def test_the_copy_button_outlives_many_services(page: ServicesPage) -> None:
    for number in (1, 2, 3, 1):
        page._opened(service(number).hex())
    page.aside.service.forget()
    read(page)
    QApplication.processEvents()  # a layout shows what is new in it then
    assert page.aside.service.copy.isVisible()


def test_a_service_that_goes_with_it_is_a_way_to_it(page: ServicesPage, shelf: ServiceShelf) -> None:
    read(page)
    page.aside.service._others[0].click()
    assert shelf.bridge.all_of(OpenService)[-1].service == service(3)
    assert page.aside.service.name.text().startswith("Selkosuomen")
    assert page.pane.hits.key() == service(3).hex()


def test_a_note_for_the_team_is_saved_by_keys_and_taken_back(page: ServicesPage, shelf: ServiceShelf) -> None:
    read(page)
    notes = page.aside.service.notes
    notes.field.area.setFocus()
    fingers = Fingers()
    fingers.write("Kysy Mariaa")
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    assert shelf.bridge.all_of(NoteService) == [NoteService(service(1), "Kysy Mariaa")]
    assert notes.field.text() == ""
    (drop,) = notes.findChildren(IconButton)
    assert drop.accessibleName() == "Poista muistiinpano: Kysy Mariaa"
    drop.click()
    assert shelf.bridge.all_of(DropServiceNote) == [DropServiceNote(EntityId(bytes([8] * 16)))]


def test_a_note_that_is_refused_stays_with_its_reason_beside_it(
    page: ServicesPage, shelf: ServiceShelf
) -> None:
    read(page)
    notes = page.aside.service.notes
    notes.save_note()
    assert notes.field.error == "Kirjoita ensin muistiinpano."
    shelf.bridge.refuse(NoteService, Problem.DISK_FULL)
    notes.field.area.setPlainText("Kysy Mariaa")
    notes.save_note()
    assert notes.field.error.startswith("Levy on täynnä")
    assert notes.field.text() == "Kysy Mariaa"


def test_a_half_typed_note_survives_a_refresh_and_goes_with_another_service(page: ServicesPage) -> None:
    read(page)
    notes = page.aside.service.notes
    notes.field.area.setPlainText("Kysy")
    page.records_changed(["service"])
    assert notes.field.text() == "Kysy"
    page._opened(service(2).hex())
    assert notes.field.text() == ""


def test_a_favourite_is_made_from_the_service_itself(page: ServicesPage, shelf: ServiceShelf) -> None:
    read(page)
    assert page.aside.service.favourite.text() == "Poista suosikeista"
    page.aside.service.favourite.click()
    assert shelf.bridge.all_of(MarkService) == [MarkService(service(1), favourite=False, hidden=False)]
    assert page.aside.service.favourite.text() == "Tee suosikiksi"


def test_rows_passed_with_the_service_in_front_are_read_once(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    read(page)
    page.pane.search.setFocus()
    Fingers().press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.aside.service.service == service(3))
    assert [ask.service for ask in shelf.bridge.all_of(OpenService)] == [service(1), service(3)]


def test_a_service_of_a_newer_program_still_shows_its_row(page: ServicesPage, shelf: ServiceShelf) -> None:
    row = shelf.rows[0]
    shelf.bridge.on(OpenService, lambda _ask: ServiceView(row.service, {"name": 3}, "published", row, [], []))
    assert read(page) == []
    assert page.aside.service.name.text() == "Stadin AO, suomi A2"


def test_a_service_that_was_withdrawn_meanwhile_leaves_the_pane_empty(
    page: ServicesPage, shelf: ServiceShelf, qtbot: QtBot
) -> None:
    read(page)
    shelf.bridge.refuse(OpenService, Problem.NOT_FOUND)
    with qtbot.waitSignal(page.troubled):
        page.records_changed(["service"])
    assert page.aside.service.service is None


def test_what_does_not_fit_the_client_stands_over_the_service_too(page: ServicesPage) -> None:
    page.open(WALK_IN)
    page._opened(service(2).hex())
    assert page.aside.service.unmet.words() == "venäjä puuttuu"


@pytest.mark.parametrize(
    ("hours", "when", "is_open"),
    [
        (WEEKDAYS, datetime(2026, 11, 24, 9, 0).astimezone(), True),
        (WEEKDAYS, datetime(2026, 11, 24, 15, 0).astimezone(), False),
        (WEEKDAYS, datetime(2026, 11, 28, 10, 0).astimezone(), False),
        (NIGHT, datetime(2026, 11, 28, 23, 0).astimezone(), True),
        (NIGHT, datetime(2026, 11, 29, 1, 59).astimezone(), True),
        (NIGHT, datetime(2026, 11, 29, 2, 0).astimezone(), False),
        (NIGHT, datetime(2026, 11, 28, 1, 0).astimezone(), False),
        (Hours(), datetime(2026, 11, 24, 9, 0).astimezone(), None),
    ],
)
def test_a_place_is_open_within_its_hours_over_midnight_too(
    hours: Hours, when: datetime, *, is_open: bool | None
) -> None:
    assert open_now(hours, when) is is_open


def test_other_hours_of_a_day_go_before_the_weeks() -> None:
    hours = msgspec.structs.replace(
        WEEKDAYS,
        exceptions=(OtherHours("2026-11-24", "2026-11-24"), OtherHours("2026-11-25", "", "12:00", "13:00")),
    )
    assert open_now(hours, datetime(2026, 11, 24, 10, 0).astimezone()) is False
    assert open_now(hours, datetime(2026, 11, 25, 10, 0).astimezone()) is False
    assert open_now(hours, datetime(2026, 11, 25, 12, 30).astimezone()) is True
    said = hours_lines(hours, datetime(2026, 11, 25).astimezone().date(), Language.FINNISH)
    assert said == ["ma\N{EN DASH}pe 9.00\N{EN DASH}15.00", "25.11. 12.00\N{EN DASH}13.00"]


@given(st.lists(st.integers(1, 9)))
def test_a_service_turned_twice_is_as_before_and_the_order_is_the_markings(turned: list[int]) -> None:
    marked, expected = Marked(), list[int]()
    for number in turned:
        now = marked.turn(service(number), str(number))
        assert now is (number not in expected)
        if now:
            expected.append(number)
        else:
            expected.remove(number)
        assert (service(number) in marked) is now
    assert [one.name for one in marked.chosen()] == [str(number) for number in expected]
    assert len(marked) == len(expected)
