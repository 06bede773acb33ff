# SPDX-License-Identifier: MIT
"""A drop-down of keyed options, painted like the other controls."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.components.sketch import Sketch, width_of
from desktop.ui.theme.measures import CONTROL, RADIUS_CONTROL, TARGET, Type
from desktop.ui.theme.theme import Theme


class OptionDelegate(QStyledItemDelegate):
    """Gives every option of the open list the height of a control; Qt paints it from the palette."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        """Return the words' width and 36 px."""
        return QSize(super().sizeHint(option, index).width() + 8, CONTROL)


class Choice(QComboBox):
    """Options are (key, words) pairs; `chosen(str)` tells the key a person picked. `name` is read out."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFixedHeight(TARGET)
        options = QListView()
        options.setFrameShape(QFrame.Shape.NoFrame)
        self.setView(options)
        self.setItemDelegate(OptionDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda place: self.chosen.emit(str(self.itemData(place))))

    def set_options(self, options: Sequence[tuple[str, str]], *, key: str | None = None) -> None:
        """Replace the options; keeps the chosen key if it is still there, or takes `key`. Tells nobody."""
        wanted = self.key() if key is None else key
        self.blockSignals(True)
        self.clear()
        for each, words in options:
            self.addItem(words, each)
        self.setCurrentIndex(max(self.findData(wanted), 0) if options else -1)
        self.blockSignals(False)
        self.updateGeometry()

    def key(self) -> str:
        """Return the key of the option shown, or an empty text when there are none."""
        data = self.currentData()
        return "" if data is None else str(data)

    def set_key(self, key: str) -> None:
        """Show the option with this key. Raises KeyError for one that is not offered."""
        place = self.findData(key)
        if place < 0:
            raise KeyError(key)
        self.setCurrentIndex(place)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest option."""
        longest = max(
            (width_of(self.itemText(place), Type.BODY) for place in range(self.count())), default=60.0
        )
        return QSize(round(longest) + 54, TARGET)

    def minimumSizeHint(self) -> QSize:
        """At least eight letters and the arrow."""
        return QSize(min(self.sizeHint().width(), 120), TARGET)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint box, words and arrow."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect()).adjusted(0, 4, 0, -4)
        over = self.isEnabled() and self.underMouse()
        fill = tokens.hover if over else (tokens.panel if self.isEnabled() else tokens.sunken)
        line = tokens.danger if self.property("wrong") else tokens.line_strong
        sketch.box(rect, RADIUS_CONTROL, fill=fill, line=line)
        if self.hasFocus():
            sketch.ring(rect, RADIUS_CONTROL)
        ink = tokens.text if self.isEnabled() and self.currentIndex() >= 0 else tokens.muted
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.currentText() or self.placeholderText()
        left, right = (36, -12) if mirrored else (12, -36)
        align = (
            Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        ) | Qt.AlignmentFlag.AlignVCenter
        sketch.words(rect.adjusted(left, 0, right, 0), words, Type.BODY, ink, align)
        sketch.icon(
            "chevron-down", tokens.muted, 16, 12 if mirrored else self.width() - 28, self.height() / 2
        )
        painter.end()
