# SPDX-License-Identifier: MIT
"""A group by keys: letters are kind and topic, digits how many; heads that become visits one by one."""

from collections.abc import Callable

import pytest
from fake_day import FakeDay
from hands import Hands
from page_tools import WHO
from PySide6.QtWidgets import QApplication
from walker import walk

from desktop.notebook.messages.group_events import RemoveGroup, SaveGroup
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import CountHeads, SaveVisit, UndoSave
from desktop.ui.app import Dressed
from desktop.ui.today.group import MOST, Group, from_draft
from desktop.ui.today.page import TodayPage

Show = Callable[[FakeDay], TodayPage]


def _list(page: TodayPage) -> list[str]:
    return [" | ".join(cell.words for cell in row.cells if cell.words) for row in page.visits.table.rows()]


def test_a_group_costs_six_keys_and_stands_in_todays_list(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("Ctrl+G")
    assert page.forms.group.hasFocus()
    hands.press("c", "2", "4", "w", "Enter")
    assert hands.strokes == 6
    (ask,) = day.bridge.all_of(SaveGroup)
    assert (ask.kind, ask.size, ask.theme) == ("workshop", 24, "cv_application")
    assert page.panel.hasFocus()
    assert page.panel.toast.words()
    assert page.panel.isVisible()
    assert not page.forms.isVisible()
    assert len(_list(page)) == 8
    assert page.part.view is not None
    assert page.part.view.heads == 39


def test_the_same_keys_type_text_in_the_lines_of_a_group(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("Ctrl+G", "z", "8", "o")
    hands.write("Koulu 4")
    hands.press("Esc", ".")
    hands.write("ok")
    hands.press("Enter")
    (ask,) = day.bridge.all_of(SaveGroup)
    assert (ask.kind, ask.size, ask.partner, ask.text) == ("intro", 8, "Koulu 4", "ok")
    assert page.panel.hasFocus()


def test_language_and_duration_of_a_group_have_their_keys(show: Show, day: FakeDay, hands: Hands) -> None:
    show(day)
    hands.press("Ctrl+G", "x", "+", "+", "-", "L", "2", "P", "P", "Enter")
    (ask,) = day.bridge.all_of(SaveGroup)
    assert (ask.size, ask.language, ask.duration) == (1, "sv", "5_15")


def test_what_is_missing_of_a_group_is_said_and_nothing_is_asked(
    show: Show, day: FakeDay, hands: Hands
) -> None:
    page = show(day)
    hands.press("Ctrl+G", "Enter")
    assert page.forms.group.toast.words()
    hands.press("c", "Enter")
    assert page.forms.group.toast.words()
    assert day.bridge.all_of(SaveGroup) == []
    hands.press("5", "Backspace", "7", "Enter")
    assert [ask.size for ask in day.bridge.all_of(SaveGroup)] == [7]


def test_nobody_types_more_people_than_a_group_may_have(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("Ctrl+G", "9", "9", "9", "9")
    assert page.forms.group.group.size == 999
    assert Group(size=MOST).stepped(1).size == MOST


def test_a_group_is_taken_back_with_the_keys_of_a_visit(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("Ctrl+G", "c", "9", "Enter", "Ctrl+Z")
    assert len(day.bridge.all_of(UndoSave)) == 1
    assert len(_list(page)) == 7
    assert page.part.view is not None
    assert page.part.view.heads == 15


def test_ones_own_group_is_changed_from_the_list_and_taken_off(
    show: Show, day: FakeDay, hands: Hands
) -> None:
    page = show(day)
    hands.press("Ctrl+G", "c", "9", "Enter")
    page.visits.table.choose(day.groups[0].event.hex())
    page.visits.table.setFocus()
    hands.press("Enter")
    assert page.forms.group.hasFocus()
    hands.press("Backspace", "1", "2", "Enter")
    assert [(ask.size, ask.event) for ask in day.bridge.all_of(SaveGroup)][-1] == (12, day.groups[0].event)
    page.visits.table.setFocus()
    hands.press("Enter")
    page.forms.group.rows.remove.click()
    assert len(day.bridge.all_of(RemoveGroup)) == 1
    assert len(_list(page)) == 7
    assert page.panel.hasFocus()


def test_half_a_group_survives_another_visitor_and_a_lock(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("Ctrl+G", "c", "9")
    hands.press("Ctrl+N", "4", "W", "Enter")
    assert len(day.bridge.all_of(SaveVisit)) == 1
    hands.press("Ctrl+G")
    assert page.forms.group.group == Group(kind="workshop", size=9)
    page.forget()
    assert page.forms.group.group == Group()
    assert day.drafts["group"] == {"kind": "workshop", "size": "9"}
    page.greet(WHO)
    page.enter()
    assert page.forms.group.group == Group(kind="workshop", size=9)
    hands.press("Esc")
    page.forms._group_draft.flush()
    assert day.drafts["group"] == {}
    assert page.panel.isVisible()


def test_a_draft_of_another_program_fills_in_what_is_known() -> None:
    assert from_draft({"kind": "info", "size": "x", "event": "zz", "colour": "red"}) == Group(kind="info")


def test_a_group_that_is_refused_stays_on_the_screen(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    day.bridge.refuse(SaveGroup, Problem.TEXT_TOO_LONG, field="partner", limit=120, length=130)
    hands.press("Ctrl+G", "c", "9", "Enter")
    assert page.forms.group.toast.words()
    assert page.forms.group.group.size == 9


def test_heads_become_visits_one_by_one_until_nobody_is_left(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("Ctrl+Shift+D")
    assert page.panel.hasFocus()
    hands.press("4", "W", "Enter", "Q", "Enter", "A", "Enter")
    asks = day.bridge.all_of(SaveVisit)
    assert [ask.from_heads for ask in asks] == [True, True, False]
    assert page.part.view is not None
    assert (page.part.view.visits, page.part.view.unrecorded, page.part.view.heads) == (16, 0, 16)


def test_esc_ends_the_splitting_and_a_burst_before_it_counts(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("+", "Ctrl+Shift+D")
    assert [ask.delta for ask in day.bridge.all_of(CountHeads)] == [1]
    hands.press("Q", "Esc", "Esc", "Q", "Enter")
    assert [ask.from_heads for ask in day.bridge.all_of(SaveVisit)] == [False]
    assert page.panel.isVisible()


def test_where_nobody_was_counted_there_is_nothing_to_split(show: Show, hands: Hands) -> None:
    day = FakeDay()
    day._add(visits=0, unrecorded=-2)
    page = show(day)
    assert not page.part.bar.split.isVisible()
    hands.press("Ctrl+Shift+D", "Q", "Enter")
    assert [ask.from_heads for ask in day.bridge.all_of(SaveVisit)] == [False]


def test_closing_a_point_says_how_many_came_in_groups(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("Ctrl+G", "c", "9", "Enter")
    page.part.begin_closing()
    figures = [one.accessibleName() for one in page.part.closing._figures if one.isVisible()]
    assert any(name.endswith(" 9 (1)") for name in figures)
    assert any(name.endswith(" 24") for name in figures)


@pytest.mark.parametrize("width", [1280, 1024])
def test_everything_of_a_group_can_be_named_and_reached(
    show: Show, day: FakeDay, hands: Hands, dressed: Dressed, width: int
) -> None:
    page = show(day)
    page.window().resize(width, 800)
    hands.press("Ctrl+G", "c", "9")
    QApplication.processEvents()
    assert walk(page, dressed.theme) == []
    assert page.board.panes()[0] is page.forms.group
