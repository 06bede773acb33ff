# SPDX-License-Identifier: MIT
"""What is copied from the notebook: kept out of clipboard histories, gone after a minute and at the lock.

The marks are those that password managers use. A program that wants to keep a copy all the same can.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

CLEAR_MS: Final = 60_000
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
NOT_FOR_HISTORY: Final = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"1",
}
"""Formats by which Windows (cloud clipboard included), Klipper and macOS tools know to forget it."""


class ClipboardGuard(QObject):
    """Looks after what this window puts on the clipboard; another program's copy is never touched."""

    def __init__(
        self, clipboard: QClipboard, parent: QObject, *, owns: Callable[[], bool] | None = None
    ) -> None:
        """Nothing is marked before ``begin``. ``owns`` says whether this program's copy lies there."""
        super().__init__(parent)
        self._clipboard = clipboard
        self._owns = owns if owns is not None else clipboard.ownsClipboard
        self._watching = False
        self._marking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_MS)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._changed)
        clipboard.selectionChanged.connect(self._selected)

    def begin(self) -> None:
        """Mark every copy from now on."""
        self._watching = True

    def end(self) -> None:
        """Clear what is ours: the notebook is being closed."""
        self._watching = False
        self.clear()

    @property
    def clears_soon(self) -> bool:
        """Whether something of ours waits to be cleared."""
        return self._timer.isActive()

    def clear(self) -> None:
        """Empty the clipboard, and X11's selection, where they still hold what came from here."""
        self._timer.stop()
        if self._owns():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _changed(self) -> None:
        if not self._watching or self._marking:
            return
        if not self._owns():
            return  # another program's copy
        text = self._clipboard.text()
        if not text:
            return
        marked = QMimeData()
        marked.setText(text)
        for name, value in NOT_FOR_HISTORY.items():
            marked.setData(name, value)
        self._marking = True
        self._clipboard.setMimeData(marked)
        self._marking = False
        self._timer.start()

    def _selected(self) -> None:
        if self._watching and self._clipboard.ownsSelection():
            self._timer.start()
