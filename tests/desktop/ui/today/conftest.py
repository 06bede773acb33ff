# SPDX-License-Identifier: MIT
"""Today as the main window shows it, over a fake notebook, driven by real key events."""

from collections.abc import Callable

import pytest
from fake_day import FakeDay
from hands import Hands
from page_tools import tools_for
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.app import Dressed
from desktop.ui.shell.shell import Shell
from desktop.ui.shell.values import RailItem
from desktop.ui.today.page import TodayPage


@pytest.fixture
def hands() -> Hands:
    """A person's hands."""
    return Hands()


@pytest.fixture
def day() -> FakeDay:
    """A day with a point open since 12.03."""
    return FakeDay()


Show = Callable[[FakeDay], TodayPage]


@pytest.fixture
def show(qtbot: QtBot, dressed: Dressed) -> Show:
    """Shows Today of a day in a shell whose global keys are joined as the main window joins them."""

    def shown(day: FakeDay) -> TodayPage:
        shell = Shell(dressed.theme)
        qtbot.addWidget(shell)
        shell.show_items((RailItem(key="today", icon="sun", label="Tänään"),), ())
        shell.add_page("today", lambda: TodayPage(tools_for(dressed, day.bridge)))
        shell.resize(1280, 800)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is shell)
        shell.show_page("today")
        page = shell.page("today")
        assert isinstance(page, TodayPage)
        shell.keys.visit_asked.connect(page.new_visit)
        shell.keys.repeat_asked.connect(page.repeat_last)
        shell.keys.group_asked.connect(page.new_group)
        shell.keys.lead_asked.connect(page.new_lead)
        shell.keys.waiting_asked.connect(page.wait)
        shell.keys.next_asked.connect(page.call_next)
        shell.keys.split_asked.connect(page.split_heads)
        shell.keys.undo_asked.connect(page.undo)
        QApplication.processEvents()
        return page

    return shown
