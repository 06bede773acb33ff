# SPDX-License-Identifier: MIT
"""Lists and tables keep what a person chose, tell what they do, and are read out in whole rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.ui.components.keyed_model import KeyedModel
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row, TimelineEntry
from desktop.ui.components.session_bar import SessionBar, SessionValue
from desktop.ui.components.states import State, late_mark, mark_of
from desktop.ui.components.table import Table
from desktop.ui.components.table_model import TableModel
from desktop.ui.components.table_value import Cell, Column, ColumnKind, TableRow
from desktop.ui.components.tabs import Tabs
from desktop.ui.components.timeline import Timeline
from desktop.ui.components.two_values import TwoValues, ValueLine
from desktop.ui.theme.theme import Theme

ROWS = tuple(Row(key=str(place), title=f"Ihminen {place}", second="1990") for place in range(5))
COLUMNS = (Column(title="Aihe"), Column(title="Asiointeja", width=100, kind=ColumnKind.NUMBER))


def table_row(key: str, words: str) -> TableRow:
    return TableRow(key=key, cells=(Cell(words=words), Cell(words="1")))


@pytest.fixture
def rows(theme: Theme, qtbot: QtBot) -> RowList:
    made = RowList(theme, "Ihmiset")
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(340, 400)
    made.show()
    return made


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> Table:
    made = Table(theme, "Aiheet", COLUMNS)
    qtbot.addWidget(made)
    made.set_rows([table_row("a", "Työnhaku"), table_row("b", "Opinnot"), table_row("c", "Digiapu")])
    made.resize(500, 300)
    made.show()
    return made


def test_the_models_hold_what_qt_asks_of_models(qtbot: QtBot) -> None:
    assert qtbot is not None
    listed: KeyedModel[Row] = KeyedModel()
    tested = [QAbstractItemModelTester(listed)]
    listed.set_values(ROWS)
    listed.set_values(ROWS[1:])
    tabled = TableModel(COLUMNS)
    tested.append(QAbstractItemModelTester(tabled))
    tabled.set_rows([table_row("a", "Työnhaku")])
    assert (listed.rowCount(), tabled.rowCount(), len(tested)) == (4, 1, 2)


def test_down_chooses_the_next_row_and_enter_opens_it(rows: RowList, qtbot: QtBot) -> None:
    rows.choose("0")
    with qtbot.waitSignal(rows.row_chosen) as chosen:
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert chosen.args == ["1"]
    with qtbot.waitSignal(rows.row_opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == ["1"]


def test_new_rows_keep_the_chosen_one_without_telling(rows: RowList, qtbot: QtBot) -> None:
    rows.choose("3")
    with qtbot.assertNotEmitted(rows.row_chosen):
        rows.set_rows((Row(key="new", title="Uusi"), *ROWS[2:]))
    assert rows.key() == "3"


def test_choosing_what_is_not_there_is_refused(rows: RowList) -> None:
    rows.choose("2")
    assert not rows.choose("nobody")
    assert rows.key() == "2"


def test_changed_words_of_one_row_reset_nothing() -> None:
    model: KeyedModel[Row] = KeyedModel()
    model.set_values(ROWS)
    resets: list[int] = []
    changes: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda top: changes.append(top.row()))
    model.set_values((ROWS[0], Row(key="1", title="Toinen nimi"), *ROWS[2:]))
    assert (resets, changes) == ([], [1])


def test_a_row_is_read_out_with_its_marks() -> None:
    row = Row(key="1", title="Samir Haddad", second="1996", marks=(mark_of(State.UNSENT),), pill=late_mark(2))
    model: KeyedModel[Row] = KeyedModel()
    model.set_values((row,))
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Samir Haddad, 1996, {mark_of(State.UNSENT).word}, {late_mark(2).word}"


def test_a_table_is_left_by_tab_and_read_by_its_columns(table: Table, qtbot: QtBot) -> None:
    assert not table.tabKeyNavigation()
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "Asiointeja"
    table.choose("a")
    with qtbot.waitSignal(table.row_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == ["b"]


def test_a_table_keeps_its_chosen_row_over_new_rows(table: Table, qtbot: QtBot) -> None:
    table.choose("c")
    with qtbot.assertNotEmitted(table.row_chosen):
        table.set_rows([table_row("z", "Uusi"), table_row("c", "Digiapu")])
    assert table.key() == "c"


def test_loose_columns_take_the_room_that_is_left(table: Table) -> None:
    assert table.columnWidth(1) == 100
    assert table.columnWidth(0) == table.viewport().width() - 100


def test_enter_opens_an_entry_of_the_timeline(theme: Theme, qtbot: QtBot) -> None:
    history = Timeline(theme, "Historia")
    qtbot.addWidget(history)
    history.set_entries((TimelineEntry(key="a", icon="plus", title="Käynti", when="14.21"),))
    history.show()
    history.setCurrentIndex(history.model().index(0, 0))
    with qtbot.waitSignal(history.entry_opened) as opened:
        qtbot.keyClick(history, Qt.Key.Key_Return)
    assert opened.args == ["a"]


def test_tabs_keep_the_shown_part_over_new_counts(theme: Theme, qtbot: QtBot) -> None:
    tabs = Tabs(theme, "Kortin osat")
    qtbot.addWidget(tabs)
    tabs.set_tabs((("sum", "Yhteenveto", 0), ("plan", "Suunnitelma", 3)))
    tabs.show()
    with qtbot.waitSignal(tabs.tab_chosen) as chosen:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert chosen.args == ["plan"]
    with qtbot.assertNotEmitted(tabs.tab_chosen):
        tabs.set_tabs((("sum", "Översikt", 0), ("plan", "Plan", 4)))
    assert tabs.key() == "plan"


def test_two_values_are_read_out_with_who_wrote_them(theme: Theme, qtbot: QtBot) -> None:
    box = TwoValues(theme, "Puhelin")
    qtbot.addWidget(box)
    box.set_values((ValueLine(value="040", source="Sinä"), ValueLine(value="044", source="Mehmet K.")))
    assert box.accessibleName() == "Puhelin: 040, Sinä; 044, Mehmet K."
    with qtbot.waitSignal(box.choose_asked):
        box._button.click()


def test_the_session_bar_counts_heads_by_its_two_buttons(theme: Theme, qtbot: QtBot) -> None:
    bar = SessionBar(theme)
    qtbot.addWidget(bar)
    bar.show_session(SessionValue(place="Itäkeskus", opened="12.03", visits=13, target=25, heads=23))
    assert bar._heads.accessibleName() == "Kävijöitä 23"
    assert bar._visits.accessibleName() == "Asiointeja 13 / 25"
    with qtbot.waitSignal(bar.head_added):
        bar.plus.click()
    with qtbot.waitSignal(bar.head_removed):
        bar.minus.click()
