# SPDX-License-Identifier: MIT
"""A row of chips of which exactly one is chosen: Own, Team, All."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.components.sketch import CENTRE, Sketch, width_of
from desktop.ui.theme.measures import RADIUS_CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme

_PAINTED = 30


class FilterChip(QAbstractButton):
    """One of the chips; `stepped(int)` tells an arrow key: -1 to the one before, 1 to the one after."""

    stepped = Signal(int)

    def __init__(self, theme: Theme, key: str, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear the arrow keys, which follow the reading direction; everything else is Qt's."""
        forward = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        steps = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def sizeHint(self) -> QSize:
        """Words, sides and the 3 px between chips; at least a full target."""
        return QSize(max(TARGET, round(width_of(self.text(), Type.BODY)) + 34), TARGET)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint chip, words and ring."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rest = (self.height() - _PAINTED) / 2
        rect = QRectF(self.rect()).adjusted(3, rest, -3, -rest)
        if self.isChecked():
            fill, line, ink = tokens.accent_soft, tokens.accent, tokens.accent
        else:
            fill, line, ink = (
                tokens.hover if self.underMouse() else tokens.panel,
                tokens.line_strong,
                tokens.text,
            )
        sketch.box(
            rect, RADIUS_CONTROL, fill=fill, line=line, width=2 if tokens.outlined and self.isChecked() else 1
        )
        if self.hasFocus():
            sketch.ring(rect.adjusted(-3, -3, 3, 3), RADIUS_CONTROL + 2)
        sketch.words(rect, self.text(), Type.BODY, ink, CENTRE)
        painter.end()


class FilterChips(QWidget):
    """Options are (key, words) pairs; `chosen(str)` tells the key a person picked. `name` is read out."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[FilterChip] = []
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch(1)

    def set_options(self, options: Sequence[tuple[str, str]], *, key: str | None = None) -> None:
        """Show these options; keeps chips, focus and choice where the keys are the same. Tells nobody."""
        wanted = self.key() if key is None else key
        if [chip.key for chip in self._chips] != [each for each, _ in options]:
            for chip in self._chips:
                self._row.removeWidget(chip)
                chip.deleteLater()
            self._chips = [FilterChip(self._theme, each, words, parent=self) for each, words in options]
            for place, chip in enumerate(self._chips):
                self._row.insertWidget(place, chip)
                chip.clicked.connect(lambda _on=False, each=chip.key: self.chosen.emit(each))
                chip.stepped.connect(lambda step, place=place: self._step(place + step))
        for chip, (_, words) in zip(self._chips, options, strict=True):
            chip.setText(words)
            chip.setAccessibleName(words)
            chip.updateGeometry()
        for place, chip in enumerate(self._chips):
            if chip.key == wanted or (place == 0 and wanted not in {each for each, _ in options}):
                chip.setChecked(True)

    def key(self) -> str:
        """Return the chosen key, or an empty text when there are no options."""
        return next((chip.key for chip in self._chips if chip.isChecked()), "")

    def chips(self) -> tuple[FilterChip, ...]:
        """Return all chips, e.g. to put them into Tab's order."""
        return tuple(self._chips)

    def chip(self, key: str) -> FilterChip:
        """Return the chip of a key, e.g. to put focus on it. Raises KeyError for one that is not offered."""
        for chip in self._chips:
            if chip.key == key:
                return chip
        raise KeyError(key)

    def set_key(self, key: str) -> None:
        """Choose without telling anybody. Raises KeyError for one that is not offered."""
        for chip in self._chips:
            if chip.key == key:
                chip.setChecked(True)
                return
        raise KeyError(key)

    def _step(self, place: int) -> None:
        if 0 <= place < len(self._chips):
            self._chips[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self._chips[place].click()
