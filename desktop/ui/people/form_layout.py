# SPDX-License-Identifier: MIT
"""Where the editors of a person's form stand: a short first part, and the rest that can be opened."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.leads import LeadRow
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.editors import ValueEditor
from desktop.ui.people.group_editors import editor_for, ways_editor
from desktop.ui.theme.measures import GAP, Type
from desktop.ui.words.fields import field_label

WAYS: Final = "person/contact_ok"
HETU: Final = "person/hetu"
BORN: Final = "person/birth_date"
NAME: Final = "person/name"
KNOWN_AS: Final = "person/known_as"
PHONE: Final = "person/phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One editor: which field, and whether it takes the whole width."""

    key: str
    wide: bool = False


FIRST: Final = (
    Place(key=NAME, wide=True),
    Place(key=KNOWN_AS),
    Place(key=PHONE),
    Place(key="person/contact_language"),
    Place(key="person/interpreter_language"),
    Place(key=WAYS, wide=True),
)
MORE: Final = (
    Place(key=HETU),
    Place(key=BORN),
    Place(key="person/email"),
    Place(key="person/mother_tongue"),
    Place(key="person/municipality"),
    Place(key="person/district"),
    Place(key="person/postcode"),
    Place(key="person/protected"),
)
SITUATION: Final = (
    Place(key="situation/labour", wide=True),
    Place(key="situation/finnish_level"),
    Place(key="situation/swedish_level"),
    Place(key="situation/education"),
    Place(key="situation/occupation"),
    Place(key="situation/housing"),
    Place(key="situation/income"),
    Place(key="situation/main_activity"),
    Place(key="situation/last_work"),
    Place(key="situation/driving", wide=True),
)


class FormParts:
    """The editors by key (`person/phone`) and the two parts they lie in."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self.editors: dict[str, ValueEditor] = {}
        self.first = QWidget()
        self.more = QWidget()
        self._situation_title = Words(tools.theme, size=Type.SECTION)
        self.first.setLayout(self._grid(FIRST))
        column = QVBoxLayout(self.more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid(MORE))
        column.addWidget(self._situation_title)
        column.addLayout(self._grid(SITUATION))

    def retranslate(self) -> None:
        """Say every label again."""
        self._situation_title.setText(QCoreApplication.translate("FormParts", "Situation"))
        for key, editor in self.editors.items():
            kind, _, field = key.partition("/")
            editor.set_label(field_label(kind, field, self._tools.codes))

    def _grid(self, places: tuple[Place, ...]) -> QLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(6)
        row = column = 0
        for place in places:
            editor = self._made(place.key)
            self.editors[place.key] = editor
            if place.wide and column:
                row, column = row + 1, 0
            grid.addWidget(editor, row, column, 1, 2 if place.wide else 1)
            column = 2 if place.wide else column + 1
            if column > 1:
                row, column = row + 1, 0
        for each in (0, 1):
            grid.setColumnStretch(each, 1)
            grid.setColumnMinimumWidth(each, 120)
        return grid

    def _made(self, key: str) -> ValueEditor:
        if key == WAYS:
            return ways_editor(self._tools)
        kind, _, field = key.partition("/")
        made = editor_for(kind, field, self._tools, practice=False)
        if made is None:
            raise KeyError(key)
        return made


def fill_from_lead(editors: Mapping[str, ValueEditor], row: LeadRow) -> None:
    """Write what a permission to contact says; where something half typed stands already, that stays."""
    said = {
        KNOWN_AS: row.name, PHONE: row.phone, "person/email": row.email, "person/contact_language": row.language,
    }  # fmt: skip
    for key, text in said.items():
        if text and editors[key].value() is None:
            editors[key].show_value(text)
