# SPDX-License-Identifier: MIT
"""A shown page of the auditor over a made-up log."""

import pytest
from fake_notebook import FakeBridge
from log_desk import LogDesk
from page_bench import shown_page
from page_tools import at
from pytestqt.qtbot import QtBot

from desktop.ui.app import Dressed
from desktop.ui.log.page import LogPage
from desktop.ui.words.language import Language


@pytest.fixture
def bridge() -> FakeBridge:
    return FakeBridge()


@pytest.fixture
def desk(bridge: FakeBridge) -> LogDesk:
    return LogDesk(bridge)


@pytest.fixture
def page(desk: LogDesk, bridge: FakeBridge, dressed: Dressed, qtbot: QtBot) -> LogPage:
    assert desk.bridge is bridge
    dressed.translations.speak(Language.ENGLISH)
    return shown_page(LogPage, bridge, dressed, qtbot, now=at(14, 26))
