# SPDX-License-Identifier: MIT
"""The point's day: opening, closing, the supervisor's words, drafts that come back, what a lock drops."""

from collections.abc import Callable

from fake_day import LIBRARY, NEWS, OPEN, FakeDay, visit
from hands import Hands
from page_tools import WHO, at, tools_for
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.laptop import SaveDraft
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import AnswerReview, CloseSession, OpenSession, OpenToday, SaveVisit
from desktop.ui.app import Dressed
from desktop.ui.today.page import TodayPage

Show = Callable[[FakeDay], TodayPage]


def test_the_bar_and_the_list_show_the_day(show: Show, day: FakeDay) -> None:
    page = show(day)
    assert page.panel.hasFocus()
    rows = page.visits.table.rows()
    assert [row.cells[0].words for row in rows][:2] == ["14.21", "14.10"]
    assert rows[1].cells[1].words == "CV, hakemus, Digiapu"
    assert rows[0].cells[5].mark is not None
    assert rows[0].cells[5].mark.word == "Lähettämättä"
    assert page.visits._about.text() == "7 asiointia, 5 lähettämättä"


def test_the_day_is_asked_from_local_midnight(show: Show, day: FakeDay) -> None:
    show(day)
    assert {one.day_start for one in day.bridge.all_of(OpenToday)} == {at(0, 0)}


def test_without_a_point_the_form_is_filled_in_from_the_last_and_enter_opens(
    show: Show, hands: Hands, qtbot: QtBot
) -> None:
    day = FakeDay(session=None, visits=())
    page = show(day)
    assert page.part.opening.place.line.hasFocus()
    assert page.panel.isHidden()
    with qtbot.waitSignal(page.where_changed) as came:
        hands.press("Enter")
    assert came.args == [LIBRARY.name, at(14, 26), ""]
    [asked] = day.bridge.all_of(OpenSession)
    assert (asked.point, asked.place, asked.form) == (LIBRARY.point, LIBRARY.name, "popup")
    assert (asked.goal_visits, asked.goal_text) == (25, "alle 30-vuotiaat")
    assert page.panel.hasFocus()
    hands.press("4", "w", "Enter")
    assert len(day.bridge.all_of(SaveVisit)) == 1


def test_any_place_can_be_typed_and_colleagues_chosen(show: Show, hands: Hands) -> None:
    day = FakeDay(session=None, visits=())
    page = show(day)
    page.part.opening.place.line.selectAll()
    hands.write("Puhos, piha")
    page.part.opening.staff["s0000000000000002"].click()
    page.part.opening.place.line.setFocus()
    hands.press("Enter")
    [asked] = day.bridge.all_of(OpenSession)
    assert (asked.point, asked.place, asked.staff) == ("", "Puhos, piha", ["s0000000000000002"])


def test_a_point_without_a_place_is_refused_beside_the_field(show: Show, hands: Hands) -> None:
    day = FakeDay(session=None, visits=())
    page = show(day)
    page.part.opening.place.line.selectAll()
    hands.press("Backspace", "Enter")
    assert page.part.opening.place.error.startswith("Pisteellä ei ole vielä paikkaa.")
    assert page.part.opening.place.line.hasFocus()
    hands.write("Stoa")
    assert page.part.opening.place.error == ""
    hands.press("Enter")
    assert page.part.session is not None


def test_control_n_records_without_a_point(show: Show, hands: Hands) -> None:
    day = FakeDay(session=None, visits=())
    page = show(day)
    hands.press("Ctrl+N", "4", "w", "Enter")
    [saved] = day.bridge.all_of(SaveVisit)
    assert saved.session is None
    assert page.part.opening.isHidden()
    assert page.part.strip_open.text() == "Avaa piste…"
    page.part.strip_open.click()
    assert page.part.opening.place.line.hasFocus()


def test_closing_scores_by_a_digit_and_keeps_the_reflection(
    show: Show, day: FakeDay, hands: Hands, qtbot: QtBot
) -> None:
    page = show(day)
    page.part.count(1)
    page.part.bar.close_asked.emit()
    assert page.part.closing.hasFocus()
    assert page.panel.isHidden()
    assert day.session is not None
    assert day.session.unrecorded == OPEN.unrecorded + 1, "a burst of heads is told before closing"
    hands.press("4", "Tab")
    hands.write("Enemmän somalinkielisiä esitteitä")
    with qtbot.waitSignal(page.where_changed) as came:
        QTest.keyClick(
            page.part.closing.reflection.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    assert came.args == ["", 0, ""]
    [asked] = day.bridge.all_of(CloseSession)
    assert (asked.score, asked.reflection) == (4, "Enemmän somalinkielisiä esitteitä")
    assert page.part.opening.place.line.hasFocus()
    assert page.part.opening._lead.text().startswith("Suljettu: Itäkeskuksen kirjasto. 13 asiointia")


def test_escape_leaves_closing_and_a_refused_close_keeps_the_words(
    show: Show, day: FakeDay, hands: Hands
) -> None:
    page = show(day)
    page.part.begin_closing()
    day.bridge.refuse(CloseSession, Problem.DISK_FULL)
    hands.press("5", "Enter")
    assert page.part.closing.isVisible()
    assert page.part.closing.to_draft() == {"score": "5"}
    hands.press("Esc")
    assert page.panel.hasFocus()


def test_the_supervisors_column_is_there_only_when_there_is_something(show: Show, day: FakeDay) -> None:
    page = show(day)
    assert page.news.isHidden()
    assert page.panes() == [page.panel, page.visits]
    day.news = list(NEWS)
    page.records_changed(["review"])
    assert page.news.isVisible()
    assert page.news.rows.rows()[0].title == "Palautti: täydennä ohjauksen peruste"
    assert page.news.rows.rows()[1].title == "Hyväksyi: Työnhaku, CV, hakemus"


def test_a_returned_visit_is_answered_in_place(show: Show, hands: Hands) -> None:
    day = FakeDay(news=NEWS)
    page = show(day)
    page.news.setFocus()
    hands.press("Enter")
    assert page.news.answer.line.hasFocus()
    hands.write("Lisätty")
    hands.press("Enter")
    assert day.bridge.all_of(AnswerReview) == [AnswerReview(NEWS[0].review, "Lisätty")]
    assert page.news.waiting == 0
    assert page.news.answer.text() == ""


def test_a_refused_answer_stays_written(show: Show, hands: Hands) -> None:
    day = FakeDay(news=NEWS)
    page = show(day)
    told: list[object] = []
    page.troubled.connect(told.append)
    day.bridge.refuse(AnswerReview, Problem.DISK_FULL)
    page.news.answer.line.setFocus()
    hands.write("Ok")
    hands.press("Enter")
    assert len(told) == 1
    assert page.news.answer.text() == "Ok"


def test_what_is_half_typed_is_kept_and_comes_back_after_unlocking(
    show: Show, day: FakeDay, hands: Hands, qtbot: QtBot
) -> None:
    page = show(day)
    hands.press("4", "w", "l", "6", ".")
    hands.write("tulee ti")
    qtbot.waitUntil(lambda: bool(day.drafts.get("visit")), timeout=30_000)
    kept = len(day.bridge.all_of(SaveDraft))
    assert kept < 10, "keys within a third of a second are kept together"
    page.forget()
    assert page.panel.walk_in.empty
    again = show(day)
    again.greet(WHO)
    assert again.panel.walk_in.age == "21_24"
    assert again.panel.walk_in.topics == ("cv_application",)
    assert (again.panel.walk_in.language, again.panel.walk_in.note) == ("so", "tulee ti")
    again.new_visit()
    hands.press("Enter")
    again.forget()
    assert day.drafts["visit"] == {}


def test_a_half_filled_form_comes_back_too(show: Show, hands: Hands) -> None:
    day = FakeDay(session=None, visits=())
    page = show(day)
    page.part.opening.place.line.selectAll()
    hands.write("Puhos")
    page.part.opening.staff["s0000000000000003"].click()
    page.forget()
    assert page.part.opening.place.text() == ""
    again = show(day)
    again.greet(WHO)
    assert again.part.opening.place.text() == "Puhos"
    assert again.part.opening.staff["s0000000000000003"].isChecked()


def test_a_lock_drops_every_value_and_tells_the_heads_first(show: Show, hands: Hands) -> None:
    day = FakeDay(news=NEWS)
    page = show(day)
    hands.press("+", "+")
    page.forget()
    assert day.session is not None
    assert day.session.unrecorded == OPEN.unrecorded + 2
    assert page.visits.table.rows() == ()
    assert page.news.rows.rows() == ()
    assert page.part.view is None


def test_a_reload_keeps_focus_and_what_is_typed(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("w", ".")
    hands.write("ab")
    day.visits.insert(0, visit(50, 14, 25, "housing", "18_20", "fi", "info_given"))
    page.records_changed(["visit"])
    hands.write("c")
    assert page.panel.rows.note.text() == "abc"
    assert len(page.visits.table.rows()) == 8


def test_a_row_opens_the_people_page_to_link_the_visit(
    show: Show, day: FakeDay, hands: Hands, qtbot: QtBot
) -> None:
    page = show(day)
    page.visits.setFocus()
    page.visits.table.choose(day.visits[0].visit.hex())
    with qtbot.waitSignal(page.go) as came:
        hands.press("Enter")
    assert came.args == ["people", {"link": day.visits[0].visit}]


def test_in_the_narrow_window_the_supervisor_is_a_button(show: Show) -> None:
    page = show(FakeDay(news=NEWS))
    page.window().resize(1024, 640)
    QApplication.processEvents()
    assert page.news.isHidden()
    assert page.visits.news.text() == "Esihenkilöltä 1"
    page.visits.news.click()
    assert page.news.isVisible()


def test_the_keys_are_live_as_soon_as_the_day_has_come_whoever_held_them(
    dressed: Dressed, day: FakeDay, qtbot: QtBot, hands: Hands
) -> None:
    page = TodayPage(tools_for(dressed, day.bridge))
    line = QLineEdit()
    both = QWidget()
    column = QVBoxLayout(both)
    column.addWidget(line)
    column.addWidget(page)
    qtbot.addWidget(both)
    both.show()
    both.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is both)
    line.setFocus()
    day.bridge.held = True
    page.enter()
    day.bridge.let_go()
    assert page.panel.hasFocus()
    line.setFocus()
    page.records_changed(["visit"])
    hands.write("4w")
    assert line.text() == "4w"


def test_an_answer_that_comes_after_the_lock_shows_nothing(show: Show, hands: Hands) -> None:
    day = FakeDay(news=NEWS)
    page = show(day)
    page.new_visit()
    hands.press("4", "w")
    day.bridge.held = True
    hands.press("Enter")
    page.records_changed(["visit"])
    page.forget()
    day.bridge.let_go()
    assert len(day.bridge.all_of(SaveVisit)) == 1
    assert page.visits.table.rows() == ()
    assert page.part.view is None
    assert page.panel.toast.words() == ""


def test_a_visit_that_has_no_place_to_go_to_asks_for_one_and_keeps_its_keys(show: Show, hands: Hands) -> None:
    day = FakeDay(session=None, visits=())
    saving = day.bridge.answers[SaveVisit]
    day.bridge.refuse(SaveVisit, Problem.NO_PLACE)
    page = show(day)
    hands.press("Ctrl+N", "4", "w", "Enter")
    assert page.part.opening.place.line.hasFocus()
    assert page.part.opening.place.error.startswith("Missä olet? Asiointi on tallessa")
    day.bridge.answers[SaveVisit] = saving
    hands.press("Enter")
    assert [one.age for one in day.bridge.all_of(SaveVisit)] == ["21_24", "21_24"]
    assert day.bridge.all_of(SaveVisit)[1].session is not None


def test_heads_never_fall_below_nobody(show: Show, day: FakeDay, hands: Hands) -> None:
    page = show(day)
    hands.press("-", "-", "-", "-")
    assert page.part.heads.pending == -OPEN.unrecorded
    page.part.heads.flush()
    assert day.session is not None
    assert day.session.unrecorded == 0


def test_a_point_that_a_colleague_closed_meanwhile_is_seen_at_once(
    show: Show, day: FakeDay, hands: Hands
) -> None:
    page = show(day)
    page.part.begin_closing()
    day.session = None
    day.bridge.refuse(CloseSession, Problem.GONE_MEANWHILE)
    told: list[object] = []
    page.troubled.connect(told.append)
    hands.press("Enter")
    assert len(told) == 1
    assert page.part.opening.isVisible()
    assert page.part.view is None
