# SPDX-License-Identifier: MIT
"""A shown page of the service editor over a made-up catalogue."""

import pytest
from editing_desk import Bench
from pytestqt.qtbot import QtBot

from desktop.ui.app import Dressed


@pytest.fixture
def bench(dressed: Dressed, qtbot: QtBot) -> Bench:
    return Bench(dressed, qtbot)
