# SPDX-License-Identifier: MIT
"""What one field of a card has held: Ctrl+H opens it, the field is chosen, R brings a value back, Esc closes it."""

from functools import partial

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from msgspec.structs import replace
from people_world import DAY, ME, NOW, OTHER, SAMIR, SAVE
from PySide6.QtCore import Qt
from walker import walk

from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import FieldHistoryRow, OpenPerson, RestoreValue
from desktop.notebook.messages.settling import FieldHistoryView, OpenFieldHistory
from desktop.notebook.messages.today import ChoiceAgain, Undone, UndoSave
from desktop.ui.components.words import Words
from desktop.ui.errand import AtCard
from desktop.ui.people.page import PeoplePage
from desktop.ui.theme.theme import Theme
from sync.records.ids import derived_entity


def history(ask: OpenFieldHistory) -> FieldHistoryView:
    """Answer with two values, the newer of which stands."""
    rows = [
        FieldHistoryRow(
            NOW - days * DAY, by, mine=by == "Aino Lehtonen", value=value, mark=Mark.DELIVERED, writer=writer, n=n,
            stands=days == 0,
        )
        for days, by, value, writer, n in (
            (0, "Aino Lehtonen", "+358405550132", ME, 7),
            (9, "Mehmet Kaya", "+358445557781", OTHER, 3),
        )
    ]  # fmt: skip
    return FieldHistoryView(
        ask.entity, "person", ask.field, "Samir Haddad", rows, masked=False, can_restore=True
    )


@pytest.fixture
def card(page: PeoplePage, bridge: FakeBridge) -> PeoplePage:
    """The page with a card open."""
    bridge.on(OpenFieldHistory, history)
    page.open(SAMIR)
    return page


def test_ctrl_h_opens_the_history_of_a_field_and_the_arrows_choose_which(
    card: PeoplePage, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_H, held_down=CTRL)
    pane = card.card.history.field
    assert held() is pane.choice
    assert bridge.all_of(OpenFieldHistory) == [OpenFieldHistory(SAMIR, "name")]
    fingers.press(Qt.Key.Key_Down)
    assert bridge.all_of(OpenFieldHistory)[-1] == OpenFieldHistory(SAMIR, "birth_date")
    assert not card.card.history.timeline.isVisible()


def test_a_field_of_the_situation_is_asked_of_the_situation(card: PeoplePage, bridge: FakeBridge) -> None:
    card.card.show_field("situation/finnish_level")
    asked = bridge.all_of(OpenFieldHistory)[-1]
    assert asked == OpenFieldHistory(derived_entity(SAMIR, "situation"), "finnish_level")


def test_an_earlier_value_is_brought_back_with_r_and_can_be_undone(
    card: PeoplePage, bridge: FakeBridge
) -> None:
    card.card.show_field("person/phone")
    table = card.card.history.field.history.table
    table.setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Home)
    fingers.press(Qt.Key.Key_R)
    assert bridge.all_of(RestoreValue) == []
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_R)
    assert bridge.all_of(RestoreValue) == [RestoreValue(SAMIR, "phone", OTHER, 3)]
    assert card.card.head.toast.words()
    card.undo()
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_escape_gives_the_whole_history_back(card: PeoplePage) -> None:
    Fingers().press(Qt.Key.Key_H, held_down=CTRL)
    Fingers().press(Qt.Key.Key_Escape)
    assert card.card.history.timeline.isVisible()
    assert held() is card.card.history.timeline
    assert card.card.history.field.history.table.rows() == ()


def test_news_load_it_again_and_another_card_or_the_lock_closes_it(
    card: PeoplePage, bridge: FakeBridge
) -> None:
    card.card.show_field("person/phone")
    card.records_changed(["person"])
    assert [one.field for one in bridge.all_of(OpenFieldHistory)] == ["phone", "phone"]
    card.forget()
    assert not card.card.history.field.shows
    assert card.card.history.field.choice.count() == 0


def test_the_page_opens_with_a_fields_history_where_that_is_wanted(
    page: PeoplePage, bridge: FakeBridge
) -> None:
    bridge.on(OpenFieldHistory, history)
    page.open(AtCard(SAMIR, field="person/phone"))
    assert page.card.history.field.choice.key() == "person/phone"
    assert len(bridge.all_of(OpenPerson)) == 1


def test_undoing_a_choice_from_the_history_goes_to_the_question(card: PeoplePage, bridge: FakeBridge) -> None:
    went: list[tuple[str, object]] = []
    card.go.connect(lambda page, what: went.append((page, what)))
    bridge.on(UndoSave, lambda _ask: Undone(0, ["phone"], [ChoiceAgain(SAMIR, "person", "phone")]))
    card.card.history.undo_asked.emit(SAVE)
    assert went == [("conflicts", (SAMIR, "phone", SAVE))]


def test_the_walker_finds_nothing_to_say(card: PeoplePage, theme: Theme) -> None:
    Fingers().press(Qt.Key.Key_H, held_down=CTRL)
    assert walk(card, theme) == []


def test_a_history_without_a_value_says_why(card: PeoplePage, bridge: FakeBridge) -> None:
    said = card.card.history.field.history.findChildren(Words)
    for earlier, words in ((False, "ei ole kirjattu"), (True, "on keskuksessa")):
        bridge.on(OpenFieldHistory, partial(empty, earlier))
        Fingers().press(Qt.Key.Key_H, held_down=CTRL)
        assert [one for one in said if one.isVisible() and words in one.text()]


def empty(earlier: bool, ask: OpenFieldHistory) -> FieldHistoryView:  # noqa: FBT001 - bound beforehand
    """Answer with no value at all."""
    return replace(history(ask), rows=[], earlier=earlier)
