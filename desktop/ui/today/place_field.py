# SPDX-License-Identifier: MIT
"""Where the point is: a place of the roster, offered while typing, or any other words."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from desktop.notebook.messages.today import PlaceOption
from desktop.ui.components.field import LineField
from desktop.ui.theme.theme import Theme


class PlaceField(LineField):
    """A LineField that completes from the roster; ``option`` tells which place was meant."""

    def __init__(self, theme: Theme, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, label, longest=120, parent=parent)
        self._places: tuple[PlaceOption, ...] = ()
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(8)
        completer.activated.connect(self.edited)
        self.line.setCompleter(completer)

    def set_places(self, places: Sequence[PlaceOption]) -> None:
        """Offer these places."""
        if tuple(places) != self._places:
            self._places = tuple(places)
            self._names.setStringList([place.name for place in places])

    def option(self) -> PlaceOption:
        """Return the place of the roster with the name written, or one with only these words."""
        written = self.text().strip()
        for place in self._places:
            if place.name.casefold() == written.casefold():
                return place
        return PlaceOption(point="", name=written, district="")
