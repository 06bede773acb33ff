# SPDX-License-Identifier: MIT
"""Choosing the visit's language: a digit for the ten usual ones, the first letters for all others."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.components.key_chip import KeyChip
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.today.chip_block import ChipBlock
from desktop.ui.words.codes import CodeWords
from sync.records.codes import KeyStroke
from sync.records.search_text import fold

_LIST = "languages"
_SHOWN = 5
_TIGHT = 32


class _Typed(QLineEdit):
    """A line whose digits and Enter choose; `picked(int)` counts from 0, `left` is Esc."""

    picked = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Take digits, Enter and Esc; letters are text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.picked.emit(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isdigit():
            self.picked.emit(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)


class LanguageStrip(QWidget):
    """``chosen(str)`` tells a language's code, ``left`` that none was chosen. ``begin`` shows the digits."""

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, codes: CodeWords, keys: tuple[KeyStroke, ...], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._codes = codes
        self._compact = False
        self._found: list[str] = []
        self.chips = [KeyChip(theme, stroke.key, "") for stroke in keys]
        self._strokes = keys
        self.line = _Typed()
        self._none = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.matches = [KeyChip(theme, str(place + 1), "") for place in range(_SHOWN)]
        self._stack = QStackedWidget()
        self._lay_out()
        for chip, stroke in zip(self.chips, keys, strict=True):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setCheckable(False)
            chip.clicked.connect(lambda _on=False, stroke=stroke: self.take(stroke))
        for place, chip in enumerate(self.matches):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setCheckable(False)
            chip.clicked.connect(lambda _on=False, place=place: self._pick(place))
        self.line.textEdited.connect(self._search)
        self.line.picked.connect(self._pick)
        self.line.left.connect(self.left)

    def _lay_out(self) -> None:
        self.line.setFixedHeight(TARGET)
        self.line.setFixedWidth(200)
        typed = QWidget()
        row = QHBoxLayout(typed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self.line)
        for chip in self.matches:
            row.addWidget(chip)
        row.addWidget(self._none)
        row.addStretch(1)
        self._stack.addWidget(ChipBlock([self.chips]))
        self._stack.addWidget(typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def begin(self) -> None:
        """Show the ten digits; the panel keeps the keys."""
        self._stack.setCurrentIndex(0)

    def take(self, stroke: KeyStroke) -> None:
        """Choose a digit's language, or begin to type another's name."""
        if stroke.code:
            self.chosen.emit(stroke.code)
            return
        self.line.clear()
        self._search("")
        self._stack.setCurrentIndex(1)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, *, compact: bool) -> None:
        """Write only the languages' codes where room is short."""
        self._compact = compact
        for chip in (*self.chips, *self.matches):
            chip.set_painted(_TIGHT if compact else CONTROL)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the languages in the language in force."""
        for chip, stroke in zip(self.chips, self._strokes, strict=True):
            name = self._codes.label(_LIST, stroke.code or "other")
            short = (stroke.code or "…") if self._compact else name.split(" (")[0]
            if not stroke.code:
                name = QCoreApplication.translate("LanguageStrip", "Another language, by its first letters")
                short = QCoreApplication.translate("LanguageStrip", "other…")
            chip.set_words(short, name=name)
        words = QCoreApplication.translate("LanguageStrip", "Language's first letters")
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(words)
        self._none.setText(QCoreApplication.translate("LanguageStrip", "No such language in the list"))

    def _search(self, text: str) -> None:
        wanted = fold(text)
        usual = {stroke.code for stroke in self._strokes}
        names = {row.code: self._codes.row_label(row) for row in self._codes.lists[_LIST].rows}
        begins = [code for code, name in names.items() if fold(name).startswith(wanted) or code == wanted]
        inside = [code for code, name in names.items() if f" {wanted}" in f" {fold(name)}"]
        ranked = [*begins, *(code for code in inside if code not in begins)]
        self._found = ranked if wanted else [code for code in ranked if code not in usual]
        for place, chip in enumerate(self.matches):
            there = place < len(self._found)
            chip.setVisible(there)
            if there:
                chip.set_words(names[self._found[place]])
        self._none.setVisible(not self._found)

    def _pick(self, place: int) -> None:
        if 0 <= place < min(len(self._found), _SHOWN):
            self.chosen.emit(self._found[place])
