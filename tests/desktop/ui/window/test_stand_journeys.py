# SPDX-License-Identifier: MIT
"""A stand through the whole window: a group from any page, and a card made of a permission to contact."""

from pathlib import Path

from fake_stand import LEADS, FakeStand
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from whole_window import WholeWindow

from desktop.notebook.messages.group_events import SaveGroup
from desktop.notebook.messages.people import SavePerson
from desktop.ui.app import Dressed
from desktop.ui.people.page import PeoplePage
from desktop.ui.today.page import TodayPage

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_group_is_recorded_from_whatever_page_one_is_on(
    qtbot: QtBot, dressed: Dressed, tmp_path: Path
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path).show().unlock()
    whole.window.pages.go("people", None)
    whole.fingers.press(Qt.Key.Key_G, held_down=CTRL)
    assert whole.window.shell.current == "today"
    whole.fingers.write("c24")
    whole.fingers.press(Qt.Key.Key_Return)
    assert [ask.size for ask in whole.bridge.all_of(SaveGroup)] == [24]


def test_a_permission_to_contact_becomes_a_card_filled_with_it(
    qtbot: QtBot, dressed: Dressed, tmp_path: Path
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path)
    stand = FakeStand(whole.bridge)
    stand.leads = list(LEADS)
    whole.show().unlock()
    today = whole.window.shell.page("today")
    assert isinstance(today, TodayPage)
    today.side.stand.leads.setFocus()
    whole.fingers.press(Qt.Key.Key_K)
    page = whole.window.pages.front()
    assert isinstance(page, PeoplePage)
    assert page.form.isVisible()
    assert page.form.visit_notice.isVisible()
    assert page.place()["lead"] == LEADS[0].lead.hex()
    page.form.save_person()
    if page.form.hints.hints:  # somebody of that name and number is here already; it is another one
        page.form.hints.refused.emit()
    (ask,) = whole.bridge.all_of(SavePerson)
    assert ask.lead == LEADS[0].lead
    assert ask.fields == {"known_as": "Samir", "phone": "+358405550132", "contact_language": "ar"}
    page.form.begin_new(visit=None)
    assert page.form.permission is None


def test_a_form_of_a_permission_comes_back_after_a_lock(
    qtbot: QtBot, dressed: Dressed, tmp_path: Path
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path).show().unlock()
    page = whole.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    whole.window.pages.go("people", {"lead": LEADS[0]})
    kept = page.place()
    page.forget()
    page.enter()
    page.come_back(kept)
    assert page.form.permission == LEADS[0].lead
    assert page.form.parts.editors["person/known_as"].value() == "Samir"
