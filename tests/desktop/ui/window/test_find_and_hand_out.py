# SPDX-License-Identifier: MIT
"""Flow 5 of the domain (find a service and hand it out) by key events: the whole window, real use cases and catalogue.

The keys are counted: from the walk-in to paper and back to the saved visit, and of a referral with consent.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from desk_bridge import _answering, desk_bridge
from fingers import CTRL
from notebook_world import AINO, NotebookWorld
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from service_shelf import MemoryPress
from service_shop import publish
from stand import Stand
from whole_window import WholeWindow

from desktop.notebook.list_looks import ListLooks
from desktop.notebook.messages.people import FieldValue, SavePerson
from desktop.notebook.messages.referrals import ListReferrals
from desktop.notebook.people import People
from desktop.notebook.referrals import Referrals
from desktop.notebook.service_desk import ServiceDesk
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.people.page import PeoplePage
from desktop.ui.referral.page import ReferralPage
from desktop.ui.services.page import ServicesPage
from desktop.ui.services.sheets import sheet_sizes
from desktop.ui.today.page import TodayPage
from sync.catalogue.model import from_map
from sync.records.ids import EntityId

_AT_ONCE = 10
_NOW = int(datetime(2026, 11, 24, 14, 26).astimezone().timestamp() * 1000)
MOST_TO_PAPER = 25
"""Keys from an empty walk-in to a printed paper that 25 s allow (domain.md §4.2), with time to look."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    """Aino's notebook with a session open and every service of the made-up city."""
    one = NotebookWorld.make(tmp_path / "notebook")
    (tmp_path / "notebook").mkdir(exist_ok=True)
    one.clock.now = _NOW
    files = (resource("services", "seed", f"{name}.json").read_bytes() for name in ("life", "study", "work"))
    services = [from_map(each) for file in files for each in msgspec.json.decode(file)["services"]]
    for begin in range(0, len(services), _AT_ONCE):
        publish(one, *services[begin : begin + _AT_ONCE])
    Stand(one, AINO).open()
    yield one
    one.close()


@pytest.fixture
def whole(world: NotebookWorld, qtbot: QtBot, dressed: Dressed, tmp_path: Path) -> WholeWindow:
    """The window over that notebook, unlocked, with Today in front."""
    window = WholeWindow(qtbot, dressed, tmp_path)
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
    window.bridge.answers |= desk_bridge(world, AINO).answers
    window.bridge.answers |= {kind: _answering(handler) for kind, handler in offer.handlers().items()}
    return window.show().unlock()


def page_of(whole: WholeWindow, key: str) -> object:
    """Return a page that has been made."""
    return whole.window.shell.page(key)


def services_page(whole: WholeWindow, press: MemoryPress) -> ServicesPage:
    """Return the page of services, with a printer that keeps its sheets."""
    page = page_of(whole, "services")
    assert isinstance(page, ServicesPage)
    page.aside._press = press
    page.aside._show_state()
    return page


def test_a_visitor_has_a_paper_in_russian_and_the_visit_is_saved(
    whole: WholeWindow, world: NotebookWorld, qtbot: QtBot
) -> None:
    press = MemoryPress()
    page = services_page(whole, press)
    today = page_of(whole, "today")
    assert isinstance(today, TodayPage)
    fingers = whole.fingers
    before = fingers.strokes
    fingers.press(Qt.Key.Key_N, held_down=CTRL)
    fingers.write("5yl4")
    fingers.press(Qt.Key.Key_F3)
    fingers.write("hygien")
    qtbot.waitUntil(lambda: page.pane.settled and bool(page.pane.hits.hits()))
    assert page.pane.hits.hits()[0].name.startswith("Hygieniapassi")
    fingers.press(Qt.Key.Key_P, held_down=CTRL)
    qtbot.waitUntil(lambda: bool(press.printed))
    to_paper = fingers.strokes - before
    assert to_paper <= MOST_TO_PAPER
    assert to_paper == 13
    (paper,) = press.printed
    assert len(sheet_sizes(paper)) == 1
    qtbot.waitUntil(today.isVisible)
    QApplication.processEvents()
    assert today.panel.hasFocus()
    fingers.press(Qt.Key.Key_Return)
    (row,) = world.desk(AINO).reads.lists.visits_between(0, 2**62)
    said = (row.topics, row.age, row.language, row.outcomes)
    assert said == (("language_course",), "25_29", "ru", ("handout",))
    kinds = world.desk(AINO).reads.connection.execute(
        "SELECT kind, count(*) FROM entities WHERE kind IN ('visit_referral', 'handout') GROUP BY kind"
    )
    assert dict(kinds.fetchall()) == {"handout": 1, "visit_referral": 1}


def test_a_person_is_referred_after_hearing_it_in_somali_by_keys(
    whole: WholeWindow, world: NotebookWorld, qtbot: QtBot
) -> None:
    desk = world.desk(AINO)
    people = People(desk, reading=world.lane(), writing=world.lane())
    fields: dict[str, FieldValue] = {"name": {"first": "Hodan", "last": "Testinen"}, "contact_language": "so"}
    person = people.save(SavePerson(None, fields)).entity
    page = services_page(whole, MemoryPress())
    whole.window.pages.go("people", person)
    card = page_of(whole, "people")
    assert isinstance(card, PeoplePage)
    qtbot.waitUntil(card.card.isVisible)
    fingers = whole.fingers
    before = fingers.strokes
    fingers.press(Qt.Key.Key_F3)
    fingers.write("tyokykys")
    qtbot.waitUntil(lambda: page.pane.settled and bool(page.pane.hits.hits()))
    assert page.pane.hits.hits()[0].name == "Työkykyselvitys"
    page.aside.foot.refer.click()
    form = page_of(whole, "referral")
    assert isinstance(form, ReferralPage)
    qtbot.waitUntil(form.isVisible)
    fingers.press(Qt.Key.Key_4)
    qtbot.waitUntil(form.consent.isVisible)
    assert form.consent.language.key() == "so"
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    assert form.consent.wrong.text()
    assert referrals(world, person) == []
    form.consent.agrees.setFocus()
    fingers.press(Qt.Key.Key_Space)
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    qtbot.waitUntil(lambda: whole.window.shell.current == "people")
    (told,) = referrals(world, person)
    assert told == ("Työkykyselvitys", "formal", "given", "so")
    assert fingers.strokes - before == 13


def referrals(world: NotebookWorld, person: EntityId) -> list[tuple[str, str, str, str]]:
    """Return name, kind, consent and its language of a person's referrals."""
    desk = world.desk(AINO)
    offer = ServiceDesk(
        desk, reading=world.lane(), writing=world.lane(), catalogue=world.lane(),
        looks=ListLooks(desk, world.lane()), resources=resource("codes").parent,
    )  # fmt: skip
    assert isinstance(offer.referrals, Referrals)
    rows = offer.referrals.list(ListReferrals(person)).rows
    return [(row.name, row.kind, row.consent, row.consent_language) for row in rows]
