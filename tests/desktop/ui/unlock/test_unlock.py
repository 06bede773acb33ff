# SPDX-License-Identifier: MIT
"""Unlocking by keys: who, passphrase, problems beside the field, no double submit."""

import pytest
from fake_notebook import FakeBridge
from page_tools import at, tools_for
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.laptop import LaptopView, PersonOnLaptop, ShowLaptop, Unlock, Unlocked
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.theme.tokens import Look
from desktop.ui.unlock.page import UnlockPage
from desktop.ui.unlock.recovery_card import RecoveryCard
from desktop.ui.words.language import Language
from sync.records.ids import StaffId, TeamId

PHRASE = "kivi lumi tuuli hauki sammal"
AINO, MEHMET = StaffId("s0000000000000001"), StaffId("s0000000000000002")
VIEW = LaptopView(
    people=[
        PersonOnLaptop(MEHMET, "Mehmet Kaya", "coach", "Ohjaamo", at(14, 10, day=20)),
        PersonOnLaptop(AINO, "Aino Lehtonen", "adviser", "Itä", at(15, 48, day=23)),
    ],
    unsent=6,
    laptop_name="HEL-L-2217",
    practice=False,
    version="1.0.0",
)
WHO = Unlocked(
    AINO, "Aino Lehtonen", "adviser", ["adviser"], TeamId("t0000000000000001"), "Itä", "HEL-L-2217",
    practice=False, can_review=False, unsent=6, failed_unlocks=0, draft_page="",
)  # fmt: skip


@pytest.fixture
def bridge() -> FakeBridge:
    made = FakeBridge()
    made.on(ShowLaptop, lambda _ask: VIEW)
    made.on(Unlock, lambda _ask: WHO)
    return made


@pytest.fixture
def page(qtbot: QtBot, dressed: Dressed, bridge: FakeBridge) -> UnlockPage:
    made = UnlockPage(tools_for(dressed, bridge))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.enter()
    return made


def typed(words: str) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClicks(held, words)


def pressed(key: Qt.Key) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key)


def test_the_last_to_open_is_chosen_and_the_passphrase_has_the_keys(page: UnlockPage) -> None:
    assert [row.title for row in page.card.people.rows()] == ["Aino Lehtonen", "Mehmet Kaya"]
    assert page.card.people.rows()[0].time == "eilen 15.48"
    assert page.card.people.rows()[0].second == "Neuvoja · Itä"
    assert page.card.people.key() == AINO
    assert page.card.passphrase.line.hasFocus()


def test_typing_and_enter_opens(page: UnlockPage, bridge: FakeBridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.unlocked) as came:
        typed(PHRASE)
        pressed(Qt.Key.Key_Return)
    assert came.args == [WHO]
    assert bridge.all_of(Unlock) == [Unlock(AINO, PHRASE)]
    assert page.card.passphrase.text() == ""


def test_down_in_the_field_chooses_the_next_person(page: UnlockPage, bridge: FakeBridge) -> None:
    pressed(Qt.Key.Key_Down)
    assert page.card.people.key() == MEHMET
    typed(PHRASE)
    pressed(Qt.Key.Key_Return)
    assert bridge.all_of(Unlock) == [Unlock(MEHMET, PHRASE)]


def test_nothing_is_asked_twice_while_it_opens(page: UnlockPage, bridge: FakeBridge) -> None:
    typed(PHRASE)
    bridge.held = True
    for _ in range(3):
        pressed(Qt.Key.Key_Return)
    assert page.card.button.text() == "Muistikirjaa avataan…"
    assert not page.card.button.isEnabled()
    bridge.let_go()
    assert bridge.all_of(Unlock) == [Unlock(AINO, PHRASE)]


def test_a_wrong_passphrase_is_told_beside_the_field_and_may_be_typed_over(
    page: UnlockPage, bridge: FakeBridge
) -> None:
    bridge.refuse(Unlock, Problem.WRONG_PASSPHRASE, tries_left=4, seconds=0)
    typed("wrong")
    pressed(Qt.Key.Key_Return)
    assert page.card.passphrase.error == (
        "Tunnuslause ei täsmää. Tiedot ovat tallessa. Tarkista Caps Lock ja yritä uudelleen."
    )
    assert page.card.passphrase.line.hasFocus()
    assert page.card.passphrase.line.selectedText()
    assert page.notice.isHidden()


def test_a_throttled_person_sees_the_seconds_run(page: UnlockPage, bridge: FakeBridge, qtbot: QtBot) -> None:
    bridge.refuse(Unlock, Problem.THROTTLED, seconds=2)
    page.card._tick.setInterval(10)
    typed("wrong")
    pressed(Qt.Key.Key_Return)
    assert page.card.button.text() == "Odota 2 s"
    pressed(Qt.Key.Key_Return)
    assert len(bridge.all_of(Unlock)) == 1
    qtbot.waitUntil(page.card.button.isEnabled)
    assert page.card.button.text() == "Avaa muistikirja"


def test_any_other_problem_is_told_over_the_card(page: UnlockPage, bridge: FakeBridge) -> None:
    bridge.refuse(Unlock, Problem.KEY_FILE_DAMAGED)
    typed("wrong")
    pressed(Qt.Key.Key_Return)
    assert page.notice.isVisible()
    assert "Älä poista mitään" in page.notice.words()
    assert page.card.button.isEnabled()


def test_the_notice_after_a_death_is_shown_until_somebody_is_in(page: UnlockPage) -> None:
    page.tell("Muistikirja pysähtyi.")
    page.enter()
    assert page.notice.isVisible()
    typed(PHRASE)
    pressed(Qt.Key.Key_Return)
    assert page.notice.isHidden()


def test_forgetting_the_passphrase_leads_to_the_way_back_in(page: UnlockPage) -> None:
    page.card.links.forgotten.setFocus()
    pressed(Qt.Key.Key_Space)
    assert isinstance(page.side, RecoveryCard)
    assert page.side.isVisible()
    assert not page.card.isVisible()


def test_a_laptop_of_nobody_offers_to_start(page: UnlockPage, bridge: FakeBridge, qtbot: QtBot) -> None:
    bridge.on(ShowLaptop, lambda _ask: LaptopView([], 0, "", practice=False, version="1.0.0"))
    page.enter()
    assert page.card.passphrase.isHidden() or not page.card.passphrase.isVisible()
    with qtbot.waitSignal(page.new_person_asked):
        pressed(Qt.Key.Key_Space)


def test_a_language_is_chosen_and_what_was_typed_stays(
    page: UnlockPage, dressed: Dressed, qtbot: QtBot
) -> None:
    typed("kivi")
    with qtbot.waitSignal(page.language_chosen) as came:
        page.foot.languages.button(Language.SWEDISH).click()
    assert came.args == [Language.SWEDISH]
    dressed.translations.speak(Language.SWEDISH)
    QApplication.processEvents()
    assert page.card.button.text() == "Öppna anteckningsboken"
    assert page.card.passphrase.text() == "kivi"


@pytest.mark.parametrize("look", list(Look))
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_the_page_is_whole_for_keyboard_and_reader(
    page: UnlockPage, dressed: Dressed, look: Look, size: tuple[int, int]
) -> None:
    dressed.theme.choose(look)
    page.resize(*size)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
