# SPDX-License-Identifier: MIT
"""The field for the 26 characters that the help desk reads out: grouped and checked as they are typed."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.components.field import Field, LineField
from desktop.ui.theme.theme import Theme
from sync.protocol.crockford import grouped, normalised
from sync.protocol.errors import EnrolmentInvalid

CHARACTERS: Final = 26
_GROUP: Final = 4
_PASTED: Final = 80
"""As much as a careless paste may hold, with spaces and hyphens."""
_BETWEEN: Final = frozenset(" -\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}\N{EN DASH}\t\n\r")


class WordsField(LineField):
    """Takes Crockford's letters in any case, also pasted; ``completed`` tells that all 26 stand there."""

    completed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, " ", hint=" ", longest=_PASTED, parent=parent)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhUppercaseOnly
        )
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def words(self) -> str:
        """Return what was typed without hyphens."""
        return self.text().replace("-", "")

    def complete(self) -> bool:
        """Return whether all characters are there."""
        return len(self.words()) == CHARACTERS

    def forget(self) -> None:
        """Empty the field."""
        self.line.clear()
        self.set_error("")
        self.say_count()

    def say_count(self) -> None:
        """Say how many characters are there, in the language in force."""
        words = QCoreApplication.translate("UnlockPage", "{count} of {all} characters")
        self.set_hint(words.format(count=len(self.words()), all=CHARACTERS))

    def _edited(self, text: str) -> None:
        plain, refused = read_words(text)
        before, _ = read_words(text[: self.line.cursorPosition()])
        plain = plain[:CHARACTERS]
        shown = grouped(plain, _GROUP)
        if shown != text:
            self.line.setText(shown)
            self.line.setCursorPosition(place_after(min(len(before), len(plain)), shown))
        super()._edited(shown)
        self.say_count()
        if refused:
            words = QCoreApplication.translate(
                "UnlockPage", "There is no {letter} in this code. Ask for this letter again."
            )
            Field.set_error(self, words.format(letter=refused[0]))
        elif len(plain) == CHARACTERS:
            self.completed.emit()


def read_words(typed: str) -> tuple[str, str]:
    """Return the characters of the code in what was typed, and those that can't be of it."""
    taken, refused = "", ""
    for letter in typed:
        if letter in _BETWEEN:
            continue
        try:
            taken += normalised(letter, characters=1, part="words")
        except EnrolmentInvalid:
            refused += letter
    return taken, refused


def place_after(count: int, shown: str) -> int:
    """Return the cursor's place after so many characters of a grouped text."""
    return min(count + max(count - 1, 0) // _GROUP, len(shown))
