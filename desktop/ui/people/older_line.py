# SPDX-License-Identifier: MIT
"""Under the list of people: how many cards have left this computer for the centre, and the key that fetches them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.retention import FetchOlder
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone


class OlderLine(QWidget):
    """Asks by itself. ``fetched`` tells that the list has more to show now."""

    fetched = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._away = 0
        self._busy = False
        self.said = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.fetch = Button(tools.theme, kind=ButtonKind.LINK, key="Ctrl Shift O")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.said, 1)
        row.addWidget(self.fetch)
        self.fetch.clicked.connect(self._ask)
        self.hide()
        self.retranslate()

    def show_count(self, away: int) -> None:
        """Say how many cards are at the centre only; none hides the line."""
        self._away = away
        self._say()

    def forget(self) -> None:
        """Drop what was counted."""
        self.show_count(0)

    def retranslate(self) -> None:
        """Say every word again."""
        self.fetch.setText(QCoreApplication.translate("OlderLine", "Fetch"))
        self.fetch.setAccessibleName(QCoreApplication.translate("OlderLine", "Fetch the older cards"))
        self.fetch.setShortcut(QKeySequence("Ctrl+Shift+O"))  # after the words: setting those drops it
        self._say()

    def _say(self) -> None:
        if self._busy:
            words = QCoreApplication.translate("OlderLine", "Fetching the older cards …")
        else:
            words = QCoreApplication.translate("OlderLine", "%n older cards at the centre", None, self._away)
        self.said.setText(words)
        self.fetch.setEnabled(not self._busy)
        self.setVisible(bool(self._away))

    def _ask(self) -> None:
        if self._busy:
            return
        self._busy = True
        self._say()

        def done(_told: Done) -> None:
            self._busy = False
            self._say()
            self.fetched.emit()

        def failed(report: ProblemReport) -> None:
            self._busy = False
            self._say()
            self.troubled.emit(report)

        self._tools.bridge.ask(self, FetchOlder(), done=done, failed=failed)
