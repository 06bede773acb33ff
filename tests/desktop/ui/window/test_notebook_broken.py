# SPDX-License-Identifier: MIT
"""A notebook that is not as it was left is told above the page, whenever the check ends, and of one person only."""

import pytest
from fingers import CTRL
from PySide6.QtCore import Qt
from whole_window import WholeWindow

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import NotebookBroken
from desktop.notebook.messages.problems import Problem
from desktop.ui.window.notice_bar import NoticeBar
from desktop.ui.words.problems import sentence


def notice(whole: WholeWindow) -> str:
    """Return what stands above the page, empty when nothing does."""
    bar = whole.window.findChild(NoticeBar)
    assert bar is not None
    return bar.words() if bar.isVisible() else ""


@pytest.mark.parametrize("problem", [Problem.AUDIT_BROKEN, Problem.NOTEBOOK_DAMAGED])
def test_it_is_told_above_the_page(whole: WholeWindow, problem: Problem) -> None:
    whole.bridge.happen(NotebookBroken(problem))
    assert notice(whole) == sentence(ProblemReport(problem))


def test_what_is_found_before_somebody_is_inside_is_told_when_they_are(whole: WholeWindow) -> None:
    whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    whole.bridge.happen(NotebookBroken(Problem.AUDIT_BROKEN))
    assert notice(whole) == ""
    whole.unlock()
    assert notice(whole) == sentence(ProblemReport(Problem.AUDIT_BROKEN))


def test_the_next_person_is_not_told_of_it(whole: WholeWindow) -> None:
    whole.bridge.happen(NotebookBroken(Problem.AUDIT_BROKEN))
    whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    whole.unlock()
    assert notice(whole) == ""
