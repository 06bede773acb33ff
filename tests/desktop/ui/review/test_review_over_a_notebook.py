# SPDX-License-Identifier: MIT
"""The review page over the real use cases: what an adviser recorded in the morning is judged by keys."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from fake_notebook import FakeBridge, Reply
from notebook_world import AINO, DANIEL, NotebookWorld
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stand import Stand

from desktop.notebook.drafts import Drafts
from desktop.notebook.faults import report_of
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.people import SaveNote, SavePerson
from desktop.notebook.people import People
from desktop.ui.app import Dressed
from desktop.ui.review.page import ReviewPage

M = TypeVar("M", bound=Ask[Any])
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def world(tmp_path: Path) -> Iterator[NotebookWorld]:
    one = NotebookWorld.make(tmp_path)
    yield one
    one.close()


def answered(handle: Callable[[M], Reply]) -> Callable[[M], Reply]:
    """Return the use case with its errors told as the notebook tells them."""

    def answer(ask: M) -> Reply:
        try:
            return handle(ask)
        except Exception as error:
            report = report_of(error)
            if report is None:
                raise
            return report

    return answer


def morning(world: NotebookWorld) -> None:
    """Let Aino hold a session, meet somebody new and write a note, all of it delivered to everybody."""
    aino = Stand(world, AINO)
    people = People(aino.desk, reading=world.lane(), writing=world.lane())
    session = aino.open(goal_visits=25).session
    for place in range(3):
        aino.walk_in(
            session, "housing", "job_search", age="25_29", note="kysyi illasta" if place == 1 else ""
        )
    aino.close(session, reflection="Rauhallinen aamu.")
    saved = people.save(
        SavePerson(
            None,
            {"name": {"first": "Samir", "last": "Testinen"}, "phone": "0405550132", "contact_language": "ar"},
            {"finnish_level": "a2_1"},
        )
    )
    people.save_note(SaveNote(saved.entity, "Haluaa oppisopimuksen."))
    world.sync()


def daniels_page(world: NotebookWorld, dressed: Dressed, qtbot: QtBot) -> ReviewPage:
    """Return the supervisor's page over their own notebook."""
    daniel = Stand(world, DANIEL)
    world.sync()
    drafts = Drafts(daniel.desk, reading=world.lane(), writing=world.lane())
    bridge = FakeBridge()
    for part in (daniel.reviews, drafts):
        for kind, handler in part.handlers().items():
            bridge.on(kind, answered(handler.answer))
    return shown_page(ReviewPage, bridge, dressed, qtbot, now=daniel.desk.now())


def press(key: Qt.Key) -> None:
    """Press Ctrl and a key where the focus is."""
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key, CTRL)


def test_a_morning_is_reviewed_by_keys(world: NotebookWorld, dressed: Dressed, qtbot: QtBot) -> None:
    morning(world)
    page = daniels_page(world, dressed, qtbot)
    rows = page.queue.rows.rows()
    assert {row.title for row in rows} == {"Jalkautumisvuoro", "Uusi ihminen", "Muistiinpano"}
    seen = {}
    for row in rows:
        page.open(row.key)
        seen[row.title] = (
            {line.field: line.after for line in page.item.changes.lines()},
            page.item.session.table.rows() if page.item.session.isVisible() else (),
        )
    person = seen["Uusi ihminen"][0]
    assert person["Nimi"] == "Samir Testinen"
    assert person["Suomen kieli"] == "A2.1"
    assert seen["Muistiinpano"][0]["Teksti"] == "Haluaa oppisopimuksen."
    assert len(seen["Jalkautumisvuoro"][1]) == 3
    page.queue.rows.setFocus()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_3)
    QTest.keyClicks(page.item.foot.comment.area, "Mihin ryhmaan?")
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_1)
    assert page.queue.rows.rows() == ()
    assert page.item.shown is None


def test_a_verdict_waits_for_the_hub_until_it_has_been_there(
    world: NotebookWorld, dressed: Dressed, qtbot: QtBot
) -> None:
    morning(world)
    page = daniels_page(world, dressed, qtbot)
    for _ in page.queue.rows.rows():
        press(Qt.Key.Key_1)
    page.queue.states.set_key("finished")
    page.enter()
    assert {mark.word for row in page.queue.rows.rows() for mark in row.marks} == {
        "Odottaa keskuksen vahvistusta"
    }
    assert all(word.waits_for_hub for word in page.item.thread_part.words())
    world.sync()
    page.records_changed(["review"])
    assert {mark.word for row in page.queue.rows.rows() for mark in row.marks} == {"Hyväksytty"}
