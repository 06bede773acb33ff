# SPDX-License-Identifier: MIT
"""The unlock page tells quietly of a notebook that was destroyed here, until somebody says that they read it."""

from at_the_door import AINO, AtTheDoor, person
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.laptop import LaptopView, ShowLaptop
from desktop.notebook.messages.leaving import DismissWiped
from desktop.ui.app import Dressed


def test_it_is_told_until_it_is_read(qtbot: QtBot, dressed: Dressed) -> None:
    names = ["Bertta Berg", ""]
    people = [person(AINO, "Aino Aalto", 24)]
    door = AtTheDoor(qtbot, dressed, people)
    assert not door.page.wiped.isVisible()

    def dismiss(_ask: DismissWiped) -> Done:
        names.clear()
        return Done()

    door.bridge.on(
        ShowLaptop, lambda _ask: LaptopView(people, 0, "", practice=False, version="1", wiped=list(names))
    )
    door.bridge.on(DismissWiped, dismiss)
    door.page.enter()
    qtbot.waitUntil(door.page.wiped.isVisible)
    told = door.page.wiped.words()
    assert told == "Destroyed on this computer by the centre's order: Bertta Berg, Name not known."
    door.press_on(door.page.wiped.button)
    qtbot.waitUntil(lambda: not door.page.wiped.isVisible())
    assert names == []
