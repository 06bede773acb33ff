# SPDX-License-Identifier: MIT
"""The whole window over a real notebook process: what is half typed outlives lock, kill and closing."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fingers import CTRL, Fingers
from hub_world import HubWorld
from notebook_child import TYPED, NotebookChild
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.run_window import Composed, compose
from desktop.ui.app import Dressed
from desktop.ui.people.form_layout import NAME
from desktop.ui.people.page import PeoplePage
from desktop.ui.today.page import TodayPage

PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop's folder with one adviser in it, whose hub is out of reach since; never changed."""
    place = tmp_path_factory.mktemp("enrolled")
    hub = HubWorld.live(place / "hub")
    aino = hub.person("Aino Aalto", "adviser", hub.team("Testitiimi"))
    with hub.http() as address:
        child = NotebookChild(place / "laptop")
        child.join(hub, address, aino)
        child.end()
    hub.close()
    return place / "laptop"


class Laptop:
    """A window over a copy of the enrolled laptop, and fingers."""

    def __init__(self, composed: Composed, qtbot: QtBot) -> None:
        self.window, self.bridge = composed.window, composed.bridge
        self.fingers = Fingers()
        self._qtbot = qtbot

    def wait(self, what: Callable[[], object]) -> None:
        """Let the window live until this is true."""
        self._qtbot.waitUntil(lambda: bool(what()), timeout=PATIENCE_MS)

    def show(self) -> None:
        """Bring the window to the front, at its door."""
        with self._qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def unlock(self) -> None:
        """Type the passphrase and come in."""
        card = self.window.unlock_page.card
        self.wait(card.people.rows)
        card.setFocus()
        self.fingers.write(TYPED)
        self.fingers.press(Qt.Key.Key_Return)
        self.wait(lambda: self.window.who)

    def lock(self) -> None:
        """Lock by Ctrl+L."""
        self.fingers.press(Qt.Key.Key_L, held_down=CTRL)
        assert not self.window.shell.isVisible()
        self.wait(lambda: self.window.who is None and self.window.unlock_page.isVisible())

    @property
    def today(self) -> TodayPage:
        """The page of today."""
        page = self.window.shell.page("today")
        assert isinstance(page, TodayPage)
        return page

    @property
    def people(self) -> PeoplePage:
        """The page of people."""
        page = self.window.shell.page("people")
        assert isinstance(page, PeoplePage)
        return page

    def name_line(self) -> QLineEdit:
        """The first name in the form."""
        return self.people.form.parts.editors[NAME].findChildren(QLineEdit)[0]


@pytest.fixture
def open_laptop(
    qtbot: QtBot, dressed: Dressed, enrolled: Path, tmp_path: Path
) -> Iterator[Callable[[], Laptop]]:
    """Open a window over this test's own copy of the laptop, again after it was closed."""
    home = tmp_path / "laptop"
    shutil.copytree(enrolled, home)
    made: list[Laptop] = []

    def make() -> Laptop:
        composed = compose(dressed, home, practice=True)
        qtbot.addWidget(composed.window)
        composed.window.begin(empty=False)
        one = Laptop(composed, qtbot)
        made.append(one)
        one.show()
        one.unlock()
        return one

    yield make
    for one in made:
        one.window.close()


def begin_walk_in(laptop: Laptop) -> None:
    """Press Ctrl+N and type an age and a topic, no more."""
    laptop.fingers.press(Qt.Key.Key_N, held_down=CTRL)
    laptop.wait(laptop.today.panel.isVisible)
    laptop.fingers.write("4w")
    assert not laptop.today.panel.walk_in.empty


def test_a_half_typed_walk_in_outlives_the_lock(open_laptop: Callable[[], Laptop]) -> None:
    laptop = open_laptop()
    begin_walk_in(laptop)
    typed = laptop.today.panel.walk_in
    laptop.lock()
    assert laptop.today.panel.walk_in.empty
    laptop.unlock()
    assert laptop.window.shell.current == "today"
    laptop.wait(lambda: laptop.today.panel.walk_in == typed)


def test_a_half_typed_person_outlives_the_lock_however_soon_it_comes(
    open_laptop: Callable[[], Laptop],
) -> None:
    laptop = open_laptop()
    laptop.fingers.press(Qt.Key.Key_I, held_down=CTRL)
    laptop.wait(laptop.people.form.isVisible)
    laptop.name_line().setFocus()
    QApplication.processEvents()
    laptop.fingers.write("Oleksandra")
    laptop.lock()
    assert laptop.name_line().text() == ""
    laptop.unlock()
    assert laptop.window.shell.current == "people"
    laptop.fingers.press(Qt.Key.Key_I, held_down=CTRL)
    laptop.wait(lambda: laptop.name_line().text() == "Oleksandra")


def test_a_walk_in_half_typed_a_moment_ago_outlives_a_kill(
    open_laptop: Callable[[], Laptop], qtbot: QtBot
) -> None:
    laptop = open_laptop()
    begin_walk_in(laptop)
    typed = laptop.today.panel.walk_in
    qtbot.wait(400)  # a third of a second is kept together
    laptop.wait(lambda: not laptop.bridge.busy)
    os.kill(laptop.bridge.process_id, signal.SIGKILL)
    laptop.wait(lambda: laptop.window.who is None and laptop.window.unlock_page.isVisible())
    assert laptop.window.unlock_page.notice.isVisible()
    laptop.unlock()
    laptop.window.pages.go("today", None)
    laptop.wait(lambda: laptop.today.panel.walk_in == typed)


def test_closing_the_window_keeps_the_half_typed_and_leaves_no_process(
    open_laptop: Callable[[], Laptop],
) -> None:
    laptop = open_laptop()
    begin_walk_in(laptop)
    typed, process = laptop.today.panel.walk_in, laptop.bridge.process_id
    laptop.window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    again = open_laptop()
    again.window.pages.go("today", None)
    again.wait(lambda: again.today.panel.walk_in == typed)


def test_closing_the_window_while_it_locks_leaves_no_process_and_starts_none(
    open_laptop: Callable[[], Laptop],
) -> None:
    laptop = open_laptop()
    process = laptop.bridge.process_id
    laptop.window.lock()
    laptop.window.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert laptop.bridge.process_id == 0
