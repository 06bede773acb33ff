# SPDX-License-Identifier: MIT
"""What a service says, field by field: labels beside their values, long texts wrapped, nothing cut."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.components.words import Words
from desktop.ui.editing.value_words import flat, said_value
from desktop.ui.page import Tools
from desktop.ui.theme.measures import GAP, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.service_fields import service_field_label

_LABEL: Final = 170
_QUIET: Final = frozenset({"origin.id", "organisation.id"})
"""Ids of a source, which tell a person nothing."""


class FactLines(QWidget):
    """Labels made once and filled again for each service: it is read for minutes."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._rows: list[tuple[Words, Words]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)

    def show_content(self, content: Mapping[str, Any]) -> None:
        """Show every field that has a value."""
        told = [
            (service_field_label(path, self._tools.codes), words)
            for path, value in flat(content)
            if path not in _QUIET and (words := said_value(path, value, self._tools))
        ]
        while len(self._rows) < len(told):
            self._add()
        for place, (label, value) in enumerate(self._rows):
            shown = place < len(told)
            label.setText(told[place][0] if shown else "")
            value.setText(breakable(told[place][1], most=40) if shown else "")
            label.setVisible(shown)
            value.setVisible(shown)
        self.setAccessibleDescription(". ".join(f"{label}: {words}" for label, words in told))

    def words(self) -> dict[str, str]:
        """Return label → value, as shown."""
        return {label.text(): value.text() for label, value in self._rows if label.text()}

    def _add(self) -> None:
        theme = self._tools.theme
        label = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        label.setFixedWidth(_LABEL)
        value = Words(theme, wrap=True)
        place = len(self._rows)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, place, 0, top)
        self._grid.addWidget(value, place, 1, top)
        self._rows.append((label, value))
