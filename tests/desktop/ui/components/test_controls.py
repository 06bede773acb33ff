# SPDX-License-Identifier: MIT
"""Buttons, chips and fields do what their looks promise, by keyboard and for a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField, TextField
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.key_chip import KeyChip
from desktop.ui.components.notice import Notice
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.toast import Toast
from desktop.ui.components.words import Words
from desktop.ui.theme.theme import Theme


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def state_of(widget: QWidget) -> QAccessible.State:
    return QAccessible.queryAccessibleInterface(widget).state()


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_a_button_is_a_full_target_and_never_cuts_its_words(
    theme: Theme, qtbot: QtBot, kind: ButtonKind
) -> None:
    button = Button(theme, "Tallenna", kind=kind, icon_name="check", key="Enter")
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 44
    assert button.minimumSizeHint() == button.sizeHint()
    assert name_of(button) == "Tallenna"


def test_space_presses_a_button(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Tallenna")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_an_icon_button_is_called_by_its_name(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "minus", "Yksi kävijä vähemmän")
    qtbot.addWidget(button)
    assert name_of(button) == "Yksi kävijä vähemmän"
    assert button.toolTip() == "Yksi kävijä vähemmän"


def test_a_chip_keeps_its_size_when_chosen_and_tells_its_state(theme: Theme, qtbot: QtBot) -> None:
    chip = KeyChip(theme, "W", "CV, hakemus", name="Ansioluettelo ja hakemus")
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.click()
    assert chip.sizeHint() == before
    assert state_of(chip).checked
    assert name_of(chip) == "Ansioluettelo ja hakemus"


def test_two_rows_of_chips_stand_under_each_other(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    grid = QGridLayout(page)
    grid.setSpacing(0)
    chips = [KeyChip(theme, key, "x" * long) for key, long in (("Q", 3), ("W", 9), ("A", 8), ("S", 2))]
    for place, chip in enumerate(chips):
        grid.addWidget(chip, place // 2, place % 2)
    page.show()
    assert chips[0].width() == chips[2].width()
    assert chips[1].x() == chips[3].x()


def test_a_field_is_named_by_its_label_and_described_by_its_error(theme: Theme, qtbot: QtBot) -> None:
    field = LineField(theme, "Sukunimi", hint="Virallinen nimi")
    qtbot.addWidget(field)
    field.set_error("Nimi puuttuu.")
    assert name_of(field.line) == "Sukunimi"
    assert field.error == "Nimi puuttuu."
    assert field.line.accessibleDescription() == "Nimi puuttuu."


def test_typing_takes_an_error_back_and_setting_does_not_tell(theme: Theme, qtbot: QtBot) -> None:
    field = LineField(theme, "Sukunimi", hint="Virallinen nimi")
    qtbot.addWidget(field)
    field.show()
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("Haddad")
    field.set_error("Väärin.")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field.line, Qt.Key.Key_End)
        qtbot.keyClicks(field.line, "i")
    assert field.error == ""
    assert field.line.accessibleDescription() == "Virallinen nimi"


def test_a_long_text_is_told_and_kept_whole(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "Kommentti", longest=5)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.too_long) as told:
        field.area.insertPlainText("kuusi merkkiä")
    assert told.args == [5]
    assert field.text() == "kuusi merkkiä"


def test_tab_leaves_a_text_of_several_lines(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field, after = TextField(theme, "Kommentti"), QLineEdit()
    column.addWidget(field)
    column.addWidget(after)
    page.show()
    field.area.setFocus()
    qtbot.keyClick(field.area, Qt.Key.Key_Tab)
    assert page.focusWidget() is after
    assert field.text() == ""


def test_a_passphrase_is_hidden_until_the_eye_is_pressed_and_forgotten_on_demand(
    theme: Theme, qtbot: QtBot
) -> None:
    field = PassphraseField(theme, "Tunnuslause")
    qtbot.addWidget(field)
    field.set_text("kolme sanaa")
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    assert name_of(field.eye) == "Näytä tunnuslause"
    field.eye.click()
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert name_of(field.eye) == "Piilota tunnuslause"
    field.forget()
    assert field.text() == ""
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_caps_lock_is_told_from_a_capital_without_shift(theme: Theme, qtbot: QtBot) -> None:
    field = PassphraseField(theme, "Tunnuslause")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field.line, "A", Qt.KeyboardModifier.NoModifier)
    assert field.caps.isVisible()
    qtbot.keyClick(field.line, "a", Qt.KeyboardModifier.NoModifier)
    assert not field.caps.isVisible()
    qtbot.keyClick(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not field.caps.isVisible()


def test_a_choice_keeps_its_key_over_new_options_and_tells_only_people_s_choices(
    theme: Theme, qtbot: QtBot
) -> None:
    choice = Choice(theme, "Kieli")
    qtbot.addWidget(choice)
    choice.show()
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_options((("fi", "suomi"), ("ar", "arabia")), key="ar")
        choice.set_options((("ar", "arabiska"), ("fi", "finska")))
    assert choice.key() == "ar"
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == ["fi"]
    with pytest.raises(KeyError):
        choice.set_key("so")


def test_a_choice_in_a_field_is_named_by_it(theme: Theme, qtbot: QtBot) -> None:
    field = Field(theme, "Äidinkieli", Choice(theme, " "))
    qtbot.addWidget(field)
    assert name_of(field.editor) == "Äidinkieli"


def test_arrow_keys_choose_among_filters(theme: Theme, qtbot: QtBot) -> None:
    filters = FilterChips(theme, "Kenen")
    qtbot.addWidget(filters)
    filters.set_options((("own", "Omat"), ("team", "Tiimi")))
    filters.show()
    assert filters.key() == "own"
    first = filters._chips[0]
    first.setFocus()
    with qtbot.waitSignal(filters.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["team"]
    assert filters.key() == "team"


def test_the_whole_row_of_a_check_is_its_target(theme: Theme, qtbot: QtBot) -> None:
    check = Check(theme, "Tulkki tarvitaan")
    qtbot.addWidget(check)
    check.resize(300, 44)
    check.show()
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=check.rect().center())
    assert check.isChecked()


def test_a_toast_keeps_its_room_and_offers_undo(theme: Theme, qtbot: QtBot) -> None:
    toast = Toast(theme)
    qtbot.addWidget(toast)
    before = toast.height()
    toast.tell("Tallennettu 14.21")
    assert (toast.height(), toast.words()) == (before, "Tallennettu 14.21")
    with qtbot.waitSignal(toast.undo_asked):
        toast._undo.click()
    toast.clear()
    assert toast.words() == ""


def test_a_notice_without_an_action_has_no_button(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    notice = Notice(theme, "Verkko katkesi.")
    row.addWidget(notice)
    page.show()
    assert not notice.button.isVisible()
    notice.tell("Puhelimella on kaksi arvoa.", action="Katso")
    assert notice.button.isVisible()
    with qtbot.waitSignal(notice.acted):
        notice.button.click()


def test_words_that_may_be_cut_give_way_and_keep_their_full_text(theme: Theme, qtbot: QtBot) -> None:
    goal = Words(theme, "Tavoite: 25 asiointia, alle 30-vuotiaat", cut=True)
    qtbot.addWidget(goal)
    assert goal.minimumSizeHint().width() == 0
    assert name_of(goal) == "Tavoite: 25 asiointia, alle 30-vuotiaat"
    assert Words(theme, "Tavoite").minimumSizeHint().width() > 0


def test_a_compact_chip_is_narrower_but_no_smaller_target(theme: Theme, qtbot: QtBot) -> None:
    chip = KeyChip(theme, "W", "CV, hakemus")
    qtbot.addWidget(chip)
    roomy = chip.sizeHint()
    chip.set_painted(32)
    assert chip.sizeHint().width() < roomy.width()
    assert chip.sizeHint().height() == 44
