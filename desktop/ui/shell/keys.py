# SPDX-License-Identifier: MIT
"""The keys that work everywhere in the window (ui.md section 5); letters belong to the walk-in panel."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

PAGES = 8


class Keys(QObject):
    """Turns global keys into signals named for what was asked. `page_asked(int)` counts from 0."""

    page_asked = Signal(int)
    search_asked = Signal()
    page_search_asked = Signal()
    lock_asked = Signal()
    hide_asked = Signal()
    sync_asked = Signal()
    pane_asked = Signal(bool)
    visit_asked = Signal()
    repeat_asked = Signal()
    group_asked = Signal()
    lead_asked = Signal()
    waiting_asked = Signal()
    next_asked = Signal()
    split_asked = Signal()
    person_asked = Signal()
    services_asked = Signal()
    two_values_asked = Signal()
    undo_asked = Signal()
    print_asked = Signal()
    client_turn_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        """Bind the keys to `window` and everything in it."""
        super().__init__(window)
        self._window = window
        self._bind("Ctrl+K", self.search_asked)
        self._bind("Ctrl+F", self.page_search_asked)
        self._bind("Ctrl+L", self.lock_asked)
        self._bind("F12", self.hide_asked)
        self._bind("F5", self.sync_asked)
        self._bind("Ctrl+N", self.visit_asked)
        self._bind("Ctrl+Shift+N", self.repeat_asked)
        self._bind("Ctrl+G", self.group_asked)
        self._bind("Ctrl+R", self.lead_asked)
        self._bind("Ctrl+W", self.waiting_asked)
        self._bind("Ctrl+Shift+W", self.next_asked)
        self._bind("Ctrl+Shift+D", self.split_asked)  # Ctrl+D is a card's: two keys alike would be deaf
        self._bind("Ctrl+I", self.person_asked)
        self._bind("F3", self.services_asked)
        self._bind("Ctrl+J", self.two_values_asked)
        self._bind("Ctrl+P", self.print_asked)
        self._bind("F9", self.client_turn_asked)
        self._bind("Ctrl+Z", self.undo_asked)
        self._shortcut("F6").activated.connect(lambda: self.pane_asked.emit(True))
        self._shortcut("Shift+F6").activated.connect(lambda: self.pane_asked.emit(False))
        for place in range(PAGES):
            pressed = self._shortcut(f"Alt+{place + 1}").activated
            pressed.connect(lambda place=place: self.page_asked.emit(place))

    def _shortcut(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        return shortcut

    def _bind(self, keys: str, signal: object) -> None:
        self._shortcut(keys).activated.connect(signal)
