# SPDX-License-Identifier: MIT
"""A card that has left this computer says so, and one key fetches it from the centre."""

from fake_notebook import FakeBridge
from fingers import Fingers, held
from people_world import SAMIR
from PySide6.QtCore import Qt

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.people import OpenPerson
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.retention import FetchPerson
from desktop.ui.people.page import PeoplePage


def _open_away(bridge: FakeBridge) -> Fingers:
    opens = bridge.answers[OpenPerson]
    bridge.refuse(OpenPerson, Problem.PERSON_AWAY)

    def fetched(_ask: FetchPerson) -> Done:
        bridge.answers[OpenPerson] = opens
        return Done()

    bridge.on(FetchPerson, fetched)
    fingers = Fingers()
    fingers.write("sam")
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    return fingers


def test_the_card_is_fetched_with_enter_and_opens(page: PeoplePage, bridge: FakeBridge) -> None:
    fingers = _open_away(bridge)
    assert page.nobody.isVisible()
    assert held() is page.nobody.fetch
    fingers.press(Qt.Key.Key_Return)
    assert [ask.person for ask in bridge.all_of(FetchPerson)] == [SAMIR]
    assert page.card.isVisible()
    assert page.card.head.name.text() == "Samir Haddad"


def test_without_a_network_it_says_so_and_can_be_tried_again(page: PeoplePage, bridge: FakeBridge) -> None:
    fingers = _open_away(bridge)
    answer = bridge.answers[FetchPerson]
    bridge.on(FetchPerson, lambda _ask: ProblemReport(Problem.NO_NETWORK))
    before = page.nobody.words.text()
    fingers.press(Qt.Key.Key_Return)
    assert page.nobody.words.text() != before
    assert held() is page.nobody.fetch
    bridge.answers[FetchPerson] = answer
    fingers.press(Qt.Key.Key_Return)
    assert page.card.isVisible()


def test_lock_forgets_whose_card_it_was(page: PeoplePage, bridge: FakeBridge) -> None:
    _open_away(bridge)
    page.forget()
    assert page.nobody.person is None
    assert not page.nobody.fetch.isVisible()
