# SPDX-License-Identifier: MIT
"""The page of referring over a made-up catalogue, shown in a window."""

import pytest
from page_bench import shown_page
from people_world import NOW
from pytestqt.qtbot import QtBot
from referral_shelf import ReferralShelf
from windows import dressed, theme

from desktop.ui.app import Dressed
from desktop.ui.referral.page import ReferralPage

__all__ = ["dressed", "theme"]


@pytest.fixture
def shelf(dressed: Dressed) -> ReferralShelf:
    """The notebook behind the page; made after the application."""
    assert dressed.application is not None
    return ReferralShelf()


@pytest.fixture
def page(shelf: ReferralShelf, dressed: Dressed, qtbot: QtBot) -> ReferralPage:
    """The page, in front and entered."""
    return shown_page(ReferralPage, shelf.bridge, dressed, qtbot, now=NOW)
