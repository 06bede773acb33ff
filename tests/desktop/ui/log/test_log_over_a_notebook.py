# SPDX-License-Identifier: MIT
"""The page over the real use case: an adviser's day on a laptop, followed by an auditor, and written out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_bridge import _answering
from doorstep import GOOD, Doorstep
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers
from hub_world import HubClock, HubWorld
from page_bench import shown_page
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.notebook.access_log import AccessLog
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Lock, Unlock
from desktop.notebook.messages.people import OpenPerson, RevealField
from desktop.notebook.people import People
from desktop.store.changes import Change
from desktop.ui.app import Dressed
from desktop.ui.log.page import LogPage
from desktop.ui.words.language import Language
from sync.records.ids import EntityId, new_entity

HETU = "131052-9030"
fingers = Fingers()


class Town:
    """An adviser who has opened a card and revealed a code, and an auditor whose notebook is open."""

    def __init__(self, folder: Path) -> None:
        self.hub = HubWorld.make(folder / "hub", clock=HubClock())
        self.lane = Lane("test")
        self.step = Doorstep(folder / "laptop", self.hub, self.lane)
        auditor = self.hub.person("Anna Auditoija", "auditor", None)
        for staff in (self.step.aino, auditor):
            self.step.join(staff)
        self.person = EntityId(new_entity(self.hub.clock()))
        self._work()
        self.step.door().unlock(Unlock(auditor, GOOD))
        desk = self.step.entered[-1][0].desk
        self.bridge = FakeBridge()
        for kind, handler in AccessLog(desk, reading=self.lane, writing=self.lane).handlers().items():
            self.bridge.on(kind, _answering(handler))

    def _work(self) -> None:
        door = self.step.door()
        door.unlock(Unlock(self.step.aino, GOOD))
        desk = self.step.entered[-1][0].desk
        fields: dict[str, Any] = {
            "name": {"first": "Yrjänä", "last": "Pöllöläinen"},
            "hetu": HETU,
            "register": "employment",
        }
        change = Change(kind="person", entity=self.person, fields=fields, subject=self.person)
        desk.save([(desk.team_stream(), [change])])
        people = People(desk, reading=self.lane, writing=self.lane)
        people.open(OpenPerson(self.person, "card"))
        people.reveal(RevealField(self.person, "hetu", "card"))
        door.lock(Lock("today"))
        again = self.step.door()
        again.unlock(Unlock(self.step.aino, GOOD))  # its first round sends what the last one had not
        again.lock(Lock("today"))

    def close(self) -> None:
        """Close everything."""
        for door in self.step.doors:
            door.close()
        self.lane.stop()
        self.hub.close()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    one = Town(tmp_path)
    yield one
    one.close()


def test_a_reveal_is_found_followed_to_its_record_and_written_out(
    town: Town, dressed: Dressed, qtbot: QtBot, tmp_path: Path
) -> None:
    dressed.translations.speak(Language.ENGLISH)
    page = shown_page(LogPage, town.bridge, dressed, qtbot, now=town.hub.clock())
    assert [row.marks[0].word for row in page.chains.rows.rows()] == ["Whole", "Whole"]
    page.filters.group.setFocus()
    fingers.press(Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    (row,) = page.events.table.rows()
    assert [cell.spoken for cell in row.cells][1:3] == ["Aino Aalto", "Showed a hidden detail"]
    page.events.table.setFocus()
    fingers.press(Qt.Key.Key_Return)
    assert "Field: Identity code" in page.whole.facts.accessibleDescription()
    fingers.press(Qt.Key.Key_1, held_down=CTRL)
    told = [row.cells[2].spoken for row in page.events.table.rows()]
    assert told == ["Showed a hidden detail", "Opened to read"]
    out = tmp_path / "log.jsonl"
    page.write(str(out))
    assert page.toast.words() == "Written"
    lines = [json.loads(line)["audit_event"] for line in out.read_text().splitlines()]
    assert {line["target"]["id"] for line in lines} == {town.person.hex()}
    assert "Pöllöläinen" not in out.read_text()
    page.write(str(out))
    assert page.toast.words().startswith("Not written")
    # What the auditor did is in the log as well.
    fingers.press(Qt.Key.Key_0, held_down=CTRL)
    assert [row.cells[1].spoken for row in page.events.table.rows()][:2] == ["Anna Auditoija"] * 2


def test_nothing_of_a_person_is_on_the_page(town: Town, dressed: Dressed, qtbot: QtBot) -> None:
    page = shown_page(LogPage, town.bridge, dressed, qtbot, now=town.hub.clock())
    said = [cell.spoken for row in page.events.table.rows() for cell in row.cells]
    for row in range(len(page.events.table.rows())):
        page.events.table.selectRow(row)
        fingers.press(Qt.Key.Key_Return)
        said.append(page.whole.facts.accessibleDescription())
        fingers.press(Qt.Key.Key_Escape)
    assert len(said) > 20
    assert not [one for one in said if HETU in one or "Pöllöläinen" in one or "Yrjänä" in one]
