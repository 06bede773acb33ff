# SPDX-License-Identifier: MIT
"""What is held back, by keys: looked at, accepted, refused, passed on; and what an author sees of their own."""

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from page_bench import shown_page
from people_world import NOW
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from transfer_shelf import WEST, HeldShelf
from walker import walk

from desktop.notebook.messages.held import GiveRuling, ListHeld, OpenHeld
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.held.page import HeldPage
from desktop.ui.theme.tokens import Look
from desktop.ui.words.language import Language


@pytest.fixture
def bridge(dressed: Dressed) -> FakeBridge:
    """A small notebook, before somebody who reads English."""
    dressed.translations.speak(Language.ENGLISH)
    return FakeBridge()


@pytest.fixture
def fingers() -> Fingers:
    """A person's fingers."""
    return Fingers()


@pytest.fixture
def shelf(bridge: FakeBridge) -> HeldShelf:
    """What it holds."""
    return HeldShelf(bridge)


@pytest.fixture
def page(bridge: FakeBridge, shelf: HeldShelf, dressed: Dressed, qtbot: QtBot) -> HeldPage:
    """The page, shown."""
    assert shelf.rows
    return shown_page(HeldPage, bridge, dressed, qtbot, now=NOW)


def _said(page: HeldPage) -> list[tuple[str, str]]:
    return [(line.group, line.after) for line in page.save.lines.lines()]


def test_the_first_save_opens_with_what_it_says_and_why_it_is_held_back(
    page: HeldPage, bridge: FakeBridge
) -> None:
    rows = page.list.rows.rows()
    assert [row.title for row in rows] == ["Mehmet Kaya", "Aino Lehtonen", "Your own save", "horoscope"]
    assert OpenHeld("a") in bridge.asked
    assert "Kävimme läpi kielikurssin paikan" in _said(page)[-1][1]
    assert ("Person · Samir Haddad", "010196-****") in _said(page)
    assert page.foot.ready()


def test_it_is_accepted_with_one_key_and_waits_for_the_centre(
    page: HeldPage, shelf: HeldShelf, fingers: Fingers
) -> None:
    fingers.press(Qt.Key.Key_1, held_down=CTRL)
    assert shelf.given == [GiveRuling("a", "accept", "", "")]
    assert page.list.rows.rows()[0].marks
    assert not page.foot.ready()
    assert "waits" in page.foot.why.words()


def test_it_is_refused_with_words_to_its_author(page: HeldPage, shelf: HeldShelf, fingers: Fingers) -> None:
    fingers.press(Qt.Key.Key_Return)
    fingers.write("Liian myohaan")
    fingers.press(Qt.Key.Key_2, held_down=CTRL)
    assert shelf.given == [GiveRuling("a", "refuse", "", "Liian myohaan")]
    assert page.foot.comment.text() == ""


def test_it_is_passed_on_to_a_team_that_is_not_its_own(
    page: HeldPage, shelf: HeldShelf, fingers: Fingers
) -> None:
    assert [page.foot.team.itemText(at) for at in range(page.foot.team.count())] == ["Läntinen tiimi"]
    fingers.press(Qt.Key.Key_3, held_down=CTRL)
    assert shelf.given == [GiveRuling("a", "forward", WEST, "")]


def test_an_own_save_is_read_and_not_decided_about(
    page: HeldPage, shelf: HeldShelf, fingers: Fingers
) -> None:
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert not page.foot.ready()
    assert page.foot.why.isVisible()
    fingers.press(Qt.Key.Key_1, held_down=CTRL)
    assert shelf.given == []


def test_without_a_network_the_facts_stand_and_a_decision_is_possible(
    bridge: FakeBridge, dressed: Dressed, qtbot: QtBot, fingers: Fingers
) -> None:
    shelf = HeldShelf(bridge, online=False)
    page = shown_page(HeldPage, bridge, dressed, qtbot, now=NOW)
    assert _said(page) == []
    assert page.save.waits.isVisible()
    assert "network" in page.save.waits.text()
    fingers.press(Qt.Key.Key_2, held_down=CTRL)
    assert [one.verdict for one in shelf.given] == ["refuse"]


def test_what_the_centre_told_is_gone_when_the_page_is_left(page: HeldPage) -> None:
    page.hide()
    assert (page.save.shown, _said(page)) == (None, [])


def test_an_answer_after_the_lock_shows_nothing(page: HeldPage, bridge: FakeBridge) -> None:
    bridge.held = True
    page.enter()
    page.forget()
    bridge.let_go()
    assert page.list.rows.rows() == ()
    assert page.save.shown is None


def test_what_was_decided_meanwhile_is_loaded_again(
    page: HeldPage, bridge: FakeBridge, fingers: Fingers
) -> None:
    bridge.refuse(GiveRuling, Problem.NOT_FOUND)
    before = bridge.asked.count(ListHeld())
    fingers.press(Qt.Key.Key_1, held_down=CTRL)
    assert bridge.asked.count(ListHeld()) == before + 1
    assert page.list.row("a") is not None


def test_with_nothing_held_back_the_page_says_so(bridge: FakeBridge, dressed: Dressed, qtbot: QtBot) -> None:
    page = shown_page(HeldPage, bridge, dressed, qtbot, now=NOW)
    assert page.list._empty.isVisible()
    assert not page.foot.ready()


@pytest.mark.parametrize(
    ("look", "language", "size"),
    [
        (Look.LIGHT, Language.FINNISH, (1096, 744)),
        (Look.DARK, Language.SWEDISH, (960, 584)),
        (Look.CONTRAST, Language.ENGLISH, (960, 584)),
    ],
)
def test_the_page_is_whole_for_keyboard_reader_and_finger(
    page: HeldPage, dressed: Dressed, look: Look, language: Language, size: tuple[int, int]
) -> None:
    dressed.theme.choose(look)
    dressed.translations.speak(language)
    page.resize(*size)
    page.set_compact(compact=size[0] < 1000)
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
