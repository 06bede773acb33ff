# SPDX-License-Identifier: MIT
"""The sync word in the header: how sending stands, in one grey-blue pill that is never a dialog."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.components.sketch import Sketch, width_of
from desktop.ui.shell.values import SyncWord
from desktop.ui.theme.measures import CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_ICON = 18
_DOT = 16


class SyncPill(QAbstractButton):
    """Shows a SyncWord on the `wait` ground whatever it says: news of the network never alarms."""

    def __init__(self, theme: Theme, word: SyncWord, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._word = word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_word(word)

    @property
    def word(self) -> SyncWord:
        """What is shown."""
        return self._word

    def show_word(self, word: SyncWord) -> None:
        """Show how sending stands now."""
        self._word = word
        self.setAccessibleName(", ".join(part for part in (word.mark.word, word.strong) if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word, dot and the strong part."""
        wide = 14 + _ICON + 8 + width_of(self._word.mark.word, Type.SECONDARY) + 12
        if self._word.strong:
            wide += _DOT + width_of(self._word.strong, Type.LABEL)
        return QSize(round(wide), TARGET)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint ground, icon and words."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect()).adjusted(0, 4, 0, -4)
        line = tokens.wait if tokens.outlined else None
        sketch.box(rect, CONTROL / 2, fill=tokens.soft(Tone.WAIT), line=line)
        middle = self.height() / 2
        sketch.icon(self._word.mark.icon, tokens.wait, _ICON, 14, middle)
        x = 14.0 + _ICON + 8
        wide = width_of(self._word.mark.word, Type.SECONDARY)
        sketch.words(QRectF(x, middle - 12, wide, 24), self._word.mark.word, Type.SECONDARY, tokens.wait)
        if self._word.strong:
            x += wide
            dot = QRectF(x, middle - 12, _DOT, 24)
            sketch.words(dot, "·", Type.LABEL, tokens.wait, Qt.AlignmentFlag.AlignCenter)
            strong = QRectF(x + _DOT, middle - 12, self.width() - x - _DOT - 8, 24)
            sketch.words(strong, self._word.strong, Type.LABEL, tokens.wait)
        if self.hasFocus():
            sketch.ring(rect, CONTROL / 2)
        painter.end()
