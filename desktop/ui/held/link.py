# SPDX-License-Identifier: MIT
"""The way to what is held back, from other pages: a strip that is there only while something is."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.notebook.messages.held import Held, ListHeld
from desktop.ui.components.notice import Notice
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone


class HeldLink(QWidget):
    """``asked`` when somebody wants to go there. ``every``: also for one's own saves and parked ones."""

    asked = Signal()
    failed = Signal(object)

    def __init__(self, tools: Tools, *, every: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._every = every
        self._held = Held([], [], [], 0)
        self.strip = Notice(tools.theme, tone=Tone.DANGER, icon_name="shield-alert")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.strip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.strip.acted.connect(self.asked)
        self.hide()

    def load(self) -> None:
        """Ask what is held back."""
        self._tools.bridge.ask(self, ListHeld(), done=self._show, failed=self.failed.emit)

    def forget(self) -> None:
        """Drop the counts and hide."""
        self._show(Held([], [], [], 0))

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._show(self._held)

    def _show(self, held: Held) -> None:
        self._held = held
        count = len(held.rows) + len(held.parked) if self._every else held.deciding
        self.setVisible(count > 0)
        if not count:
            return
        if held.deciding:
            words = QCoreApplication.translate(
                "Held", "%n held back saves wait for your decision.", None, held.deciding
            )
        else:
            words = QCoreApplication.translate("Held", "%n saves are held back or wait.", None, count)
        if self.strip.words() != words or self.strip.isHidden():
            self.strip.tell(words, action=QCoreApplication.translate("Held", "Look"))
