# SPDX-License-Identifier: MIT
"""Words for codes, in the language that the window speaks now."""

from desktop.ui.words.translations import Translations
from sync.records.codes import Code, CodeLists


class CodeWords:
    """One lives beside the application; asks for the language each time, so a switch shows at once."""

    def __init__(self, lists: CodeLists, translations: Translations) -> None:
        self.lists = lists
        self._translations = translations

    def label(self, name: str, code: str) -> str:
        """Return a code's full words; the bare code when a newer list has it, an empty text for none."""
        return self.lists.label(name, code, self._translations.language.value) if code else ""

    def short(self, name: str, code: str) -> str:
        """Return the words that fit a chip (twelve letters)."""
        return self.lists.label(name, code, self._translations.language.value, short=True) if code else ""

    def row_label(self, row: Code) -> str:
        """Return the full words of a row."""
        return row.label.of(self._translations.language.value)

    def row_short(self, row: Code) -> str:
        """Return the chip's words of a row."""
        return row.short_label(self._translations.language.value)
