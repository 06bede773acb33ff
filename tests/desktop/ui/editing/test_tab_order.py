# SPDX-License-Identifier: MIT
"""Tab through widgets that were made later: once at each, never at what Qt has made inside them."""

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.components.field import LineField
from desktop.ui.editing.tab_order import tab_after
from desktop.ui.theme.theme import Theme


def test_tab_stops_once_at_a_drop_down_a_field_and_a_table(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    table, field, choice, first = QTableWidget(2, 2), LineField(theme, "Nimi"), QComboBox(), QLineEdit()
    choice.setEditable(True)
    for one in (table, field, choice, first):
        column.addWidget(one)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first.setFocus()
    tab_after(first, [choice, field, table])
    reached = []
    for _ in range(3):
        assert page.focusNextChild()
        reached.append(QApplication.focusWidget())
    assert reached == [choice, field.line, table]
