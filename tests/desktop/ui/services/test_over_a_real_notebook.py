# SPDX-License-Identifier: MIT
"""The page over a real catalogue of every made-up service: found, printed on a real paper, and recorded."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from desk_bridge import _answering
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from notebook_world import AINO, NotebookWorld
from page_bench import shown_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from service_shelf import WALK_IN, MemoryPress
from service_shop import publish

from desktop.notebook.list_looks import ListLooks
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.handouts import RecordHandout
from desktop.notebook.service_desk import ServiceDesk
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.errand import Found
from desktop.ui.services.aside import SERVICE
from desktop.ui.services.page import ServicesPage
from desktop.ui.services.sheets import sheet_sizes
from sync.catalogue.model import Service, from_map

_SEED = ("life", "study", "work")
_NOW = int(datetime(2026, 11, 24, 14, 26).astimezone().timestamp() * 1000)
_AT_ONCE = 10
"""Services of one commit: what fits into one."""
_A4 = (595, 842)


def seed() -> list[Service]:
    """Return every service of the made-up city."""
    files = (resource("services").joinpath("seed", f"{name}.json").read_bytes() for name in _SEED)
    return [from_map(one) for file in files for one in msgspec.json.decode(file)["services"]]


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[FakeBridge]:
    """Aino's notebook with the whole catalogue in it."""
    world = NotebookWorld.make(tmp_path)
    services = seed()
    for begin in range(0, len(services), _AT_ONCE):
        publish(world, *services[begin : begin + _AT_ONCE])
    desk = world.desk(AINO)
    writing = world.lane()
    offer = ServiceDesk(
        desk,
        reading=world.lane(),
        writing=writing,
        catalogue=world.lane(),
        looks=ListLooks(desk, writing),
        resources=resource("codes").parent,
    )
    one = FakeBridge()
    for kind, handler in offer.handlers().items():
        one.on(kind, _answering(handler))
    yield one
    world.close()


@pytest.fixture
def press() -> MemoryPress:
    """The printer of this table."""
    return MemoryPress()


@pytest.fixture
def page(bridge: FakeBridge, press: MemoryPress, dressed: Dressed, qtbot: QtBot) -> Iterator[ServicesPage]:
    """The page over that notebook; it asks nothing more when the notebook goes."""
    one = shown_page(lambda tools: ServicesPage(tools, press=press), bridge, dressed, qtbot, now=_NOW)
    yield one
    one.forget()


def test_a_walk_in_leaves_with_a_paper_in_their_language(
    page: ServicesPage, bridge: FakeBridge, press: MemoryPress, qtbot: QtBot
) -> None:
    troubles: list[ProblemReport] = []
    page.troubled.connect(troubles.append)
    page.open(WALK_IN)
    fingers = Fingers()
    fingers.write("hygieniapassi")
    qtbot.waitUntil(lambda: bool(page.pane.hits.hits()) and not page.pane._wait.isActive())
    assert page.pane.hits.hits()[0].name.startswith("Hygieniapassi")
    assert page.pane.hits.hits()[0].lit
    fingers.press(Qt.Key.Key_Space, held_down=CTRL)
    with qtbot.waitSignal(page.go) as gone:
        page.print_paper()
    assert troubles == []
    key, found = gone.args
    assert key == "today"
    assert isinstance(found, Found)
    assert found.handed_out
    assert [one.name for one in found.services] == ["Hygieniapassi: kurssi ja testi"]
    assert [(ask.language, ask.way) for ask in bridge.all_of(RecordHandout)] == [("ru", "print")]
    (paper,) = press.printed
    assert {(round(size.width()), round(size.height())) for size in sheet_sizes(paper)} == {_A4}


def test_every_service_of_the_city_can_be_read(page: ServicesPage, qtbot: QtBot) -> None:
    troubles: list[ProblemReport] = []
    page.troubled.connect(troubles.append)
    page.aside.show_face(SERVICE)
    assert len(page.pane.rows) == min(len(seed()), 100)
    for row in page.pane.rows:
        page._read_service(row.service)
        assert page.aside.service.service == row.service
        assert len(page.aside.service.told.words()) > 3
    assert troubles == []
    qtbot.wait(1)
