# SPDX-License-Identifier: MIT
"""The keyboard is the form: how many strokes a visitor costs, and which letters stay text."""

from collections.abc import Callable

import pytest
from fake_day import FakeDay
from hands import Hands
from PySide6.QtWidgets import QApplication

from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import CountHeads, SaveVisit, UndoSave
from desktop.ui.shell.shell import Shell
from desktop.ui.today.page import TodayPage


@pytest.fixture
def page(show: Callable[[FakeDay], TodayPage], day: FakeDay) -> TodayPage:
    return show(day)


def shell_of(page: TodayPage) -> Shell:
    window = page.window()
    assert isinstance(window, Shell)
    return window


def test_a_visitor_costs_four_strokes_from_anywhere(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    shell_of(page).header.search.setFocus()
    hands.press("Ctrl+N", "4", "w", "Enter")
    assert hands.strokes == 4
    saved = day.bridge.all_of(SaveVisit)
    assert [(one.topics, one.age) for one in saved] == [(["cv_application"], "21_24")]
    assert day.session is not None
    assert saved[0].session == day.session.session


def test_the_next_visitor_costs_three(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    page.new_visit()
    hands.press("4", "w", "Enter")
    before = hands.strokes
    hands.press("6", "y", "Enter")
    assert hands.strokes - before == 3
    assert [one.topics for one in day.bridge.all_of(SaveVisit)] == [["cv_application"], ["language_course"]]


def test_language_outcome_and_second_topic_stay_within_eight(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    shell_of(page).header.search.setFocus()
    hands.press("Ctrl+N", "4", "w", "q", "z", "l", "4", "Enter")
    assert hands.strokes == 8
    [saved] = day.bridge.all_of(SaveVisit)
    assert saved.topics == ["cv_application", "job_search"]
    assert (saved.outcomes, saved.language) == (["info_given"], "ru")


def test_without_a_topic_nothing_is_saved_and_the_focus_stays(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    page.new_visit()
    hands.press("4", "Enter")
    assert day.bridge.all_of(SaveVisit) == []
    assert page.panel.toast.words() == "Valitse aihe"
    assert page.panel.hasFocus()
    hands.press("w", "Enter")
    assert len(day.bridge.all_of(SaveVisit)) == 1


def test_letters_stay_text_in_another_field(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    search = shell_of(page).header.search
    search.setFocus()
    hands.write("4w2")
    assert search.text() == "4w2"
    assert page.panel.walk_in.empty
    assert day.bridge.all_of(SaveVisit) == []


def test_letters_stay_text_in_the_note_and_enter_saves_and_returns(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    page.new_visit()
    hands.press("w", ".")
    assert page.panel.rows.note.hasFocus()
    hands.write("q4 ok")
    assert page.panel.rows.note.text() == "q4 ok"
    hands.press("Enter")
    assert [one.note for one in day.bridge.all_of(SaveVisit)] == ["q4 ok"]
    assert page.panel.hasFocus()
    assert page.panel.rows.note.text() == ""


def test_escape_in_the_note_gives_the_keys_back_and_keeps_the_words(page: TodayPage, hands: Hands) -> None:
    page.new_visit()
    hands.press("w", ".")
    hands.write("tulee uudelleen")
    hands.press("Esc")
    assert page.panel.hasFocus()
    assert page.panel.walk_in.note == "tulee uudelleen"
    assert page.panel.walk_in.topics == ("cv_application",)


def test_backspace_takes_the_last_key_back(page: TodayPage, hands: Hands) -> None:
    page.new_visit()
    hands.press("4", "w", "e", "Backspace")
    assert page.panel.walk_in.topics == ("cv_application",)
    hands.press("Backspace", "Backspace", "Backspace")
    assert page.panel.walk_in.empty


def test_escape_empties_and_control_z_brings_it_back(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    page.new_visit()
    hands.press("4", "w", "Esc")
    assert page.panel.walk_in.empty
    hands.press("Ctrl+Z")
    assert page.panel.walk_in.topics == ("cv_application",)
    assert day.bridge.all_of(UndoSave) == []


def test_control_z_undoes_the_save_by_its_id(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    page.new_visit()
    before = len(day.visits)
    hands.press("4", "w", "Enter")
    assert page.panel.toast.words() == "Tallennettu 14.26: CV, hakemus, 21\N{EN DASH}24"
    hands.press("Ctrl+Z")
    assert len(day.visits) == before
    assert page.panel.toast.words() == "Kumottu"


def test_control_shift_n_records_the_last_visit_once_more_without_its_note(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    page.new_visit()
    hands.press("4", "w", "l", "6", ".")
    hands.write("esite mukaan")
    hands.press("Enter")
    before = hands.strokes
    hands.press("Ctrl+Shift+N")
    assert hands.strokes - before == 1
    first, second = day.bridge.all_of(SaveVisit)
    assert (second.topics, second.age, second.language) == (first.topics, "21_24", "so")
    assert (first.note, second.note) == ("esite mukaan", "")


def test_repeating_never_overwrites_what_is_half_typed(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    page.new_visit()
    hands.press("4", "w", "Enter", "7", "Ctrl+Shift+N")
    assert len(day.bridge.all_of(SaveVisit)) == 1
    assert page.panel.walk_in.age == "45_54"


def test_keys_typed_while_a_save_is_under_way_are_the_next_visitors(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    page.new_visit()
    day.bridge.held = True
    hands.press("4", "w", "Enter", "6", "y")
    day.bridge.let_go()
    assert [one.age for one in day.bridge.all_of(SaveVisit)] == ["21_24"]
    assert (page.panel.walk_in.age, page.panel.walk_in.topics) == ("30_44", ("language_course",))


def test_a_refused_save_keeps_every_key(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    told: list[object] = []
    page.troubled.connect(told.append)
    day.bridge.refuse(SaveVisit, Problem.DISK_FULL)
    page.new_visit()
    hands.press("4", "w", "z", "Enter")
    assert len(told) == 1
    assert page.panel.walk_in.topics == ("cv_application",)
    assert page.panel.hasFocus()


def test_first_time_and_interpreter_cycle(page: TodayPage, hands: Hands) -> None:
    page.new_visit()
    seen = []
    for _ in range(4):
        hands.press("o")
        seen.append(page.panel.walk_in.first_time)
    assert seen == ["yes", "no", "not_asked", ""]
    seen = []
    for _ in range(6):
        hands.press("p")
        seen.append(page.panel.walk_in.interpreter)
    assert seen == ["staff", "phone", "family", "needed_missing", "none", ""]


def test_another_language_is_found_by_its_first_letters(page: TodayPage, hands: Hands) -> None:
    page.new_visit()
    hands.press("w", "l", "0")
    hands.write("tigr")
    hands.press("Enter")
    assert page.panel.walk_in.language == "ti"
    assert page.panel.hasFocus()
    hands.press("l", "0")
    hands.write("kurdi")
    hands.press("2")
    assert page.panel.walk_in.language == "kmr"


def test_a_key_that_is_no_language_leaves_the_choice_and_does_its_own_work(
    page: TodayPage, hands: Hands
) -> None:
    page.new_visit()
    hands.press("l", "w")
    assert page.panel.walk_in.topics == ("cv_application",)
    hands.press("l", "Esc", "4")
    assert (page.panel.walk_in.language, page.panel.walk_in.age) == ("", "21_24")


def test_plus_and_minus_count_heads_in_one_save_a_burst(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    page.new_visit()
    hands.press("+", "+", "+", "-", "+")
    assert day.bridge.all_of(CountHeads) == []
    assert page.part.heads.pending == 3
    page.part.heads.flush()
    assert [one.delta for one in day.bridge.all_of(CountHeads)] == [3]


def test_plus_is_text_in_the_note(page: TodayPage, hands: Hands) -> None:
    page.new_visit()
    hands.press(".", "+")
    assert page.panel.rows.note.text() == "+"
    assert page.part.heads.pending == 0


@pytest.mark.parametrize(
    ("note", "what"),
    [
        ("soita 040 555 0132", "puhelinnumero"),
        ("131052-908T", "henkilötunnus"),
        ("Kävi Samir Haddad", "nimi"),
        ("samir.h@example.org", "sähköpostiosoite"),
    ],
)
def test_personal_data_in_the_note_is_warned_of_while_it_is_typed(
    page: TodayPage, day: FakeDay, hands: Hands, note: str, what: str
) -> None:
    page.new_visit()
    hands.press("w", ".")
    hands.write(note)
    assert page.panel._warning.isVisible()
    assert what in page.panel._warning.text()
    hands.press("Enter")
    assert len(day.bridge.all_of(SaveVisit)) == 1
    assert page.panel._warning.isHidden()


def test_a_place_of_the_roster_is_no_name(page: TodayPage, hands: Hands) -> None:
    page.new_visit()
    hands.press(".")
    hands.write("tuli Itäkeskuksen kirjasto kautta")
    assert page.panel._warning.isHidden()


def test_a_note_that_is_too_long_is_not_cut_and_not_saved(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    page.new_visit()
    hands.press("w", ".")
    page.panel.rows.note.setText("x" * 282)
    hands.press("x", "Enter")
    assert day.bridge.all_of(SaveVisit) == []
    assert len(page.panel.rows.note.text()) == 283
    assert "3 merkkiä liian pitkä" in page.panel._warning.text()


def test_more_details_open_take_the_focus_and_enter_saves_from_there(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    page.new_visit()
    hands.press("w", ",")
    assert page.panel.more.isVisible()
    assert QApplication.focusWidget() is page.panel.more.choices["channel"]
    page.panel.more.choices["channel"].set_key("phone")
    page.panel.more.choices["channel"].chosen.emit("phone")
    page.panel.more.unmet["no_language"].click()
    hands.press("Enter")
    [saved] = day.bridge.all_of(SaveVisit)
    assert (saved.channel, saved.unmet) == ("phone", ["no_language"])
    assert page.panel.more.isHidden()
    assert page.panel.hasFocus()


def test_escape_closes_the_details_and_the_panel_hears_its_keys(page: TodayPage, hands: Hands) -> None:
    page.new_visit()
    hands.press("w", ",", "Esc")
    assert page.panel.more.isHidden()
    hands.press("4", ".")
    assert page.panel.rows.note.hasFocus()
    hands.write("Soita 040 555 0132")
    assert page.panel.walk_in.note == "Soita 040 555 0132"
    assert page.panel.walk_in.age == "21_24"
