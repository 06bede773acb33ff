# SPDX-License-Identifier: MIT
"""The frame shows pages, hears the global keys, and gives focus back to where it was."""

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from walker import focusable

from desktop.ui.components.states import State, mark_of
from desktop.ui.shell.shell import Shell
from desktop.ui.shell.values import RailItem, SyncWord
from desktop.ui.theme.theme import Theme

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


class Page(QWidget):
    """Two fields, and a count of how often it was entered."""

    def __init__(self) -> None:
        super().__init__()
        self.entered = 0
        self.one, self.two = QLineEdit(), QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.one)
        column.addWidget(self.two)
        self.setFocusProxy(self.one)

    def enter(self) -> None:
        self.entered += 1


@pytest.fixture
def shell(theme: Theme, qtbot: QtBot) -> Shell:
    made = Shell(theme)
    qtbot.addWidget(made)
    made.show_items(
        (
            RailItem(key="today", icon="sun", label="Tänään"),
            RailItem(key="people", icon="users", label="Ihmiset", badge=3),
        ),
        (RailItem(key="sync", icon="refresh-cw", label="Synkronointi"),),
    )
    made.add_page("today", Page)
    made.add_page("people", Page)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_page("today")
    return made


def test_a_page_is_made_on_its_first_showing_and_entered_on_each(shell: Shell) -> None:
    assert set(shell._pages) == {"today"}
    shell.show_page("people")
    shell.show_page("today")
    page = shell.page("today")
    assert isinstance(page, Page)
    assert page.entered == 2


def test_coming_back_restores_the_focus(shell: Shell) -> None:
    page = shell.page("today")
    assert isinstance(page, Page)
    assert shell.focusWidget() is page.one
    page.two.setFocus()
    shell.show_page("people")
    shell.show_page("today")
    assert shell.focusWidget() is page.two


def test_alt_and_a_digit_choose_a_page(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.page_chosen) as chosen:
        qtbot.keyClick(shell, Qt.Key.Key_2, ALT)
    assert chosen.args == ["people"]
    assert shell.current == "people"


@pytest.mark.parametrize(
    ("key", "with_", "signal"),
    [
        (Qt.Key.Key_L, CTRL, "lock_asked"),
        (Qt.Key.Key_F12, NONE, "hide_asked"),
        (Qt.Key.Key_F5, NONE, "sync_asked"),
    ],
)
def test_global_keys_tell_what_was_asked(
    shell: Shell, qtbot: QtBot, key: Qt.Key, with_: Qt.KeyboardModifier, signal: str
) -> None:
    told: SignalInstance = getattr(shell, signal)
    with qtbot.waitSignal(told):
        qtbot.keyClick(shell, key, with_)


@pytest.mark.parametrize(
    ("key", "with_", "signal"),
    [
        (Qt.Key.Key_N, CTRL, "visit_asked"),
        (Qt.Key.Key_N, CTRL | SHIFT, "repeat_asked"),
        (Qt.Key.Key_I, CTRL, "person_asked"),
        (Qt.Key.Key_J, CTRL, "two_values_asked"),
        (Qt.Key.Key_F9, NONE, "client_turn_asked"),
    ],
)
def test_keys_of_the_work_are_told_by_the_shell_s_keys(
    shell: Shell, qtbot: QtBot, key: Qt.Key, with_: Qt.KeyboardModifier, signal: str
) -> None:
    told: SignalInstance = getattr(shell.keys, signal)
    with qtbot.waitSignal(told):
        qtbot.keyClick(shell, key, with_)


def test_ctrl_k_goes_to_the_search_and_enter_asks(shell: Shell, qtbot: QtBot) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_K, CTRL)
    assert shell.focusWidget() is shell.header.search
    qtbot.keyClicks(shell.header.search, "sam")
    with qtbot.waitSignal(shell.search_asked) as asked:
        qtbot.keyClick(shell.header.search, Qt.Key.Key_Return)
    assert asked.args == ["sam"]


def test_f6_goes_round_the_panes_and_back(shell: Shell, qtbot: QtBot) -> None:
    page = shell.page("today")
    assert isinstance(page, Page)
    seen = []
    for _ in range(3):
        qtbot.keyClick(shell, Qt.Key.Key_F6)
        seen.append(shell.focusWidget())
    assert seen == [shell.rail.first(), shell.header.search, page.one]
    qtbot.keyClick(shell, Qt.Key.Key_F6, SHIFT)
    assert shell.focusWidget() is shell.header.search


class PageWithEmptyPane(Page):
    """Its middle part has nothing that could take the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.middle = QWidget(self)

    def panes(self) -> list[QWidget]:
        return [self.one, self.middle, self.two]


def test_f6_passes_over_a_pane_in_which_nothing_can_hold_the_keys(shell: Shell, qtbot: QtBot) -> None:
    shell.add_page("empty", PageWithEmptyPane)
    shell.show_page("empty")
    page = shell.page("empty")
    assert isinstance(page, PageWithEmptyPane)
    page.middle.setFocusProxy(hidden := QLineEdit(page.middle))
    hidden.hide()
    seen = []
    for held in (NONE, SHIFT):
        qtbot.keyClick(shell, Qt.Key.Key_F6, held)
        seen.append(shell.focusWidget())
    assert seen == [page.two, page.one]


def test_below_1200_pixels_the_rail_is_64_wide_and_says_its_labels_as_tips(shell: Shell) -> None:
    shell.resize(1024, 700)
    assert shell.width() == 1024
    assert shell.compact
    assert shell.rail.width() == 64
    assert shell.rail.first().toolTip() == "Tänään"
    shell.resize(1280, 700)
    assert shell.rail.width() == 184


def test_badges_are_read_out_and_new_ones_keep_the_buttons(shell: Shell) -> None:
    button = shell.rail._buttons["people"]
    assert button.accessibleName() == "Ihmiset, 3"
    shell.show_items(
        (
            RailItem(key="today", icon="sun", label="I dag"),
            RailItem(key="people", icon="users", label="Personer"),
        ),
        (RailItem(key="sync", icon="refresh-cw", label="Synkronisering"),),
    )
    assert shell.rail._buttons["people"] is button
    assert button.accessibleName() == "Personer"


def test_the_banner_is_there_only_while_it_has_words(shell: Shell) -> None:
    assert not shell.banner.isVisible()
    shell.show_banner("Demo: mikään täällä ei ole oikeaa")
    assert shell.banner.isVisible()
    shell.show_banner("")
    assert not shell.banner.isVisible()


def test_the_sync_word_is_read_out_with_its_count_and_asks_when_pressed(shell: Shell, qtbot: QtBot) -> None:
    shell.show_sync(SyncWord(mark=mark_of(State.OFFLINE), strong="6 lähettämättä"))
    assert shell.header.sync.accessibleName() == "Ei verkkoa, 6 lähettämättä"
    with qtbot.waitSignal(shell.sync_asked):
        shell.header.sync.click()


def test_tab_goes_from_the_rail_over_the_header_to_the_page(shell: Shell) -> None:
    page = shell.page("today")
    assert isinstance(page, Page)
    reached = focusable(shell)
    header = [shell.header.search, shell.header.sync, shell.header.lock]
    assert reached == [*shell.rail.stops(), *header, page.one, page.two]
