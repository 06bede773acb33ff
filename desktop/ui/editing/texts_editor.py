# SPDX-License-Identifier: MIT
"""Editors of texts in several languages: one is shown, and under it what the Finnish says."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.components.field import LineField, TextField
from desktop.ui.editing.part_editor import PartEditor, tidy
from desktop.ui.page import Tools
from sync.catalogue.model import NAME_LENGTH, TEXT_LENGTH

_FIRST: Final = "fi"
_ROOM: Final = 2000
_HINT: Final = 160


class TextsEditor(PartEditor):
    """Language → text. ``lines`` 1 is one line, more a box of so many lines."""

    def __init__(
        self, tools: Tools, *, lines: int = 1, longest: int = NAME_LENGTH, parent: QWidget | None = None
    ) -> None:
        self._tools = tools
        self._language = _FIRST
        self._label = " "
        self._texts: dict[str, str] = {}
        self._errors: dict[str, str] = {}
        self.field: LineField | TextField = (
            LineField(tools.theme, " ", longest=longest + _ROOM)
            if lines == 1
            else TextField(tools.theme, " ", longest=max(longest, TEXT_LENGTH) + _ROOM, lines=lines)
        )
        super().__init__(self.field, parent=parent)
        self.field.edited.connect(self._typed)

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the texts, those that are empty left out, or ``None``."""
        kept = {language: tidy(text) for language, text in self._texts.items()}
        return {language: text for language, text in kept.items() if text} or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show these texts."""
        self._texts = dict(value or {})
        self._errors = {}
        self._show()

    def languages(self) -> list[str]:
        """Return the languages that have a text."""
        return [language for language, text in self._texts.items() if text.strip()]

    def set_error(self, words: str, path: str = "") -> None:
        """Keep what is wrong with one language's text and show it while that is shown."""
        if words:
            self._errors[path or self._language] = words
        else:
            self._errors = {}
        self.field.set_error(self._errors.get(self._language, ""))

    def set_label(self, label: str) -> None:
        """Change the label; the language stands beside it."""
        self._label = label
        self._say()

    def speak(self, language: str) -> None:
        """Show the text in this language."""
        self._language = language
        self._show()

    def _typed(self, text: str) -> None:
        self._texts[self._language] = text
        self._errors.pop(self._language, None)
        self.edited.emit()

    def _show(self) -> None:
        self.field.set_text(self._texts.get(self._language, ""))
        self._say()
        self.field.set_error(self._errors.get(self._language, ""))

    def _say(self) -> None:
        codes = self._tools.codes
        self.field.set_label(f"{self._label} ({codes.label('languages', self._language)})")
        finnish = " ".join(self._texts.get(_FIRST, "").split())
        hint = ""
        if self._language != _FIRST and finnish:
            short = finnish if len(finnish) <= _HINT else f"{finnish[:_HINT].rstrip()}\N{HORIZONTAL ELLIPSIS}"
            hint = QCoreApplication.translate("Editing", "In Finnish: {text}").format(text=short)
        self.field.set_hint(hint)


class NamesEditor(TextsEditor):
    """Language → words, typed with commas between: other names, search words."""

    def value(self) -> Any:  # noqa: ANN401 - of the base
        """Return the words of each language, or ``None``."""
        texts: dict[str, str] = super().value() or {}
        kept = {language: _words(text) for language, text in texts.items()}
        return {language: words for language, words in kept.items() if words} or None

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - of the base
        """Show these words."""
        super().show_value({language: ", ".join(words) for language, words in (value or {}).items()})


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.replace("\n", ",").split(",") if word.strip()]
