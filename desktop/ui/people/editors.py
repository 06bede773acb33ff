# SPDX-License-Identifier: MIT
"""Editors of single values: a line, a date, a code of a list, yes or no, permissions.

Each shows a value of a FieldView and gives one back; what is half typed is kept as text.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.people import FieldValue
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField
from desktop.ui.components.tip import plain_tip
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.words.fields import said_date, said_phone
from desktop.ui.words.moments import local_moment
from desktop.ui.words.typed_date import stored_date
from sync.records.phone import tidy_phone

NAME_SIGNS: Final = 120
_ROOM: Final = 2000


def too_long(length: int, limit: int) -> str:
    """Return the sentence for a text that does not fit its field."""
    words = QCoreApplication.translate(
        "Editors", "Too long: {length} of {limit} signs. Shorten it; nothing is lost."
    )
    return words.format(length=length, limit=limit)


class ValueEditor(QWidget):
    """What every editor is. ``edited`` tells a change that a person made."""

    edited = Signal()

    def __init__(self, field: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(field)
        self.setFocusProxy(field)

    def value(self) -> FieldValue:
        """Return the value as it is written; ``None`` for an empty one."""
        return self.kept() or None

    def show_value(self, value: FieldValue) -> None:
        """Show a value that is written down."""
        self.restore(str(value or ""))

    def kept(self) -> str:
        """Return what is on the screen as text, for a draft; empty for what is never kept half typed."""
        return ""

    def restore(self, text: str) -> None:
        """Show what ``kept`` gave; what is never kept only loses its error."""
        if text:
            self.set_error("")

    def problem(self) -> str:
        """Return what is wrong with what is typed, as a sentence, or an empty text."""
        return ""

    def set_error(self, words: str) -> None:
        """Tell what is wrong; editors with room for it show it beside the field."""
        self.setAccessibleDescription(words)
        self.setToolTip(plain_tip(words))

    def set_label(self, label: str) -> None:
        """Say what is edited here; editors with a label of their own show it."""
        self.setAccessibleName(label)


class LineEditor(ValueEditor):
    """A line of text: a name, a phone number, an address."""

    def __init__(self, tools: Tools, *, longest: int = NAME_SIGNS, parent: QWidget | None = None) -> None:
        self._longest = longest
        # Never cut while typing or pasting: a longer text stays on the screen and is refused in words.
        self.field = LineField(tools.theme, " ", longest=longest + _ROOM)
        super().__init__(self.field, parent=parent)
        self.field.edited.connect(self.typed)

    def typed(self, _text: str) -> None:
        """Tell that a key changed the text."""
        self.edited.emit()

    def value(self) -> FieldValue:
        """Return the text without space round it."""
        return unicodedata.normalize("NFC", self.field.text().strip()) or None

    def kept(self) -> str:
        """Return the text as typed."""
        return self.field.text()

    def problem(self) -> str:
        """Return that the text is too long for its field, if so."""
        length = len(self.field.text().strip())
        return too_long(length, self._longest) if length > self._longest else ""

    def restore(self, text: str) -> None:
        """Show this text."""
        self.field.set_text(text)
        self.field.set_error("")

    def set_error(self, words: str) -> None:
        """Show what is wrong under the line."""
        self.field.set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self.field.set_label(label)


class PhoneEditor(LineEditor):
    """A phone number, shown in the groups people read aloud, given back in the one form that is stored."""

    def value(self) -> FieldValue:
        """Return the number as it is stored; what is no number stays as it was said."""
        return tidy_phone(str(super().value() or "")) or None

    def show_value(self, value: FieldValue) -> None:
        """Show a stored number."""
        self.restore(said_phone(str(value or "")))


class DateEditor(LineEditor):
    """A day, typed as people write it here: 14.2.1996."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools, longest=20, parent=parent)
        self._tools = tools
        self.field.line.editingFinished.connect(self._left)

    def value(self) -> FieldValue:
        """Return the day as it is stored; ``problem`` says when it is none."""
        return stored_date(self.field.text(), self._today()) or None

    def show_value(self, value: FieldValue) -> None:
        """Show a stored day."""
        self.restore(said_date(str(value or "")))

    def problem(self) -> str:
        """Return that this is no day, if so."""
        if self.field.text().strip() and not self.value():
            return QCoreApplication.translate("Editors", "Write the day like this: 14.2.1996.")
        return ""

    def _today(self) -> str:
        return local_moment(self._tools.clock()).date().isoformat()

    def _left(self) -> None:
        value = self.value()
        if value:
            self.field.set_text(said_date(str(value)))
        self.field.set_error(self.problem())


class CodeEditor(ValueEditor):
    """One code of a list, or nothing asked. Typing letters goes to the word that begins so."""

    def __init__(self, tools: Tools, codes: str, *, parent: QWidget | None = None) -> None:
        self._tools = tools
        self._codes = codes
        self.choice = Choice(tools.theme, " ")
        self.choice.setMaxVisibleItems(14)
        self.field = Field(tools.theme, " ", self.choice)
        super().__init__(self.field, parent=parent)
        self.choice.chosen.connect(lambda _key: self._chosen())
        self.retranslate()

    def kept(self) -> str:
        """Return the code."""
        return self.choice.key()

    def restore(self, text: str) -> None:
        """Show a code; one that our list does not have, or no longer offers, is offered all the same."""
        self.choice.set_options(self._options(text), key=text)
        self.field.set_error("")

    def set_error(self, words: str) -> None:
        """Show what is wrong under the list."""
        self.field.set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label, and the words of the codes with it."""
        self.field.set_label(label)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the codes in the language in force."""
        self.choice.set_options(self._options(self.choice.key()))

    def _options(self, held: str) -> list[tuple[str, str]]:
        codes = self._tools.codes
        day = local_moment(self._tools.clock()).date().isoformat()
        options = [("", QCoreApplication.translate("Editors", "Not asked"))]
        options += [(row.code, codes.row_label(row)) for row in codes.lists[self._codes].on(day)]
        if held and held not in {key for key, _ in options}:
            options.append((held, codes.label(self._codes, held)))
        return options

    def _chosen(self) -> None:
        self.field.set_error("")
        self.edited.emit()


class FlagEditor(ValueEditor):
    """Yes or no as one box."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        self.check = Check(tools.theme, " ")
        super().__init__(self.check, parent=parent)
        self.check.clicked.connect(lambda _on: self.edited.emit())

    def value(self) -> FieldValue:
        """Return whether it is ticked; not ticked is the same as never asked."""
        return True if self.check.isChecked() else None

    def show_value(self, value: FieldValue) -> None:
        """Tick or not."""
        self.check.setChecked(value is True)

    def kept(self) -> str:
        """Return a word when it is ticked."""
        return "yes" if self.check.isChecked() else ""

    def restore(self, text: str) -> None:
        """Tick as it was kept."""
        self.check.setChecked(text == "yes")

    def set_error(self, words: str) -> None:
        """Tell it with the box."""
        self.check.setAccessibleDescription(words)
        self.check.setToolTip(plain_tip(words))

    def set_label(self, label: str) -> None:
        """Change the word beside the box."""
        self.check.setText(label)
        self.check.updateGeometry()


class WaysEditor(ValueEditor):
    """A set of codes as a row of boxes: how a person may be reached."""

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
        row = QHBoxLayout()
        row.setSpacing(12)
        for box in self._boxes.values():
            row.addWidget(box)
            box.clicked.connect(lambda _on: self.edited.emit())
        row.addStretch(1)
        column.addLayout(row)
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
