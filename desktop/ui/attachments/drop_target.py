# SPDX-License-Identifier: MIT
"""The hint that covers a whole card while files are dragged over it, and takes them."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.attachments.brought import brings_something, brought
from desktop.ui.components.announce import announce
from desktop.ui.components.sketch import CENTRE, Sketch
from desktop.ui.theme.measures import ICON, RADIUS_CARD, Type
from desktop.ui.theme.theme import Theme

_EDGE: Final = 12


class DropTarget(QWidget):
    """`dropped` hands a Brought over. Over fields of text too: a path is not what somebody meant to write there.

    What is dropped is copied, whatever the other program proposes: the original stays where it was.
    """

    dropped = Signal(object)

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self._open = False
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.watch([over])

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Show the hint also when the drag comes in over one of these."""
        for widget in widgets:
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def set_open(self, *, opened: bool) -> None:
        """Take drops, or none: nobody's card is shown."""
        self._open = opened
        if not opened:
            self.hide()

    def words(self) -> str:
        """Return what the hint says."""
        return QCoreApplication.translate("Attachments", "Drop the files here: they are added to this card")

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        """Cover the card when something for it comes in; everything else goes its way."""
        if isinstance(event, QDragEnterEvent) and brings_something(event.mimeData()):
            if not self._open:
                event.ignore()
                return True
            self.setGeometry(self._over.rect())
            self.raise_()
            self.show()
            announce(self._over, self.words())
            _accept(event)
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop and not self.isHidden():
            self.dropEvent(
                event
            )  # let go before a first move: the hint had no chance to be under the pointer
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """Take what is dragged on from the card below."""
        if brings_something(event.mimeData()):
            _accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        """Anywhere on the card will do."""
        _accept(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        """Uncover the card."""
        self.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent, /) -> None:
        """Uncover the card and hand over what came."""
        self.hide()
        if not self._open:
            event.ignore()
            return
        _accept(event)
        self.dropped.emit(brought(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paint the ground, a dashed edge and the words."""
        painter = QPainter(self)
        sketch = Sketch(painter, self._theme)
        tokens = self._theme.tokens
        rect = QRectF(self.rect())
        ground = QColor(tokens.accent_soft)
        ground.setAlphaF(0.94)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, RADIUS_CARD, RADIUS_CARD)
        inner = rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        sketch.box(inner, RADIUS_CARD, line=tokens.accent, width=2, dashed=True)
        middle = rect.center().y()
        sketch.icon("paperclip", tokens.accent, ICON, rect.center().x() - ICON / 2, middle - 24)
        sketch.words(
            QRectF(inner.left(), middle - 8, inner.width(), 32),
            self.words(),
            Type.SECTION,
            tokens.text,
            CENTRE,
        )
        painter.end()


def _accept(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
