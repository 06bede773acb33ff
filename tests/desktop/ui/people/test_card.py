# SPDX-License-Identifier: MIT
"""The card: what is known, what is hidden, what happened, and what can be taken back."""

import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from msgspec.structs import replace
from people_world import HETU, SAMIR, SAVE, VISIT, samir, today, visit_row
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Draft, OpenDraft, SaveDraft
from desktop.notebook.messages.people import (
    LinkVisit,
    OpenPerson,
    RevealField,
    SaveNote,
    SearchPeople,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import OpenToday, UndoSave
from desktop.ui.app import Dressed
from desktop.ui.drafts import DELAY_MS
from desktop.ui.people.page import PeoplePage
from desktop.ui.people.revealing import REVEAL_MS
from sync.records.ids import EntityId, derived_entity


@pytest.fixture
def open_card(page: PeoplePage) -> PeoplePage:
    """The page with Samir's card open."""
    page.open(SAMIR)
    return page


def values(page: PeoplePage) -> dict[str, str]:
    return {line.label: line.value for line in (*page.card.contact.lines, *page.card.situation.lines)}


def test_the_head_says_in_one_line_who_this_is(open_card: PeoplePage) -> None:
    head = open_card.card.head
    assert (
        head.subline.text() == "s. 1996, arabia, tulkki tarvitaan. Lupa: puhelu, tekstiviesti. Oma asiakas."
    )
    assert [pill.value.word for pill in head.pills if pill.isVisible()] == [
        "Kaksi arvoa: Puhelin",
        "2 lähettämättä",
    ]


def test_facts_are_words_never_codes(open_card: PeoplePage) -> None:
    said = values(open_card)
    assert said["Kunta, alue"] == "Helsinki, Vartiokylä"
    assert said["Työtilanne"] == "Työtön 14.2.2026 alkaen"
    assert said["Suomen kieli"] == "A2.1"
    assert said["Yhteyslupa"] == "Puhelu, Tekstiviesti"


def test_both_values_of_the_phone_are_shown_with_who_and_when(open_card: PeoplePage) -> None:
    phone = next(line for line in open_card.card.contact.lines if line.key == "person/phone")
    assert [(side.value, side.source) for side in phone.sides] == [
        ("040 555 0132", "Sinä, tänään 13.22"),
        ("044 555 7781", "Mehmet K., eilen 16.05"),
    ]


def test_ctrl_j_goes_to_the_two_values_of_this_card(open_card: PeoplePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(open_card.go) as went:
        Fingers().press(Qt.Key.Key_J, held_down=CTRL)
    assert went.args == ["conflicts", (SAMIR, "phone")]


def test_two_values_of_the_situation_lead_to_the_situation(open_card: PeoplePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(open_card.go) as went:
        open_card.card.situation.settle_asked.emit("situation/education")
    assert went.args == ["conflicts", (derived_entity(SAMIR, "situation"), "education")]


def test_the_identity_code_is_masked_until_asked_for_and_masked_again(
    open_card: PeoplePage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    card = open_card.card
    assert values(open_card)["Henkilötunnus"] == "010196-••••"
    button = card.contact.stops()[-1]
    button.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    assert bridge.all_of(RevealField) == [RevealField(SAMIR, "hetu", "card")]
    assert HETU in [label.text() for label in card.contact.findChildren(type(card.head.name))]
    assert card._revealing.hide_again.interval() == REVEAL_MS == 20_000
    card._revealing.hide_again.setInterval(1)
    card._revealing.hide_again.start()
    qtbot.waitUntil(
        lambda: HETU not in [label.text() for label in card.contact.findChildren(type(card.head.name))]
    )


def test_a_revealed_code_is_gone_with_the_lock(open_card: PeoplePage) -> None:
    open_card.card.contact.reveal_asked.emit("person/hetu")
    open_card.forget()
    assert HETU not in [label.text() for label in open_card.findChildren(type(open_card.card.head.name))]


def test_the_history_is_filtered_by_what_one_looks_for(open_card: PeoplePage) -> None:
    history = open_card.card.history
    assert [entry.title for entry in history.timeline.entries()] == [
        "Asiointi: Kielikurssi",
        "Muutettu: Puhelin",
        "Muutettu: Puhelin",
        "Muistiinpano",
        "Tilanne kirjattu",
        "Kortti tehty",
    ]
    history.filter.setFocus()
    Fingers().press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert history.filter.key() == "notes"
    assert [entry.title for entry in history.timeline.entries()] == ["Muistiinpano"]


def test_only_an_own_save_of_the_history_can_be_undone(open_card: PeoplePage, bridge: FakeBridge) -> None:
    history = open_card.card.history
    history.timeline.setFocus()
    fingers = Fingers()
    history.timeline.setCurrentIndex(history.timeline.model().index(2, 0))
    assert not history.undo.isVisible()
    fingers.press(Qt.Key.Key_Up)
    assert history.undo.isVisible()
    fingers.press(Qt.Key.Key_Return)
    assert held() is history.undo
    fingers.press(Qt.Key.Key_Return)
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]
    assert open_card.card.head.toast.words() == "Kumottu"


def test_a_note_is_saved_with_ctrl_enter_and_can_be_undone(open_card: PeoplePage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_M, held_down=CTRL)
    fingers.write("Soittaa")
    fingers.press(Qt.Key.Key_Return, held_down=CTRL)
    assert bridge.all_of(SaveNote) == [SaveNote(SAMIR, "Soittaa")]
    assert open_card.card.notes.field.text() == ""
    assert open_card.card.head.toast.words() == "Muistiinpano tallennettu"
    open_card.undo()
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]


def test_enter_alone_begins_a_new_line_of_the_note(open_card: PeoplePage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_M, held_down=CTRL)
    fingers.write("a")
    fingers.press(Qt.Key.Key_Return)
    fingers.write("b")
    assert open_card.card.notes.field.text() == "a\nb"
    assert bridge.all_of(SaveNote) == []


def test_a_note_that_is_too_long_stays_on_the_screen_with_a_sentence(
    open_card: PeoplePage, bridge: FakeBridge
) -> None:
    notes = open_card.card.notes
    open_card.card.write_note()
    notes.field.area.setPlainText("a" * 4001)
    Fingers().press(Qt.Key.Key_Return, held_down=CTRL)
    assert bridge.all_of(SaveNote) == []
    assert notes.field.error.startswith("Muistiinpano on liian pitkä: 4001/4000")
    assert len(notes.field.text()) == 4001


def test_a_half_written_note_is_kept_and_comes_back(
    page: PeoplePage, bridge: FakeBridge, qtbot: QtBot
) -> None:
    bridge.on(OpenDraft, lambda ask: Draft({"text": "puoliksi"} if ask.place.startswith("note/") else {}))
    page.open(SAMIR)
    assert page.card.notes.field.text() == "puoliksi"
    page.card.write_note()
    Fingers().write("x")
    place = f"note/{SAMIR.hex()}"
    qtbot.waitUntil(
        lambda: SaveDraft(place, {"text": page.card.notes.field.text()}) in bridge.all_of(SaveDraft),
        timeout=DELAY_MS * 10,
    )


def test_a_refused_save_keeps_the_note(open_card: PeoplePage, bridge: FakeBridge, qtbot: QtBot) -> None:
    bridge.refuse(SaveNote, Problem.DISK_FULL)
    open_card.card.write_note()
    Fingers().write("Soita")
    with qtbot.waitSignal(open_card.troubled) as told:
        Fingers().press(Qt.Key.Key_Return, held_down=CTRL)
    assert told.args == [ProblemReport(Problem.DISK_FULL)]
    assert open_card.card.notes.field.text() == "Soita"


def test_the_only_walk_in_of_today_is_linked(open_card: PeoplePage, bridge: FakeBridge) -> None:
    open_card.card.head.link.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    assert bridge.all_of(LinkVisit) == [LinkVisit(VISIT, SAMIR)]
    assert open_card.card.head.toast.words() == "Asiointi liitetty: 14.21 Kielikurssi"


def test_of_several_walk_ins_the_one_chosen_is_linked(open_card: PeoplePage, bridge: FakeBridge) -> None:
    earlier = replace(visit_row(), visit=EntityId(bytes([99]) * 16), at=visit_row().at - 600_000)
    bridge.on(OpenToday, lambda _ask: replace(today(), visits=[earlier, visit_row()]))
    open_card.card.head.link.setFocus()
    Fingers().press(Qt.Key.Key_Return)
    assert bridge.all_of(LinkVisit) == []
    assert open_card.card.choice.question.words() == "Mikä tämän päivän asioinneista oli tämän henkilön?"
    assert held() is open_card.card.choice.rows
    Fingers().press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert bridge.all_of(LinkVisit) == [LinkVisit(earlier.visit, SAMIR)]
    assert open_card.card.choice.isHidden()
    assert open_card.card.head.toast.words() == "Asiointi liitetty: 14.11 Kielikurssi"


def test_the_question_which_walk_in_is_whole_for_keyboard_reader_and_finger(
    open_card: PeoplePage, bridge: FakeBridge, dressed: Dressed
) -> None:
    bridge.on(OpenToday, lambda _ask: replace(today(), visits=[visit_row(), visit_row()]))
    open_card.card.head.link.click()
    assert open_card.card.choice.isVisible()
    assert walk(open_card, dressed.theme) == []


def test_escape_leaves_every_walk_in_as_it_was(open_card: PeoplePage, bridge: FakeBridge) -> None:
    bridge.on(OpenToday, lambda _ask: replace(today(), visits=[visit_row(), visit_row()]))
    open_card.card.head.link.setFocus()
    Fingers().press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert bridge.all_of(LinkVisit) == []
    assert open_card.card.choice.isHidden()
    assert held() is open_card.card.head.link


def test_a_card_that_came_late_does_not_cover_a_newer_one(page: PeoplePage, bridge: FakeBridge) -> None:
    bridge.held = True
    page.open(SAMIR)
    page.forget()
    bridge.let_go()
    assert page.card.view is None


def test_changed_records_reload_quietly_and_keep_what_is_typed(
    open_card: PeoplePage, bridge: FakeBridge
) -> None:
    open_card.card.write_note()
    Fingers().write("kesken")
    before = len(bridge.all_of(OpenPerson)), len(bridge.all_of(SearchPeople))
    open_card.records_changed(["person"])
    assert (len(bridge.all_of(OpenPerson)), len(bridge.all_of(SearchPeople))) == (
        before[0] + 1,
        before[1] + 1,
    )
    assert open_card.card.notes.field.text() == "kesken"
    assert held() is open_card.card.notes.field.area
    assert open_card.card.tabs.key() == "notes"


def test_other_kinds_do_not_ask_for_the_card_again(open_card: PeoplePage, bridge: FakeBridge) -> None:
    before = len(bridge.all_of(OpenPerson))
    open_card.records_changed(["tally"])
    assert len(bridge.all_of(OpenPerson)) == before


def test_a_narrow_window_shows_the_history_as_a_tab(open_card: PeoplePage) -> None:
    open_card.set_compact(compact=True)
    assert not open_card.card.history.isVisible()
    open_card.card.tabs.setFocus()
    Fingers().press(*[Qt.Key.Key_Right] * 6)
    assert open_card.card.history.isVisible()
    assert len(open_card.card.history.timeline.entries()) == len(samir().history)


def test_the_situation_tab_names_what_nobody_has_asked(open_card: PeoplePage) -> None:
    open_card.card.tabs.setFocus()
    Fingers().press(Qt.Key.Key_Right)
    said = {line.label: line for line in open_card.card.situation.lines}
    assert said["Asuminen"].value == "Ei kysytty"
    assert said["Asuminen"].faint
    assert not said["Ammatti"].faint
