# SPDX-License-Identifier: MIT
"""Files over real stores: what is dropped is sealed, delivered, fetched by a colleague, copied out and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from desk_bridge import desk_bridge
from fake_notebook import FakeBridge
from file_desk import FakeBlobHub, FileDesk
from file_shelf import ReadyDialogs, pdf, picture
from fingers import CTRL, Fingers
from notebook_world import AINO, CELIA, MORNING, NotebookWorld
from people_world import tools_with, unlocked
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.envelope import ProblemReport
from desktop.ui.app import Dressed
from desktop.ui.attachments.brought import Brought
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.errand import AtCard
from desktop.ui.page import Tools
from desktop.ui.people.page import PeoplePage
from desktop.ui.words.language import Language
from sync.records.ids import EntityId, StaffId


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    """A made-up team with notebooks on two laptops."""
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


@dataclass
class Place:
    """Somebody's page of people over their own notebook, with a courier that works when it is told to."""

    page: PeoplePage
    bridge: FakeBridge
    files: FileDesk
    dialogs: ReadyDialogs
    troubles: list[ProblemReport]

    @property
    def tab(self) -> FilesTab:
        """The files of the open card."""
        return self.page.card.files

    def open(self, person: EntityId) -> None:
        """Open a card at its files, the list with the keys."""
        self.page.open(AtCard(person, "files"))
        self.tab.take_keys()

    def marks(self) -> list[str]:
        """What the marks of the first file say."""
        return [mark.word for mark in self.tab.rows.rows()[0].marks]

    def carry(self) -> None:
        """Let the courier work, and the window hear of it."""
        self.files.courier.work()
        for event in self.files.told:
            self.bridge.happen(event)
        self.files.told.clear()


def place(dressed: Dressed, world: NotebookWorld, staff: StaffId, hub: FakeBlobHub, qtbot: QtBot) -> Place:
    dressed.translations.speak(Language.ENGLISH)
    files = FileDesk(world, staff, hub=hub)
    bridge = desk_bridge(world, staff, files=files.attachments.handlers())
    tools = tools_with(dressed, bridge)
    page = PeoplePage(
        Tools(tools.bridge, tools.theme, tools.translations, tools.codes, lambda: MORNING + 60_000)
    )
    dialogs, troubles = ReadyDialogs(), list[ProblemReport]()
    page.card.files.set_dialogs(dialogs)
    page.troubled.connect(troubles.append)
    qtbot.addWidget(page, before_close_func=lambda _page: page.forget())
    page.resize(1096, 744)
    page.greet(unlocked())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.enter()
    return Place(page, bridge, files, dialogs, troubles)


def test_a_file_is_added_delivered_opened_by_a_colleague_and_taken_back(
    dressed: Dressed, world: NotebookWorld, qtbot: QtBot
) -> None:
    hub = FakeBlobHub()
    aino = place(dressed, world, AINO, hub, qtbot)
    person = aino.files.cards.new()
    aino.open(person)
    aino.dialogs.files = (aino.files.original(pdf(2), "todistus.pdf"),)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_O, held_down=CTRL)
    assert [row.title for row in aino.tab.rows.rows()] == ["todistus.pdf"]
    assert aino.marks() == ["Not sent yet"]
    assert aino.page.card.history.timeline.entries()[0].title == "File added: todistus.pdf"
    world.sync()
    aino.carry()
    aino.page.records_changed({"attachment"})
    assert aino.marks() == []

    celia = place(dressed, world, CELIA, hub, qtbot)
    world.sync()
    celia.open(person)
    assert celia.marks() == ["Not on this computer"]
    fingers.press(Qt.Key.Key_Return)
    assert not celia.page.card.viewer.shows
    assert celia.tab.notice.isVisible()
    assert celia.files.wanted == 1
    celia.carry()
    assert "on this computer now" in celia.tab.notice.words()
    celia.tab.rows.setFocus()
    fingers.press(Qt.Key.Key_Return)
    assert celia.page.card.viewer.caption.text() == "Page 1 of 2 · 100 %"
    assert celia.troubles == []
    celia.page.hide()

    aino.page.activateWindow()
    aino.tab.take_keys()
    aino.tab.work.remove_file()
    assert aino.tab.rows.rows() == ()
    aino.page.undo()
    assert [row.title for row in aino.tab.rows.rows()] == ["todistus.pdf"]
    assert aino.troubles == []


def test_a_pasted_picture_is_renamed_and_looked_at(
    dressed: Dressed, world: NotebookWorld, qtbot: QtBot
) -> None:
    aino = place(dressed, world, AINO, FakeBlobHub(), qtbot)
    aino.open(aino.files.cards.new())
    QGuiApplication.clipboard().setImage(picture(80, 50))
    fingers = Fingers()
    fingers.press(Qt.Key.Key_V, held_down=CTRL)
    (row,) = aino.tab.shown()
    assert row.name.startswith("Picture ")
    assert row.name.endswith(".png")
    aino.tab.take_keys()
    fingers.press(Qt.Key.Key_F2)
    fingers.write("ruutu")
    fingers.press(Qt.Key.Key_Return)
    assert [one.name for one in aino.tab.shown()] == ["ruutu.png"]
    fingers.press(Qt.Key.Key_Return)
    assert aino.page.card.viewer.leaf.shown_rect().size().toSize().toTuple() == (80, 50)
    assert aino.troubles == []


def test_a_copy_is_written_and_logged_but_never_into_the_notebooks_folder(
    dressed: Dressed, world: NotebookWorld, qtbot: QtBot, tmp_path: Path
) -> None:
    aino = place(dressed, world, AINO, FakeBlobHub(), qtbot)
    person = aino.files.cards.new()
    aino.files.add(person, b"Muistio")
    aino.open(person)
    fingers = Fingers()
    aino.dialogs.place = str(aino.files.folder / "kopio.txt")
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    fingers.press(Qt.Key.Key_Return)
    assert "the notebook's own folder" in aino.tab.notice.words()
    aino.dialogs.place = str(tmp_path / "kopio.txt")
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    fingers.press(Qt.Key.Key_Return)
    assert (tmp_path / "kopio.txt").read_bytes() == b"Muistio"
    assert ("EXPORT", "copy") in aino.files.operations()
    assert aino.page.card.head.toast.words().startswith("Copy saved")
    assert aino.troubles == []


def test_of_what_is_dropped_the_notebook_refuses_what_it_does_not_know(
    dressed: Dressed, world: NotebookWorld, qtbot: QtBot
) -> None:
    aino = place(dressed, world, AINO, FakeBlobHub(), qtbot)
    aino.open(aino.files.cards.new())
    paths = (
        aino.files.original(b"MZ\x90\x00", "ohjelma.pdf"),
        aino.files.original(b"", "tyhja.txt"),
        str(aino.files.laptop / "ei ole.txt"),
        aino.files.original(b"Muistio", "muistio.txt"),
    )
    aino.tab.adding.take(Brought(paths))
    said = aino.tab.notice.words().splitlines()
    assert [line.split(":")[0] for line in said] == ["ohjelma.pdf", "tyhja.txt", "ei ole.txt"]
    assert [row.title for row in aino.tab.rows.rows()] == ["muistio.txt"]
    assert aino.troubles == []
