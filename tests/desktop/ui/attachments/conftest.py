# SPDX-License-Identifier: MIT
"""The page of people with Samir's files behind it, their tab in front."""

import pytest
from fake_notebook import FakeBridge
from file_shelf import ReadyDialogs, Shelf
from people_world import SAMIR, people_notebook, tools_with, unlocked
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import dressed, theme

from desktop.ui.app import Dressed
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.errand import AtCard
from desktop.ui.people.page import PeoplePage
from desktop.ui.words.language import Language

__all__ = ["dressed", "theme"]


@pytest.fixture
def bridge(dressed: Dressed) -> FakeBridge:
    """The notebook behind the page; made after the application."""
    assert dressed.application is not None
    return people_notebook()


@pytest.fixture
def shelf(bridge: FakeBridge) -> Shelf:
    """What lies on Samir's card."""
    return Shelf(bridge)


@pytest.fixture
def dialogs() -> ReadyDialogs:
    """What stands for the system's dialogs."""
    return ReadyDialogs()


@pytest.fixture
def page(
    dressed: Dressed, bridge: FakeBridge, shelf: Shelf, dialogs: ReadyDialogs, qtbot: QtBot
) -> PeoplePage:
    """The page, in front and entered, Samir's card open."""
    assert shelf.rows
    dressed.translations.speak(Language.ENGLISH)  # the words that stand in the code
    made = PeoplePage(tools_with(dressed, bridge))
    made.card.files.set_dialogs(dialogs)
    qtbot.addWidget(made)
    made.resize(1096, 744)
    made.greet(unlocked())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.enter()
    made.open(SAMIR)
    return made


@pytest.fixture
def tab(page: PeoplePage) -> FilesTab:
    """Samir's files, the list with the keys."""
    page.open(AtCard(SAMIR, "files"))
    page.card.files.rows.setFocus(Qt.FocusReason.OtherFocusReason)
    return page.card.files
