# SPDX-License-Identifier: MIT
"""The page over the real use cases: a file is read, what it brought is judged by keys, an own service is written."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_bridge import _answering
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from notebook_world import DANIEL, NotebookWorld
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot
from service_shop import CARD_COURSE, REHAB, make_editor, publish, service

from desktop.notebook.drafts import Drafts
from desktop.notebook.list_looks import ListLooks
from desktop.notebook.service_desk import ServiceDesk
from desktop.notebook.undoing import Undoing
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.editing.page import EditingPage
from sync.catalogue.model import Service, from_map, to_map

SHIFT = Qt.KeyboardModifier.ShiftModifier


def renamed(one: Service, name: str) -> Service:
    """Return the service under another Finnish name."""
    return from_map(to_map(one) | {"name": {"fi": name}})


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[FakeBridge]:
    """Daniel's notebook: he edits services; one is published, and one with a proposal."""
    world = NotebookWorld.make(tmp_path)
    make_editor(world, DANIEL)
    publish(world, CARD_COURSE)
    publish(world, REHAB, proposed=renamed(REHAB, "Työkyvyn selvitys"))
    desk = world.desk(DANIEL)
    reading, writing = world.lane(), world.lane()
    offer = ServiceDesk(
        desk,
        reading=reading,
        writing=writing,
        catalogue=world.lane(),
        looks=ListLooks(desk, writing),
        resources=resource("codes").parent,
    )
    one = FakeBridge()
    parts = (offer, Drafts(desk, reading=reading, writing=writing), Undoing(desk, writing=writing))
    for part in parts:
        for kind, handler in part.handlers().items():
            one.on(kind, _answering(handler))
    yield one
    world.close()


@pytest.fixture
def page(bridge: FakeBridge, dressed: Dressed, qtbot: QtBot) -> Iterator[EditingPage]:
    one = shown_page(EditingPage, bridge, dressed, qtbot, now=1_795_600_000_000)
    yield one
    one.forget()


def names(page: EditingPage) -> list[str]:
    """Return the names in the list."""
    return [row.title for row in page.list.rows.rows()]


def test_a_proposal_is_taken_and_taken_back(page: EditingPage) -> None:
    told = QSignalSpy(page.troubled)
    page.list.piles.chips["proposals"].click()
    assert [(line.before, line.after) for line in page.item.changes.lines()] == [
        ("Työkykyselvitys", "Työkyvyn selvitys")
    ]
    page.list.rows.setFocus()
    Fingers().press(Qt.Key.Key_1, held_down=CTRL)
    assert names(page) == []
    page.list.piles.chips["all"].click()
    assert "Työkyvyn selvitys" in names(page)
    page.undo()
    assert "Työkykyselvitys" in names(page)
    assert told.count() == 0


def test_an_own_service_is_written_published_and_edited(page: EditingPage) -> None:
    told = QSignalSpy(page.troubled)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_I, held_down=CTRL | SHIFT)
    fingers.write("Torstain kahvila")
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    assert page.item.title.text() == "Torstain kahvila"
    assert page.item.shown is not None
    assert page.item.shown.status == "published"
    fingers.press(Qt.Key.Key_E, held_down=CTRL)
    fingers.write(" 2")
    page.form.foot.second.click()
    assert page.item.title.text() == "Torstain kahvila 2"
    assert page.item.shown.status == "withdrawn"
    assert told.count() == 0


def test_a_file_is_tried_read_and_its_services_wait(page: EditingPage, tmp_path: Path) -> None:
    told = QSignalSpy(page.troubled)
    file = tmp_path / "services.json"
    rows = [to_map(one) for one in (service("Kuntokortti", "fitness"), service("Velkaneuvonta", "debt"))]
    file.write_text(json.dumps({"what": "kenttakirja-services", "version": 1, "services": rows}), "utf-8")
    page.read_file(str(file))
    assert page.report.tiles["new"].figure() == "2"
    page.list.piles.chips["waiting"].click()
    assert names(page) == []
    Fingers().press(Qt.Key.Key_1, held_down=CTRL)
    assert names(page) == ["Kuntokortti", "Velkaneuvonta"]
    assert told.count() == 0


def test_a_broken_file_says_so_on_the_page(page: EditingPage, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text("{", "utf-8")
    page.read_file(str(file))
    assert page.report.trouble.words().startswith("Tiedostoa ei voitu lukea: se ei ole ehyttä JSONia.")
    assert not page.report.bring.isEnabled()
