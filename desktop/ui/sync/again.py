# SPDX-License-Identifier: MIT
"""The centre does not know this computer any more: a field for a new code, and the button that enrols again."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.sync import EnrolAgain, SyncStatus
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.field import LineField
from desktop.ui.page import Tools
from desktop.ui.sync.state_words import WORKING
from desktop.ui.words.problems import sentence


class Again(QWidget):
    """Asks by itself; ``enrolled`` tells that the next round may go."""

    enrolled = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._busy = False
        self.code = LineField(tools.theme, " ", longest=80)
        self.enrol = Button(tools.theme, kind=ButtonKind.SECONDARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.code, 1)
        row.addWidget(self.enrol)
        row.addStretch(1)
        self.code.line.returnPressed.connect(self._ask)
        self.enrol.clicked.connect(self._ask)
        self.retranslate()
        self.hide()

    def show_status(self, status: SyncStatus) -> None:
        """Stand there while the centre does not know this computer; what is typed stays over the rounds meanwhile."""
        unknown = status.problem is Problem.WRITER_UNKNOWN
        under_way = status.phase in WORKING and not self.isHidden()
        if not (unknown or under_way):
            self.forget()
        self.setVisible(unknown or under_way)

    def forget(self) -> None:
        """Drop the code: it is a secret for one use."""
        self._busy = False
        self.code.set_text("")
        self.code.set_error("")
        self.hide()

    def retranslate(self) -> None:
        """Say every word again."""
        self.code.set_label(QCoreApplication.translate("Again", "New code from an administrator"))
        self.enrol.setText(QCoreApplication.translate("Again", "Enrol again"))

    def _ask(self) -> None:
        code = self.code.text().strip()
        if self._busy:
            return
        if not code:
            self.code.set_error(QCoreApplication.translate("Again", "Type the code first."))
            self.code.line.setFocus()
            return
        self._busy = True

        def done(_told: Done) -> None:
            self._busy = False
            self.code.set_text("")
            self.enrolled.emit()

        def failed(report: ProblemReport) -> None:
            self._busy = False
            self.code.set_error(sentence(report))
            self.code.line.setFocus()

        self.code.set_error("")
        self._tools.bridge.ask(self, EnrolAgain(code), done=done, failed=failed)
