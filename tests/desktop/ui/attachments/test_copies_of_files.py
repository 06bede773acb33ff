# SPDX-License-Identifier: MIT
"""A readable copy of a file: warned of before it is written, told of after, explained where it could not be."""

import pytest
from fake_notebook import FakeBridge
from file_shelf import ReadyDialogs, number
from fingers import CTRL, Fingers, held
from PySide6.QtCore import Qt

from desktop.notebook.messages.attachments import SaveAttachmentCopy
from desktop.notebook.messages.problems import Problem
from desktop.ui.attachments.tab import FilesTab
from desktop.ui.people.page import PeoplePage


def test_a_copy_is_warned_of_before_it_is_written(
    page: PeoplePage, tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    dialogs.place = "/koti/kopio.pdf"
    fingers = Fingers()
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    assert "not protected" in tab.work.warning.words()
    assert "written to the log" in tab.work.warning.words()
    assert dialogs.offered == []
    assert held() is tab.work.warning.button
    fingers.press(Qt.Key.Key_Return)
    assert dialogs.offered == ["todistus.pdf"]
    assert bridge.all_of(SaveAttachmentCopy) == [SaveAttachmentCopy(number(1), "/koti/kopio.pdf")]
    assert page.card.head.toast.words().startswith("Copy saved")
    assert held() is tab.rows


def test_escape_at_the_warning_copies_nothing(
    tab: FilesTab, bridge: FakeBridge, dialogs: ReadyDialogs
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    fingers.press(Qt.Key.Key_Escape)
    assert not tab.work.warning.isVisible()
    assert (dialogs.offered, bridge.all_of(SaveAttachmentCopy)) == ([], [])
    assert held() is tab.rows


@pytest.mark.parametrize(
    ("problem", "facts", "said"),
    [
        (
            Problem.FIELD_REFUSED,
            {"field": "path", "reason": "inside_notebook"},
            "the notebook's own folder",
        ),
        (Problem.FILE_UNREADABLE, {"reason": "denied"}, "does not let"),
        (Problem.FILE_UNREADABLE, {"reason": "disk"}, "The disk"),
        (Problem.FILE_UNREADABLE, {"reason": "missing"}, "any more"),
    ],
)
def test_a_copy_that_could_not_be_written_says_why_beside_the_list(
    tab: FilesTab,
    bridge: FakeBridge,
    dialogs: ReadyDialogs,
    problem: Problem,
    facts: dict[str, str],
    said: str,
) -> None:
    dialogs.place = "/koti/kopio.pdf"
    bridge.refuse(SaveAttachmentCopy, problem, **facts)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_S, held_down=CTRL)
    fingers.press(Qt.Key.Key_Return)
    assert said in tab.notice.words()


def test_another_row_closes_the_question_about_the_one_before(tab: FilesTab) -> None:
    Fingers().press(Qt.Key.Key_S, held_down=CTRL)
    tab.rows.setFocus()
    Fingers().press(Qt.Key.Key_Down)
    assert not tab.work.warning.isVisible()
