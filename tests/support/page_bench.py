# SPDX-License-Identifier: MIT
"""Shows one page over a fake notebook, at the size it has in a window of 1280 x 800."""

from collections.abc import Callable
from typing import TypeVar

from fake_notebook import FakeBridge
from pytestqt.qtbot import QtBot

from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.page import Page, Tools
from desktop.ui.words.codes import CodeWords
from sync.records.codes import load_codes

P = TypeVar("P", bound=Page)


def tools_for(notebook: FakeBridge, dressed: Dressed, *, now: int) -> Tools:
    """Return a page's tools over this notebook, with a clock that stands still."""
    codes = CodeWords(load_codes(resource("codes")), dressed.translations)
    return Tools(notebook.as_bridge(), dressed.theme, dressed.translations, codes, lambda: now)


def shown_page(
    make: Callable[[Tools], P], notebook: FakeBridge, dressed: Dressed, qtbot: QtBot, *, now: int
) -> P:
    """Return a page that is shown, entered and focused."""
    page = make(tools_for(notebook, dressed, now=now))
    qtbot.addWidget(page)
    page.resize(1096, 744)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.enter()
    page.setFocus()
    return page
