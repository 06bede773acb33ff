# SPDX-License-Identifier: MIT
"""Opening again with a PIN: six digits and no Enter, tries told, the passphrase one key away."""

import pytest
from at_the_door import AINO, MEHMET, PHRASE, SOFIA, AtTheDoor, person
from cut_words import cut_words
from page_tools import WHO
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.laptop import ShowLaptop, Unlock
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import Reopen
from desktop.ui.app import Dressed
from desktop.ui.theme.tokens import Look
from desktop.ui.unlock.lease_card import LeaseCard
from desktop.ui.unlock.secret_part import Way
from desktop.ui.words.language import Language

PIN = "804152"


@pytest.fixture
def door(qtbot: QtBot, dressed: Dressed) -> AtTheDoor:
    made = AtTheDoor(
        qtbot,
        dressed,
        [
            person(AINO, "Aino Lehtonen", 23, pin=True),
            person(MEHMET, "Mehmet Kaya", 22),
            person(SOFIA, "Sofia Grönqvist", 21, pin=True, closed="revoke"),
        ],
    )
    made.bridge.on(Reopen, lambda _ask: WHO)
    return made


def test_the_sixth_digit_opens_without_enter(door: AtTheDoor) -> None:
    assert door.page.card.pin.line.hasFocus()
    door.hands.write(PIN[:5])
    assert door.bridge.all_of(Reopen) == []
    door.hands.press(PIN[5])
    assert door.bridge.all_of(Reopen) == [Reopen(AINO, PIN)]
    assert door.came_in.count() == 1
    assert door.shows(PIN) == []


def test_the_digits_are_never_shown_and_letters_are_not_taken(door: AtTheDoor) -> None:
    door.hands.write("8a0b4")
    assert door.page.card.pin.text() == "804"
    assert door.page.card.pin.line.echoMode() == QLineEdit.EchoMode.Password


def test_enter_at_fewer_digits_asks_nothing(door: AtTheDoor) -> None:
    door.hands.write("804")
    door.hands.press("Enter")
    assert door.bridge.all_of(Reopen) == []
    assert door.page.card.pin.line.hasFocus()


def test_nothing_is_asked_twice_while_it_opens(door: AtTheDoor) -> None:
    door.bridge.held = True
    door.hands.write(PIN)
    door.hands.press("Enter", "Backspace", "7", "Enter")
    assert door.bridge.all_of(Reopen) == [Reopen(AINO, PIN)]
    door.bridge.let_go()
    assert door.came_in.count() == 1


def test_a_wrong_pin_tells_the_tries_left_and_is_typed_anew(door: AtTheDoor) -> None:
    door.bridge.refuse(Reopen, Problem.WRONG_PIN, tries_left=3)
    door.hands.write(PIN)
    assert "Tries left: 3" in door.page.card.error
    assert door.shows(PIN) == []
    assert door.page.card.pin.line.hasFocus()
    door.hands.write("111111")
    assert len(door.bridge.all_of(Reopen)) == 2


@pytest.mark.parametrize(
    ("problem", "facts"), [(Problem.PIN_GONE, {}), (Problem.WRONG_PIN, {"tries_left": 0})]
)
def test_a_pin_that_is_gone_gives_way_to_the_passphrase_and_says_why(
    door: AtTheDoor, problem: Problem, facts: dict[str, int]
) -> None:
    door.bridge.refuse(Reopen, problem, **facts)
    door.hands.write(PIN)
    card = door.page.card
    assert card.secret.way is Way.PASSPHRASE
    assert "no longer opens" in card.error
    assert card.passphrase.line.hasFocus()
    assert not card.secret.other.isVisible()
    assert door.shows(PIN) == []
    door.hands.write(PHRASE)
    door.hands.press("Enter")
    assert door.bridge.all_of(Unlock) == [Unlock(AINO, PHRASE)]


def test_escape_leads_to_the_passphrase_and_back(door: AtTheDoor) -> None:
    door.hands.write("804")
    door.hands.press("Esc")
    assert door.page.card.passphrase.line.hasFocus()
    assert door.shows("804") == []
    door.hands.press("Esc")
    assert door.page.card.pin.line.hasFocus()
    door.press_on(door.page.card.secret.other)
    assert door.page.card.passphrase.line.hasFocus()


def test_a_passphrase_chosen_instead_stays_when_the_list_comes_again(
    door: AtTheDoor, dressed: Dressed
) -> None:
    door.hands.press("Esc")
    dressed.translations.speak(Language.SWEDISH)
    QApplication.processEvents()
    assert door.page.card.passphrase.isVisible()
    door.page.enter()
    assert door.page.card.pin.isVisible()


def test_each_person_is_asked_for_what_opens_their_notebook(door: AtTheDoor) -> None:
    door.hands.write("80")
    QTest.keyClick(door.page.card.pin.line, Qt.Key.Key_Down)
    assert door.page.card.people.key() == MEHMET
    assert door.page.card.passphrase.line.hasFocus()
    QTest.keyClick(door.page.card.passphrase.line, Qt.Key.Key_Up)
    assert door.page.card.pin.line.hasFocus()
    assert door.page.card.pin.text() == ""


def test_a_notebook_that_the_centre_closed_is_marked_and_can_not_be_opened(door: AtTheDoor) -> None:
    card = door.page.card
    card.people.setFocus()
    for _twice in range(2):
        QTest.keyClick(card.people, Qt.Key.Key_Down)
    assert card.people.key() == SOFIA
    assert [mark.word for mark in card.people.rows()[2].marks] == ["Closed"]
    assert card.secret.closed.isVisible()
    assert "help desk" in card.secret.closed.words()
    assert not card.button.isEnabled()
    assert not card.pin.isVisible()
    assert not card.passphrase.isVisible()
    door.hands.press("Enter")
    assert door.bridge.all_of(Unlock) == []
    assert door.bridge.all_of(Reopen) == []
    QTest.keyClick(card.people, Qt.Key.Key_Up)
    assert card.button.isEnabled()
    assert card.passphrase.isVisible()


def test_too_many_tries_in_a_row_count_down(door: AtTheDoor) -> None:
    door.bridge.refuse(Reopen, Problem.THROTTLED, seconds=8)
    door.hands.write(PIN)
    assert not door.page.card.button.isEnabled()
    door.hands.write(PIN)
    assert len(door.bridge.all_of(Reopen)) == 1


def test_a_permit_that_ran_out_asks_for_the_passphrase_that_a_pin_did_not_bring(door: AtTheDoor) -> None:
    door.bridge.refuse(Reopen, Problem.LEASE_SUSPENDED)
    door.hands.write(PIN)
    assert isinstance(door.page.side, LeaseCard)
    assert door.page.side.passphrase.line.hasFocus()
    assert door.shows(PIN) == []


def test_a_broken_notebook_is_told_over_the_card_and_the_pin_is_gone_from_it(door: AtTheDoor) -> None:
    door.bridge.refuse(Reopen, Problem.NOTEBOOK_DAMAGED)
    door.hands.write(PIN)
    assert door.page.notice.isVisible()
    assert door.shows(PIN) == []


def test_what_was_typed_is_gone_after_a_lock(door: AtTheDoor) -> None:
    door.hands.write("804")
    door.page.forget()
    assert door.shows("804") == []


def test_a_death_of_the_notebook_asks_for_the_list_again(door: AtTheDoor) -> None:
    before = len(door.bridge.all_of(ShowLaptop))
    door.page.enter()
    assert len(door.bridge.all_of(ShowLaptop)) == before + 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_the_card_is_whole_with_a_pin_and_with_a_closed_notebook(
    door: AtTheDoor, dressed: Dressed, look: Look, language: Language
) -> None:
    dressed.theme.choose(look)
    dressed.translations.speak(language)
    for size in ((1280, 800), (1024, 640)):
        door.page.resize(*size)
        door.page.card.links.more.click()
        for staff in (AINO, SOFIA):
            door.page.card.people.choose(staff)
            door.page.card._another(staff)
            QApplication.processEvents()
            assert walk(door.page, dressed.theme) == []
            assert cut_words(door.page.card) == []


@pytest.mark.parametrize("digits", [PIN[:2], PIN])
def test_digits_typed_before_the_notebook_says_that_a_pin_opens_go_along(
    door: AtTheDoor, digits: str
) -> None:
    everybody = door.people
    door.people = [person(AINO, "Aino Lehtonen", 23), *everybody[1:]]
    door.page.enter()
    assert door.page.card.secret.way is Way.PASSPHRASE
    door.hands.write(digits)
    door.people = everybody
    door.page.tools.bridge.ask(door.page, ShowLaptop(), done=door.page._show, failed=door.page._trouble)
    door.hands.write(PIN[len(digits) :])
    assert door.bridge.all_of(Reopen) == [Reopen(AINO, PIN)]
    assert door.bridge.all_of(Unlock) == []


def test_a_passphrase_that_is_being_typed_stays(door: AtTheDoor) -> None:
    everybody = door.people
    door.people = [person(AINO, "Aino Lehtonen", 23), *everybody[1:]]
    door.page.enter()
    door.hands.write(PHRASE[:7])
    door.people = everybody
    door.page.tools.bridge.ask(door.page, ShowLaptop(), done=door.page._show, failed=door.page._trouble)
    assert door.page.card.secret.way is Way.PASSPHRASE
    assert door.page.card.passphrase.text() == PHRASE[:7]
