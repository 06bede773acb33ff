# SPDX-License-Identifier: MIT
"""Editors of a path's fields: long texts, days ahead and behind, when a meeting was, who took part, a level."""

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import FieldValue
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, TextField
from desktop.ui.components.tip import plain_tip
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.editors import CodeEditor, FlagEditor, LineEditor, ValueEditor, too_long
from desktop.ui.people.group_editors import PairEditor
from desktop.ui.people.plan_days import any_day, day_ahead, day_behind, moment_ms
from desktop.ui.people.plan_words import level_words
from desktop.ui.theme.measures import Type
from desktop.ui.words.dates import written_time
from desktop.ui.words.fields import said_date
from desktop.ui.words.moments import local_moment
from sync.records.fields import TEXT_LENGTH

LEVELS: Final = (1, 2, 3, 4)
_DATE_SIGNS: Final = 20
_TIME_SIGNS: Final = 8


class LongEditor(ValueEditor):
    """A text of several lines."""

    def __init__(self, tools: Tools, *, lines: int = 3, parent: QWidget | None = None) -> None:
        self.field = TextField(tools.theme, " ", longest=TEXT_LENGTH, lines=lines)
        super().__init__(self.field, parent=parent)
        self.field.edited.connect(lambda _text: self.edited.emit())

    def value(self) -> FieldValue:
        """Return the text without space round it."""
        return unicodedata.normalize("NFC", self.field.text().strip()) or None

    def kept(self) -> str:
        """Return the text as typed."""
        return self.field.text()

    def restore(self, text: str) -> None:
        """Show this text."""
        self.field.set_text(text)
        self.field.set_error("")

    def problem(self) -> str:
        """Return that the text is too long for its field, if so."""
        length = len(self.field.text().strip())
        return too_long(length, TEXT_LENGTH) if length > TEXT_LENGTH else ""

    def set_error(self, words: str) -> None:
        """Show what is wrong under the text."""
        self.field.set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self.field.set_label(label)


class DayEditor(LineEditor):
    """A day as people type it. What stood there and was not touched is right, though its day may be over."""

    def __init__(
        self, tools: Tools, read: Callable[[str, date], str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools, longest=_DATE_SIGNS, parent=parent)
        self._tools = tools
        self._read = read
        self._held = ""
        self.field.line.editingFinished.connect(self._left)

    def value(self) -> FieldValue:
        """Return the day as it is stored; ``problem`` says when it is none."""
        text = self.field.text().strip()
        if self._held and text == said_date(self._held):
            return self._held
        return self._read(text, self._today()) or None

    def show_value(self, value: FieldValue) -> None:
        """Show a stored day."""
        self._held = str(value or "")
        self.restore(said_date(self._held))

    def problem(self) -> str:
        """Return that this is no such day, if so."""
        if not self.field.text().strip() or self.value():
            return ""
        if self._read is day_ahead:
            return QCoreApplication.translate(
                "PlanForm", "Not a day from today on. Write it as 8.12. or +14."
            )
        if self._read is day_behind:
            return QCoreApplication.translate("PlanForm", "Not a day up to today. Write it as 8.12.")
        return QCoreApplication.translate("PlanForm", "Not a day. Write it as 8.12. or 8.12.2026.")

    def _today(self) -> date:
        return local_moment(self._tools.clock()).date()

    def _left(self) -> None:
        value = self.value()
        if value:
            self.field.set_text(said_date(str(value)))
        self.field.set_error(self.problem())


def ahead_editor(tools: Tools) -> DayEditor:
    """Return an editor of a day from today on."""
    return DayEditor(tools, day_ahead)


def behind_editor(tools: Tools) -> DayEditor:
    """Return an editor of a day up to today."""
    return DayEditor(tools, day_behind)


def day_editor(tools: Tools) -> DayEditor:
    """Return an editor of any day."""
    return DayEditor(tools, any_day)


class TimeEditor(LineEditor):
    """Hours and minutes, as typed."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, longest=_TIME_SIGNS, parent=parent)

    def problem(self) -> str:
        """Return that this is no time, if so."""
        if moment_ms("2026-01-02", str(self.value() or "")) is not None:
            return ""
        return QCoreApplication.translate("PlanForm", "Write the time as 9.30.")


class MomentEditor(PairEditor):
    """When something was: a day up to today and a time; its value is milliseconds since 1970."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._day = behind_editor(tools)
        self._time = TimeEditor(tools)
        self._held: tuple[int, str, str] | None = None
        super().__init__(self._day, self._time, ("day", "time"), parent=parent)

    def value(self) -> FieldValue:
        """Return the moment; what was not touched keeps its seconds."""
        day, time = str(self._day.value() or ""), str(self._time.value() or "")
        if self._held is not None and (day, time) == self._held[1:]:
            return self._held[0]
        return moment_ms(day, time)

    def show_value(self, value: FieldValue) -> None:
        """Show a moment, or now for none."""
        at = value if isinstance(value, int) else self._tools.clock()
        moment = local_moment(at)
        day = moment.date().isoformat()
        time = written_time(moment, self._tools.translations.language)
        self._held = (at, day, time)
        self._day.show_value(day)
        self._time.restore(time)

    def problem(self) -> str:
        """Return what is wrong with day or time."""
        if not self._day.value():
            return self._day.problem() or QCoreApplication.translate("PlanForm", "Write the day as 8.12.")
        return self._time.problem()

    def set_error(self, words: str) -> None:
        """Show it under the part it is about."""
        at_day = not self._day.value()
        (self._day if at_day else self._time).set_error(words)
        if not words:
            self._day.set_error("")
            self._time.set_error("")

    def set_label(self, label: str) -> None:
        """Say the labels of both parts."""
        super().set_label(label)
        self._day.set_label(label)
        self._time.set_label(QCoreApplication.translate("PlanForm", "Time"))


class SetEditor(ValueEditor):
    """A set of codes as boxes in two columns: who took part."""

    def __init__(self, tools: Tools, codes: str, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._codes = codes
        self._label = Words(tools.theme, size=Type.LABEL)
        self._boxes = {row.code: Check(tools.theme, " ") for row in tools.codes.lists[codes].rows}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self._label)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, place // 2, place % 2)
            box.clicked.connect(lambda _on: self.edited.emit())
        column.addLayout(grid)
        super().__init__(inner, parent=parent)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def value(self) -> FieldValue:
        """Return the codes that are ticked."""
        return [code for code, box in self._boxes.items() if box.isChecked()]

    def show_value(self, value: FieldValue) -> None:
        """Tick these codes."""
        on: Sequence[str] = value if isinstance(value, list) else ()
        for code, box in self._boxes.items():
            box.setChecked(code in on)

    def boxes(self) -> list[QWidget]:
        """Return the boxes, in order."""
        return list(self._boxes.values())

    def kept(self) -> str:
        """Return the ticked codes, joined by a comma."""
        return ",".join(code for code, box in self._boxes.items() if box.isChecked())

    def restore(self, text: str) -> None:
        """Tick as it was kept."""
        self.show_value(text.split(",") if text else [])

    def set_error(self, words: str) -> None:
        """Tell it with the boxes."""
        self._label.setToolTip(plain_tip(words))

    def set_label(self, label: str) -> None:
        """Change the label and the words of the boxes."""
        self._label.setText(label)
        for code, box in self._boxes.items():
            word = self._tools.codes.label(self._codes, code)
            box.setText(word)
            box.setAccessibleName(f"{label}: {word}")
            box.updateGeometry()


class LevelEditor(ValueEditor):
    """How well somebody can something: nothing said, or one of four."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self.choice = Choice(tools.theme, " ")
        self.field = Field(tools.theme, " ", self.choice)
        super().__init__(self.field, parent=parent)
        self.choice.chosen.connect(lambda _key: self.edited.emit())

    def value(self) -> FieldValue:
        """Return the level, ``None`` for nothing said."""
        key = self.choice.key()
        return int(key) if key else None

    def kept(self) -> str:
        """Return the level as text."""
        return self.choice.key()

    def restore(self, text: str) -> None:
        """Show this level."""
        self._offer()
        self.choice.set_key(text if text in {str(one) for one in LEVELS} else "")

    def set_error(self, words: str) -> None:
        """Show what is wrong under the list."""
        self.field.set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label, and the words of the levels with it."""
        self.field.set_label(label)
        self._offer()

    def _offer(self) -> None:
        none = QCoreApplication.translate("PlanForm", "Not said")
        self.choice.set_options([("", none), *((str(one), level_words(one)) for one in LEVELS)])


def stops_of(editor: ValueEditor) -> list[QWidget]:
    """Return what Tab goes through in an editor, in order."""
    match editor:
        case MomentEditor():
            return [*stops_of(editor.first), *stops_of(editor.second)]
        case SetEditor():
            return editor.boxes()
        case LevelEditor() | CodeEditor():
            return [editor.choice]
        case LongEditor():
            return [editor.field.area]
        case FlagEditor():
            return [editor.check]
        case LineEditor():
            return [editor.field.line]
        case _:
            return []
