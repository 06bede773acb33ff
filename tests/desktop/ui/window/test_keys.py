# SPDX-License-Identifier: MIT
"""Keys, pages, language and look of the whole window: whatever is switched, what was typed stays."""

import pytest
from fingers import CTRL, held
from page_tools import at
from people_world import SAMIR
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from service_shelf import WALK_IN, MemoryPress
from walker import walk
from whole_window import WholeWindow

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.handouts import RecordHandout
from desktop.notebook.messages.people import OpenConflict, SearchPeople
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.review import ListReview, ReviewQueue
from desktop.notebook.messages.sync import RecordsChanged, SyncChanged, SyncNow, SyncPhase, SyncStatus
from desktop.notebook.messages.today import OpenToday, SaveVisit, UndoSave
from desktop.ui.app import Dressed
from desktop.ui.conflict.page import ConflictPage
from desktop.ui.people.form_layout import NAME
from desktop.ui.people.page import PeoplePage
from desktop.ui.services.page import ServicesPage
from desktop.ui.theme.tokens import Look
from desktop.ui.today.page import TodayPage
from desktop.ui.window.preferences import Preferences
from desktop.ui.words.language import Language

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def today(whole: WholeWindow) -> TodayPage:
    """Return the page of today."""
    page = whole.window.shell.page("today")
    assert isinstance(page, TodayPage)
    return page


def people(whole: WholeWindow) -> PeoplePage:
    """Return the page of people."""
    page = whole.window.shell.page("people")
    assert isinstance(page, PeoplePage)
    return page


def services(whole: WholeWindow) -> ServicesPage:
    """Return the page of services."""
    page = whole.window.shell.page("services")
    assert isinstance(page, ServicesPage)
    return page


def half_typed(whole: WholeWindow) -> QLineEdit:
    """Begin a new person and type the first name."""
    whole.fingers.press(Qt.Key.Key_I, held_down=CTRL)
    form = people(whole).form
    assert form.isVisible()
    first = form.parts.editors[NAME].findChildren(QLineEdit)[0]
    first.setFocus()
    whole.fingers.write("Oleksandra")
    return first


def test_f5_asks_for_a_round_from_every_page(whole: WholeWindow) -> None:
    for key in ("today", "people", "sync", "settings"):
        whole.window.pages.go(key, None)
        whole.fingers.press(Qt.Key.Key_F5)
    assert len(whole.bridge.all_of(SyncNow)) == 4


def test_alt_and_a_number_show_the_pages_of_the_rail(whole: WholeWindow) -> None:
    shown = []
    numbers = (2, 1, 3, 4, 5, 6, 8)
    for key in (Qt.Key(Qt.Key.Key_0 + number) for number in numbers):
        whole.fingers.press(key, held_down=ALT)
        shown.append(whole.window.shell.current)
    assert shown == [
        "people",
        "today",
        "follow_up",
        "services",
        "sync",
        "settings",
        "settings",
    ]  # an adviser's rail has six


def test_f6_goes_round_the_panes_and_back(whole: WholeWindow) -> None:
    panes = len(whole.window.shell._panes())
    begun = held()
    seen = []
    for _ in range(panes):
        whole.fingers.press(Qt.Key.Key_F6)
        seen.append(held())
    assert len(set(map(id, seen))) == panes
    assert seen[-1] is begun or begun.isAncestorOf(seen[-1])
    whole.fingers.press(Qt.Key.Key_F6, held_down=SHIFT)
    assert held() is seen[-2]


def test_a_walk_in_from_the_middle_of_a_form_loses_nothing(whole: WholeWindow) -> None:
    first = half_typed(whole)
    whole.fingers.press(Qt.Key.Key_N, held_down=CTRL)
    assert whole.window.shell.current == "today"
    whole.fingers.write("4w")
    whole.fingers.press(Qt.Key.Key_Return)
    (saved,) = whole.bridge.all_of(SaveVisit)
    assert saved.topics
    whole.fingers.press(Qt.Key.Key_2, held_down=ALT)
    assert people(whole).form.isVisible()
    assert first.text() == "Oleksandra"
    assert held() is first


def test_ctrl_shift_n_records_the_last_visit_once_more_and_ctrl_z_takes_it_back(whole: WholeWindow) -> None:
    whole.fingers.write("4w")
    whole.fingers.press(Qt.Key.Key_Return)
    whole.fingers.press(Qt.Key.Key_N, held_down=CTRL | SHIFT)
    one, other = whole.bridge.all_of(SaveVisit)
    assert (one.topics, one.age) == (other.topics, other.age)
    assert today(whole).panel.toast.isVisible()
    whole.fingers.press(Qt.Key.Key_Z, held_down=CTRL)
    assert len(whole.bridge.all_of(UndoSave)) == 1
    assert len(whole.day.visits) == 8


def test_ctrl_j_asks_the_page_in_front_and_goes_to_the_two_values_elsewhere(whole: WholeWindow) -> None:
    whole.fingers.press(Qt.Key.Key_J, held_down=CTRL)
    page = whole.window.shell.page("conflicts")
    assert isinstance(page, ConflictPage)
    assert whole.window.shell.current == "conflicts"
    first = whole.bridge.all_of(OpenConflict)[-1]
    whole.fingers.press(Qt.Key.Key_J, held_down=CTRL)
    assert whole.bridge.all_of(OpenConflict)[-1] != first
    whole.window.pages.go("people", SAMIR)
    asked = len(whole.bridge.all_of(OpenConflict))
    whole.fingers.press(Qt.Key.Key_J, held_down=CTRL)
    assert whole.window.shell.current == "conflicts"
    assert len(whole.bridge.all_of(OpenConflict)) > asked
    assert whole.bridge.all_of(OpenConflict)[-1].entity == SAMIR


def test_f3_opens_the_services_from_every_page_with_the_keys_in_the_search(whole: WholeWindow) -> None:
    for key in ("today", "people", "settings"):
        whole.window.pages.go(key, None)
        whole.fingers.press(Qt.Key.Key_F3)
        assert whole.window.shell.current == "services"
        assert held() is services(whole).pane.search
    services(whole).pane.hits.setFocus()
    whole.fingers.press(Qt.Key.Key_F3)
    assert held() is services(whole).pane.search


def test_f3_on_the_services_goes_on_with_the_errand_and_from_elsewhere_begins_anew(
    whole: WholeWindow,
) -> None:
    whole.window.pages.go("services", WALK_IN)
    whole.fingers.press(Qt.Key.Key_F3)
    assert services(whole).strip.words().startswith("Asioinnille")
    whole.window.pages.go("settings", None)
    whole.fingers.press(Qt.Key.Key_F3)
    assert services(whole).strip.words() == ""


def test_ctrl_p_prints_the_paper_of_the_page_in_front(whole: WholeWindow) -> None:
    whole.window.pages.go("services", WALK_IN)
    press = MemoryPress()
    services(whole).aside._press = press
    services(whole).aside.enter()
    whole.fingers.press(Qt.Key.Key_P, held_down=CTRL)
    assert len(press.printed) == 1
    assert whole.bridge.all_of(RecordHandout)[0].way == "print"
    assert whole.window.shell.current == "today"
    whole.fingers.press(Qt.Key.Key_P, held_down=CTRL)
    assert len(press.printed) == 1


def test_typing_in_the_header_goes_on_in_the_search_of_people(whole: WholeWindow) -> None:
    whole.fingers.press(Qt.Key.Key_K, held_down=CTRL)
    assert held() is whole.window.shell.header.search
    whole.fingers.write("sam")
    assert whole.window.shell.current == "people"
    assert held() is people(whole).pane.search
    assert people(whole).pane.search.text() == "sam"
    assert whole.window.shell.header.search.text() == ""
    whole.qtbot.waitUntil(lambda: whole.bridge.all_of(SearchPeople)[-1].text == "sam")
    whole.fingers.press(Qt.Key.Key_1, held_down=ALT)
    assert today(whole).isAncestorOf(held())


def test_another_language_keeps_page_typing_and_what_is_told(whole: WholeWindow, dressed: Dressed) -> None:
    first = half_typed(whole)
    whole.window.tell_problem(ProblemReport(Problem.DISK_FULL))
    told = []
    for language in (Language.SWEDISH, Language.ENGLISH, Language.FINNISH):
        whole.window._prefer(Preferences(language))
        QApplication.processEvents()
        told.append(whole.window._notice.words())
        assert dressed.translations.language is language
        assert first.text() == "Oleksandra"
        assert people(whole).form.isVisible()
        assert held() is first
    assert len(set(told)) == 3
    assert told[0].startswith("Disken är full")
    assert "Tänään" in [item.label for item in whole.window._frame.rail(whole.who)]


def test_another_look_keeps_page_and_typing(whole: WholeWindow, dressed: Dressed) -> None:
    first = half_typed(whole)
    for look in Look:
        whole.window._prefer(Preferences(look=look))
        QApplication.processEvents()
        assert dressed.theme.tokens is not None
        assert first.text() == "Oleksandra"
        assert held() is first


def test_preferences_come_back_with_the_next_window(whole: WholeWindow) -> None:
    whole.window._prefer(Preferences(Language.SWEDISH, Look.DARK, 10))
    assert whole.window._file.read() == Preferences(Language.SWEDISH, Look.DARK, 10)


def test_the_title_never_holds_a_name(whole: WholeWindow) -> None:
    titles = {whole.window.windowTitle()}
    for key in ("people", "today", "sync"):
        whole.window.pages.go(key, SAMIR if key == "people" else None)
        titles.add(whole.window.windowTitle())
    assert titles == {"Kenttäkirja"}


def test_the_header_says_how_sending_stands_and_the_rail_what_waits(whole: WholeWindow) -> None:
    whole.bridge.happen(SyncChanged(SyncStatus(SyncPhase.OFFLINE, 6, 0, 0, 0, Problem.NO_NETWORK, at(12, 0))))
    assert whole.window.shell.header.sync.accessibleName().startswith("Ei verkkoa")
    assert "6 lähettämättä" in whole.window.shell.header.sync.accessibleName()
    whole.bridge.happen(RecordsChanged([], 2, 0, 1, 3))
    badges = {item.key: item.badge for item in whole.window._frame.rail(whole.who)}
    assert badges == {"today": 1, "people": 2, "follow_up": 3, "services": 0}


def test_a_supervisor_begins_at_the_review(
    qtbot: QtBot, dressed: Dressed, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("laptop")
    whole = WholeWindow(qtbot, dressed, home, role="supervisor", can_review=True)
    whole.bridge.on(ListReview, lambda _ask: ReviewQueue([], 0, 0, 0, []))
    whole.show().unlock()
    assert whole.window.shell.current == "review"
    whole.fingers.press(Qt.Key.Key_1, held_down=ALT)
    whole.fingers.press(Qt.Key.Key_5, held_down=ALT)
    assert whole.window.shell.current == "review"
    whole.window.close()


def test_wrong_passphrases_since_the_last_time_are_told_once(
    qtbot: QtBot, dressed: Dressed, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = WholeWindow(qtbot, dressed, tmp_path_factory.mktemp("laptop"), failed_unlocks=2).show().unlock()
    assert whole.window._notice.words().startswith("2 väärää tunnuslausetta tai PIN-koodia")
    whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    assert not whole.window._notice.isVisible()
    whole.window.close()


@pytest.mark.parametrize("key", ["today", "people", "services", "sync", "settings"])
def test_every_page_in_its_frame_can_be_walked(whole: WholeWindow, dressed: Dressed, key: str) -> None:
    whole.window.pages.go(key, None)
    QApplication.processEvents()
    assert walk(whole.window, dressed.theme) == []


def test_a_day_that_comes_late_takes_no_keys_from_who_types_elsewhere(whole: WholeWindow) -> None:
    whole.fingers.press(Qt.Key.Key_L, held_down=CTRL)
    whole.bridge.slow = OpenToday
    whole.unlock()
    QTest.keyClick(whole.window, Qt.Key.Key_I, CTRL)  # nobody has the keys before the day has come
    first = people(whole).form.parts.editors[NAME].findChildren(QLineEdit)[0]
    first.setFocus()
    whole.fingers.write("Oleks")
    whole.bridge.slow = None
    assert whole.bridge.late
    for answer in whole.bridge.late:
        answer()
    QApplication.processEvents()
    assert held() is first
