# SPDX-License-Identifier: MIT
"""Two values for one field: one key chooses, one confirms, nothing is lost and all can be taken back."""

import msgspec
import pytest
from fake_notebook import FakeBridge
from fingers import CTRL, Fingers, held
from people_world import ME, OTHER, SAMIR, SAVE, conflict, conflict_rows, side
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from walker import walk

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import (
    Conflicts,
    ListConflicts,
    OpenConflict,
    RestoreValue,
    SettleConflict,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.today import UndoSave
from desktop.ui.app import Dressed
from desktop.ui.conflict.page import ConflictPage
from desktop.ui.theme.theme import Theme
from desktop.ui.words.language import Language


def settling(bridge: FakeBridge) -> None:
    """Let a field leave the list once it is settled."""
    rows = conflict_rows()
    bridge.on(
        ListConflicts,
        lambda _ask: Conflicts(
            [
                row
                for row in rows
                if (row.entity, row.field) not in {(s.entity, s.field) for s in done(bridge)}
            ]
        ),
    )
    views = {(row.entity, row.field): row for row in rows}
    bridge.on(
        OpenConflict,
        lambda ask: msgspec.structs.replace(
            conflict(),
            entity=ask.entity,
            field=ask.field,
            kind=views[ask.entity, ask.field].kind,
            title=views[ask.entity, ask.field].title,
        ),
    )


def done(bridge: FakeBridge) -> list[SettleConflict]:
    return bridge.all_of(SettleConflict)


def test_the_page_opens_on_the_first_with_the_keyboard_on_my_value(page: ConflictPage) -> None:
    assert page.left.count.text() == "3 odottaa valintaa"
    assert page.question.title.text() == "Puhelin: kumpi jää voimaan?"
    assert [(card.heading.text(), card.value.text()) for card in page.question.sides] == [
        ("Sinun arvosi", "040 555 0132"),
        ("Mehmet Kaya", "044 555 7781"),
    ]
    assert held() is page.question.sides[0].keep


def test_enter_keeps_my_value_with_one_key(page: ConflictPage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Return)
    assert done(bridge) == [SettleConflict(SAMIR, "phone", ME, 7)]
    assert fingers.strokes == 1
    assert page.toast.words() == "Valittu: 040 555 0132"


def test_right_and_enter_keep_the_other_value(page: ConflictPage, bridge: FakeBridge) -> None:
    Fingers().press(Qt.Key.Key_Right)
    assert page.question.chosen == 1
    assert held() is page.question.sides[1].keep
    Fingers().press(Qt.Key.Key_Return)
    assert done(bridge) == [SettleConflict(SAMIR, "phone", OTHER, 7)]


def test_left_goes_back_and_stops_at_the_edge(page: ConflictPage) -> None:
    Fingers().press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert page.question.chosen == 0
    assert held() is page.question.sides[0].keep


def test_the_next_question_follows_a_choice_until_all_are_settled(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    settling(bridge)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Return)
    assert page.question.title.text() == "Suomen kieli: kumpi jää voimaan?"
    fingers.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(done(bridge)) == 3
    assert page.nothing.isVisible()
    assert page.nothing.text().startswith("Mikään ei odota valintaa.")
    assert page.question.view is None


def test_ctrl_z_takes_the_last_choice_back_and_shows_it_again(page: ConflictPage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Return)
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert bridge.all_of(UndoSave) == [UndoSave(SAVE)]
    assert page.toast.words() == "Kumottu"
    assert page.question.title.text() == "Puhelin: kumpi jää voimaan?"
    fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert len(bridge.all_of(UndoSave)) == 1


def test_u_types_a_third_value(page: ConflictPage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_U)
    assert page.question.new_value.isVisible()
    fingers.write("0501234567")
    fingers.press(Qt.Key.Key_Return)
    assert done(bridge) == [SettleConflict(SAMIR, "phone", value="+358501234567")]
    assert page.toast.words() == "Valittu: 050 123 4567"


def test_letters_are_text_while_a_value_is_typed(page: ConflictPage, bridge: FakeBridge) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_U)
    fingers.write("ur1")
    assert page.question.new_value.editor is not None
    assert page.question.new_value.editor.kept() == "ur1"
    assert done(bridge) == []
    assert bridge.all_of(RestoreValue) == []


def test_an_empty_new_value_is_told_and_escape_goes_back_to_the_choice(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    fingers = Fingers()
    fingers.press(Qt.Key.Key_U, Qt.Key.Key_Return)
    assert done(bridge) == []
    assert page.question.new_value.isVisible()
    fingers.press(Qt.Key.Key_Escape)
    assert not page.question.new_value.isVisible()
    assert held() is page.question.sides[0].keep


def test_a_new_value_that_is_refused_stays_with_its_sentence(page: ConflictPage, bridge: FakeBridge) -> None:
    report = ProblemReport(Problem.TEXT_TOO_LONG, {"field": "phone", "limit": 40, "length": 41})
    bridge.on(SettleConflict, lambda _ask: report)
    fingers = Fingers()
    fingers.press(Qt.Key.Key_U)
    fingers.write("050 1")
    fingers.press(Qt.Key.Key_Return)
    editor = page.question.new_value.editor
    assert editor is not None
    assert editor.kept() == "050 1"
    assert editor.field.error.startswith("Liian pitkä: 41/40")  # type: ignore[attr-defined]


def test_escape_leaves_it_for_later_and_goes_back_to_the_card(page: ConflictPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go) as went:
        Fingers().press(Qt.Key.Key_Escape)
    assert went.args == ["people", SAMIR]


def test_an_earlier_value_is_brought_back_with_r(page: ConflictPage, bridge: FakeBridge) -> None:
    history = page.question.history
    history.table.setFocus()
    fingers = Fingers()
    fingers.press(Qt.Key.Key_Home)
    assert not history.restore.isVisible()
    fingers.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert history.restore.isVisible()
    fingers.press(Qt.Key.Key_R)
    assert bridge.all_of(RestoreValue) == [RestoreValue(SAMIR, "phone", OTHER, 2)]
    assert page.toast.words() == "Valittu: 050 555 9000"


def test_what_somebody_settled_meanwhile_is_said_kindly_and_the_list_reloads(
    page: ConflictPage, bridge: FakeBridge
) -> None:
    bridge.refuse(SettleConflict, Problem.GONE_MEANWHILE)
    before = len(bridge.all_of(ListConflicts))
    Fingers().press(Qt.Key.Key_Return)
    assert page.notice.isVisible()
    assert page.notice.words().startswith("Joku ehti jo valita tämän.")
    assert len(bridge.all_of(ListConflicts)) == before + 1


def test_three_values_are_numbered_and_chosen_by_number(page: ConflictPage, bridge: FakeBridge) -> None:
    third = side("+358501112222", mine=False, minutes=300, n=9)
    three = msgspec.structs.replace(conflict(), sides=[*conflict().sides, third])
    bridge.on(OpenConflict, lambda _ask: three)
    page.open((SAMIR, "phone"))
    assert page.question.title.text() == "Puhelin: mikä näistä jää voimaan?"
    fingers = Fingers()
    fingers.press(Qt.Key.Key_3, Qt.Key.Key_Return)
    assert done(bridge) == [SettleConflict(SAMIR, "phone", OTHER, 9)]


def test_the_list_and_ctrl_j_go_from_question_to_question(page: ConflictPage, bridge: FakeBridge) -> None:
    settling(bridge)
    Fingers().press(Qt.Key.Key_J, held_down=CTRL)
    assert page.question.title.text() == "Suomen kieli: kumpi jää voimaan?"
    page.left.list.setFocus()
    Fingers().press(Qt.Key.Key_Down)
    assert page.question.title.text() == "Sähköposti: kumpi jää voimaan?"
    assert held() is page.left.list
    Fingers().press(Qt.Key.Key_Return)
    assert held() is page.question.sides[0].keep


def test_a_field_is_opened_by_name(page: ConflictPage, bridge: FakeBridge) -> None:
    settling(bridge)
    row = conflict_rows()[1]
    page.open((row.entity, row.field))
    assert page.question.title.text() == "Suomen kieli: kumpi jää voimaan?"


def test_news_from_the_hub_keep_what_is_being_typed(page: ConflictPage) -> None:
    Fingers().press(Qt.Key.Key_U)
    Fingers().write("050")
    page.records_changed(["person"])
    assert page.question.new_value.editor is not None
    assert page.question.new_value.editor.kept() == "050"
    assert page.question.new_value.isAncestorOf(held())


def test_nothing_is_left_after_forgetting(page: ConflictPage) -> None:
    page.forget()
    assert page.left.list.rows() == ()
    assert page.question.sides == []
    assert page.question.history.table.rows() == ()
    assert page.question.title.text() == ""


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_its_question(
    page: ConflictPage, dressed: Dressed, qtbot: QtBot, language: Language
) -> None:
    expected = {
        Language.FINNISH: "Puhelin: kumpi jää voimaan?",
        Language.SWEDISH: "Telefon: vilket av de två gäller?",
        Language.ENGLISH: "Phone: which one stays?",
    }
    dressed.translations.speak(language)
    qtbot.waitUntil(lambda: page.question.title.text() == expected[language])


def test_the_walker_finds_nothing_to_say(page: ConflictPage, theme: Theme) -> None:
    assert walk(page, theme) == []
