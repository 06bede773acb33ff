# SPDX-License-Identifier: MIT
"""A permit that has run out: renewed over the network or by 26 characters, with the passphrase just typed."""

import pytest
from at_the_door import AINO, PHRASE, AtTheDoor, person
from cut_words import cut_words
from hypothesis import given
from hypothesis import strategies as st
from page_tools import WHO
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.laptop import ShowLaptop, Unlock
from desktop.notebook.messages.leases import EnterLease, RenewLease
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.theme.tokens import Look
from desktop.ui.unlock.lease_card import LeaseCard
from desktop.ui.unlock.words_field import CHARACTERS, place_after, read_words
from desktop.ui.words.language import Language
from sync.protocol.crockford import grouped

WORDS = "7K3M9QFD2XWT5BHN0C4V8YZG6R"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@pytest.fixture
def door(qtbot: QtBot, dressed: Dressed) -> AtTheDoor:
    made = AtTheDoor(qtbot, dressed, [person(AINO, "Aino Lehtonen", 23)])
    made.bridge.refuse(Unlock, Problem.LEASE_RUN_OUT)
    made.bridge.on(RenewLease, lambda _ask: WHO)
    made.bridge.on(EnterLease, lambda _ask: WHO)
    return made


@pytest.fixture
def card(door: AtTheDoor) -> LeaseCard:
    door.hands.write(PHRASE)
    door.hands.press("Enter")
    made = door.page.side
    assert isinstance(made, LeaseCard)
    return made


@pytest.mark.parametrize("problem", [Problem.LEASE_RUN_OUT, Problem.LEASE_SUSPENDED, Problem.LEASE_MISSING])
def test_the_card_says_why_and_that_everything_is_safe(door: AtTheDoor, problem: Problem) -> None:
    door.bridge.refuse(Unlock, problem)
    door.hands.write(PHRASE)
    door.hands.press("Enter")
    assert isinstance(door.page.side, LeaseCard)
    assert "saved on this computer" in door.page.side.lead.text()
    assert not door.page.side.passphrase.isVisible()
    assert door.shows(PHRASE) == []


def test_enter_renews_over_the_network_with_the_passphrase_just_typed(
    door: AtTheDoor, card: LeaseCard
) -> None:
    door.hands.press("Enter")
    assert door.bridge.all_of(RenewLease) == [RenewLease(AINO, PHRASE)]
    assert door.came_in.count() == 1
    assert not card.holds_passphrase
    assert door.page.side is None


def test_a_long_round_is_told_and_nothing_is_asked_twice(door: AtTheDoor, card: LeaseCard) -> None:
    door.bridge.held = True
    door.hands.press("Enter")
    assert card.progress.isVisible()
    assert not card.next.isEnabled()
    card.words.setFocus()
    door.hands.write(WORDS)
    door.hands.press("Enter", "Esc")
    assert len(door.bridge.all_of(RenewLease)) == 1
    assert door.bridge.all_of(EnterLease) == []
    assert door.page.side is card
    door.bridge.let_go()
    assert door.came_in.count() == 1


def test_without_a_network_the_code_that_is_read_out_opens(door: AtTheDoor, card: LeaseCard) -> None:
    door.bridge.refuse(RenewLease, Problem.NO_NETWORK)
    door.hands.press("Enter")
    assert card.notice.isVisible()
    assert card.next.hasFocus()
    card.words.setFocus()
    door.hands.write(WORDS.lower())
    assert card.words.text() == grouped(WORDS, 4)
    door.hands.press("Enter")
    assert door.bridge.all_of(EnterLease) == [EnterLease(AINO, PHRASE, WORDS)]
    assert door.came_in.count() == 1
    door.settle()
    assert door.shows(WORDS) == []


def test_a_letter_that_no_code_has_is_told_at_once(door: AtTheDoor, card: LeaseCard) -> None:
    card.words.setFocus()
    door.hands.write("7KU")
    assert card.words.text() == "7K"
    assert "no U" in card.words.error
    door.hands.write("3")
    assert card.words.error == ""


def test_letters_that_look_alike_are_read_as_the_digits_they_are(door: AtTheDoor, card: LeaseCard) -> None:
    card.words.setFocus()
    door.hands.write("oil5")
    assert card.words.words() == "0115"


def test_a_pasted_code_is_taken_with_whatever_stands_between(door: AtTheDoor, card: LeaseCard) -> None:
    QApplication.clipboard().setText(" 7k3m 9qfd-2xwt\n5bhn 0c4v 8yzg 6r ")
    card.words.setFocus()
    card.words.line.paste()
    QApplication.clipboard().clear()
    door.hands.press("Backspace")
    door.hands.press(WORDS[-1])
    assert card.words.words() == WORDS
    assert card.enter_words.isEnabled()


def test_a_letter_is_mended_in_the_middle_where_the_cursor_is(door: AtTheDoor, card: LeaseCard) -> None:
    card.words.setFocus()
    door.hands.write("7K3M9Q")
    card.words.line.setCursorPosition(2)
    door.hands.press("Backspace", "X")
    assert card.words.text() == "7X3M-9Q"
    assert card.words.line.cursorPosition() == 2


def test_too_few_characters_ask_nothing(door: AtTheDoor, card: LeaseCard) -> None:
    card.words.setFocus()
    door.hands.write("7K3M")
    door.hands.press("Enter")
    assert door.bridge.all_of(EnterLease) == []
    assert card.words.error
    assert not card.enter_words.isEnabled()


def test_a_code_that_does_not_fit_stays_to_be_compared(door: AtTheDoor, card: LeaseCard) -> None:
    door.bridge.refuse(EnterLease, Problem.LEASE_WORDS_WRONG)
    card.words.setFocus()
    door.hands.write(WORDS)
    door.hands.press("Enter")
    assert card.words.words() == WORDS
    assert card.words.error
    assert card.words.line.hasFocus()


@pytest.mark.parametrize("ask", [RenewLease, EnterLease])
def test_a_wrong_passphrase_is_asked_for_again(
    door: AtTheDoor, card: LeaseCard, ask: type[RenewLease | EnterLease]
) -> None:
    door.bridge.refuse(ask, Problem.WRONG_PASSPHRASE, tries_left=4, seconds=0)
    if ask is EnterLease:
        card.words.setFocus()
        door.hands.write(WORDS)
    door.hands.press("Enter")
    assert not card.holds_passphrase
    assert card.passphrase.error
    assert card.passphrase.line.hasFocus()
    door.bridge.on(RenewLease, lambda _ask: WHO)
    door.hands.write("another one")
    door.hands.press("Enter")
    assert door.bridge.all_of(RenewLease)[-1] == RenewLease(AINO, "another one")


def test_a_revoked_writer_is_told_and_the_list_comes_again(door: AtTheDoor, card: LeaseCard) -> None:
    door.bridge.refuse(RenewLease, Problem.WRITER_REVOKED)
    before = len(door.bridge.all_of(ShowLaptop))
    door.hands.press("Enter")
    assert card.notice.isVisible()
    assert len(door.bridge.all_of(ShowLaptop)) == before + 1
    assert door.page.side is card


def test_leaving_the_card_drops_passphrase_and_code(door: AtTheDoor, card: LeaseCard) -> None:
    card.words.setFocus()
    door.hands.write(WORDS)
    door.hands.press("Esc")
    assert not card.holds_passphrase
    assert door.page.side is None
    assert door.page.card.passphrase.line.hasFocus()
    assert door.shows(WORDS) == []
    assert door.shows(PHRASE) == []


@pytest.mark.parametrize("leave", ["forget", "enter"])
def test_a_lock_or_a_death_drops_passphrase_and_code(door: AtTheDoor, card: LeaseCard, leave: str) -> None:
    card.words.setFocus()
    door.hands.write(WORDS)
    getattr(door.page, leave)()
    assert not card.holds_passphrase
    assert door.shows(WORDS) == []
    assert door.page.card.isVisible()


def test_a_failure_of_the_round_drops_the_code(door: AtTheDoor, card: LeaseCard) -> None:
    door.bridge.refuse(EnterLease, Problem.DISK_FULL)
    card.words.setFocus()
    door.hands.write(WORDS)
    door.hands.press("Enter")
    assert card.notice.isVisible()
    assert door.shows(WORDS) == []


def test_a_passphrase_is_not_kept_for_ever_on_a_card_that_nobody_uses(
    door: AtTheDoor, card: LeaseCard, qtbot: QtBot
) -> None:
    card._kept.start(1)
    qtbot.waitUntil(lambda: not card.holds_passphrase)
    assert card.passphrase.isVisible()
    card.next.setFocus()
    door.hands.press("Enter")
    assert door.bridge.all_of(RenewLease) == []
    assert card.passphrase.line.hasFocus()


@given(st.text(alphabet=LETTERS, max_size=CHARACTERS))
def test_what_is_grouped_is_read_back_whatever_the_letters(plain: str) -> None:
    assert read_words(grouped(plain, 4)) == (plain, "")
    assert read_words(grouped(plain.lower(), 4)) == (plain, "")


@given(st.text(max_size=60))
def test_any_text_gives_letters_of_the_code_or_says_which_are_none(typed: str) -> None:
    taken, refused = read_words(typed)
    assert set(taken) <= set(LETTERS)
    assert len(taken) + len(refused) <= len(typed)
    assert read_words(taken) == (taken, "")


@given(st.text(alphabet=LETTERS, max_size=CHARACTERS), st.integers(0, CHARACTERS))
def test_the_cursor_stands_behind_as_many_letters_as_before(plain: str, count: int) -> None:
    shown = grouped(plain, 4)
    place = place_after(min(count, len(plain)), shown)
    assert len(shown[:place].replace("-", "")) == min(count, len(plain))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("look", list(Look))
def test_the_card_is_whole_for_keyboard_and_reader(
    door: AtTheDoor, card: LeaseCard, dressed: Dressed, look: Look, language: Language
) -> None:
    dressed.theme.choose(look)
    dressed.translations.speak(language)
    door.bridge.refuse(RenewLease, Problem.WRONG_PASSPHRASE, tries_left=4, seconds=0)
    card.next.click()
    for size in ((1280, 800), (1024, 640)):
        door.page.resize(*size)
        QApplication.processEvents()
        assert walk(door.page, dressed.theme) == []
        assert cut_words(card) == []
