# SPDX-License-Identifier: MIT
"""The page of people over made-up people, shown in a window."""

import pytest
from fake_notebook import FakeBridge
from people_world import people_notebook, tools_with, unlocked
from pytestqt.qtbot import QtBot
from windows import dressed, theme

from desktop.ui.app import Dressed
from desktop.ui.people.page import PeoplePage

__all__ = ["dressed", "theme"]


@pytest.fixture
def bridge(dressed: Dressed) -> FakeBridge:
    """The notebook behind the page; made after the application."""
    assert dressed.application is not None
    return people_notebook()


@pytest.fixture
def page(dressed: Dressed, bridge: FakeBridge, qtbot: QtBot) -> PeoplePage:
    """The page, in front and entered."""
    made = PeoplePage(tools_with(dressed, bridge))
    qtbot.addWidget(made)
    made.resize(1096, 744)
    made.greet(unlocked())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.pane.search.setFocus()
    made.enter()
    return made
