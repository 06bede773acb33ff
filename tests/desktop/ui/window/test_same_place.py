# SPDX-License-Identifier: MIT
"""After a lock the same field comes back for the same person, and everything that stood over the window is gone."""

from pathlib import Path

from people_world import SAMIR
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from whole_window import WholeWindow

from desktop.notebook.messages.people import OpenPerson
from desktop.ui.people.page import PeoplePage
from desktop.ui.window.idle import minutes_at
from desktop.ui.window.preferences import PreferenceFile, Preferences
from desktop.ui.window.same_place import PLACE


def people(whole: WholeWindow) -> PeoplePage:
    """Return the page of people."""
    page = whole.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    return page


def at_a_note(whole: WholeWindow) -> PeoplePage:
    """Open a card and type half a note, the cursor in its middle."""
    whole.window.pages.go("people", SAMIR)
    page = people(whole)
    page.card.write_note()
    page.card.notes.field.area.insertPlainText("Soittaa maanantaina")
    cursor = page.card.notes.field.area.textCursor()
    cursor.setPosition(7)
    page.card.notes.field.area.setTextCursor(cursor)
    return page


def test_a_half_typed_note_comes_back_with_card_tab_and_cursor(whole: WholeWindow, qtbot: QtBot) -> None:
    page = at_a_note(whole)
    area = page.card.notes.field.area
    whole.fingers.press(Qt.Key.Key_F12)
    assert area.toPlainText() == ""
    looks = len(whole.bridge.all_of(OpenPerson))
    whole.unlock()
    qtbot.waitUntil(area.hasFocus)
    assert page.card.person == SAMIR
    assert page.card.tabs.key() == "notes"
    assert area.toPlainText() == "Soittaa maanantaina"
    assert area.textCursor().position() == 7
    assert len(whole.bridge.all_of(OpenPerson)) == looks + 1, "another look, which the notebook logs"


def test_a_colleague_who_unlocks_finds_nothing_of_it(whole: WholeWindow, qtbot: QtBot) -> None:
    page = at_a_note(whole)
    whole.fingers.press(Qt.Key.Key_F12)
    mine = dict(whole.drafts)
    whole.drafts.clear()  # another notebook has its own drafts
    whole.unlock()
    qtbot.wait(100)
    assert PLACE in mine
    assert page.card.person is None
    assert page.card.notes.field.area.toPlainText() == ""


def test_a_search_and_the_form_for_somebody_new_come_back(whole: WholeWindow, qtbot: QtBot) -> None:
    whole.window.pages.go("people", {"new": True, "visit": None})
    page = people(whole)
    whole.fingers.write("Aila")
    whole.fingers.press(Qt.Key.Key_F12)
    whole.unlock()
    qtbot.waitUntil(lambda: page.form.isVisible() and whole.window.focusWidget() is not None)
    qtbot.waitUntil(lambda: "Aila" in [one.text() for one in page.form.findChildren(QLineEdit)])


def test_a_passphrase_and_an_identity_code_are_never_kept(whole: WholeWindow) -> None:
    whole.window.pages.go("settings", None)
    for line in whole.window.shell.page("settings").findChildren(QLineEdit):
        line.setText("salainen")
    whole.fingers.press(Qt.Key.Key_F12)
    assert "salainen" not in repr(whole.drafts)
    whole.unlock()
    whole.window.pages.go("people", {"new": True, "visit": None})
    page = people(whole)
    page.form.show_more(shown=True)
    hetu = page.form.parts.editors["person/hetu"].findChild(QLineEdit)
    assert hetu is not None
    hetu.setFocus()
    hetu.insert("010196-9")
    whole.fingers.press(Qt.Key.Key_F12)
    assert "010196-9" not in repr(whole.drafts)


def test_f12_in_a_dialog_or_a_menu_takes_them_and_the_page_off_the_screen(whole: WholeWindow) -> None:
    dialog = QDialog(whole.window)
    line = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(line)
    dialog.setModal(True)
    dialog.show()
    preview = QWidget(whole.window, Qt.WindowType.Window)
    preview.show()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F12)
    assert whole.window.who is None
    assert not dialog.isVisible()
    assert not preview.isVisible()
    whole.unlock()
    menu = QMenu(whole.window)
    menu.addAction("Samir")
    menu.popup(QPoint(20, 20))
    QTest.keyClick(menu, Qt.Key.Key_F12)
    assert whole.window.who is None
    assert not menu.isVisible()
    assert QApplication.activePopupWidget() is None


def test_another_main_window_in_the_same_program_is_left_alone(whole: WholeWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    whole.window.lock()
    assert other.isVisible()


def test_an_office_gives_ten_minutes_a_pop_up_and_an_unknown_place_three(whole: WholeWindow) -> None:
    assert {kind: minutes_at(kind) for kind in ("ohjaamo", "palvelutori", "popup", "partner_site", "")} == {
        "ohjaamo": 10,
        "palvelutori": 10,
        "popup": 3,
        "partner_site": 3,
        "": 3,
    }
    timer = whole.window._idle._timer
    whole.window.pages.where_changed.emit("Ohjaamo Helsinki", 1, "ohjaamo")
    assert timer.interval() == 10 * 60_000
    whole.window.pages.where_changed.emit("Testilän kirjasto", 1, "popup")
    assert timer.interval() == 3 * 60_000
    whole.window.pages.preferences_chosen.emit(Preferences(idle_minutes=5))
    whole.window.pages.where_changed.emit("Ohjaamo Helsinki", 1, "ohjaamo")
    assert timer.interval() == 5 * 60_000


def test_an_older_file_of_preferences_still_counts(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text('{"idle_minutes": 5}', encoding="utf-8")
    assert PreferenceFile(tmp_path).read().idle_minutes == 5
    (tmp_path / "window.json").write_text("{}", encoding="utf-8")
    assert PreferenceFile(tmp_path).read().idle_minutes is None
    PreferenceFile(tmp_path).write(Preferences())
    assert PreferenceFile(tmp_path).read() == Preferences()
