# SPDX-License-Identifier: MIT
"""Two cards are found, compared and merged by keys, over a real notebook, and separated from the card."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from card_desk import CardDesk
from desk_bridge import desk_bridge
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from notebook_world import AINO, CELIA, MORNING, NotebookWorld
from people_world import tools_with, unlocked
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import dressed, theme

from desktop.notebook.merging import Merging
from desktop.notebook.messages.merging import MergePeople
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard
from desktop.ui.merging.page import MergingPage
from desktop.ui.page import Page, Tools
from desktop.ui.people.page import PeoplePage

__all__ = ["dressed", "theme"]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    """A made-up team with notebooks on two laptops."""
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


@pytest.fixture
def aino(world: NotebookWorld) -> CardDesk:
    """Aino's notebook."""
    return CardDesk(world, AINO)


@pytest.fixture
def tools(dressed: Dressed, world: NotebookWorld, aino: CardDesk) -> Tools:
    """What a page over Aino's notebook works with."""
    assert dressed.application is not None
    assert aino.desk.staff == AINO
    bridge: FakeBridge = desk_bridge(world, AINO)
    its = tools_with(dressed, bridge)
    return Tools(its.bridge, its.theme, its.translations, its.codes, lambda: MORNING + 60_000)


def _shown(page: Page, qtbot: QtBot) -> None:
    qtbot.addWidget(page, before_close_func=lambda _page: page.forget())
    page.resize(1096, 744)
    page.greet(unlocked())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.enter()


def test_two_cards_are_merged_by_keys_alone(
    world: NotebookWorld, aino: CardDesk, tools: Tools, qtbot: QtBot
) -> None:
    first = aino.new("Samir", "Haddad", phone="+358401111111")
    second = aino.new("Sami", "Haddad", phone="+358402222222")
    page = MergingPage(tools)
    _shown(page, qtbot)
    page.open((first, "Samir Haddad"))
    fingers = Fingers()
    qtbot.waitUntil(lambda: [row.title for row in page.search.rows.rows()] == ["Sami Haddad"])
    fingers.press(Qt.Key.Key_Return)
    qtbot.waitUntil(page.comparison.isVisible)
    assert page.comparison.merge.hasFocus()
    with qtbot.waitSignal(page.go) as gone:
        fingers.press(Qt.Key.Key_Return)
    assert gone.args is not None
    where = gone.args[1]
    assert isinstance(where, AtCard)
    assert where.person == first
    assert where.save is not None
    world.sync()
    assert [one.person for one in aino.open(second).cards] == [second]


def test_why_two_cannot_be_merged_is_said_and_escape_goes_back(
    aino: CardDesk, tools: Tools, qtbot: QtBot
) -> None:
    first, second = aino.new("Samir", "Haddad"), aino.new("Sami", "Haddad")
    Merging(aino.desk, reading=aino.world.lane(), writing=aino.world.lane()).merge(MergePeople(first, second))
    page = MergingPage(tools)
    _shown(page, qtbot)
    page.open((first, "Samir Haddad"))
    qtbot.waitUntil(lambda: len(page.search.rows.rows()) == 1)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Return)
    qtbot.waitUntil(page.comparison.isVisible)
    assert page.comparison.hindrance.isVisible()
    assert not page.comparison.merge.isEnabled()
    fingers.press(Qt.Key.Key_Escape)
    assert page.search.search.hasFocus()
    with qtbot.waitSignal(page.go) as gone:
        fingers.press(Qt.Key.Key_Escape)
    assert gone.args == ["people", first]


def test_the_card_shows_what_the_other_says_and_separates_them(
    world: NotebookWorld, aino: CardDesk, tools: Tools, qtbot: QtBot
) -> None:
    celia = CardDesk(world, CELIA)
    first = aino.new("Samir", "Haddad", phone="+358401111111")
    second = aino.new("Sami", "Haddad", phone="+358402222222")
    world.sync()
    Merging(celia.desk, reading=world.lane(), writing=world.lane()).merge(MergePeople(first, second))
    world.sync()
    page = PeoplePage(tools)
    _shown(page, qtbot)
    page.open(second)
    qtbot.waitUntil(lambda: page.card.person == first)
    part = page.card.merged
    assert "Celia Cajander" in part.notices[0].words()
    assert "040 222 2222" in {line.value for line in part.lists[0].lines}
    part.notices[0].button.setFocus()
    Fingers().press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.card.view and page.card.view.cards and page.card.view.cards[0].leaving))
    assert not page.card.merged.notices[0].button.isVisible()
    world.sync()
    page.records_changed({"merge"})
    qtbot.waitUntil(lambda: page.card.view is not None and page.card.view.cards == [])


def test_control_u_uses_what_the_other_card_says_and_control_z_takes_it_back(
    aino: CardDesk, tools: Tools, qtbot: QtBot
) -> None:
    first = aino.new("Samir", "Haddad", phone="+358401111111", email="samir@example.org")
    second = aino.new("Sami", "Haddad", phone="+358402222222", email="sami@example.org")
    Merging(aino.desk, reading=aino.world.lane(), writing=aino.world.lane()).merge(MergePeople(first, second))
    aino.world.sync()
    page = PeoplePage(tools)
    _shown(page, qtbot)
    page.open(first)
    qtbot.waitUntil(lambda: page.card.person == first)

    def says() -> list[str]:
        return [line.key for facts in page.card.merged.lists for line in facts.lines]

    assert says() == ["person/name", "person/phone", "person/email"]
    page.card.merged.lists[0].takes()[1].setFocus()
    Fingers().press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says() == ["person/name", "person/email"])
    after = page.card.merged.lists[0].takes()
    qtbot.waitUntil(after[1].hasFocus)
    Fingers().press(Qt.Key.Key_U, held_down=CTRL)
    qtbot.waitUntil(lambda: says() == ["person/email"])
    assert aino.desk.entity(first).values["name"] == {"first": "Sami", "last": "Haddad"}
    page.undo()
    qtbot.waitUntil(lambda: says() == ["person/name", "person/email"])
    assert aino.desk.entity(first).values["phone"] == "+358402222222"


def test_control_d_asks_who_is_the_same_person(aino: CardDesk, tools: Tools, qtbot: QtBot) -> None:
    person = aino.new("Samir", "Haddad")
    page = PeoplePage(tools)
    _shown(page, qtbot)
    page.open(person)
    qtbot.waitUntil(lambda: page.card.person == person)
    with qtbot.waitSignal(page.go) as gone:
        Fingers().press(Qt.Key.Key_D, held_down=CTRL)
    assert gone.args == ["merging", (person, "Samir Haddad")]
