# SPDX-License-Identifier: MIT
"""Where the centre does not know this computer any more, the Sync page says so and takes a new code."""

import pytest
from fake_notebook import FakeBridge
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sync_view import ALL_WELL, NOW, ago, view, working

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import EnrolAgain, OpenSync, RoundRow, SyncNow, SyncPhase, SyncStatus
from desktop.ui.app import Dressed
from desktop.ui.sync.page import SyncPage
from desktop.ui.sync.troubles import round_trouble
from desktop.ui.window.header_words import sync_word
from desktop.ui.words.language import Language

UNKNOWN = SyncStatus(SyncPhase.FAILED, 3, 0, 0, ago(minutes=103), Problem.WRITER_UNKNOWN, ago(minutes=90))
NO = [RoundRow(ago(minutes=1), "failed", 0, 0, "unknown-writer")]


@pytest.fixture
def notebook() -> FakeBridge:
    """A notebook that the centre does not know any more."""
    bridge = FakeBridge()
    bridge.on(OpenSync, lambda _ask: view(UNKNOWN, rounds=NO))
    bridge.on(EnrolAgain, lambda _ask: Done())
    bridge.on(SyncNow, lambda _ask: Done())
    return bridge


@pytest.fixture
def page(dressed: Dressed, notebook: FakeBridge, qtbot: QtBot) -> SyncPage:
    """The page over it."""
    return shown_page(SyncPage, notebook, dressed, qtbot, now=NOW)


def _type(page: SyncPage, code: str) -> None:
    page.again.code.line.setFocus()
    QTest.keyClicks(page.again.code.line, code)
    QTest.keyClick(page.again.code.line, Qt.Key.Key_Return)


def test_it_says_what_happened_and_a_code_enrols_again(page: SyncPage, notebook: FakeBridge) -> None:
    assert round_trouble("unknown-writer").now in page.state.detail.text()
    assert page.again.isVisible()
    _type(page, "7K2M9 QRT4W")
    assert [ask.code for ask in notebook.all_of(EnrolAgain)] == ["7K2M9 QRT4W"]
    assert len(notebook.all_of(SyncNow)) == 1
    page.show_status(working(0))
    assert page.again.isVisible()
    notebook.on(OpenSync, lambda _ask: view(ALL_WELL))
    page.show_status(ALL_WELL)
    assert not page.again.isVisible()


def test_a_code_that_does_not_count_is_told_beside_the_field(page: SyncPage, notebook: FakeBridge) -> None:
    notebook.on(EnrolAgain, lambda _ask: ProblemReport(Problem.CODE_EXPIRED))
    _type(page, "7K2M9 QRT4W")
    assert page.again.code.error
    assert not notebook.all_of(SyncNow)


def test_without_a_code_nothing_is_asked(page: SyncPage, notebook: FakeBridge) -> None:
    _type(page, "")
    assert page.again.code.error
    assert not notebook.all_of(EnrolAgain)


def test_lock_forgets_the_code(page: SyncPage) -> None:
    QTest.keyClicks(page.again.code.line, "7K2M9")
    page.forget()
    assert page.again.code.text() == ""
    assert not page.again.isVisible()


def test_the_header_does_not_say_that_nobody_answered(dressed: Dressed) -> None:
    assert dressed.application is not None
    said = sync_word(UNKNOWN, NOW, Language.ENGLISH)
    silent = sync_word(SyncStatus(SyncPhase.FAILED, 3, 0, 0, 0, Problem.HUB_BUSY, 0), NOW, Language.ENGLISH)
    assert said.mark.word != silent.mark.word
