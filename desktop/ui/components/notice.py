# SPDX-License-Identifier: MIT
"""A strip that tells something about the page: icon, sentence and perhaps one thing to do."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.sketch import Sketch
from desktop.ui.components.words import Words
from desktop.ui.theme.measures import ICON, RADIUS_CONTROL, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Notice(QFrame):
    """`acted` is emitted when its button is pressed; with no `action` there is no button."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        words: str = "",
        *,
        tone: Tone = Tone.SPLIT,
        icon_name: str = "info",
        action: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._icon_name = icon_name
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 2, 12, 2)
        row.setSpacing(8)
        self._words = Words(theme, words, size=Type.SECONDARY, wrap=True)
        self.button = Button(theme, action, kind=ButtonKind.LINK, key=key)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        # Once it lies in the strip: before, it would be shown as a window of its own.
        self.button.setVisible(bool(action))
        self.setMinimumHeight(48)
        self.button.clicked.connect(self.acted)
        self.setAccessibleName(words)

    def tell(
        self, words: str, *, tone: Tone | None = None, icon_name: str = "", action: str | None = None
    ) -> None:
        """Show other words (and tone, icon, action), become visible and announce them."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._tone = tone or self._tone
        self._icon_name = icon_name or self._icon_name
        if action is not None:
            self.button.setText(action)
            self.button.setVisible(bool(action))
        self.setVisible(True)
        self.update()
        announce(self, words)

    def words(self) -> str:
        """Return the sentence shown."""
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground and icon."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        ink = tokens.tone(self._tone)
        line = ink if tokens.outlined else None
        sketch.box(QRectF(self.rect()), RADIUS_CONTROL, fill=tokens.soft(self._tone), line=line)
        sketch.icon(self._icon_name, ink, ICON, 14, self.height() / 2)
        painter.end()
