# SPDX-License-Identifier: MIT
"""The tabs over a card's parts: words, a count, and a bar under the one that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from desktop.ui.components.sketch import LEFT, Sketch, width_of
from desktop.ui.theme.measures import RADIUS_CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme

_SIDE = 12
_TIGHT_SIDE = 7
_COUNT = 20


class Tabs(QTabBar):
    """Tabs are (key, words, count) triples; a count of 0 is not shown. `tab_chosen(str)` tells the key.

    Left and right move between tabs (Qt's own). `name` is read out; `side` is the room beside each word.
    """

    tab_chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, *, side: int = _SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: list[int] = []
        self._wide_side = self._side = side
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.currentChanged.connect(lambda place: self.tab_chosen.emit(str(self.tabData(place))))

    def set_tabs(self, tabs: Sequence[tuple[str, str, int]]) -> None:
        """Show these tabs, keeping the shown one by key. Tells nobody."""
        wanted = self.key()
        self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        self._counts = [count for _, _, count in tabs]
        for place, (key, words, _) in enumerate(tabs):
            if place >= self.count():
                self.addTab(words)
            self.setTabText(place, words)
            self.setTabData(place, key)
            if key == wanted:
                self.setCurrentIndex(place)
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def set_tight(self, *, tight: bool) -> None:
        """Stand nearer to each other, for a narrow window with many tabs."""
        self._side = _TIGHT_SIDE if tight else self._wide_side
        self.setIconSize(
            QSize(self._side, self._side)
        )  # no tab has one: it makes Qt ask for the widths again
        self.updateGeometry()

    def key(self) -> str:
        """Return the key of the shown tab, or an empty text."""
        return str(self.tabData(self.currentIndex())) if self.count() else ""

    def tabSizeHint(self, index: int, /) -> QSize:
        """Room for the bold words and the count."""
        counted = index < len(self._counts) and self._counts[index] > 0
        wide = width_of(self.tabText(index), Type.NAME) + 2 * self._side + (_COUNT if counted else 0)
        return QSize(round(wide), TARGET)

    def minimumTabSizeHint(self, index: int, /) -> QSize:
        """Never cut: the same as the hint."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint every tab."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens, side = self._theme.tokens, self._side
        for place in range(self.count()):
            rect = QRectF(self.tabRect(place))
            shown = place == self.currentIndex()
            ink, size = (tokens.text, Type.NAME) if shown else (tokens.muted, Type.BODY)
            wide = width_of(self.tabText(place), size)
            sketch.words(rect.adjusted(side, 0, 0, 0), self.tabText(place), size, ink)
            count = self._counts[place] if place < len(self._counts) else 0
            if count:
                where = QRectF(rect.left() + side + wide + 8, rect.top(), _COUNT + _SIDE, rect.height())
                sketch.words(where, str(count), Type.TINY, tokens.muted, LEFT)
            if shown:
                under = QRectF(rect.left() + side - 4, rect.bottom() - 3, rect.width() - 2 * side + 8, 3)
                painter.fillRect(under, QColor(tokens.accent))
                if self.hasFocus():
                    sketch.ring(rect.adjusted(3, 4, -3, -5), RADIUS_CONTROL)
        painter.end()
