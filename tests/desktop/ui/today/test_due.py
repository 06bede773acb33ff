# SPDX-License-Identifier: MIT
"""What is due stands on Today while there is something: who, what, how late; S says that it is done."""

from collections.abc import Callable

import msgspec
import pytest
from cut_words import cut_words
from fake_day import DUE, NEWS, FakeDay, entity
from hands import Hands
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.follow_up import FollowUp, ListFollowUp, MoveOn
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import UndoSave
from desktop.ui.app import Dressed
from desktop.ui.errand import AtCard
from desktop.ui.follow_up.matters import row_key
from desktop.ui.theme.tokens import Look
from desktop.ui.today.page import TodayPage
from desktop.ui.words.language import Language

Show = Callable[[FakeDay], TodayPage]


@pytest.fixture
def day() -> FakeDay:
    """A day with three things due."""
    made = FakeDay()
    made.due = list(DUE)
    return made


def test_what_is_due_says_who_what_and_how_late_the_latest_first(show: Show, day: FakeDay) -> None:
    page = show(day)
    (asked,) = day.bridge.all_of(ListFollowUp)
    assert asked.day == "2026-11-24"
    assert page.due.isVisible()
    assert [(row.title, row.second, row.pill.word if row.pill else "") for row in page.due.rows.rows()] == [
        ("Samir Haddad", "Stadin AO, suomi A2 · Annettu", "Myöhässä 2 pv"),
        ("Jenni Koskela", "Työkykyselvitys · Otettu yhteyttä", "Myöhässä 1 pv"),
        ("Nguyễn Thị Mai", "Hygieniapassikurssi · Annettu", "Tänään"),
    ]
    assert page.panes() == [page.panel, page.visits, page.due]


def test_where_a_protected_person_goes_is_not_for_everybodys_eyes(show: Show, day: FakeDay) -> None:
    day.due[0] = msgspec.structs.replace(day.due[0], protected=True)
    row = show(day).due.rows.rows()[0]
    assert row.icon == "shield-alert"
    assert "suomi" not in row.spoken
    assert "Turvakielto" in row.spoken


def test_with_nothing_due_there_is_no_card(show: Show) -> None:
    page = show(FakeDay())
    assert page.due.isHidden()
    assert page.side.isHidden()


def test_the_count_is_of_all_not_of_the_rows(show: Show, day: FakeDay) -> None:
    day.bridge.on(ListFollowUp, lambda _ask: FollowUp(day.due, 71))
    assert show(day).due._count.text() == "71"


def test_enter_opens_the_person_at_their_services(
    show: Show, day: FakeDay, hands: Hands, qtbot: QtBot
) -> None:
    page = show(day)
    page.due.setFocus()
    with qtbot.waitSignal(page.go) as went:
        hands.press("Enter")
    assert went.args == ["people", AtCard(entity(821), "services")]


def test_s_says_that_it_is_done_and_the_next_has_the_keys(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    page.due.setFocus()
    hands.press("s")
    (asked,) = day.bridge.all_of(MoveOn)
    assert (asked.record, asked.to, asked.task) == (DUE[0].record, "handled", DUE[0].task)
    assert [row.title for row in page.due.rows.rows()] == ["Jenni Koskela", "Nguyễn Thị Mai"]
    assert page.due.rows.key() == row_key(DUE[1])
    assert page.due.rows.hasFocus()


def test_what_is_done_on_today_is_taken_back_with_ctrl_z(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    page.due.setFocus()
    hands.press("s")
    page.undo()
    assert [one.save.n for one in day.bridge.all_of(UndoSave)] == [900]


def test_of_what_is_no_task_s_asks_more_on_its_own_page(
    show: Show, day: FakeDay, hands: Hands, qtbot: QtBot
) -> None:
    day.due[0] = msgspec.structs.replace(day.due[0], matter="step", task=None)
    page = show(day)
    page.due.setFocus()
    with qtbot.waitSignal(page.go) as went:
        hands.press("s")
    assert went.args == ["follow_up", row_key(day.due[0])]
    assert day.bridge.all_of(MoveOn) == []


def test_five_stand_here_and_nothing_that_is_to_come(show: Show, day: FakeDay) -> None:
    late = [
        msgspec.structs.replace(DUE[0], record=entity(60 + place), task=entity(70 + place))
        for place in range(7)
    ]
    day.due = [*late, msgspec.structs.replace(DUE[0], days=1)]
    assert len(show(day).due.rows.rows()) == 5


def test_the_button_says_it_too(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    page.due.done.setFocus()
    hands.press("Enter")
    assert [one.record for one in day.bridge.all_of(MoveOn)] == [DUE[0].record]


def test_the_last_one_done_gives_the_keys_back_to_the_walk_in(show: Show, day: FakeDay, hands: Hands) -> None:
    day.due = [DUE[2]]
    page = show(day)
    page.due.setFocus()
    hands.press("s")
    assert page.due.isHidden()
    assert page.panel.hasFocus()


def test_a_refusal_is_told_and_the_row_stays(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    told: list[object] = []
    page.troubled.connect(told.append)
    day.bridge.refuse(MoveOn, Problem.DISK_FULL)
    page.due.setFocus()
    hands.press("s", "s")
    assert len(told) == 2
    assert len(page.due.rows.rows()) == 3


def test_letters_typed_at_the_walk_in_finish_nothing(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    page.panel.setFocus()
    hands.press("s")
    assert day.bridge.all_of(MoveOn) == []


def test_it_stands_above_the_supervisors_words(show: Show, day: FakeDay) -> None:
    day.news = list(NEWS)
    page = show(day)
    assert page.due.isVisible()
    assert page.news.isVisible()
    assert page.due.geometry().bottom() < page.news.geometry().top()


def test_a_change_of_tasks_is_read_at_once(show: Show, day: FakeDay) -> None:
    page = show(day)
    day.due = [DUE[1]]
    page.records_changed(["task"])
    assert [row.title for row in page.due.rows.rows()] == ["Jenni Koskela"]


def test_in_the_narrow_window_a_button_unfolds_it_in_place_of_the_keys(
    show: Show, day: FakeDay, hands: Hands
) -> None:
    day.news = list(NEWS)
    page = show(day)
    page.window().resize(1024, 640)
    QApplication.processEvents()
    assert page.due.isHidden() or not page.due.isVisible()
    assert page.visits.news.text() == "Seuraavaksi 3 · Esihenkilöltä 1"
    page.visits.news.click()
    assert page.due.isVisible()
    assert page.due.rows.hasFocus()
    assert not page.panel.isVisible()
    hands.press("Ctrl+N")
    assert page.panel.isVisible()
    assert page.panel.hasFocus()
    assert not page.due.isVisible()


def test_half_pressed_keys_stay_while_it_is_unfolded(show: Show, day: FakeDay) -> None:
    page = show(day)
    page.panel.put(page.panel.walk_in.with_code("topics", "housing"))
    page.window().resize(1024, 640)
    QApplication.processEvents()
    page.visits.news.click()
    page.visits.news.click()
    assert page.panel.isVisible()
    assert page.panel.walk_in.topics == ("housing",)


def test_locking_leaves_no_name(show: Show, day: FakeDay) -> None:
    page = show(day)
    day.bridge.held = True
    page.records_changed(["task"])
    page.forget()
    day.bridge.let_go()
    assert page.due.rows.rows() == ()
    assert page.due.total == 0


@pytest.mark.parametrize("language", list(Language))
def test_no_word_is_cut(show: Show, day: FakeDay, dressed: Dressed, language: Language) -> None:
    dressed.translations.speak(language)
    page = show(day)
    assert cut_words(page.side) == []
    page.window().resize(1024, 640)
    QApplication.processEvents()
    page.visits.news.click()
    assert cut_words(page.side) == []


@pytest.mark.parametrize("look", list(Look))
def test_it_can_be_walked(show: Show, day: FakeDay, dressed: Dressed, look: Look) -> None:
    dressed.theme.choose(look)
    day.news = list(NEWS)
    page = show(day)
    assert walk(page, dressed.theme) == []
