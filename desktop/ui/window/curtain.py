# SPDX-License-Identifier: MIT
"""Takes everything that belongs to a window off the screen, and hears F12 where the window itself does not."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

_HIDE: Final = (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)
_LOCK: Final = (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


class Curtain(QObject):
    """``asked`` when F12 or Ctrl+L is pressed in a dialog, a list or a menu, which the window's keys don't reach."""

    asked = Signal()

    def __init__(self, window: QWidget, application: QObject) -> None:
        """Watch the keys of what stands over ``window``."""
        super().__init__(window)
        self._window = window
        self._up = False
        application.installEventFilter(self)

    def begin(self) -> None:
        """Hear the keys from now on."""
        self._up = True

    def draw(self) -> None:
        """Close lists, menus, dialogs, previews and hints; what refuses to close is hidden."""
        self._up = False
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        QToolTip.hideText()
        for one in QApplication.topLevelWidgets():
            if one is not self._window and one.isVisible() and self._belongs(one):
                one.hide()
                _end(one)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        """Take F12 and Ctrl+L where something else stands in front."""
        if not self._up or event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        pressed = (Qt.Key(event.key()), event.modifiers())
        if pressed not in (_HIDE, _LOCK) or not self._covered():
            return False
        self.asked.emit()
        return True

    def _covered(self) -> bool:
        if QApplication.activePopupWidget() is not None:
            return True
        front = QApplication.activeModalWidget() or QApplication.activeWindow()
        return front is not None and front is not self._window and self._belongs(front)

    def _belongs(self, widget: QWidget) -> bool:
        """Whether a window was opened from ours; another main window in this process was not."""
        parent = widget.parentWidget()
        while parent is not None and parent is not self._window:
            parent = parent.parentWidget()
        return parent is self._window


def _end(widget: QWidget) -> None:
    """End what was hidden: a dialog is put away as by Esc, so that whoever waits for it hears."""
    if isinstance(widget, QDialog):
        widget.reject()
    else:
        widget.close()
