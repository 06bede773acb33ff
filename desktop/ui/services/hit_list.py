# SPDX-License-Identifier: MIT
"""The list of hits: up and down choose, Space marks for the paper, Enter opens, F favours, H hides."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.ui.components.keyed_model import KeyedModel
from desktop.ui.services.hit import Hit
from desktop.ui.services.hit_delegate import ROW, HitDelegate, box_target
from desktop.ui.theme.theme import Theme

_PLAIN: Final = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class HitList(QListView):
    """Signals carry the hex id of the service they are about."""

    hit_chosen = Signal(str)
    """Another row is the current one."""
    hit_opened = Signal(str)
    mark_asked = Signal(str)
    """Mark it for the paper, or no longer."""
    favourite_asked = Signal(str)
    hide_asked = Signal(str)
    left_upwards = Signal()
    """Up was pressed in the first row."""

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self._hits: KeyedModel[Hit] = KeyedModel(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._hits)
        self.setItemDelegate(HitDelegate(theme, self))
        self.setMinimumHeight(ROW)
        self.selectionModel().currentChanged.connect(self._moved)

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show these hits, keeping the chosen one by key where it is still there. Tells nobody."""
        chosen = self.key()
        heights = [(hit.key, hit.fourth) for hit in self._hits.values]
        self._quiet = True
        if self._hits.set_values(hits):
            self.scrollToTop()
            if chosen:
                self.choose(chosen)
        elif heights != [(hit.key, hit.fourth) for hit in hits]:
            self.scheduleDelayedItemsLayout()
        self._quiet = False

    def hits(self) -> tuple[Hit, ...]:
        """Return the hits shown, best first."""
        return self._hits.values

    def key(self) -> str:
        """Return the key of the chosen row, or an empty text."""
        place = self.currentIndex().row()
        return self._hits.values[place].key if 0 <= place < len(self._hits.values) else ""

    def choose(self, key: str) -> bool:
        """Choose the row with this key without telling anybody; False when it isn't here."""
        place = self._hits.place_of(key)
        if place < 0:
            return False
        before, self._quiet = self._quiet, True
        self.setCurrentIndex(self._hits.index(place))
        self._quiet = before
        return True

    def step(self, by: int) -> None:
        """Go up or down by rows, as the arrow keys of the search field ask; the first step takes the first row."""
        if not self._hits.values:
            return
        here = self.currentIndex().row()
        last = len(self._hits.values) - 1
        place = (0 if by > 0 else last) if here < 0 else min(max(here + by, 0), last)
        self.setCurrentIndex(self._hits.index(place))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Hear the list's own keys; letters do not search here, that is the field's."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        own = {
            Qt.Key.Key_Return: self.hit_opened,
            Qt.Key.Key_Enter: self.hit_opened,
            Qt.Key.Key_Space: self.mark_asked,
            Qt.Key.Key_Insert: self.mark_asked,
            Qt.Key.Key_F: self.favourite_asked,
            Qt.Key.Key_H: self.hide_asked,
        }
        if key in own and modifiers in _PLAIN:
            if self.key() and not event.isAutoRepeat():
                own[key].emit(self.key())
            return
        if key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _text: str, /) -> None:  # noqa: N802 - Qt's name
        """Do nothing: letters belong to the search field, and F and H to the row."""

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """A press on the check box marks, one beside it opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        key = self._hits.values[index.row()].key
        if box_target(QRectF(self.visualRect(index))).contains(event.position()):
            self.mark_asked.emit(key)
        else:
            self.hit_opened.emit(key)

    def _moved(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self.hit_chosen.emit(self._hits.values[index.row()].key)
