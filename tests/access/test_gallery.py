# SPDX-License-Identifier: MIT
"""Every component can be reached, named, hit and read: the walker over the gallery."""

import pytest
from gallery import gallery
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from walker import focusable, nameless, too_small, walk

from desktop.ui.shell.shell import Shell
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Look


def shown(theme: Theme, qtbot: QtBot, width: int) -> Shell:
    shell = gallery(theme)
    qtbot.addWidget(shell)
    shell.resize(width, 800)
    shell.show()
    return shell


@pytest.mark.parametrize("page", ["today", "people"])
@pytest.mark.parametrize("look", list(Look))
def test_the_walker_finds_nothing_wrong(theme: Theme, qtbot: QtBot, page: str, look: Look) -> None:
    theme.choose(look)
    shell = shown(theme, qtbot, 1280)
    shell.show_page(page)
    assert walk(shell, theme) == []
    assert len(focusable(shell)) > 15


def test_the_compact_window_is_as_good(theme: Theme, qtbot: QtBot) -> None:
    shell = shown(theme, qtbot, 1100)
    assert shell.compact
    assert walk(shell, theme) == []


def test_the_walker_sees_a_nameless_and_a_small_button(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    bare = QPushButton()
    bare.setFixedSize(20, 20)
    column.addWidget(bare)
    page.show()
    assert theme.look is Look.LIGHT
    assert len(nameless(page)) == 1
    assert len(too_small(page)) == 1
