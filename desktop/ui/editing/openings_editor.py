# SPDX-License-Identifier: MIT
"""The editor of opening hours: a line a weekday, and the rest in words."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.components.field import LineField
from desktop.ui.components.words import Words
from desktop.ui.editing.part_editor import PartEditor
from desktop.ui.editing.texts_editor import TextsEditor
from desktop.ui.editing.typed_hours import read_spans, write_spans
from desktop.ui.editing.value_words import said_exception, weekday_name
from desktop.ui.page import Tools
from desktop.ui.theme.measures import GAP, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.service_fields import wrong_words

_DAYS: Final = range(1, 8)
_COLUMNS: Final = 4


class OpeningsEditor(PartEditor):
    """``Hours`` as a map. Other hours of single days are shown and kept, not edited: they come from a source."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._kept: list[dict[str, Any]] = []
        self._openings: list[dict[str, Any]] = []
        self.days = {day: LineField(tools.theme, " ", longest=80) for day in _DAYS}
        self.note = TextsEditor(tools)
        self._label = Words(tools.theme, size=Type.LABEL)
        self._others = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        for place, line in enumerate(self.days.values()):
            grid.addWidget(line, place // _COLUMNS, place % _COLUMNS)
            line.edited.connect(lambda _text: self.edited.emit())
        for each in range(_COLUMNS):
            grid.setColumnStretch(each, 1)
        column.addLayout(grid)
        column.addWidget(self._others)
        column.addWidget(self.note)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(self.days[1])
        self.note.edited.connect(self.edited)

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return openings, other hours and words as a map, or ``None`` for nothing known."""
        openings = [
            {"weekday": day, "opens": opens, "closes": closes}
            for day in _DAYS
            for opens, closes in read_spans(self.days[day].text()) or ()
        ]
        parts = {"openings": openings, "exceptions": self._kept, "note": self.note.value()}
        return {name: part for name, part in parts.items() if part} or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show these hours."""
        hours = value or {}
        self._openings = list(hours.get("openings") or ())
        self._kept = list(hours.get("exceptions") or ())
        self.note.show_value(hours.get("note"))
        for day, line in self.days.items():
            spans = [
                (str(one["opens"]), str(one["closes"])) for one in self._openings if one["weekday"] == day
            ]
            line.set_text(write_spans(spans, self._tools.translations.language))
            line.set_error("")
        self._say_others()

    def problem(self) -> str:
        """Return that a day's times are none, if so."""
        wrong = any(read_spans(line.text()) is None for line in self.days.values())
        return wrong_words("bad_time") if wrong else ""

    def set_error(self, words: str, path: str = "") -> None:
        """Show what is wrong under the first day that can't be read, or under the words."""
        for line in self.days.values():
            line.set_error("")
        self.note.set_error("")
        if words and path.startswith("note"):
            self.note.set_error(words, path.partition(".")[2])
        elif words:
            unread = [line for line in self.days.values() if read_spans(line.text()) is None]
            (unread or [self.days[1]])[0].set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label and the weekdays' names."""
        self._label.setText(label)
        for day, line in self.days.items():
            name = weekday_name(day, self._tools.translations.language)
            line.set_label(name)
            line.line.setAccessibleName(f"{label}: {name}")
        self.note.set_label(QCoreApplication.translate("Editing", "Opening hours in words"))
        self._say_others()

    def speak(self, language: str) -> None:
        """Show the words in this language."""
        self.note.speak(language)

    def _say_others(self) -> None:
        language = self._tools.translations.language
        others = ", ".join(said_exception(one, language) for one in self._kept)
        words = QCoreApplication.translate("Editing", "Other hours: {hours}").format(hours=others)
        self._others.setText(words if others else "")
        self._others.setVisible(bool(others))
