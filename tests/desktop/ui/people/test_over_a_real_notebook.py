# SPDX-License-Identifier: MIT
"""The pages of people and of two values over real stores: what is typed is stored, found, contested and settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_bridge import desk_bridge
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from notebook_world import AINO, CELIA, MORNING, NotebookWorld
from people_world import tools_with, unlocked
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import SavePerson
from desktop.ui.app import Dressed
from desktop.ui.conflict.page import ConflictPage
from desktop.ui.page import Page, Tools
from desktop.ui.people.page import PeoplePage
from sync.records.ids import EntityId


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    """A made-up team with notebooks on two laptops."""
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


def over(dressed: Dressed, bridge: FakeBridge) -> Tools:
    tools = tools_with(dressed, bridge)
    return Tools(tools.bridge, tools.theme, tools.translations, tools.codes, lambda: MORNING + 60_000)


def shown(page: Page, qtbot: QtBot) -> list[ProblemReport]:
    """Show a page and return the list that its troubles go to."""
    troubles: list[ProblemReport] = []
    page.troubled.connect(troubles.append)
    # As the window does before its notebook goes: a draft that still waits is written while somebody answers.
    qtbot.addWidget(page, before_close_func=lambda _page: page.forget())
    page.resize(1096, 744)
    page.greet(unlocked())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.enter()
    first: QWidget | None = page.focusProxy()
    if first is not None:
        first.setFocus()
    return troubles


def new_person(page: PeoplePage) -> EntityId:
    """Write Sara down by keys, with everything that matters."""
    fingers = Fingers()
    fingers.press(Qt.Key.Key_I, held_down=CTRL)
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Tab)
    fingers.write("Koskela")
    fingers.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    fingers.write("040 555 0132")
    form = page.form
    form.show_more(shown=True)
    form.parts.editors["person/contact_ok"].setFocus()
    fingers.press(Qt.Key.Key_Space)
    form.parts.editors["person/hetu"].setFocus()
    fingers.write("100190Y999P")
    labour = form.parts.editors["situation/labour"]
    labour.restore("unemployed\n14.2.2026")
    labour.edited.emit()
    form.note.area.setFocus()
    fingers.write("Tuli yksin")
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    view = page.card.view
    assert view is not None
    return view.person


def test_a_new_person_is_saved_found_shown_and_undone(
    dressed: Dressed, world: NotebookWorld, qtbot: QtBot
) -> None:
    page = PeoplePage(over(dressed, desk_bridge(world, AINO)))
    troubles = shown(page, qtbot)
    new_person(page)
    assert troubles == []
    said = {line.label: line.value for line in (*page.card.contact.lines, *page.card.situation.lines)}
    assert said["Puhelin"] == "040 555 0132"
    assert said["Henkilötunnus"] == "100190Y••••"
    assert said["Syntynyt"] == "10.1.1990"
    assert said["Työtilanne"] == "Työtön 14.2.2026 alkaen"
    assert said["Yhteyslupa"] == "Tekstiviesti"
    assert page.card.head.toast.words() == "Tallennettu"
    page.open({"search": "0405550132"})
    assert [row.title for row in page.pane.rows.rows()] == ["Sara Koskela"]
    assert [row.text for row in page.card.view.history if row.kind == "note"] == ["Tuli yksin"]  # type: ignore[union-attr]
    page.undo()
    assert troubles == []
    assert page.card.head.toast.words() == "Kumottu"


def test_the_same_person_is_not_written_twice_unasked(
    dressed: Dressed, world: NotebookWorld, qtbot: QtBot
) -> None:
    bridge = desk_bridge(world, AINO)
    page = PeoplePage(over(dressed, bridge))
    shown(page, qtbot)
    person = new_person(page)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_I, held_down=CTRL)
    fingers.write("Sara")
    fingers.press(Qt.Key.Key_Tab)
    fingers.write("Koskela")
    fingers.press(Qt.Key.Key_Return)
    assert [hint.person for hint in page.form.hints.hints] == [person]
    assert len(bridge.all_of(SavePerson)) == 1


def test_two_numbers_for_one_phone_are_settled_by_enter_and_turned_by_ctrl_z(
    dressed: Dressed, world: NotebookWorld, qtbot: QtBot
) -> None:
    aino, celia = desk_bridge(world, AINO), desk_bridge(world, CELIA)
    page = PeoplePage(over(dressed, aino))
    troubles = shown(page, qtbot)
    person = new_person(page)
    world.sync()
    for bridge, phone in ((aino, "+358501110000"), (celia, "+358502220000")):
        bridge.ask(
            page, SavePerson(person, {"phone": phone}), done=lambda _saved: None, failed=troubles.append
        )
    world.sync()
    page.records_changed(["person"])
    phone_line = next(line for line in page.card.contact.lines if line.key == "person/phone")
    assert [side.value for side in phone_line.sides] == ["050 111 0000", "050 222 0000"]

    conflict = ConflictPage(over(dressed, aino))
    conflict.troubled.connect(troubles.append)
    shown(conflict, qtbot)
    conflict.open((person, "phone"))
    assert [card.value.text() for card in conflict.question.sides] == ["050 111 0000", "050 222 0000"]
    Fingers().press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert conflict.toast.words() == "Valittu: 050 222 0000"
    assert conflict.nothing.isVisible()
    page.records_changed(["person"])
    assert {line.key: line.value for line in page.card.contact.lines}["person/phone"] == "050 222 0000"
    Fingers().press(Qt.Key.Key_Z, held_down=CTRL)
    assert conflict.question.view is not None
    assert conflict.question.view.what == "settled"
    Fingers().press(Qt.Key.Key_Return)
    assert conflict.toast.words() == "Valittu: 050 111 0000"
    page.records_changed(["person"])
    assert {line.key: line.value for line in page.card.contact.lines}["person/phone"] == "050 111 0000"
    conflict.undo()
    assert conflict.toast.words() == "Kumottu"
    assert troubles == []
