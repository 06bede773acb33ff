# SPDX-License-Identifier: MIT
"""Referring over a real store: what is agreed to is kept, moved, taken back, finished and undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from card_desk import CardDesk
from desk_bridge import _answering, desk_bridge
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from notebook_world import AINO, MORNING, NotebookWorld
from page_bench import shown_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from service_shop import CARD_COURSE, REHAB, publish

from desktop.notebook.list_looks import ListLooks
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.service_desk import ServiceDesk
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard, ChosenService, Sending
from desktop.ui.people.page import PeoplePage
from desktop.ui.referral.page import ReferralPage
from desktop.ui.today.side_column import SideColumn
from sync.records.ids import EntityId


class Notebook:
    """Aino's notebook with one person and two services, and the pages over it."""

    def __init__(self, world: NotebookWorld, dressed: Dressed, qtbot: QtBot) -> None:
        course, rehab = publish(world, CARD_COURSE, REHAB)
        self.cards = CardDesk(world, AINO)
        self.person: EntityId = self.cards.new("Leila", "Testinen", contact_language="so")
        self.bridge: FakeBridge = desk_bridge(world, AINO)
        desk, writing = self.cards.desk, world.lane()
        offer = ServiceDesk(
            desk,
            reading=world.lane(),
            writing=writing,
            catalogue=world.lane(),
            looks=ListLooks(desk, writing),
            resources=resource("codes").parent,
        )
        for kind, handler in offer.handlers().items():
            self.bridge.on(kind, _answering(handler))
        self.troubles: list[ProblemReport] = []
        self.people = shown_page(PeoplePage, self.bridge, dressed, qtbot, now=MORNING + 60_000)
        self.people.open(self.person)
        self.referral = shown_page(ReferralPage, self.bridge, dressed, qtbot, now=MORNING + 60_000)
        for page in (self.people, self.referral):
            page.troubled.connect(self.troubles.append)
        self.referral.go.connect(self._go)
        self.course = ChosenService(course, "Hygieniapassikurssi")
        self.rehab = ChosenService(rehab, "Työkykyselvitys")
        self.side = SideColumn(self.referral.tools)
        qtbot.addWidget(self.side)

    def _go(self, key: str, what: object) -> None:
        if key == "people":
            self.people.open(what)

    def refer(self, *services: ChosenService, key: Qt.Key = Qt.Key.Key_2) -> None:
        """Refer Leila by keys, with her consent where it is asked for."""
        errand = self.people.errand()
        assert errand is not None
        self.referral.activateWindow()
        self.referral.open(Sending(errand, services))
        fingers = Fingers()
        fingers.press(key)
        if self.referral.consent.needed:
            self.referral.consent.agrees.setFocus()
            fingers.press(Qt.Key.Key_Space)
        fingers.press(Qt.Key.Key_Return, held_down=CTRL)

    def states(self) -> list[tuple[str, str, str]]:
        """Return name, state and consent of what the card's tab shows."""
        return [(row.name, row.status, row.consent) for row in self.people.card.services.shown()]


@pytest.fixture
def notebook(tmp_path: Path, dressed: Dressed, qtbot: QtBot) -> Iterator[Notebook]:
    """The notebook, closed when the test is over."""
    world = NotebookWorld.make(tmp_path)
    one = Notebook(world, dressed, qtbot)
    yield one
    assert one.troubles == []
    for page in (one.people, one.referral):
        page.forget()
    world.close()


def test_a_referral_with_consent_stands_on_the_card_and_in_its_history(notebook: Notebook) -> None:
    notebook.refer(notebook.rehab, key=Qt.Key.Key_4)
    assert notebook.states() == [("Työkykyselvitys", "given", "given")]
    (row,) = notebook.people.card.services.shown()
    assert row.consent_language == "so"
    titles = [entry.title for entry in notebook.people.card.history.timeline.entries()]
    assert titles[0] == "Ohjaus: Työkykyselvitys"
    words = [notebook.people.card.tabs.tabText(place) for place in range(4)]
    assert words[3] == "Palvelut"
    assert notebook.people.card.tabs._counts[3] == 1


def test_the_consent_shown_is_the_one_of_the_language_chosen(notebook: Notebook) -> None:
    errand = notebook.people.errand()
    assert errand is not None
    notebook.referral.open(Sending(errand, (notebook.rehab,)))
    notebook.referral.form.kinds.choose("accompanied")
    before = notebook.referral.consent.text.text()
    assert "Testilän järjestö" in before
    notebook.referral.consent.language.set_key("ar")
    notebook.referral.consent.language.chosen.emit("ar")
    after = notebook.referral.consent.text.text()
    assert "Testilän järjestö" in after
    assert after != before
    assert notebook.referral.consent.text.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_what_was_referred_to_two_services_is_undone_as_one(notebook: Notebook) -> None:
    notebook.refer(notebook.course, notebook.rehab)
    assert len(notebook.states()) == 2
    notebook.people.undo()
    assert notebook.states() == []


def test_a_referral_is_followed_through_to_its_end(notebook: Notebook) -> None:
    notebook.refer(notebook.rehab, key=Qt.Key.Key_4)
    tab = notebook.people.card.services
    tab._open("")
    tab.work.state.set_key("contacted")
    tab.work.feedback.set_text("Haastattelu sovittu")
    tab.work.save_move()
    assert notebook.states() == [("Työkykyselvitys", "contacted", "given")]
    assert tab.shown()[0].due
    tab._open("")
    tab.work._withdraw()
    assert notebook.states() == [("Työkykyselvitys", "contacted", "withdrawn")]
    tab._open("")
    tab.work.state.set_key("completed")
    tab.work.save_move()
    assert not tab.shown()[0].due
    titles = [entry.title for entry in notebook.people.card.history.timeline.entries()]
    assert "Suostumus peruttu" in titles


def test_a_follow_up_of_today_is_due_until_it_is_done(notebook: Notebook) -> None:
    errand = notebook.people.errand()
    assert errand is not None
    notebook.referral.open(Sending(errand, (notebook.course,)))
    notebook.referral.form.follow_up.set_text("+0")
    notebook.referral.send()
    notebook.side.load()
    (row,) = notebook.side.due.rows.rows()
    assert (row.title, row.second) == ("Leila Testinen", "Hygieniapassikurssi · Annettu")
    asked: list[tuple[str, object]] = []
    notebook.side.go_asked.connect(lambda page, what: asked.append((page, what)))
    notebook.side.due.rows.row_opened.emit(row.key)
    assert asked == [("people", AtCard(notebook.person, "services"))]
    notebook.side.due.done.click()
    assert notebook.side.due.total == 0
