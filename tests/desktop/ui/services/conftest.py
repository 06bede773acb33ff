# SPDX-License-Identifier: MIT
"""The page of services over a made-up catalogue, shown in a window, with a printer in memory."""

import pytest
from page_bench import shown_page
from page_tools import at
from pytestqt.qtbot import QtBot
from service_shelf import MemoryPress, ServiceShelf
from windows import dressed, theme

from desktop.ui.app import Dressed
from desktop.ui.services.page import ServicesPage

__all__ = ["dressed", "theme"]


@pytest.fixture
def shelf(dressed: Dressed) -> ServiceShelf:
    """The notebook behind the page; made after the application."""
    assert dressed.application is not None
    return ServiceShelf()


@pytest.fixture
def press() -> MemoryPress:
    """The printer of this table."""
    return MemoryPress()


@pytest.fixture
def page(shelf: ServiceShelf, press: MemoryPress, dressed: Dressed, qtbot: QtBot) -> ServicesPage:
    """The page, in front and entered, the search with the keys."""
    made = shown_page(
        lambda tools: ServicesPage(tools, press=press), shelf.bridge, dressed, qtbot, now=at(14, 26)
    )
    assert len(made.pane.hits.hits()) == 6
    return made
