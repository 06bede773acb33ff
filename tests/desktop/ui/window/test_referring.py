# SPDX-License-Identifier: MIT
"""From the card to a service, to the referral, and back to the card with an undo: the way through the whole window."""

import pytest
from fake_day import DUE
from fingers import CTRL, held
from people_world import SAMIR, SAVE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from referral_shelf import ReferralShelf
from whole_window import WholeWindow

from desktop.notebook.messages.people import OpenPerson
from desktop.notebook.messages.referrals import ReadConsent, Refer
from desktop.notebook.messages.services import OpenService
from desktop.notebook.messages.today import UndoSave
from desktop.ui.people.page import PeoplePage
from desktop.ui.referral.page import ReferralPage
from desktop.ui.services.page import ServicesPage
from desktop.ui.today.page import TodayPage


@pytest.fixture
def city(whole: WholeWindow) -> WholeWindow:
    """The window over people and a catalogue that somebody can be referred in."""
    shelf = ReferralShelf()
    for kind in (OpenService, ReadConsent, Refer):
        whole.bridge.answers[kind] = shelf.bridge.answers[kind]
    return whole


def services(city: WholeWindow) -> ServicesPage:
    page = city.window.shell.page("services")
    assert isinstance(page, ServicesPage)
    return page


def referral(city: WholeWindow) -> ReferralPage:
    page = city.window.shell.page("referral")
    assert isinstance(page, ReferralPage)
    return page


def find(city: WholeWindow) -> None:
    """Press Refer over the first hit."""
    page = services(city)
    page.pane.hits.setFocus()
    city.fingers.press(Qt.Key.Key_Down)
    page.aside.foot.refer.setFocus()
    city.fingers.press(Qt.Key.Key_Space)
    QApplication.processEvents()


def test_f3_from_a_card_refers_that_person_and_comes_back_to_their_services(city: WholeWindow) -> None:
    city.window.pages.go("people", SAMIR)
    city.fingers.press(Qt.Key.Key_F3)
    assert city.window.shell.current == "services"
    assert services(city).strip.words().startswith("Samir Haddad")
    find(city)
    assert city.window.shell.current == "referral"
    assert referral(city).form.title.text() == "Ohjaa: Samir Haddad"
    city.fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    (ask,) = city.bridge.all_of(Refer)
    assert (ask.person, ask.kind, len(ask.services)) == (SAMIR, "guided", 1)
    assert city.window.shell.current == "people"
    page = city.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    assert page.card.tabs.key() == "services"
    assert page.card.head.toast.words().startswith("Ohjattu: ")
    assert held() is page.card.services.rows
    city.fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert city.bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_a_visitor_is_referred_into_the_walk_in_at_hand(city: WholeWindow) -> None:
    today = city.window.shell.page("today")
    assert isinstance(today, TodayPage)
    today.new_visit()
    city.fingers.press(Qt.Key.Key_F3)
    find(city)
    city.fingers.press(Qt.Key.Key_2)
    assert city.window.shell.current == "today"
    assert today.panel.walk_in.services
    assert city.bridge.all_of(Refer) == []


def test_the_rail_shows_the_services_while_somebody_is_referred(city: WholeWindow) -> None:
    city.window.pages.go("people", SAMIR)
    city.fingers.press(Qt.Key.Key_F3)
    find(city)
    city.fingers.press(Qt.Key.Key_Escape)
    assert city.window.shell.current == "services"
    assert services(city).strip.words().startswith("Samir Haddad")


def test_hiding_the_window_takes_the_clients_text_off_the_screen(city: WholeWindow) -> None:
    city.window.pages.go("people", SAMIR)
    city.fingers.press(Qt.Key.Key_F3)
    find(city)
    city.fingers.press(Qt.Key.Key_4)
    page = referral(city)
    assert page.consent.text.text()
    city.fingers.press(Qt.Key.Key_F12)
    assert not page.isVisible()
    assert page.consent.text.text() == ""
    assert page.form.title.text() == ""


def test_what_is_due_opens_the_card_at_its_services(city: WholeWindow) -> None:
    city.day.due = list(DUE)
    city.window.pages.go("today", None)
    today = city.window.shell.page("today")
    assert isinstance(today, TodayPage)
    today.enter()
    today.due.setFocus()
    city.fingers.press(Qt.Key.Key_Return)
    assert city.window.shell.current == "people"
    assert city.bridge.all_of(OpenPerson)[-1].person == DUE[0].person
    page = city.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    assert page.card.tabs.key() == "services"
