# SPDX-License-Identifier: MIT
"""A card of counted choices: a digit takes one at once; some ask for a line or a further choice first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.field import LineField
from desktop.ui.components.key_chip import KeyChip
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from sync.records.fields import LINE_LENGTH

MOST: Final = 9
_SIDES: Final = 24
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class KeyedCard(Card):
    """``chosen(int)`` tells which was taken, from 0; ``entered(str)`` what was written; ``left`` that Escape went."""

    chosen = Signal(int)
    entered = Signal(str)
    left = Signal()
    begun = Signal()
    """Its button was pressed: the page knows which row is meant."""

    def __init__(self, theme: Theme, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, parent=parent)
        self._title = Words(theme, size=Type.SECTION)
        self._hint = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, cut=True)
        self.start = Button(theme, kind=ButtonKind.LINK, key=key)
        # With their parent from the start: shown without one, each would flash as a window and take the keys.
        self.chips = [KeyChip(theme, str(number), " ", parent=self) for number in range(1, MOST + 1)]
        self.field = LineField(theme, " ", longest=LINE_LENGTH, parent=self)
        self._shown = 0
        self._columns = 0
        head = QHBoxLayout()
        head.setContentsMargins(15, 2, 9, 0)
        head.setSpacing(9)
        self._title.setMinimumHeight(TARGET)
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        head.addWidget(self.start)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(12, 0, 12, 0)
        self._grid.setSpacing(0)
        self.body.addLayout(head)
        self.body.addLayout(self._grid)
        line = QHBoxLayout()
        line.setContentsMargins(15, 0, 15, 0)
        line.addWidget(self.field)
        self.body.addLayout(line)
        self.body.addSpacing(8)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.start.clicked.connect(self.begun)
        for place, chip in enumerate(self.chips):
            chip.setCheckable(False)
            chip.clicked.connect(lambda _on=False, place=place: self.chosen.emit(place))
            chip.installEventFilter(self)
        self.field.entered.connect(lambda: self.entered.emit(self.field.text()))
        self.field.line.installEventFilter(self)

    def show_ways(self, words: Sequence[str]) -> None:
        """Offer these, counted from 1; the line goes away."""
        self._shown = min(len(words), MOST)
        for place, chip in enumerate(self.chips):
            if place < self._shown:
                chip.set_words(words[place])
            chip.setVisible(place < self._shown)
        self.field.setVisible(False)
        self._arrange(again=True)

    def show_line(self, label: str, *, hint: str = "", text: str = "") -> None:
        """Offer a line below the choices."""
        self.field.set_label(label)
        self.field.set_hint(hint)
        self.field.set_error("")
        self.field.set_text(text)
        self.field.setVisible(True)

    def say(self, title: str, hint: str, start: str) -> None:
        """Say its title, what stands beside it, and the words of its button."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.start.setText(start)
        self.start.updateGeometry()
        self.setAccessibleName(title)

    def take_keys(self) -> None:
        """Let the digits count: the first choice has the focus."""
        (self.chips[0] if self._shown else self.field.line).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def holds_keys(self) -> bool:
        """Whether the keys go here."""
        return any(one.hasFocus() for one in self.stops())

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.start, *self.chips[: self._shown], self.field.line]

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """A digit takes one, Escape goes."""
        place = event.key() - int(Qt.Key.Key_1)
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif plain and 0 <= place < self._shown and not event.isAutoRepeat():
            self.chosen.emit(place)
        elif event.key() in _ENTER and self._of_focus() is not None and not event.isAutoRepeat():
            self.chosen.emit(self._of_focus() or 0)
        elif event.key() in _STEPS and self._of_focus() is not None:
            self._step(_STEPS[event.key()])
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Ring the card while its keys are live; never takes an event."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut} and isinstance(event, QFocusEvent):
            self.set_ringed(ringed=event.gotFocus())
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as with one choice a row: two beside each other would hold the window wide."""
        whole = super().minimumSizeHint()
        head = self._title.minimumSizeHint().width() + self.start.sizeHint().width() + 2 * _SIDES
        return QSize(min(whole.width(), max(self._widest() + _SIDES, head)), whole.height())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put two beside each other where both fit."""
        super().resizeEvent(event)
        self._arrange(again=False)

    def _arrange(self, *, again: bool) -> None:
        shown = self.chips[: self._shown]
        columns = 2 if 2 * self._widest() <= self.width() - _SIDES else 1
        if columns == self._columns and not again:
            return
        self._columns = columns
        for chip in self.chips:
            self._grid.removeWidget(chip)
        for place, chip in enumerate(shown):
            self._grid.addWidget(chip, place // columns, place % columns)

    def _widest(self) -> int:
        return max((chip.sizeHint().width() for chip in self.chips[: self._shown]), default=0)

    def _of_focus(self) -> int | None:
        return next((place for place, chip in enumerate(self.chips[: self._shown]) if chip.hasFocus()), None)

    def _step(self, step: int) -> None:
        place = (self._of_focus() or 0) + step
        if 0 <= place < self._shown:
            self.chips[place].setFocus(Qt.FocusReason.OtherFocusReason)


_STEPS: Final[dict[int, int]] = {
    int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Left): -1,
}  # fmt: skip
