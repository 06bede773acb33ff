# SPDX-License-Identifier: MIT
"""A choice with its key on it: off, on (filled, bold, keycap inverted), focused or disabled."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.components.sketch import LEFT, Sketch, keycap_width, width_of
from desktop.ui.components.tip import plain_tip
from desktop.ui.theme.measures import CONTROL, RADIUS_CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme

_SIDE = 6
_BETWEEN = 3
_TIGHT = 2  # what a compact chip saves at each side and between keycap and label


class KeyChip(QAbstractButton):
    """A checkable chip. `text` is the short label (at most 12 letters), `name` the full one, read out.

    The chip does not listen for its key: the panel in focus does, in its keyPressEvent. `painted`
    may be 32 in a compact window. Chips stand in a grid with no spacing: 3 px a side are their own.
    """

    def __init__(
        self,
        theme: Theme,
        key: str,
        text: str,
        *,
        name: str = "",
        painted: int = CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._painted = painted
        self.setCheckable(True)
        self.set_words(text, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def key(self) -> str:
        """The key shown on the chip."""
        return self._key

    def set_words(self, text: str, *, name: str = "") -> None:
        """Change the short label and the full name."""
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setToolTip(plain_tip(name) if name != text else "")
        self.updateGeometry()
        self.update()

    def set_painted(self, painted: int) -> None:
        """Paint 36 px high, or lower and closer in a compact window; the target stays 44 px high."""
        self._painted = painted
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        return _SIDE if self._painted >= CONTROL else _SIDE - _TIGHT

    def _gap(self) -> int:
        return self._side() + 1

    def sizeHint(self) -> QSize:
        """Wide enough for the bold label, so that choosing never moves the others."""
        sides = 2 * (_BETWEEN + self._side()) + self._gap() + 3
        width = sides + keycap_width(self._key) + width_of(self.text(), Type.LABEL)
        return QSize(round(width), TARGET)

    def minimumSizeHint(self) -> QSize:
        """Never cut: the same as the hint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint chip, keycap, label and ring."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rest = (self.height() - self._painted) / 2
        rect = QRectF(self.rect()).adjusted(_BETWEEN, rest, -_BETWEEN, -rest)
        middle = self.height() / 2
        x = rect.left() + self._side()
        if self.isChecked():
            sketch.box(rect, RADIUS_CONTROL, fill=tokens.accent)
            ink, size = tokens.on_accent, Type.LABEL
            cap = sketch.keycap(self._key, x, middle, ink=tokens.accent, fill=tokens.on_accent, line=None)
        else:
            over = self.isEnabled() and self.underMouse()
            sketch.box(rect, RADIUS_CONTROL, fill=tokens.hover if over else tokens.panel, line=tokens.chip)
            ink, size = (tokens.text if self.isEnabled() else tokens.muted), Type.SECONDARY
            line = tokens.line_strong if self.isEnabled() else tokens.chip
            cap = sketch.keycap(self._key, x, middle, ink=tokens.muted, fill=tokens.sunken, line=line)
        x += cap + self._gap()
        sketch.words(QRectF(x, middle - 12, rect.right() - x - 2, 24), self.text(), size, ink, LEFT)
        if self.hasFocus():
            outer = QRectF(self.rect()).adjusted(0, rest - 3, 0, 3 - rest)
            sketch.ring(outer, RADIUS_CONTROL + 2)
        painter.end()
