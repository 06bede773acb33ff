# SPDX-License-Identifier: MIT
"""One of the values as a card: large, with who, when and where, and the button that keeps it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.rule import Rule
from desktop.ui.components.words import Words
from desktop.ui.conflict.words import SideWords
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable

_LABEL = 84
_MOST_FACTS = 6
_MOST_LARGE = 60
"""Signs of a value that is still read at one glance; a longer one is a text, in the size of a text."""
_MOST_FIGURES = 9
"""Signs of 28 px that fit one of three cards in a narrow window."""


class SideCard(Card):
    """`kept` tells that this value was chosen for good, `stepped` an arrow key: -1 or 1."""

    kept = Signal()
    stepped = Signal(int)
    reached = Signal()
    """The keyboard came to this card's button."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._who = IconWords(theme, "user")
        self.heading = Words(theme, size=Type.NAME)
        self.value = Words(theme, size=Type.FIGURE, wrap=True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keep = Button(theme, tall=True)
        head = QHBoxLayout()
        head.setSpacing(0)
        self._who.setFixedWidth(26)
        head.addWidget(self._who)
        head.addWidget(self.heading, 1)
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        self._facts: list[tuple[Words, Words]] = []
        for place in range(_MOST_FACTS):
            pair = (
                Words(theme, size=Type.SECONDARY, tone=Tone.MUTED),
                Words(theme, size=Type.SECONDARY, wrap=True),
            )
            grid.addWidget(pair[0], place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(pair[1], place, 1)
            self._facts.append(pair)
        button = QHBoxLayout()
        button.addWidget(self.keep)
        button.addStretch(1)
        inner = QVBoxLayout()
        inner.setContentsMargins(3, 0, 3, 0)
        inner.setSpacing(4)
        inner.addLayout(head)
        inner.addWidget(self.value)
        inner.addSpacing(4)
        inner.addWidget(Rule(theme))
        inner.addLayout(grid)
        inner.addStretch(1)
        inner.addLayout(button)
        self.body.addLayout(inner)
        self.keep.clicked.connect(self.kept)
        self.keep.installEventFilter(self)

    def show_side(self, words: SideWords, *, key: str) -> None:
        """Show this value; ``key`` is the keycap on its button."""
        self._who.tell(" ")
        self.heading.setText(words.heading)
        self.value.set_size(Type.BODY if len(words.value) > _MOST_LARGE else Type.FIGURE)
        self.value.setText(breakable(words.value, most=_MOST_FIGURES))
        for place, (label, said) in enumerate(self._facts):
            here = place < len(words.facts)
            label.setVisible(here)
            said.setVisible(here)
            if here:
                label.setText(words.facts[place][0])
                said.setText(breakable(words.facts[place][1]))
        keep = words.keep or QCoreApplication.translate("SideCard", "Keep this")
        self.keep.setText(keep)
        self.keep.set_key(key)
        told = ", ".join(f"{label} {said}" for label, said in words.facts)
        self.keep.setAccessibleName(f"{keep}: {words.value}, {words.heading}, {told}")

    def show_chosen(self, *, chosen: bool) -> None:
        """Look like the chosen one, or not."""
        self.set_chosen(chosen=chosen)
        self.keep.set_kind(ButtonKind.PRIMARY if chosen else ButtonKind.SECONDARY)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Take the arrow keys before Qt moves the focus with them."""
        if watched is self.keep and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if step:
                self.stepped.emit(step)
                return True
        if watched is self.keep and event.type() is QEvent.Type.FocusIn:
            self.reached.emit()
        return super().eventFilter(watched, event)
