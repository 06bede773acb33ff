# SPDX-License-Identifier: MIT
"""After a notebook was taken off the laptop the window stands before the door and says so."""

import pytest
from PySide6.QtCore import Qt
from whole_window import PHRASE, WholeWindow

from desktop.notebook.messages.backups import BackupsView, ShowBackups
from desktop.notebook.messages.laptop import LaptopView, Lock, ShowLaptop
from desktop.notebook.messages.leaving import LeaveLaptop, LeavingView, Left, ShowLeaving
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import LockedByItself
from desktop.ui.app import Dressed
from desktop.ui.settings.page import COMPUTER, SettingsPage
from desktop.ui.words.language import Language


@pytest.mark.parametrize(("to_deliver", "told"), [(0, "was sent"), (3, "wait here")])
def test_leaving_by_keys_ends_before_the_door_of_whoever_is_left(
    whole: WholeWindow, dressed: Dressed, to_deliver: int, told: str
) -> None:
    dressed.translations.speak(Language.ENGLISH)
    whole.bridge.on(ShowBackups, lambda _ask: BackupsView([], last_failed=False))
    whole.bridge.on(ShowLeaving, lambda _ask: LeavingView(3, 3))
    whole.bridge.on(LeaveLaptop, lambda _ask: Left(to_deliver))
    whole.window.pages.go("settings", None)
    page = whole.window.shell.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_part(COMPUTER)
    page.leave.unfold.click()
    whole.fingers.write(PHRASE)
    whole.fingers.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    page.leave._settle.stop()
    whole.bridge.on(ShowLaptop, lambda _ask: LaptopView([], 0, "HEL-L-2217", practice=False, version="1"))
    whole.fingers.press(Qt.Key.Key_Return)
    assert whole.window.who is None
    assert whole.window.unlock_page.isVisible()
    assert told in whole.words()
    assert whole.bridge.all_of(Lock) == []  # there is no notebook to flush any more
    assert whole.bridge.life[-1] == "restart"
    assert whole.window.unlock_page.card.button.text() == "Start here"


def test_a_notebook_that_the_hub_destroyed_is_told_at_the_door(whole: WholeWindow) -> None:
    whole.bridge.on(ShowLaptop, lambda _ask: LaptopView([], 0, "HEL-L-2217", practice=False, version="1"))
    whole.bridge.happen(LockedByItself(Problem.NOTEBOOK_WIPED))
    assert whole.window.who is None
    assert whole.window.unlock_page.isVisible()
    assert whole.words()
    assert whole.window.unlock_page.card.people.rows() == ()
