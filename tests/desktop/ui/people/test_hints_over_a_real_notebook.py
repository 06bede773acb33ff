# SPDX-License-Identifier: MIT
"""Hints over a real store: what is filled in lets a rule speak, taking it up is stored, and Undo takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_bridge import desk_bridge
from fingers import CTRL, Fingers, held
from notebook_world import AINO, MORNING, NotebookWorld
from people_world import tools_with, unlocked
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.notebook.hints import Hints
from desktop.notebook.hints_rules import load_rule_book
from desktop.notebook.messages.hints import Outcome
from desktop.notebook.messages.people import FieldValue, SavePerson
from desktop.notebook.people import People
from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.page import Tools
from desktop.ui.people.hints_part import HintsPart
from desktop.ui.people.page import PeoplePage
from sync.records.ids import EntityId


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    """A made-up team with notebooks."""
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


@pytest.fixture
def page(dressed: Dressed, world: NotebookWorld, qtbot: QtBot) -> PeoplePage:
    """Aino's page of people."""
    book = load_rule_book(resource("hints.json"))
    hints = Hints(world.desk(AINO), book, writing=world.lane())
    tools = tools_with(dressed, desk_bridge(world, AINO, files=hints.handlers()))
    made = PeoplePage(
        Tools(tools.bridge, tools.theme, tools.translations, tools.codes, lambda: MORNING + 60_000)
    )
    qtbot.addWidget(made, before_close_func=lambda _page: made.forget())
    made.resize(1096, 744)
    made.greet(unlocked())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.enter()
    return made


@pytest.fixture
def person(world: NotebookWorld) -> EntityId:
    """A jobseeker of 20 of whom nobody has asked what they studied."""
    lane = world.lane()
    people = People(world.desk(AINO), reading=lane, writing=lane)
    card: dict[str, FieldValue] = {"name": {"first": "Sara", "last": "Koskela"}, "birth_date": "2006-01-01"}
    labour: dict[str, FieldValue] = {"labour": {"status": "unemployed", "since": "2026-05-01"}}
    return people.save(SavePerson(None, card, labour)).entity


def outcome(hints: HintsPart) -> Outcome:
    row = hints.reasons.row
    assert row is not None
    return row.outcome


def test_a_missing_fact_is_filled_in_and_the_hint_taken_up_and_taken_back(
    page: PeoplePage, person: EntityId, world: NotebookWorld
) -> None:
    page.open(person)
    hints, fingers = page.card.hints, Fingers()
    fingers.press(Qt.Key.Key_V, Qt.Key.Key_V)
    hints.rows.choose("study_search")
    fingers.press(Qt.Key.Key_Return)
    assert outcome(hints) is Outcome.NOT_KNOWN
    fingers.press(Qt.Key.Key_E)
    assert page.form.parts.editors["situation/education"].isAncestorOf(held())
    page.form.parts.editors["situation/education"].show_value("basic")
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    assert page.card.isVisible()
    assert outcome(hints) is Outcome.HOLDS
    fingers.press(Qt.Key.Key_V, Qt.Key.Key_T)
    stored = world.desk(AINO).reads.services.about(person, "hint_taken")
    assert [(one.values["rule"], one.values["version"], one.values["held"]) for one in stored] == [
        ("study_search", "2013-01-01", True)
    ]
    row = next(row for row in hints.rows.rows() if row.key == "study_search")
    assert row.marks[0].icon == "badge-check"
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert world.desk(AINO).reads.services.about(person, "hint_taken") == ()
    assert "badge-check" not in {mark.icon for row in hints.rows.rows() for mark in row.marks}
