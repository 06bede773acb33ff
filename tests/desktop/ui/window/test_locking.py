# SPDX-License-Identifier: MIT
"""Locking: blank before anything is asked, nothing left on a page, the same place afterwards."""

import sys
import time
from pathlib import Path

import pytest
from fingers import CTRL
from page_tools import at
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from whole_window import PHRASE, WholeWindow

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Lock, SaveDraft
from desktop.notebook.messages.people import SearchPeople
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import (
    LockedByItself,
    OpenSync,
    RecordsChanged,
    SyncChanged,
    SyncPhase,
    SyncStatus,
)
from desktop.ui.app import Dressed
from desktop.ui.people.page import PeoplePage
from desktop.ui.today.page import TodayPage
from desktop.ui.words.problems import sentence

BLANK_MS = 100


def colours(image: QImage) -> set[int]:
    """Return the colours of a picture; one is a blank."""
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def lock(whole: WholeWindow) -> None:
    """Lock by Ctrl+L; the fake notebook answers at once."""
    whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    assert whole.window.who is None


@pytest.mark.parametrize("key", ["Ctrl+L", "F12"])
def test_the_window_is_blank_before_the_notebook_has_answered(
    whole: WholeWindow, dressed: Dressed, key: str
) -> None:
    whole.bridge.held = True
    begun = time.perf_counter()
    if key == "F12":
        whole.fingers.press(Qt.Key.Key_F12)
    else:
        whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    took = (time.perf_counter() - begun) * 1000
    assert not whole.window.shell.isVisible()
    assert not whole.window.unlock_page.isVisible()
    assert colours(whole.window.grab().toImage()) == {QColor(dressed.theme.tokens.window).rgb()}
    assert isinstance(whole.bridge.asked[-1], Lock)
    sys.stdout.write(f"{key}: blank after {took:.1f} ms\n")
    assert took < BLANK_MS
    whole.bridge.let_go()
    assert whole.window.unlock_page.isVisible()


def test_the_lock_button_and_idleness_lock_too(whole: WholeWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(whole.window.shell.header.lock, Qt.MouseButton.LeftButton)
    assert whole.window.who is None
    whole.unlock()
    with qtbot.waitSignal(whole.window.locked, timeout=30_000):
        whole.window._idle.begin(0.002)
    assert whole.window.unlock_page.isVisible()


def test_a_touch_puts_idleness_off(whole: WholeWindow, qtbot: QtBot) -> None:
    whole.window._idle.begin(0.01)
    end = time.monotonic() + 1.2
    while time.monotonic() < end:
        whole.fingers.press(Qt.Key.Key_Shift)
        qtbot.wait(50)
    assert whole.window.who is not None
    with qtbot.waitSignal(whole.window.locked, timeout=30_000):
        pass


def test_the_notebook_is_ended_when_it_does_not_answer_in_time(whole: WholeWindow, qtbot: QtBot) -> None:
    whole.bridge.held = True
    begun = time.monotonic()
    with qtbot.waitSignal(whole.window.locked, timeout=30_000):
        whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    assert time.monotonic() - begun > 1.0
    assert whole.bridge.life[-2:] == ["refuse", "restart"]


def test_an_early_lock_does_not_cut_the_next_one_short(whole: WholeWindow, qtbot: QtBot) -> None:
    lock(whole)
    qtbot.wait(900)
    whole.unlock()
    whole.bridge.held = True
    whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    qtbot.wait(600)
    assert whole.window.who is not None  # still flushing: the wait of the first lock is not its own
    whole.bridge.let_go()
    assert whole.window.who is None


def test_what_is_half_typed_is_given_to_the_notebook_before_it_is_told_to_lock(whole: WholeWindow) -> None:
    whole.fingers.write("4w")
    whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    kinds = [type(one) for one in whole.bridge.asked]
    assert kinds.index(SaveDraft) < kinds.index(Lock)
    assert whole.drafts["visit"]


def test_unlocking_returns_to_the_same_page_and_the_half_typed_walk_in(
    whole: WholeWindow, qtbot: QtBot
) -> None:
    whole.fingers.write("4w")
    lock(whole)
    whole.unlock()
    page = whole.window.shell.page("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: not page.panel.walk_in.empty)
    assert whole.window.shell.current == "today"
    for key in ("people", "conflicts", "sync", "settings"):
        whole.window.pages.go(key, None)
        lock(whole)
        whole.unlock()
        assert whole.window.shell.current == key


def test_nothing_of_whom_one_has_looked_at_is_left_in_the_window(whole: WholeWindow) -> None:
    whole.window.pages.go("people", {"search": "sam"})
    whole.window.shell.header.search.setText("Samir")
    whole.bridge.happen(RecordsChanged(["person"], 3, 0, 0))
    lock(whole)
    page = whole.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    assert list(page.pane.rows.rows()) == []
    typed = [one for one in whole.window.findChildren(QLineEdit) if "sam" in one.text().lower()]
    assert typed == []
    assert whole.window.changed.conflicts == 0
    assert "Samir" not in whole.window.windowTitle()


def test_an_answer_under_way_at_the_lock_reaches_no_page(whole: WholeWindow) -> None:
    whole.window.pages.go("people", None)
    page = whole.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    whole.bridge.slow = SearchPeople
    page.pane.reload()
    assert len(whole.bridge.late) == 1
    lock(whole)
    assert "refuse" in whole.bridge.life
    assert whole.bridge.late == []
    assert list(page.pane.rows.rows()) == []


def test_an_open_list_is_closed_by_the_lock(whole: WholeWindow) -> None:
    popup = QWidget(whole.window, Qt.WindowType.Popup)
    popup.show()
    assert QApplication.activePopupWidget() is popup
    whole.window.lock()
    assert QApplication.activePopupWidget() is None
    assert not popup.isVisible()


@pytest.mark.parametrize("problem", [Problem.WRITER_REVOKED, Problem.NOTEBOOK_DAMAGED])
def test_a_notebook_that_locks_itself_says_why(whole: WholeWindow, problem: Problem) -> None:
    whole.bridge.happen(LockedByItself(problem))
    assert whole.window.who is None
    assert whole.words() == sentence(ProblemReport(problem))
    whole.unlock()
    lock(whole)
    assert whole.words() == ""


def test_a_notebook_that_locked_itself_while_one_came_in_locks_the_window(whole: WholeWindow) -> None:
    lock(whole)
    whole.bridge.refuse(OpenSync, Problem.LOCKED)
    whole.bridge.happen(LockedByItself(Problem.WRITER_REVOKED))
    whole.window.unlock_page.card.setFocus()
    whole.fingers.write(PHRASE)
    whole.fingers.press(Qt.Key.Key_Return)
    assert whole.window.who is None
    assert whole.words() == sentence(ProblemReport(Problem.WRITER_REVOKED))


def test_a_death_locks_and_says_that_nothing_is_lost(whole: WholeWindow, qtbot: QtBot) -> None:
    whole.window.pages.go("people", {"search": "sam"})
    with qtbot.waitSignal(whole.window.locked):
        whole.bridge.die()
    assert whole.window.unlock_page.isVisible()
    assert whole.words() == sentence(ProblemReport(Problem.PROCESS_DIED))
    page = whole.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    assert list(page.pane.rows.rows()) == []
    whole.unlock()
    assert whole.window.shell.isVisible()


def test_a_death_before_anybody_came_in_is_mended_without_a_word(whole: WholeWindow) -> None:
    lock(whole)
    whole.bridge.die()
    assert whole.words() == ""
    assert whole.window.unlock_page.isVisible()


def test_a_notebook_that_never_starts_is_told_with_a_way_to_try_again(whole: WholeWindow) -> None:
    lock(whole)
    whole.bridge.gave_up.emit()
    notice = whole.window._notice
    assert notice.isVisible()
    assert notice.words().startswith("Muistikirja ei käynnisty.")
    before = whole.bridge.life.count("restart")
    QTest.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    assert whole.bridge.life.count("restart") == before + 1
    assert not notice.isVisible()


def test_a_death_while_joining_keeps_the_first_run_where_it_was(
    qtbot: QtBot, dressed: Dressed, tmp_path: Path
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path).show(empty=True)
    whole.bridge.die()
    assert whole.window.first_run is not None
    assert whole.window.first_run.isVisible()
    assert whole.window._notice.words().startswith("Muistikirja pysähtyi")
    whole.window.close()


def test_the_unlock_page_knows_whether_there_is_a_network(whole: WholeWindow) -> None:
    def network() -> str:
        return whole.window.unlock_page._network.accessibleName()

    whole.bridge.happen(SyncChanged(SyncStatus(SyncPhase.OFFLINE, 6, 0, 0, at(12, 0), Problem.NO_NETWORK, 0)))
    lock(whole)
    offline = network()
    whole.unlock()
    whole.bridge.happen(SyncChanged(SyncStatus(SyncPhase.IDLE, 0, 0, 0, at(12, 0), None, 0)))
    lock(whole)
    assert offline != network()
    assert offline.startswith("Ei verkkoa")


def test_closing_the_window_keeps_what_is_half_typed_and_ends_the_notebook(whole: WholeWindow) -> None:
    whole.fingers.write("4w")
    whole.window.close()
    assert whole.drafts["visit"]
    assert whole.bridge.life[-1] == "end"
