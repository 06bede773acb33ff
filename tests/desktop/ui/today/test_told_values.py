# SPDX-License-Identifier: MIT
"""Today tells what became of one's own values: Enter opens both, R brings mine back, S says that it was seen."""

from collections.abc import Callable

import msgspec
import pytest
from fake_day import OPEN, FakeDay
from fingers import Fingers
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from walker import walk

from desktop.notebook.messages.notices import DismissNotice, ListNotices, NoticeRow, Notices
from desktop.notebook.messages.people import RecordSaved, RestoreValue
from desktop.notebook.messages.settling import DismissTold, ListTold, ToldValue, ToldValues
from desktop.notebook.messages.today import ChoiceAgain, SaveId, Undone, UndoSave
from desktop.ui.errand import AtCard
from desktop.ui.today.page import TodayPage
from sync.records.ids import EntityId, derived_entity

Show = Callable[[FakeDay], TodayPage]
SAMIR = EntityId(bytes([1] * 16))
SITUATION = derived_entity(SAMIR, "situation")
MINE = "aa" * 16
AT = 1_795_512_000_000
ASKED = ToldValue("asked", SAMIR, "person", "email", "Samir Haddad", "Leena Virta", AT, person=SAMIR)
HIDDEN = ToldValue(
    "hidden",
    SAMIR,
    "person",
    "phone",
    "Samir Haddad",
    "Mehmet Kaya",
    AT,
    MINE,
    7,
    EntityId(bytes([71] * 16)),
    SAMIR,
)
SETTLED = ToldValue(
    "settled", SITUATION, "situation", "finnish_level", "Samir Haddad", "Mehmet Kaya", AT, MINE, 4,
    EntityId(bytes([72] * 16)), SAMIR,
)  # fmt: skip


@pytest.fixture
def day() -> FakeDay:
    """A day with three things to hear, each of which leaves when it is done."""
    made = FakeDay()
    rows = [ASKED, HIDDEN, SETTLED]

    def gone(row: ToldValue) -> bool:
        seen = {ask.seen for ask in made.bridge.all_of(DismissTold)}
        back = {(ask.entity, ask.field) for ask in made.bridge.all_of(RestoreValue)}
        return row.seen in seen or (row.entity, row.field) in back

    made.bridge.on(ListTold, lambda _ask: ToldValues([row for row in rows if not gone(row)]))
    made.bridge.on(RestoreValue, lambda ask: RecordSaved(ask.entity, SaveId("team/x", 9)))
    return made


@pytest.fixture
def page(show: Show, day: FakeDay) -> TodayPage:
    """Today, with the keys in the card."""
    made = show(day)
    made.side.told.rows.setFocus()
    return made


def chosen(page: TodayPage, place: int) -> None:
    page.side.told.rows.setFocus()
    Fingers().press(Qt.Key.Key_Home, *[Qt.Key.Key_Down] * place)


def test_each_says_what_about_whom_and_by_whom(page: TodayPage) -> None:
    rows = page.side.told.rows.rows()
    assert [row.second for row in rows] == [
        "Samir Haddad · Leena Virta",
        "Samir Haddad · Mehmet Kaya",
        "Samir Haddad · Mehmet Kaya",
    ]
    assert [row.title.partition(": ")[2] for row in rows] == ["Sähköposti", "Puhelin", "Suomen kieli"]
    assert page.side.told.isVisible()


def test_enter_opens_the_question_or_the_card_with_the_fields_history(page: TodayPage, hands: Hands) -> None:
    went: list[tuple[str, object]] = []
    page.go.connect(lambda key, what: went.append((key, what)))
    for place in range(3):
        chosen(page, place)
        hands.press("Enter")
    assert went == [
        ("conflicts", (SAMIR, "email")),
        ("conflicts", (SAMIR, "phone")),
        ("people", AtCard(SAMIR, field="situation/finnish_level")),
    ]


def test_r_brings_my_value_back_where_somebody_chose_against_it(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    chosen(page, 2)
    assert page.side.told.restore.isVisible()
    hands.press("r")
    assert day.bridge.all_of(RestoreValue) == [RestoreValue(SITUATION, "finnish_level", MINE, 4)]
    assert page.side.told.total == 2
    assert page.panel.toast.words().startswith("Suomen kieli ")
    assert QApplication.focusWidget() is page.side.told.rows


def test_undo_takes_the_value_that_was_brought_back_away_again(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    chosen(page, 2)
    hands.press("r")
    page.undo()
    assert day.bridge.all_of(UndoSave) == [UndoSave(SaveId("team/x", 9))]


def test_an_undo_that_must_be_chosen_again_leads_to_the_question(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    again = [ChoiceAgain(SITUATION, "situation", "finnish_level")]
    day.bridge.on(UndoSave, lambda _ask: Undone(0, ["finnish_level"], again))
    went: list[tuple[str, object]] = []
    page.go.connect(lambda key, what: went.append((key, what)))
    chosen(page, 2)
    hands.press("r")
    page.undo()
    assert went == [("conflicts", (SITUATION, "finnish_level", SaveId("team/x", 9)))]


def test_without_an_open_point_the_heading_says_whose_value_stands(
    show: Show, day: FakeDay, hands: Hands
) -> None:
    day.session = None
    page = show(day)
    chosen(page, 2)
    hands.press("r")
    assert page.part.opening.isVisible()
    told = [one.text() for one in page.part.opening.findChildren(QLabel)]
    assert [one for one in told if one.startswith("Suomen kieli ")]


@pytest.mark.parametrize("button", [False, True])
def test_bringing_the_last_one_back_gives_the_keys_to_the_first_pane_not_to_another_cards_s(
    show: Show, *, button: bool
) -> None:
    day = FakeDay()
    day.bridge.on(ListTold, lambda _ask: ToldValues([] if day.bridge.all_of(RestoreValue) else [SETTLED]))
    day.bridge.on(RestoreValue, lambda ask: RecordSaved(ask.entity, SaveId("team/x", 9)))
    word = NoticeRow(
        EntityId(bytes([80] * 16)), "message", AT, "", "", "Huomenta", "Leena Virta", "", None, ""
    )
    day.bridge.on(ListNotices, lambda _ask: Notices([word]))
    page = show(day)
    assert page.side.notices.isVisible()
    chosen(page, 0)
    if button:
        page.side.told.restore.setFocus()
        Fingers().press(Qt.Key.Key_Space)
    else:
        Fingers().press(Qt.Key.Key_R)
    assert not page.side.told.isVisible()
    assert QApplication.focusWidget() is page.panel
    Fingers().press(Qt.Key.Key_S)
    assert day.bridge.all_of(DismissNotice) == []


def test_the_restore_button_gives_the_keys_back_to_the_rows_that_are_left(page: TodayPage) -> None:
    chosen(page, 2)
    page.side.told.restore.setFocus()
    Fingers().press(Qt.Key.Key_Space)
    assert page.side.told.total == 2
    assert QApplication.focusWidget() is page.side.told.rows


def test_r_does_nothing_while_the_question_is_open(page: TodayPage, day: FakeDay, hands: Hands) -> None:
    chosen(page, 1)
    assert not page.side.told.restore.isVisible()
    hands.press("r")
    assert day.bridge.all_of(RestoreValue) == []


def test_s_says_that_it_was_seen_and_what_waits_for_an_answer_stays(
    page: TodayPage, day: FakeDay, hands: Hands
) -> None:
    chosen(page, 1)
    hands.press("s")
    assert day.bridge.all_of(DismissTold) == [DismissTold(EntityId(bytes([71] * 16)))]
    assert page.side.told.total == 2
    chosen(page, 0)
    assert not page.side.told.seen.isVisible()
    hands.press("s")
    assert len(day.bridge.all_of(DismissTold)) == 1


def test_with_nothing_to_hear_there_is_no_card_and_the_lock_empties_it(show: Show, page: TodayPage) -> None:
    page.forget()
    assert page.side.told.rows.rows() == ()
    assert not show(FakeDay()).side.told.isVisible()


def test_the_last_one_gone_gives_the_keys_to_the_walk_in(show: Show, hands: Hands) -> None:
    day = FakeDay()
    row = msgspec.structs.replace(HIDDEN)
    day.bridge.on(ListTold, lambda _ask: ToldValues([] if day.bridge.all_of(DismissTold) else [row]))
    page = show(day)
    page.side.told.rows.setFocus()
    hands.press("s")
    assert not page.side.told.isVisible()
    assert QApplication.focusWidget() is page.panel


def test_the_walker_finds_nothing_to_say(page: TodayPage) -> None:
    assert walk(page, page.tools.theme) == []


def test_the_bar_of_a_session_with_two_values_says_so(show: Show) -> None:
    plain = show(FakeDay())
    assert not plain.part.bar._split.isVisible()
    split = show(FakeDay(session=msgspec.structs.replace(OPEN, two_values="reflection")))
    assert split.part.bar._split.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_Tab])
def test_on_a_morning_without_visits_the_keys_come_to_what_became_of_my_value(
    show: Show, day: FakeDay, key: Qt.Key
) -> None:
    day.session, day.visits = None, []
    page = show(day)
    assert page.side.told.isVisible()
    page.part.opening.later.setFocus()
    Fingers().press(key)
    assert QApplication.focusWidget() is page.side.told.rows
