# SPDX-License-Identifier: MIT
"""The day's looks: every state whole for keyboard, reader and finger, no word cut, words that follow the language."""

from collections.abc import Callable

import msgspec
import pytest
from fake_day import NEWS, OPEN, FakeDay
from fake_notebook import FakeBridge
from page_tools import tools_for
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.follow_up import FollowUp, ListFollowUp
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import OpenToday
from desktop.ui.app import Dressed
from desktop.ui.theme.tokens import Look
from desktop.ui.today.page import TodayPage
from desktop.ui.words.language import Language

Show = Callable[[FakeDay], TodayPage]
STATES = ("open", "opening", "closing", "more", "typing", "without")


def _bring(page: TodayPage, state: str) -> None:
    if state == "closing":
        page.part.begin_closing()
    elif state == "more":
        page.panel.show_more(shown=True)
    elif state == "typing":
        page.panel._step("language")
        page.panel.rows.languages.take(page.panel._keys.languages[-1])
    elif state == "without":
        page.new_visit()
    QApplication.processEvents()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("look", "language", "size"),
    [
        (Look.LIGHT, Language.FINNISH, (1280, 800)),
        (Look.DARK, Language.SWEDISH, (1024, 640)),
        (Look.CONTRAST, Language.ENGLISH, (1024, 640)),
    ],
)
def test_every_state_is_whole_for_keyboard_reader_and_finger(
    show: Show, dressed: Dressed, state: str, look: Look, language: Language, size: tuple[int, int]
) -> None:
    dressed.theme.choose(look)
    dressed.translations.speak(language)
    here = None if state in {"opening", "without"} else OPEN
    page = show(FakeDay(session=here, news=NEWS))
    page.window().resize(*size)
    _bring(page, state)
    assert walk(page, dressed.theme) == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_no_chip_is_cut_in_any_language(
    show: Show, dressed: Dressed, language: Language, size: tuple[int, int]
) -> None:
    dressed.translations.speak(language)
    page = show(FakeDay())
    page.window().resize(*size)
    page.new_visit()
    page.panel.put(
        page.panel.walk_in.with_value("language", "ru").with_value("interpreter", "needed_missing")
    )
    QApplication.processEvents()
    rows = page.panel.rows
    for chip in (*rows.chips.values(), *rows.steps.values(), rows.more, rows.save):
        assert chip.width() >= chip.sizeHint().width(), chip.text()
        assert page.rect().contains(chip.mapTo(page, chip.rect().bottomRight())), chip.text()


def test_a_notebook_that_cannot_answer_is_told_to_the_window(dressed: Dressed, qtbot: QtBot) -> None:
    bridge = FakeBridge()
    bridge.refuse(OpenToday, Problem.NOTEBOOK_DAMAGED)
    bridge.on(ListFollowUp, lambda _ask: FollowUp([], 0))
    page = TodayPage(tools_for(dressed, bridge))
    qtbot.addWidget(page)
    told: list[object] = []
    page.troubled.connect(told.append)
    page.enter()
    assert len(told) == 1


def test_words_follow_the_language_at_once(show: Show, dressed: Dressed) -> None:
    page = show(FakeDay(session=msgspec.structs.replace(OPEN, goal_text="")))
    page.panel.put(page.panel.walk_in.with_code("topics", "housing"))
    page.panel.save()
    dressed.translations.speak(Language.ENGLISH)
    QApplication.processEvents()
    assert page.part.bar._goal.text() == "Goal: 25 visits. With Mehmet Kaya and Kela."
    assert page.visits.table.rows()[1].cells[0].words == "14:21"
    assert page.panel.toast.words() == "Saved 14:26: Housing"
    assert page.panel.rows.save.text() == "Save"
