# SPDX-License-Identifier: MIT
"""Below a history that is not whole stands that the rest is at the centre, and one key fetches it."""

from fake_notebook import FakeBridge
from fingers import Fingers
from msgspec.structs import replace
from people_world import SAMIR, samir
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.people import FetchPast, OpenPerson
from desktop.notebook.messages.problems import Problem
from desktop.ui.people.page import PeoplePage


def _open_partial(page: PeoplePage, bridge: FakeBridge, qtbot: QtBot) -> Fingers:
    """Open a card of which only the newest line is here, until the rest is fetched."""
    bridge.on(OpenPerson, lambda _ask: replace(samir(), history=samir().history[:1], earlier=True))

    def fetched(_ask: FetchPast) -> Done:
        bridge.on(OpenPerson, lambda _ask: samir())
        return Done()

    bridge.on(FetchPast, fetched)
    fingers = Fingers()
    fingers.write("sam")
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.card.view is not None)
    page.card.history.earlier.fetch.setFocus()
    return fingers


def test_the_earlier_history_is_fetched_with_enter(
    page: PeoplePage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    fingers = _open_partial(page, bridge, qtbot)
    assert page.card.history.earlier.isVisible()
    assert len(page.card.history.timeline.entries()) == 1
    fingers.press(Qt.Key.Key_Return)
    assert [ask.person for ask in bridge.all_of(FetchPast)] == [SAMIR]
    assert len(page.card.history.timeline.entries()) == len(samir().history)
    assert not page.card.history.earlier.isVisible()


def test_without_a_network_it_can_be_tried_again(page: PeoplePage, bridge: FakeBridge, qtbot: QtBot) -> None:
    fingers = _open_partial(page, bridge, qtbot)
    answer = bridge.answers[FetchPast]
    bridge.on(FetchPast, lambda _ask: ProblemReport(Problem.NO_NETWORK))
    fingers.press(Qt.Key.Key_Return)
    assert page.card.history.earlier.isVisible()
    bridge.answers[FetchPast] = answer
    page.card.history.earlier.fetch.setFocus()
    fingers.press(Qt.Key.Key_Return)
    assert not page.card.history.earlier.isVisible()


def test_of_a_history_that_is_whole_nothing_is_said(page: PeoplePage) -> None:
    fingers = Fingers()
    fingers.write("sam")
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.card.isVisible()
    assert not page.card.history.earlier.isVisible()
    page.forget()
    assert not page.card.history.earlier.isVisible()
