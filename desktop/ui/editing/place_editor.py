# SPDX-License-Identifier: MIT
"""The editor of one place of a service, and of all of its places."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.rule import Rule
from desktop.ui.components.words import Words
from desktop.ui.editing.code_editors import OneCodeEditor, YesNoEditor
from desktop.ui.editing.openings_editor import OpeningsEditor
from desktop.ui.editing.part_editor import DayEditor, LineEditor, PartEditor, PhoneEditor
from desktop.ui.editing.tab_order import tab_after
from desktop.ui.editing.texts_editor import TextsEditor
from desktop.ui.page import Tools
from desktop.ui.theme.measures import GAP, Type
from desktop.ui.words.service_fields import service_field_label
from sync.catalogue.model import MOST_PLACES, TEXT_LENGTH

_WIDE: Final = frozenset({"name", "hours", "note"})


class PlaceEditor(QWidget):
    """One place as a map. What is not edited here, its point on the map, stays as it was."""

    edited = Signal()
    left = Signal()
    """This place goes."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._base: dict[str, Any] = {}
        self.title = Words(tools.theme, size=Type.NAME)
        self.remove = Button(tools.theme, kind=ButtonKind.QUIET, icon_name="trash-2")
        self.editors: dict[str, PartEditor] = {
            "name": TextsEditor(tools),
            "address": LineEditor(tools),
            "postcode": LineEditor(tools, longest=10),
            "town": LineEditor(tools, longest=60),
            "municipality": OneCodeEditor(tools, "municipalities"),
            "district": OneCodeEditor(tools, "districts"),
            "accessible": YesNoEditor(tools, partly=True),
            "hours": OpeningsEditor(tools),
            "phone": PhoneEditor(tools),
            "email": LineEditor(tools),
            "web": TextsEditor(tools, longest=1000),
            "starts": DayEditor(tools),
            "ends": DayEditor(tools),
            "note": TextsEditor(tools, lines=2, longest=TEXT_LENGTH),
        }
        head = QHBoxLayout()
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(_grid(self.editors))
        column.addWidget(Rule(tools.theme))
        self.remove.clicked.connect(self.left)
        for editor in self.editors.values():
            editor.edited.connect(self.edited)

    def value(self) -> dict[str, Any]:
        """Return the place as a map."""
        kept = {name: one for name, one in self._base.items() if name not in self.editors}
        told = {name: editor.value() for name, editor in self.editors.items()}
        return kept | {name: one for name, one in told.items() if one}

    def show_value(self, place: dict[str, Any]) -> None:
        """Show a place."""
        self._base = dict(place)
        for name, editor in self.editors.items():
            editor.show_value(place.get(name))

    def say(self, number: int) -> None:
        """Say every word; ``number`` counts from 1."""
        said = QCoreApplication.translate("Editing", "Place {number}").format(number=number)
        self.title.setText(said)
        self.remove.setText(QCoreApplication.translate("Editing", "Remove the place"))
        self.remove.setAccessibleName(f"{self.remove.text()}: {said}")
        self.remove.updateGeometry()
        for name, editor in self.editors.items():
            editor.set_label(service_field_label(f"place.{name}", self._tools.codes))


class PlacesEditor(PartEditor):
    """All places, one under another."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._language = "fi"
        self.places: list[PlaceEditor] = []
        self.add = Button(tools.theme, icon_name="plus")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(self.add)
        self.add.clicked.connect(self._add)

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the places that say anything, or ``None``."""
        return [place for editor in self.places if (place := editor.value())] or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show these places; editors that are there already are filled again."""
        shown = [dict(one) for one in value or ()]
        while len(self.places) > len(shown):
            self._drop(self.places[-1])
        while len(self.places) < len(shown):
            self._made()
        for editor, place in zip(self.places, shown, strict=True):
            editor.show_value(place)
        self._say()

    def problem(self) -> str:
        """Return what is wrong in the first place that has something wrong."""
        return next((words for _, _, words in self._wrong()), "")

    def set_error(self, words: str, path: str = "") -> None:
        """Show what is wrong in the place that ``path`` names, as ``0.address.fi``."""
        if not words:
            for place in self.places:
                for editor in place.editors.values():
                    editor.set_error("")
            return
        number, _, rest = path.partition(".")
        if number.isdigit() and int(number) < len(self.places):
            name, _, inner = rest.partition(".")
            found = self.places[int(number)].editors.get(name)
            if found is not None:
                found.set_error(words, inner)
                return
        for at, name, said in self._wrong():
            self.places[at].editors[name].set_error(said)

    def set_label(self, label: str) -> None:
        """Say the buttons; the section has the label."""
        self.setAccessibleName(label)
        self._say()

    def speak(self, language: str) -> None:
        """Show the texts in this language."""
        self._language = language
        for place in self.places:
            for editor in place.editors.values():
                editor.speak(language)

    def _wrong(self) -> list[tuple[int, str, str]]:
        return [
            (at, name, words)
            for at, place in enumerate(self.places)
            for name, editor in place.editors.items()
            if (words := editor.problem())
        ]

    def _add(self) -> None:
        if len(self.places) >= MOST_PLACES:
            return
        made = self._made()
        made.show_value({})
        self._say()
        made.editors["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _made(self) -> PlaceEditor:
        made = PlaceEditor(self._tools)
        made.edited.connect(self.edited)
        made.left.connect(partial(self._remove, made))
        for editor in made.editors.values():
            editor.speak(self._language)
        self.places.append(made)
        self._list.addWidget(made)
        tab_after(self.add, self.places)
        return made

    def _remove(self, place: PlaceEditor) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(place)
        self._say()
        self.edited.emit()

    def _drop(self, place: PlaceEditor) -> None:
        self.places.remove(place)
        self._list.removeWidget(place)
        place.hide()
        place.deleteLater()

    def _say(self) -> None:
        self.add.setText(QCoreApplication.translate("Editing", "Add a place"))
        self.add.updateGeometry()
        for at, place in enumerate(self.places):
            place.say(at + 1)


def _grid(editors: dict[str, PartEditor]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(2)
    row = column = 0
    for name, editor in editors.items():
        wide = name in _WIDE
        if wide and column:
            row, column = row + 1, 0
        grid.addWidget(editor, row, column, 1, 2 if wide else 1)
        column = 2 if wide else column + 1
        if column > 1:
            row, column = row + 1, 0
    for each in (0, 1):
        grid.setColumnStretch(each, 1)
        grid.setColumnMinimumWidth(each, 120)
    return grid
