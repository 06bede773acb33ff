# SPDX-License-Identifier: MIT
"""A part that is shown before it lies in its page would flash as a window and take the keys: none ever is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from whole_window import WholeWindow

from desktop.ui.app import Dressed
from desktop.ui.components.notice import Notice
from desktop.ui.theme.theme import Theme


class Watch(QObject):
    """Hears the whole application; ``shown`` are the kinds of top windows that came up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(dressed: Dressed) -> Watch:
    """A watch over everything that is shown."""
    assert dressed.application is not None
    made = Watch()
    dressed.application.installEventFilter(made)
    return made


def test_making_a_page_shows_no_other_window(
    watch: Watch, qtbot: QtBot, dressed: Dressed, tmp_path: Path
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path).show().unlock()
    watch.shown.clear()
    for page in ("people", "follow_up", "conflicts", "merging", "services", "sync", "settings", "today"):
        whole.window.pages.go(page, None)
        QApplication.processEvents()
    assert watch.shown == []
    assert QApplication.activeWindow() is whole.window


def test_a_strip_with_something_to_do_is_made_without_showing_its_button(watch: Watch, theme: Theme) -> None:
    Notice(theme, "Odottaa keskusta", action="Katso")
    assert watch.shown == []
