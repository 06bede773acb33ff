# SPDX-License-Identifier: MIT
"""A titled list of facts on a card: plain ones, ones with two values, and ones that are masked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.pill import Mark
from desktop.ui.components.two_values import TwoValues, ValueLine
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable

LABEL_WIDTH: Final = 104
_LINE: Final = 30
_EMPTY_MARK: Final = MarkValue("check", "", Tone.MUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """One fact as words. ``sides`` are there when it has two values; ``masked`` offers to reveal it."""

    key: str
    label: str
    value: str
    mark: MarkValue | None = None
    sides: tuple[ValueLine, ...] = ()
    masked: bool = False
    faint: bool = False
    """Nothing is known: the words say so quietly."""
    takable: bool = False
    """Another card says it: it can be made this card's value."""

    @property
    def shape(self) -> str:
        """Which widget shows it."""
        plain = "two" if self.sides else "masked" if self.masked else "plain"
        return f"{plain}, takable" if self.takable else plain


class FactRow(QWidget):
    """Label, value and state in one line; a long value takes more lines instead of being cut."""

    settle_asked = Signal(str)
    reveal_asked = Signal(str)
    history_asked = Signal(str)
    take_asked = Signal(str)

    def __init__(self, theme: Theme, line: FactLine, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._label = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._label.setFixedWidth(LABEL_WIDTH - 8)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._value = Words(theme, wrap=not line.masked)
        self._mark = Mark(theme, _EMPTY_MARK)
        self._two: TwoValues | None = None
        self._button: Button | None = None
        self.take: Button | None = None
        if line.sides:
            self._two = TwoValues(theme, line.label)
            self._two.choose_asked.connect(lambda: self.settle_asked.emit(self._line.key))
            self._row.addWidget(self._two, 1)
            self._mark.hide()
            self._value.hide()
        else:
            self._row.addWidget(self._value, 1)
            self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._label.setMinimumHeight(_LINE)
        if line.masked:
            self._button = Button(theme, kind=ButtonKind.LINK)
            self._button.clicked.connect(lambda: self.reveal_asked.emit(self._line.key))
            self._row.addWidget(self._button)
            self._label.setMinimumHeight(TARGET)
        if self._two is None:
            self._row.addStretch(0)
        if line.takable:
            self.take = Button(theme, kind=ButtonKind.LINK)
            self.take.clicked.connect(lambda: self.take_asked.emit(self._line.key))
            self._row.addWidget(self.take)
            self._label.setMinimumHeight(TARGET)
        self.setMinimumHeight(_LINE)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_line(line)

    def show_line(self, line: FactLine, *, revealed: str = "") -> None:
        """Show this fact; of the same shape as the one the row was made for."""
        self._line = line
        self._label.setText(line.label)
        self._value.setText(revealed or breakable(line.value))
        self._value.set_tone(Tone.MUTED if line.faint else Tone.TEXT)
        self._mark.setVisible(line.mark is not None and self._two is None)
        if line.mark is not None:
            self._mark.set_value(line.mark)
        if self._two is None:
            # A mark stands right behind its value; a value alone may take the whole width.
            close = line.mark is not None or line.masked
            self._row.setStretch(self._row.indexOf(self._value), 0 if close else 1)
            self._row.setStretch(self._row.count() - (2 if self.take is not None else 1), 1 if close else 0)
        if self.take is not None:
            use = QCoreApplication.translate("FactList", "Use this")
            if self.take.text() != use:  # setting it would drop the key
                self.take.setText(use)
            self.take.setAccessibleName(f"{use}: {line.label}, {line.value}")
        if self._two is not None:
            self._two.set_values(line.sides)
        if self._button is not None:
            shown = bool(revealed)
            word = (
                QCoreApplication.translate("FactList", "Hide")
                if shown
                else QCoreApplication.translate("FactList", "Show")
            )
            self._button.setText(word)
            self._button.setAccessibleName(f"{word}: {line.label}")
            self._button.set_icon("eye-off" if shown else "eye")
        self.setAccessibleName(line.label)
        self.setAccessibleDescription(line.value)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Put two values below their label where both would not fit beside each other: nothing is cut."""
        super().resizeEvent(event)
        if self._two is not None:
            narrow = self._two.sizeHint().width() + LABEL_WIDTH > self.width()
            down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._row.setDirection(down if narrow else right)
            self._row.setSpacing(0 if narrow else 8)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """Offer what this fact has been before; the keyboard has Ctrl+H for it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = menu.addAction(QCoreApplication.translate("FactList", "History of this field"))
        entry.triggered.connect(lambda: self.history_asked.emit(self._line.key))
        menu.popup(event.globalPos())

    def forget(self) -> None:
        """Drop the words at once; the widget itself goes when Qt comes to it."""
        self._value.setText("")
        if self._two is not None:
            self._two.set_values(())
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return the buttons in it, in the order of Tab."""
        first = self._two.findChild(Button) if self._two is not None else self._button
        return [one for one in (first, self.take) if one is not None]


class FactList(QWidget):
    """A section: title and rows. Rows are kept while their keys and shapes stay the same."""

    settle_asked = Signal(str)
    reveal_asked = Signal(str)
    history_asked = Signal(str)
    take_asked = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[FactLine, ...] = ()
        self._rows: list[FactRow] = []
        self._title = Words(theme, size=Type.LABEL, tone=Tone.MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 10)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addSpacing(2)

    @property
    def lines(self) -> tuple[FactLine, ...]:
        """The facts shown, top first."""
        return self._lines

    def show_facts(self, title: str, lines: Sequence[FactLine]) -> None:
        """Show these facts under this title; an empty list hides the section."""
        self._title.setText(title)
        self.setAccessibleName(title)
        fresh = tuple(lines)
        if [(one.key, one.shape) for one in fresh] != [(one.key, one.shape) for one in self._lines]:
            for row in self._rows:
                self._column.removeWidget(row)
                row.forget()
                row.deleteLater()
            self._rows = [FactRow(self._theme, line, parent=self) for line in fresh]
            for row in self._rows:
                row.settle_asked.connect(self.settle_asked)
                row.reveal_asked.connect(self.reveal_asked)
                row.history_asked.connect(self.history_asked)
                row.take_asked.connect(self.take_asked)
                self._column.addWidget(row)
        else:
            for row, line in zip(self._rows, fresh, strict=True):
                row.show_line(line)
        self._lines = fresh
        self.setVisible(bool(fresh))

    def stops(self) -> list[QWidget]:
        """Return the buttons in it, top first, for the order of Tab."""
        return [stop for row in self._rows for stop in row.stops()]

    def takes(self) -> list[Button]:
        """Return the buttons that make what is said here the card's value, top first."""
        return [row.take for row in self._rows if row.take is not None]

    def reveal(self, key: str, value: str) -> None:
        """Show a masked fact's plain value, or its mask again for an empty text."""
        for row, line in zip(self._rows, self._lines, strict=True):
            if line.key == key:
                row.show_line(line, revealed=value)
