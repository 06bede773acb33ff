# SPDX-License-Identifier: MIT
"""The path on the card over a real store: what is typed is stored, shown again, done, undone and in the history."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_bridge import desk_bridge
from fingers import CTRL, Fingers, held
from notebook_world import AINO, MORNING, NotebookWorld
from people_world import tools_with, unlocked
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import RecordSaved, SavePerson
from desktop.notebook.messages.plans import MoveStep, OpenPlan, OrderStep, RemoveFromPath, SavePath
from desktop.notebook.people import People
from desktop.notebook.plans import Plans
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard
from desktop.ui.page import Tools
from desktop.ui.people.page import PeoplePage


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


def test_goal_and_steps_are_written_by_keys_done_undone_and_told_in_the_history(
    world: NotebookWorld, dressed: Dressed, qtbot: QtBot
) -> None:
    desk = world.desk(AINO)
    bridge = desk_bridge(world, AINO)
    plans, lane = Plans(desk), world.lane()
    bridge.on(OpenPlan, plans.open)
    bridge.on(SavePath, plans.save)
    bridge.on(MoveStep, plans.move)
    bridge.on(OrderStep, plans.order)
    bridge.on(RemoveFromPath, plans.remove)
    made: RecordSaved = People(desk, reading=lane, writing=lane).save(SavePerson(None, {"known_as": "Sara"}))
    tools = tools_with(dressed, bridge)
    page = PeoplePage(
        Tools(tools.bridge, tools.theme, tools.translations, tools.codes, lambda: MORNING + 60_000)
    )
    troubles: list[ProblemReport] = []
    page.troubled.connect(troubles.append)
    qtbot.addWidget(page, before_close_func=lambda _page: page.forget())
    page.resize(1096, 744)
    page.greet(unlocked())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(AtCard(made.entity, "plan"))
    tab, fingers = page.card.plan, Fingers()

    fingers.press(Qt.Key.Key_E)
    fingers.write("Oma yritys")
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    for what in ("Soita Kelaan", "Varaa aika"):
        fingers.press(Qt.Key.Key_A)
        fingers.write(what)
        fingers.press(Qt.Key.Key_Return)
    steps = tab.sections["plan_step"].rows
    assert [row.title for row in steps.rows()] == ["Soita Kelaan", "Varaa aika"]
    assert steps.key() == steps.rows()[1].key
    assert held() is steps
    fingers.press(Qt.Key.Key_Up, held_down=Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in steps.rows()] == ["Varaa aika", "Soita Kelaan"]
    fingers.press(Qt.Key.Key_S)
    assert tab.view is not None
    assert [one.status for one in tab.view.steps] == ["done", "open"]
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert [one.status for one in tab.view.steps] == ["open", "open"]
    fingers.press(Qt.Key.Key_M)
    fingers.press(Qt.Key.Key_Return)

    assert troubles == []
    assert {line.key: line.value for line in tab.plan.lines}["plan/goal"] == "Oma yritys"
    assert len(tab.sections["encounter"].rows.rows()) == 1
    view = page.card.view
    assert view is not None
    told = {(row.kind, row.what) for row in view.history}
    assert {
        ("plan", "created"),
        ("plan_step", "created"),
        ("plan_step", "moved"),
        ("encounter", "met"),
    } <= told
    titles = [entry.title for entry in page.card.history.timeline.entries()]
    assert any("Varaa aika" in title for title in titles)
