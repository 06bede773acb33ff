# SPDX-License-Identifier: MIT
"""Below a history that is not whole: that the rest is at the centre, and the button that fetches it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.people import FetchPast, PersonView
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId


class Earlier(QWidget):
    """Asks by itself. ``fetched`` tells that the card has more to show now."""

    fetched = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, margin: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._busy = False
        self._said = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.fetch = Button(tools.theme, kind=ButtonKind.LINK, key="Ctrl Shift H")
        row = QHBoxLayout()
        row.addWidget(self.fetch)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, 0, margin, 4)
        column.setSpacing(0)
        column.addWidget(self._said)
        column.addLayout(row)
        self.fetch.clicked.connect(self._ask)
        self.retranslate()
        self.hide()

    def show_for(self, view: PersonView | None) -> None:
        """Stand below this person's history, if something earlier is at the centre."""
        self.stand_by(view.person if view is not None and view.earlier else None)

    def stand_by(self, person: EntityId | None) -> None:
        """Offer to fetch what was written of this person before; of nobody nothing is said."""
        self._person = person
        if self._person is None:
            self._busy = False
        self.fetch.setEnabled(not self._busy)
        self.setVisible(self._person is not None)

    def retranslate(self) -> None:
        """Say every word again."""
        self._said.setText(
            QCoreApplication.translate(
                "Earlier", "What stands on the card is all here. Who wrote it before is at the centre."
            )
        )
        self.fetch.setText(QCoreApplication.translate("Earlier", "Fetch the earlier history"))
        self.fetch.setShortcut(QKeySequence("Ctrl+Shift+H"))  # after the words: setting those drops it

    def _ask(self) -> None:
        person = self._person
        if person is None or self._busy:
            return
        self._busy = True
        self.fetch.setEnabled(False)

        def done(_told: Done) -> None:
            self._busy = False
            if person == self._person:
                self.fetched.emit()

        def failed(report: ProblemReport) -> None:
            self._busy = False
            if person == self._person:
                self.fetch.setEnabled(True)
                self.troubled.emit(report)

        self._tools.bridge.ask(self, FetchPast(person), done=done, failed=failed)
