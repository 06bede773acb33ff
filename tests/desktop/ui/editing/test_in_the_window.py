# SPDX-License-Identifier: MIT
"""The page stands in the rail for a service editor and for nobody else."""

import pytest
from editing_desk import EditingDesk
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk
from whole_window import WholeWindow

from desktop.ui.app import Dressed
from desktop.ui.editing.page import EditingPage


@pytest.mark.parametrize(
    ("roles", "shown"),
    [(["adviser"], False), (["supervisor"], False), (["adviser", "service_editor"], True)],
)
def test_only_a_service_editor_has_the_page_in_the_rail(
    qtbot: QtBot,
    dressed: Dressed,
    tmp_path_factory: pytest.TempPathFactory,
    roles: list[str],
    *,
    shown: bool,
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path_factory.mktemp("laptop"), roles=roles).show().unlock()
    assert ("editing" in whole.window.shell.rail.keys) is shown
    whole.window.close()


def test_the_page_in_its_frame_can_be_walked(
    qtbot: QtBot, dressed: Dressed, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("laptop")
    whole = WholeWindow(qtbot, dressed, home, roles=["adviser", "service_editor"])
    EditingDesk(whole.bridge)
    whole.show().unlock()
    whole.window.pages.go("editing", None)
    page = whole.window.pages.front()
    assert isinstance(page, EditingPage)
    assert page.item.title.text() == "Digineuvonta kirjastossa"
    QApplication.processEvents()
    assert walk(whole.window, dressed.theme) == []
    whole.window.close()
