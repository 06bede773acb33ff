# SPDX-License-Identifier: MIT
"""The way to the centre: straight, as the system says, or through a proxy that is named here."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.network import ChooseProxy, NetworkView, ShowNetwork
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone

_SYSTEM, _NONE, _OWN = "system", "none", "own"


class NetworkCard(Card):
    """A choice counts at once; an own proxy once its address is kept. `troubled(ProblemReport)`."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it; ``load`` asks what is chosen."""
        super().__init__(tools.theme, parent=parent)
        self._tools = tools
        theme = tools.theme
        self._pinned = False
        self._title = Words(theme, size=Type.SECTION)
        self.choice = Choice(theme, " ")
        self._choice = Field(theme, " ", self.choice, hint=" ")
        self.address = LineField(theme, " ", hint=" ")
        self.keep = Button(theme, " ")
        self._pin = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.body.setSpacing(6)
        keep = QHBoxLayout()
        keep.addWidget(self.keep)
        keep.addStretch(1)
        for part in (self._title, self._choice, self.address):
            self.body.addWidget(part)
        self.body.addLayout(keep)
        self.body.addWidget(self._pin)
        self.choice.chosen.connect(self._take)
        self.keep.clicked.connect(self._keep)
        self.address.entered.connect(self._keep)
        self._show_own(own=False)
        self.retranslate()

    def load(self) -> None:
        """Ask what is chosen."""
        self._tools.bridge.ask(self, ShowNetwork(), done=self._show, failed=self.troubled.emit)

    def forget(self) -> None:
        """Drop what was typed and not kept."""
        self.address.line.clear()
        self.address.set_error("")

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Settings", "The way to the centre"))
        self._choice.set_label(QCoreApplication.translate("Settings", "Proxy"))
        self._choice.set_hint(
            QCoreApplication.translate(
                "Settings", "Some offices let programs out only through a proxy. The help desk knows."
            )
        )
        self.choice.set_options(
            [
                (_SYSTEM, QCoreApplication.translate("Settings", "as the system says")),
                (_OWN, QCoreApplication.translate("Settings", "this one")),
                (_NONE, QCoreApplication.translate("Settings", "none")),
            ]
        )
        self.address.set_label(QCoreApplication.translate("Settings", "Address of the proxy"))
        self.address.set_hint(QCoreApplication.translate("Settings", "For example proxy.example:8080"))
        self.keep.setText(QCoreApplication.translate("Settings", "Keep this proxy"))
        self._pin.setText(
            QCoreApplication.translate(
                "Settings", "The invitation named the centre's certificate: no other one is taken."
            )
            if self._pinned
            else ""
        )
        self._pin.setVisible(self._pinned)

    def _take(self, key: str) -> None:
        self._show_own(own=key == _OWN)
        # The focus stays: the arrow keys pass over this choice on the way to the next.
        if key != _OWN:
            self._tools.bridge.ask(self, ChooseProxy(key), done=self._show, failed=self._refused)

    def _keep(self) -> None:
        self.address.set_error("")
        asked = ChooseProxy(_OWN, self.address.line.text())
        self._tools.bridge.ask(self, asked, done=self._show, failed=self._refused)

    def _refused(self, report: ProblemReport) -> None:
        if report.problem is Problem.ENROLMENT_UNREADABLE:
            self.address.set_error(
                QCoreApplication.translate(
                    "Settings", "A name and a port belong here, as in proxy.example:8080, without a password."
                )
            )
            self.address.line.setFocus()
            return
        self.troubled.emit(report)

    def _show(self, view: NetworkView) -> None:
        self.choice.set_key(view.proxy)
        self._show_own(own=view.proxy == _OWN)
        self.address.line.setText(view.address)
        self.address.set_error("")
        self._pinned = view.pinned
        self.retranslate()

    def _show_own(self, *, own: bool) -> None:
        self.address.setVisible(own)
        self.keep.setVisible(own)
