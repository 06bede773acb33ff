# SPDX-License-Identifier: MIT
"""Besides choosing one of two: choose again, both texts in one, put off, ask a colleague, delete all the same."""

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from msgspec.structs import replace
from people_world import ME, OTHER, SAMIR, SAVE, conflict, conflict_rows, side
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.people import (
    Conflicts,
    ConflictView,
    FetchPast,
    ListConflicts,
    OpenConflict,
    SettleConflict,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.settling import AskColleague, LeaveForLater, ListSettlers, Settlers
from desktop.notebook.messages.today import ChoiceAgain, StaffOption, Undone, UndoSave
from desktop.ui.conflict.page import ConflictPage
from desktop.ui.theme.theme import Theme
from sync.records.ids import StaffId

MEHMET = StaffId("s0000000000000002")
LEENA = StaffId("s0000000000000003")
PROPOSAL = "Hiljainen päivä.[[ Esitteet loppuivat.|| Esitteitä jäi.]]"


def show(page: ConflictPage, bridge: FakeBridge, view: ConflictView) -> None:
    """Let the page open this question."""
    bridge.on(OpenConflict, lambda _ask: view)
    page.forget()
    page.enter()


@pytest.fixture
def texts(page: ConflictPage, bridge: FakeBridge) -> ConflictPage:
    """Two reflections of one session."""
    sides = [
        replace(one, value=text)
        for one, text in zip(conflict().sides, ("Esitteet loppuivat.", "Esitteitä jäi."), strict=True)
    ]
    view = replace(
        conflict(), kind="session", field="reflection", title="Testitori", birth_year=0, sides=sides,
        history=[], previous=None, proposal=PROPOSAL, overlaps=1,
    )  # fmt: skip
    show(page, bridge, view)
    return page


@pytest.fixture
def deleted(page: ConflictPage, bridge: FakeBridge) -> ConflictPage:
    """Mehmet has deleted whose phone I changed."""
    mine = replace(side("", mine=True, minutes=64), value=["person/phone", "note/text", "note/at"])
    theirs = replace(side("", mine=False, minutes=90, n=8), value=None)
    view = replace(
        conflict(), field="deleted", what="deletion", sides=[mine, theirs], history=[], previous=None
    )
    show(page, bridge, view)
    return page


# --- choosing again ---


def test_ctrl_z_after_a_choice_asks_again_between_the_same_values(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    bridge.on(UndoSave, lambda _ask: Undone(0, ["phone"], [ChoiceAgain(SAMIR, "person", "phone")]))
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Return)
    bridge.on(
        OpenConflict,
        lambda ask: replace(conflict(), what="settled" if ask.settled else "values", can_ask=not ask.settled),
    )
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert bridge.all_of(OpenConflict)[-1] == OpenConflict(SAMIR, "phone", SAVE)
    assert page.question.place.text() == ""
    assert held() is page.question.sides[0].keep
    fingers.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert bridge.all_of(SettleConflict)[-1] == SettleConflict(SAMIR, "phone", OTHER, 7, settled=SAVE)
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(SettleConflict)[-1].settled is None


def test_a_choice_made_elsewhere_is_opened_to_be_made_again_and_news_leave_it_alone(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    bridge.on(ListConflicts, lambda _ask: Conflicts([]))
    page.enter()
    page.open((SAMIR, "phone", SAVE))
    assert page.question.isVisible()
    page.records_changed(["person"])
    assert page.question.view is not None
    Fingers().press(Qt.Key.Key_U)
    Fingers().write("0501234567")
    Fingers().press(Qt.Key.Key_Return)
    asked = bridge.all_of(SettleConflict)[-1]
    assert (asked.value, asked.settled) == ("+358501234567", SAVE)


# --- both texts in one ---


def test_m_shows_both_texts_in_one_with_the_disputed_place_chosen(texts: ConflictPage) -> None:
    Fingers().press(Qt.Key.Key_M)
    both = texts.question.together
    assert both.isVisible()
    assert held() is both.field.area
    assert not texts.question.new.isVisible()
    assert both.field.area.textCursor().selectedText() == "[[ Esitteet loppuivat.|| Esitteitä jäi.]]"


def test_a_text_in_which_both_still_stand_is_not_saved(texts: ConflictPage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_M)
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    assert bridge.all_of(SettleConflict) == []
    assert texts.question.together.field.error


def test_what_is_typed_over_the_disputed_place_is_saved_as_the_choice(
    texts: ConflictPage, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_M)
    fingers.write(" Esitteet")
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    (asked,) = bridge.all_of(SettleConflict)
    assert asked.value == "Hiljainen päivä. Esitteet"
    assert not texts.question.together.isVisible()


def test_escape_closes_the_text_and_what_was_typed_is_there_again(texts: ConflictPage) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_M)
    fingers.write(" Kesken")
    fingers.press(Qt.Key.Key_Escape)
    assert not texts.question.together.isVisible()
    assert held() is texts.question.sides[0].keep
    fingers.press(Qt.Key.Key_M)
    assert texts.question.together.field.text() == "Hiljainen päivä. Kesken"
    texts.forget()
    assert texts.question.together.field.text() == ""


def test_a_short_value_has_no_such_way(page: ConflictPage) -> None:
    Fingers().press(Qt.Key.Key_M)
    assert not page.question.both.isVisible()
    assert not page.question.together.isVisible()


# --- later, and asking ---


def test_l_and_enter_put_a_question_off_until_tomorrow(page: ConflictPage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_L)
    assert held() is page.question.passing.choice
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(LeaveForLater) == [LeaveForLater(SAMIR, "phone", "2026-11-25")]
    assert fingers.strokes == 2
    assert page.toast.words()
    assert not page.question.passing.isVisible()


@pytest.mark.usefixtures("page")
def test_another_day_is_chosen_with_the_arrows(bridge: FakeBridge) -> None:
    Fingers().press(Qt.Key.Key_L, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert bridge.all_of(LeaveForLater) == [LeaveForLater(SAMIR, "phone", "2026-11-26")]


def test_k_asks_a_colleague_who_wrote_the_other_value_first(page: ConflictPage, bridge: FakeBridge) -> None:
    people = [StaffOption(MEHMET, "Mehmet Kaya"), StaffOption(LEENA, "Leena Virta")]
    bridge.on(ListSettlers, lambda _ask: Settlers(people))
    fingers = Fingers()
    fingers.press(Qt.Key.Key_K)
    assert page.question.passing.choice.currentText() == "Mehmet Kaya"
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(AskColleague) == [AskColleague(SAMIR, "phone", MEHMET)]
    assert "Mehmet Kaya" in page.toast.words()


def test_with_nobody_to_ask_that_is_said(page: ConflictPage, bridge: FakeBridge) -> None:
    bridge.on(ListSettlers, lambda _ask: Settlers([]))
    Fingers().press(Qt.Key.Key_K)
    assert not page.question.passing.isVisible()
    assert page.toast.words()


def test_escape_closes_the_line_and_letters_do_nothing_else_in_it(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_L)
    fingers.write("ur")
    fingers.press(Qt.Key.Key_Escape)
    assert not page.question.passing.isVisible()
    assert held() is page.question.sides[0].keep
    assert bridge.all_of(LeaveForLater) == []


def test_what_is_put_off_or_left_to_somebody_says_so_in_the_list(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    first, second, third = conflict_rows()
    rows = [
        replace(first, asked_by="Mehmet Kaya"),
        replace(second, later="2026-11-25"),
        replace(third, asks="Leena Virta"),
    ]
    bridge.on(ListConflicts, lambda _ask: Conflicts(rows))
    page.enter()
    marks = [[mark.icon for mark in row.marks] for row in page.left.list.rows()]
    assert marks == [["message-circle-question-mark"], ["clock"], ["send"]]
    assert page.left.count.text().startswith("1 ")


# --- deleted, but changed ---


def test_a_deletion_beside_a_change_offers_to_keep_or_to_delete(deleted: ConflictPage) -> None:
    keep, delete = deleted.question.sides
    assert keep.keep.text() != delete.keep.text()
    assert not deleted.question.new.isVisible()
    words = keep.keep.accessibleName()
    assert "Puhelin" in words
    assert words.count("Muistiinpano") == 1


def test_enter_keeps_the_record_and_right_enter_deletes_it_all_the_same(
    deleted: ConflictPage, bridge: FakeBridge
) -> None:
    Fingers().press(Qt.Key.Key_Return)
    assert bridge.all_of(SettleConflict) == [SettleConflict(SAMIR, "deleted", ME, 7)]
    Fingers().press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert bridge.all_of(SettleConflict)[-1] == SettleConflict(SAMIR, "deleted", OTHER, 8)
    assert deleted.toast.words()


def test_who_may_not_choose_sees_both_and_can_still_ask(page: ConflictPage, bridge: FakeBridge) -> None:
    show(page, bridge, replace(conflict(), can_settle=False))
    assert len(page.question.sides) == 2
    assert not any(card.keep.isVisible() for card in page.question.sides)
    assert not page.question.new.isVisible()
    assert page.question.ask.isVisible()


def test_a_value_says_when_the_centre_got_it_and_on_which_laptop_it_was_written(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    mine, hers = conflict().sides
    late = replace(hers, laptop="", reached=hers.at + 3_600_000)
    show(page, bridge, replace(conflict(), sides=[mine, late]))
    said = [card.keep.accessibleName() for card in page.question.sides]
    assert "Keskuksessa ei vielä" in said[0]
    assert "Tietokone Itä 1" in said[0]
    assert "Keskuksessa eilen 17.05, kirjattu ilman verkkoa" in said[1]
    assert "Tietokone nimeä ei tiedetä" in said[1]
    for known, words in ((hers.at + 60_000, "eilen 16.06"), (0, "perillä, aika ei ole tiedossa")):
        show(page, bridge, replace(conflict(), sides=[mine, replace(hers, reached=known)]))
        assert f"Keskuksessa {words}, " in page.question.sides[1].keep.accessibleName()


def test_a_day_that_another_program_refuses_is_told_and_the_line_stays(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    bridge.refuse(LeaveForLater, Problem.FIELD_REFUSED, field="until", reason="out_of_range")
    Fingers().press(Qt.Key.Key_L, Qt.Key.Key_Return)
    assert page.question.passing.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_M])
def test_the_walker_finds_nothing_to_say_of_an_open_line(
    texts: ConflictPage, theme: Theme, key: Qt.Key
) -> None:
    Fingers().press(key)
    assert walk(texts, theme) == []


def test_the_walker_finds_nothing_to_say_of_a_deletion(deleted: ConflictPage, theme: Theme) -> None:
    assert walk(deleted, theme) == []


def test_what_a_field_held_before_is_fetched_from_the_centre_by_a_key(
    page: ConflictPage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    whole = conflict()
    show(page, bridge, replace(whole, history=whole.history[:1], person=SAMIR, earlier=True))
    assert page.question.earlier.isVisible()

    def fetched(_ask: FetchPast) -> Done:
        bridge.on(OpenConflict, lambda _ask: whole)
        return Done()

    bridge.on(FetchPast, fetched)
    Fingers().press(Qt.Key.Key_H, held_down=CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: not page.question.earlier.isVisible())
    assert [ask.person for ask in bridge.all_of(FetchPast)] == [SAMIR]
    assert page.question.view == whole
