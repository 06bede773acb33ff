# SPDX-License-Identifier: MIT
"""A walk-in typed in words: a line in the place of the panel's last row, read while it is typed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop.ui.today.panel_rows import PanelRows
from desktop.ui.today.power_text import read_power_text
from desktop.ui.today.walk_in import WalkIn
from sync.records.codes import CodeLists


class PowerLine(QObject):
    """``said(WalkIn)`` tells what the words mean by now, ``saved`` Enter, ``left`` Esc."""

    said = Signal(object)
    saved = Signal()
    left = Signal()

    def __init__(self, rows: PanelRows, codes: CodeLists, now: Callable[[], WalkIn], parent: QObject) -> None:
        """``now`` gives the walk-in that stands; what it has already stays beside what is typed."""
        super().__init__(parent)
        self._rows = rows
        self._codes = codes
        self._now = now
        self._before = WalkIn()
        rows.typed.textEdited.connect(self._read)
        rows.typed.returnPressed.connect(self.saved)
        rows.typed.left.connect(self._leave)

    def begin(self) -> None:
        """Give the line the keys."""
        self._before = self._now()
        self._rows.typed.clear()
        self._rows.show_typing(shown=True)
        self._rows.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end(self) -> None:
        """Put the line away; who calls has given the keys to another."""
        self._rows.typed.clear()
        self._rows.show_typing(shown=False)

    def retranslate(self) -> None:
        """Say what can be typed."""
        words = QCoreApplication.translate("WalkInPanel", "In words: cv 22 ru +referral")
        self._rows.typed.setPlaceholderText(words)
        self._rows.typed.setAccessibleName(words)

    def _read(self, text: str) -> None:
        self.said.emit(self._before.joined(read_power_text(text, self._codes)))

    def _leave(self) -> None:
        self.said.emit(self._before)
        self.left.emit()
