# SPDX-License-Identifier: MIT
"""A card of Today that is a list: title, count, what can be done with the chosen row, and the rows themselves."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import ROW_TWO_LINES, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_HEAD: Final = 44
_EDGES: Final = 6
_IN_SIGHT: Final = 2
"""So many rows keep their room beside the supervisor's words; the others are scrolled to."""


class LetterRows(RowList):
    """``letter(str)`` tells one of its letters, pressed on a row; letters search nothing here."""

    letter = Signal(str)

    def __init__(
        self, theme: Theme, name: str, letters: str, *, height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, height=height, parent=parent)
        self._letters: Mapping[int, str] = {Qt.Key(ord(one)): one for one in letters}

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear the letters; everything else is a list's."""
        letter = self._letters.get(event.key(), "")
        if letter and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self.key() and not event.isAutoRepeat():
                self.letter.emit(letter)
            return
        super().keyPressEvent(event)


class RowsCard(Card):
    """Each of ``letters`` is a button in the head and a key on a row; whoever builds on it says the words."""

    letter = Signal(str)
    """A button was pressed, or its letter on a row."""

    def __init__(self, theme: Theme, letters: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self._title = Words(theme, size=Type.SECTION)
        self._count = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.buttons: Mapping[str, Button] = {
            one: Button(theme, kind=ButtonKind.LINK, key=one) for one in letters
        }
        self.rows = LetterRows(theme, " ", letters, height=ROW_TWO_LINES)
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 9, 0)
        head.setSpacing(9)
        self._title.setMinimumHeight(_HEAD)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        for letter, button in self.buttons.items():
            head.addWidget(button)
            button.clicked.connect(lambda _down=False, letter=letter: self.letter.emit(letter))
        self.body.addLayout(head)
        self.body.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        self.rows.letter.connect(self.letter)

    @property
    def total(self) -> int:
        """How much there is, with what is not shown as a row."""
        return len(self.rows.rows())

    @property
    def holds_keys(self) -> bool:
        """Whether the keys go here."""
        return any(one.hasFocus() for one in (self.rows, *self.buttons.values()))

    def retranslate(self) -> None:
        """Say everything in the language in force; who builds on this has the words."""
        self._take_room()

    def changeEvent(self, event: QEvent, /) -> None:
        """Say the words again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self, title: str, rows: Sequence[Row], words: Mapping[str, str]) -> None:
        """Show these rows under a title, the buttons with their words; as high as the rows need, and no higher."""
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        for letter, said in words.items():
            self.buttons[letter].setText(said)
            self.buttons[letter].updateGeometry()
        self.rows.set_rows(rows)
        self._count.setText(str(self.total) if self.total else "")
        self._take_room()

    def _keep_place(self, place: int) -> None:
        """Choose the row in the place of the one that went, where none is chosen."""
        rows = self.rows.rows()
        if rows and not self.rows.key():
            self.rows.choose(rows[min(max(place, 0), len(rows) - 1)].key)

    def _take_room(self, below: int = 0) -> None:
        """Be as high as the rows, and ``below`` for what stands under them."""
        count = max(len(self.rows.rows()), 1)
        self.rows.setMinimumHeight(ROW_TWO_LINES * min(count, _IN_SIGHT))
        self.rows.setMaximumHeight(ROW_TWO_LINES * count + _EDGES)
        self.setMaximumHeight(_HEAD + ROW_TWO_LINES * count + _EDGES + below)
