# SPDX-License-Identifier: MIT
"""The first run by keys: invitation, fingerprint, passphrase, joining, and every way it can be refused."""

import pytest
from fake_notebook import FakeBridge
from hands import Hands
from page_tools import WHO, tools_for
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.laptop import (
    Invitation,
    Join,
    PassphraseRating,
    RatePassphrase,
    ReadInvitationFile,
    ReadInvitationTyped,
    SuggestedPassphrase,
    SuggestPassphrase,
)
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.first_run.page import FirstRunPage
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language

PHRASE = "kivi lumi tuuli hauki sammal"
INVITATION = Invitation(
    "https://keskus.example.org", "7K3M 9QFD 2XWT 5BHN", "Aino Lehtonen", "a made-up token"
)


def rating(ask: RatePassphrase) -> PassphraseRating:
    short = len(ask.passphrase) < 14
    return PassphraseRating(0 if short else 2, not short, too_short=short)


@pytest.fixture
def bridge() -> FakeBridge:
    made = FakeBridge()
    made.on(ReadInvitationFile, lambda _ask: INVITATION)
    made.on(ReadInvitationTyped, lambda _ask: INVITATION)
    made.on(RatePassphrase, rating)
    made.on(SuggestPassphrase, lambda _ask: SuggestedPassphrase(PHRASE))
    made.on(Join, lambda _ask: WHO)
    return made


@pytest.fixture
def page(qtbot: QtBot, dressed: Dressed, bridge: FakeBridge) -> FirstRunPage:
    made = FirstRunPage(tools_for(dressed, bridge))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.check.name.set_text("HEL-L-2217")
    made.enter()
    return made


@pytest.fixture
def hands() -> Hands:
    return Hands()


def to_passphrase(page: FirstRunPage, hands: Hands) -> None:
    hands.press("Enter")
    page.read_file("kutsu.kkenrol")
    hands.press("Enter")
    assert page.passphrase.isVisible()


def test_a_file_two_passphrases_and_enter_join(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands, qtbot: QtBot
) -> None:
    to_passphrase(page, hands)
    hands.write(PHRASE)
    hands.press("Enter")
    hands.write(PHRASE)
    with qtbot.waitSignal(page.unlocked) as came:
        hands.press("Enter")
    assert came.args == [WHO]
    assert bridge.all_of(ReadInvitationFile) == [ReadInvitationFile("kutsu.kkenrol")]
    assert bridge.all_of(Join) == [Join("a made-up token", PHRASE, "HEL-L-2217")]
    assert page.passphrase.passphrase.text() == ""


def test_a_typed_invitation_is_read_and_shown_before_anything_is_sent(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands
) -> None:
    hands.press("Enter")
    page.invitation.address.setFocus()
    hands.write("https://keskus.example.org")
    hands.press("Tab")
    hands.write("K7-QF3")
    hands.press("Tab")
    hands.write("7K3M9QFD2XWT5BHN")
    hands.press("Enter")
    assert bridge.all_of(ReadInvitationTyped) == [
        ReadInvitationTyped("https://keskus.example.org", "K7-QF3", "7K3M9QFD2XWT5BHN")
    ]
    assert page.check.isVisible()
    assert page.check.fingerprint.text() == "7K3M 9QFD 2XWT 5BHN"
    assert page.check.name.line.hasFocus() or page.check.next.hasFocus()
    assert bridge.all_of(Join) == []


def test_the_file_is_chosen_in_a_dialog_that_does_not_block(page: FirstRunPage, hands: Hands) -> None:
    hands.press("Enter", "Space")
    dialog = page.invitation._dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit("kutsu.kkenrol")
    dialog.close()
    assert page.check.isVisible()


@pytest.mark.parametrize("part", ["address", "code", "fingerprint"])
def test_what_cannot_be_read_is_told_beside_its_field(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands, part: str
) -> None:
    bridge.refuse(ReadInvitationTyped, Problem.ENROLMENT_UNREADABLE, part=part)
    hands.press("Enter")
    page.invitation.address.setFocus()
    hands.press("x", "Enter")
    field = {
        "address": page.invitation.address,
        "code": page.invitation.code,
        "fingerprint": page.invitation.fingerprint,
    }[part]
    assert field.error.startswith("Kutsua ei voitu lukea.")
    assert field.line.hasFocus()


def test_a_broken_file_is_told_beside_its_button(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands
) -> None:
    bridge.refuse(ReadInvitationFile, Problem.ENROLMENT_UNREADABLE, part="address")
    hands.press("Enter")
    page.read_file("broken.kkenrol")
    assert page.invitation._file_error.isVisible()
    assert page.invitation.choose.hasFocus()


def test_the_rating_follows_the_typing(page: FirstRunPage, hands: Hands) -> None:
    to_passphrase(page, hands)
    hands.write("kivi")
    assert page.passphrase.passphrase._message.text().startswith("Vielä liian lyhyt")
    hands.write(" lumi tuuli hauki")
    assert page.passphrase.passphrase._message.text() == "Hyvä."


def test_a_short_passphrase_or_another_second_one_is_not_sent(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands
) -> None:
    to_passphrase(page, hands)
    hands.write("kivi")
    hands.press("Enter")
    hands.write("kivi")
    hands.press("Enter")
    assert page.passphrase.passphrase.error.startswith("Vielä liian lyhyt")
    hands.write(" lumi tuuli hauki")
    hands.press("Enter", "Enter")
    assert page.passphrase.again.error.startswith("Tämä ei ole sama")
    assert bridge.all_of(Join) == []


def test_suggested_words_are_shown_once_and_typed_by_hand(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands
) -> None:
    to_passphrase(page, hands)
    page.passphrase.suggest.click()
    assert page.passphrase.suggested.text() == PHRASE
    assert page.passphrase.again.line.hasFocus()
    hands.write(PHRASE)
    hands.press("Enter")
    assert [one.passphrase for one in bridge.all_of(Join)] == [PHRASE]
    assert page.passphrase.suggested.text() == ""


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem.CODE_WRONG, "Keskus ei tunne tätä koodia."),
        (Problem.CODE_EXPIRED, "Koodi on vanhentunut."),
        (Problem.CODE_USED, "Koodi on jo käytetty."),
    ],
)
def test_a_refused_code_leads_back_to_the_invitation(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands, problem: Problem, words: str
) -> None:
    bridge.refuse(Join, problem)
    to_passphrase(page, hands)
    hands.write(PHRASE)
    hands.press("Enter")
    hands.write(PHRASE)
    hands.press("Enter")
    assert page.invitation.isVisible()
    assert page.invitation._file_error.text().startswith(words)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (Problem.NO_NETWORK, "Keskukseen ei saatu yhteyttä. Mitään ei muutettu."),
        (Problem.WRONG_HUB, "Vastaajana oli eri keskus kuin odotettiin."),
        (Problem.CAPTIVE_PORTAL, "Tämä verkko vaatii ensin kirjautumisen."),
        (Problem.HUB_BUSY, "Keskus ei voi juuri nyt vastata. Mitään ei muutettu."),
    ],
)
def test_a_centre_that_is_not_reached_leaves_everything_typed(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands, problem: Problem, words: str
) -> None:
    bridge.refuse(Join, problem)
    to_passphrase(page, hands)
    hands.write(PHRASE)
    hands.press("Enter")
    hands.write(PHRASE)
    hands.press("Enter")
    assert page.notice.isVisible()
    assert page.notice.words().startswith(words)
    assert page.passphrase.again.text() == PHRASE
    bridge.on(Join, lambda _ask: WHO)
    page.passphrase.again.setFocus()
    came = QSignalSpy(page.unlocked)
    hands.press("Enter")
    assert came.count() == 1


def test_joining_is_asked_once_and_says_that_it_takes_a_while(
    page: FirstRunPage, bridge: FakeBridge, hands: Hands
) -> None:
    to_passphrase(page, hands)
    hands.write(PHRASE)
    hands.press("Enter")
    hands.write(PHRASE)
    bridge.held = True
    hands.press("Enter")
    assert page.passphrase._progress.isVisible()
    hands.press("Enter", "Esc")
    assert len(bridge.all_of(Join)) == 1
    assert page.passphrase.isVisible()
    bridge.let_go()


def test_escape_goes_back_step_by_step_and_leaves(page: FirstRunPage, hands: Hands) -> None:
    to_passphrase(page, hands)
    for step in (page.check, page.invitation, page.start):
        hands.press("Esc")
        assert step.isVisible()
    left = QSignalSpy(page.left)
    hands.press("Esc")
    assert left.count() == 1


def test_practice_and_language_are_asked_for(page: FirstRunPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.practice_asked):
        page.start.practise.click()
    with qtbot.waitSignal(page.language_chosen) as came:
        page.start.languages.chosen.emit("sv")
    assert came.args == [Language.SWEDISH]


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("place", range(4))
def test_every_step_is_whole_for_keyboard_and_reader(
    page: FirstRunPage, dressed: Dressed, look: Look, place: int
) -> None:
    dressed.theme.choose(look)
    page.check.show_invitation(INVITATION)
    page.passphrase.take_suggestion(PHRASE)
    page._show_step(place)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
