# SPDX-License-Identifier: MIT
"""Flow 11 in the whole window: the day's follow-ups from Today to the last row, by keys (domain.md § 4.2)."""

import pytest
from fingers import CTRL
from follow_up_shelf import FollowUpShelf
from people_world import SAMIR
from PySide6.QtCore import Qt
from whole_window import WholeWindow

from desktop.notebook.messages.follow_up import MoveOn, SetNext
from desktop.ui.follow_up.page import FollowUpPage

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shelf(whole: WholeWindow) -> FollowUpShelf:
    """What waits for who works here."""
    return FollowUpShelf(whole.bridge)


def page_of(whole: WholeWindow) -> FollowUpPage:
    page = whole.window.shell.page("follow_up")
    assert isinstance(page, FollowUpPage)
    return page


def test_every_row_of_the_day_is_seen_to_by_two_keys_each(whole: WholeWindow, shelf: FollowUpShelf) -> None:
    whole.fingers.press(Key.Key_3, held_down=ALT)
    assert whole.window.shell.current == "follow_up"
    page = page_of(whole)
    assert page.rows.hasFocus()
    count = len(shelf.rows)
    keys = 0
    while shelf.rows:
        one = shelf.rows[0]
        whole.fingers.press(Key.Key_S)
        keys += 1
        if one.matter not in {"task", "lead"}:
            whole.fingers.press(Key.Key_2 if one.matter == "permit" else Key.Key_1)
            keys += 1
    assert [type(one) for one in shelf.moved] == [MoveOn] * count
    assert keys <= 2 * count
    assert page._empty.isVisible()
    whole.fingers.press(Key.Key_Z, held_down=CTRL)
    assert len(shelf.rows) == 1
    assert page.rows.hasFocus()


def test_a_row_is_put_off_by_two_keys_and_taken_back_by_one(whole: WholeWindow, shelf: FollowUpShelf) -> None:
    whole.fingers.press(Key.Key_3, held_down=ALT)
    before = list(shelf.rows)
    whole.fingers.press(Key.Key_J)
    whole.fingers.press(Key.Key_N)
    whole.fingers.press(Key.Key_2)
    assert [(one.record, one.day) for one in shelf.moved if isinstance(one, SetNext)] == [
        (before[1].record, "2026-12-01")
    ]
    whole.fingers.press(Key.Key_Z, held_down=CTRL)
    assert shelf.rows == before


def test_s_on_today_goes_on_where_there_is_more_to_say(whole: WholeWindow, shelf: FollowUpShelf) -> None:
    whole.window.pages.go("today", None)
    today = whole.window.shell.page("today")
    today.due.setFocus()  # type: ignore[attr-defined] # the day's page
    whole.fingers.press(Key.Key_S)
    assert whole.window.shell.current == "follow_up"
    whole.fingers.press(Key.Key_1)
    assert [(one.matter, one.to) for one in shelf.moved if isinstance(one, MoveOn)] == [
        ("appointment", "kept")
    ]


def test_from_a_card_an_appointment_is_made_and_escape_is_back_at_the_card(
    whole: WholeWindow, shelf: FollowUpShelf
) -> None:
    whole.window.pages.go("people", SAMIR)
    whole.fingers.press(Key.Key_T, held_down=CTRL | SHIFT)
    assert whole.window.shell.current == "follow_up"
    whole.fingers.write("8.12.")
    whole.fingers.press(Key.Key_Tab)
    whole.fingers.write("10.30")
    whole.fingers.press(Key.Key_Return)
    assert [one.person for one in shelf.made] == [SAMIR]
    whole.fingers.press(Key.Key_Escape)
    assert whole.window.shell.current == "people"


def test_locking_takes_the_page_off_with_every_name(whole: WholeWindow, shelf: FollowUpShelf) -> None:
    assert shelf.rows
    whole.fingers.press(Key.Key_3, held_down=ALT)
    page = page_of(whole)
    whole.fingers.press(Key.Key_F12)
    assert page.rows.rows() == ()
    assert page.side.row is None
