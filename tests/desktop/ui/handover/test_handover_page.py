# SPDX-License-Identifier: MIT
"""Hand-overs, by keys: opened, seen, and a whole caseload handed on after one more yes."""

import pytest
from fake_notebook import FakeBridge
from fingers import Fingers
from page_bench import shown_page
from people_world import NOW, SAMIR
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from transfer_shelf import BERTTA, HandoverShelf
from walker import walk

from desktop.notebook.messages.moving import HandOver, TakeOver
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from desktop.ui.app import Dressed
from desktop.ui.handover.page import HandoverPage
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language


@pytest.fixture
def bridge(dressed: Dressed) -> FakeBridge:
    """A small notebook, before somebody who reads English."""
    dressed.translations.speak(Language.ENGLISH)
    return FakeBridge()


@pytest.fixture
def shelf(bridge: FakeBridge) -> HandoverShelf:
    """Who was handed over."""
    return HandoverShelf(bridge)


@pytest.fixture
def page(bridge: FakeBridge, shelf: HandoverShelf, dressed: Dressed, qtbot: QtBot) -> HandoverPage:
    """The page, shown."""
    assert shelf.given
    return shown_page(HandoverPage, bridge, dressed, qtbot, now=NOW)


def test_each_says_from_whom_and_what_came_late(page: HandoverPage) -> None:
    first, second = page.received.rows()
    assert first.second == "Liisa Lehto handed over · before: Mehmet Kaya"
    assert first.third.startswith("Came after it from Mehmet Kaya: Note")
    assert (second.second, second.third) == ("Mehmet Kaya handed over", "")
    (given,) = page.given.rows()
    assert (given.title, given.second) == ("Sami Häkkinen", "Bertta Berg")


def test_enter_opens_the_card_and_s_says_that_it_was_seen(
    page: HandoverPage, shelf: HandoverShelf, qtbot: QtBot
) -> None:
    fingers = Fingers()
    with qtbot.waitSignal(page.go) as went:
        fingers.press(Qt.Key.Key_Return)
    assert went.args == ["people", SAMIR]
    fingers.press(Qt.Key.Key_S)
    assert shelf.asked == [TakeOver(SAMIR)]
    fingers.press(Qt.Key.Key_S)
    assert shelf.asked == [TakeOver(SAMIR)]
    assert page.received.rows()[0].marks == ()


def test_the_whole_caseload_goes_after_one_more_yes_and_comes_back_with_undo(
    page: HandoverPage, shelf: HandoverShelf, bridge: FakeBridge
) -> None:
    page.give_all.setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Return)
    assert shelf.asked == []
    assert "Bertta Berg" in page.give_all.text()
    fingers.press(Qt.Key.Key_Return)
    assert shelf.asked == [HandOver([], BERTTA)]
    bridge.on(UndoSave, lambda _ask: Undone(1, []))
    page.undo()
    undone = [one for one in bridge.asked if isinstance(one, UndoSave)]
    assert undone == [UndoSave(SaveId("team/x", 4)), UndoSave(SaveId("team/x", 5))]
    page.undo()
    assert [one for one in bridge.asked if isinstance(one, UndoSave)] == undone


def test_an_answer_after_the_lock_shows_nobody(page: HandoverPage, bridge: FakeBridge) -> None:
    bridge.held = True
    page.enter()
    page.forget()
    bridge.let_go()
    assert (page.received.rows(), page.given.rows()) == ((), ())


@pytest.mark.parametrize(
    ("look", "language", "size"),
    [
        (Look.LIGHT, Language.FINNISH, (1096, 744)),
        (Look.DARK, Language.SWEDISH, (960, 584)),
        (Look.CONTRAST, Language.ENGLISH, (960, 584)),
    ],
)
def test_the_page_is_whole_for_keyboard_reader_and_finger(
    page: HandoverPage, dressed: Dressed, look: Look, language: Language, size: tuple[int, int]
) -> None:
    dressed.theme.choose(look)
    dressed.translations.speak(language)
    page.resize(*size)
    page.set_compact(compact=size[0] < 1000)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
