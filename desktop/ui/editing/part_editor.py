# SPDX-License-Identifier: MIT
"""What every editor of one field of a service is, and the plain ones: a line, a day, a number, a phone."""

import unicodedata
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.components.field import LineField
from desktop.ui.page import Tools
from desktop.ui.words.fields import said_date, said_phone
from desktop.ui.words.moments import local_moment
from desktop.ui.words.typed_date import stored_date
from sync.records.phone import tidy_phone

_ROOM: Final = 2000
"""Never cut while typing or pasting: a longer text stays on the screen and is refused in words."""


def tidy(text: str) -> str:
    """Return a text as it is stored: form C, without space round it."""
    return unicodedata.normalize("NFC", text.strip())


class PartEditor(QWidget):
    """``edited`` tells a change that a person made. Values are those of ``sync.catalogue.model.to_map``."""

    edited = Signal()

    def __init__(self, inner: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inner)
        self.setFocusProxy(inner)

    def value(self) -> Any:  # noqa: ANN401 - a text, a number, a list or a map
        """Return the value as it is stored; ``None`` for an empty one."""
        raise TypeError("an editor has a value")

    def show_value(self, value: Any) -> None:  # noqa: ANN401, ARG002 - what an editor gets
        """Show a stored value; ``None`` for none. Takes an error back."""
        raise TypeError("an editor shows a value")

    def problem(self) -> str:
        """Return what is wrong with what is typed, as a sentence, or an empty text."""
        return ""

    def set_error(self, words: str, path: str = "") -> None:  # noqa: ARG002 - same
        """Show what is wrong; ``path`` is what of the field it is about, as ``fi`` or ``0.address``."""
        raise TypeError("an editor shows what is wrong")

    def set_label(self, label: str) -> None:  # noqa: ARG002 - same
        """Say what is edited here."""
        raise TypeError("an editor has a label")

    def speak(self, language: str) -> None:
        """Show texts in this language of the service; most editors have none."""


class LineEditor(PartEditor):
    """One line of text, the same in every language."""

    def __init__(self, tools: Tools, *, longest: int = 200, parent: QWidget | None = None) -> None:
        self.tools = tools
        self.field = LineField(tools.theme, " ", longest=longest + _ROOM)
        super().__init__(self.field, parent=parent)
        self.field.edited.connect(lambda _text: self.edited.emit())

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the text, or ``None``."""
        return tidy(self.field.text()) or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show a text."""
        self.field.set_text(str(value or ""))
        self.field.set_error("")

    def set_error(self, words: str, path: str = "") -> None:  # noqa: ARG002 - a line has no parts
        """Show what is wrong under the line."""
        self.field.set_error(words)

    def set_label(self, label: str) -> None:
        """Change the label."""
        self.field.set_label(label)


class PhoneEditor(LineEditor):
    """A number, shown in the groups people read aloud; one that nobody touched is given back as it came."""

    _stored = ""

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the number; what is no number stays as it was typed."""
        typed = self.field.text()
        if typed == said_phone(self._stored):
            return self._stored or None
        return tidy_phone(typed) or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show a number."""
        self._stored = str(value or "")
        super().show_value(said_phone(self._stored))


class DayEditor(LineEditor):
    """A day, typed as people write it here: 14.2.2027."""

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the day as ``YYYY-MM-DD``; ``problem`` says when it is none."""
        return stored_date(self.field.text(), self.today()) or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show a stored day."""
        super().show_value(said_date(str(value or "")))

    def problem(self) -> str:
        """Return that this is no day, if so."""
        if self.field.text().strip() and not self.value():
            return QCoreApplication.translate("Editing", "Write the day like this: 14.2.2027.")
        return ""

    def today(self) -> str:
        """Return today as ``YYYY-MM-DD``."""
        return local_moment(self.tools.clock()).date().isoformat()


class NumberEditor(LineEditor):
    """A whole number; ``empty`` is what stands for none, as 0 for no age limit."""

    def __init__(self, tools: Tools, *, empty: int, parent: QWidget | None = None) -> None:
        super().__init__(tools, longest=6, parent=parent)
        self._empty = empty

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the number, or ``None`` for none."""
        text = self.field.text().strip()
        return int(text) if text.isascii() and text.isdecimal() and int(text) != self._empty else None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show a number."""
        super().show_value("" if value in (None, self._empty) else str(value))

    def problem(self) -> str:
        """Return that this is no number, if so."""
        text = self.field.text().strip()
        if text and not (text.isascii() and text.isdecimal()):
            return QCoreApplication.translate("Editing", "Write a whole number, or leave it empty.")
        return ""
