# SPDX-License-Identifier: MIT
"""Pictures of the window are the same byte for byte each time, and differ by look."""

import pytest
from gallery import gallery
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import TOKENS, Look


def picture(theme: Theme, qtbot: QtBot, page: str) -> QImage:
    shell = gallery(theme)
    qtbot.addWidget(shell)
    shell.resize(1280, 800)
    shell.show()
    shell.show_page(page)
    shell.setFocus()
    return shell.grab().toImage()


@pytest.mark.parametrize("page", ["today", "people"])
def test_the_same_page_is_the_same_picture(theme: Theme, qtbot: QtBot, page: str) -> None:
    assert picture(theme, qtbot, page) == picture(theme, qtbot, page)


@pytest.mark.parametrize("look", list(Look))
def test_each_look_covers_the_whole_window(theme: Theme, qtbot: QtBot, look: Look) -> None:
    theme.choose(look)
    image = picture(theme, qtbot, "today")
    assert (image.width(), image.height()) == (1280, 800)
    # The rail's ground, the header's and the page's: nothing of another look shines through.
    tokens = TOKENS[look]
    assert image.pixelColor(20, 500).name().upper() == tokens.rail
    assert image.pixelColor(600, 4).name().upper() == tokens.panel
    assert image.pixelColor(190, 790).name().upper() == tokens.window
