# SPDX-License-Identifier: MIT
"""Locked with a card open, unlocked after its person moved to another team: the window lives, and every key goes on."""

import gc
from typing import Final

from people_world import SAMIR, people_notebook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from whole_window import WholeWindow

from desktop.notebook.messages.people import OpenPerson, SearchPeople
from desktop.notebook.messages.problems import Problem
from desktop.ui.people.page import PeoplePage

ROUNDS: Final = 12
KEYS: Final = (Qt.Key.Key_F6, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_F6, Qt.Key.Key_Backtab)


def headers(whole: WholeWindow) -> list[int]:
    """Return how many headers each table of the window has; found without a wrapper of them that would stay."""
    tables = whole.window.findChildren(QTableView)
    return [sum(child.inherits("QHeaderView") for child in table.children()) for table in tables]


def test_a_person_moved_away_behind_the_lock_leaves_a_window_that_keys_walk_through(
    whole: WholeWindow,
) -> None:
    here = people_notebook()
    for one in ("sync", "settings", "today"):  # tables stand on these
        whole.window.pages.go(one, None)
    for number in range(ROUNDS):
        whole.bridge.answers[OpenPerson] = here.answers[OpenPerson]
        whole.bridge.answers[SearchPeople] = here.answers[SearchPeople]
        whole.window.pages.go("people", SAMIR)
        page = whole.window.shell.page("people")
        assert isinstance(page, PeoplePage)
        assert page.card.isVisible()
        whole.fingers.press(Qt.Key.Key_F12)
        assert whole.window.who is None
        whole.bridge.refuse(OpenPerson, Problem.NOT_FOUND)
        whole.unlock()
        assert whole.window.shell.current == "people"
        assert page.card.view is None
        assert not page.card.isVisible()
        for key in KEYS:
            if QApplication.focusWidget() is None:
                page.setFocus()
            whole.fingers.press(key)
        for other in ("today", "sync", "people"):
            whole.window.pages.go(other, None)
            whole.window.resize(1280 + number, 800 - number)
            QApplication.processEvents()
            for key in KEYS:
                whole.fingers.press(key)
        gc.collect()
        whole.window.repaint()
    found = headers(whole)
    assert found
    assert set(found) == {2}
