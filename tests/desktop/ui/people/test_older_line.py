# SPDX-License-Identifier: MIT
"""Under the list of people stands how many cards only the centre has, and one key fetches them."""

from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from people_world import rows
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.people import PeopleFound, SearchPeople
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.retention import FetchOlder
from desktop.ui.people.page import PeoplePage

HELD = CTRL | Qt.KeyboardModifier.ShiftModifier


def _some_away(bridge: FakeBridge) -> None:
    """Let twelve people be at the centre until they are fetched; a search by text counts none."""
    away = [12]

    def found(ask: SearchPeople) -> PeopleFound:
        return PeopleFound(rows(), len(rows()), more=False, away=0 if ask.text.strip() else away[0])

    def fetched(_ask: FetchOlder) -> Done:
        away[0] = 0
        return Done()

    bridge.on(SearchPeople, found)
    bridge.on(FetchOlder, fetched)


def test_control_shift_o_fetches_the_cards_that_left_this_computer(
    page: PeoplePage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    _some_away(bridge)
    page.enter()
    assert page.pane.older.isVisible()
    assert "12" in page.pane.older.said.text()
    Fingers().press(Qt.Key.Key_O, held_down=HELD)
    qtbot.waitUntil(lambda: not page.pane.older.isVisible())
    assert len(bridge.all_of(FetchOlder)) == 1


def test_the_line_stays_while_a_text_is_searched(page: PeoplePage, bridge: FakeBridge) -> None:
    _some_away(bridge)
    page.enter()
    Fingers().write("sam")
    assert page.pane.older.isVisible()


def test_without_a_network_the_line_stays_and_can_be_tried_again(
    page: PeoplePage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    _some_away(bridge)
    bridge.on(FetchOlder, lambda _ask: ProblemReport(Problem.NO_NETWORK))
    page.enter()
    Fingers().press(Qt.Key.Key_O, held_down=HELD)
    qtbot.waitUntil(lambda: len(bridge.all_of(FetchOlder)) == 1)
    assert page.pane.older.isVisible()
    assert page.pane.older.fetch.isEnabled()
    Fingers().press(Qt.Key.Key_O, held_down=HELD)
    qtbot.waitUntil(lambda: len(bridge.all_of(FetchOlder)) == 2)


def test_where_nobody_has_left_nothing_is_said_and_a_lock_drops_the_count(
    page: PeoplePage, bridge: FakeBridge
) -> None:
    assert not page.pane.older.isVisible()
    _some_away(bridge)
    page.enter()
    page.forget()
    assert not page.pane.older.isVisible()
