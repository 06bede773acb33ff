# SPDX-License-Identifier: MIT
"""What stands where a card would: nobody is chosen, or the card has left this computer and a key fetches it."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.retention import FetchPerson
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId


class _Stage(Enum):
    NOBODY = auto()
    GONE = auto()
    AWAY = auto()
    COMING = auto()
    OFFLINE = auto()


class NoCard(Card):
    """Starts with nobody. ``came(id)`` once a card that was fetched is here."""

    came = Signal(object)
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, parent=parent)
        self._bridge = tools.bridge
        self._stage = _Stage.NOBODY
        self.person: EntityId | None = None
        """Whose card has left; ``None`` while nobody is chosen."""
        self.words = Words(tools.theme, tone=Tone.MUTED, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setContentsMargins(60, 0, 60, 12)
        self.fetch = Button(tools.theme, icon_name="download", key="Enter")
        self.fetch.clicked.connect(self._fetch)
        self.body.addStretch(1)
        self.body.addWidget(self.words)
        self.body.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self._tell(_Stage.NOBODY)

    def show_away(self, person: EntityId) -> None:
        """Say that a card has left this computer, and offer to fetch it."""
        if person != self.person or self._stage is _Stage.NOBODY:
            self.person = person
            self._tell(_Stage.AWAY)

    def show_gone(self) -> None:
        """Say that the card that stood here is no longer here: nothing went wrong, its person moved or was erased."""
        self.person = None
        self._tell(_Stage.GONE)

    def forget(self) -> None:
        """Know of nobody; what is being fetched is not shown when it comes."""
        self.person = None
        self._tell(_Stage.NOBODY)

    def retranslate(self) -> None:
        """Say every word again."""
        self.words.setText(_said(self._stage))
        self.fetch.setText(QCoreApplication.translate("PeoplePage", "Fetch it from the centre"))

    def _tell(self, stage: _Stage) -> None:
        self._stage = stage
        self.fetch.setVisible(stage in {_Stage.AWAY, _Stage.OFFLINE})
        self.retranslate()
        if stage is not _Stage.NOBODY:
            announce(self, self.words.text())

    def _fetch(self) -> None:
        person = self.person
        if person is None or self._stage is _Stage.COMING:
            return
        self._tell(_Stage.COMING)

        def came(_done: object) -> None:
            if self.person == person:
                self.forget()
                self.came.emit(person)

        def failed(report: ProblemReport) -> None:
            if self.person != person:
                return
            offline = report.problem is Problem.NO_NETWORK
            self._tell(_Stage.OFFLINE if offline else _Stage.AWAY)
            self.fetch.setFocus(Qt.FocusReason.OtherFocusReason)
            if not offline:
                self.troubled.emit(report)

        self._bridge.ask(self, FetchPerson(person), done=came, failed=failed)


def _said(stage: _Stage) -> str:
    if stage is _Stage.NOBODY:
        return QCoreApplication.translate(
            "PeoplePage", "Search for a person and open the card with Enter, or add a new one (Ctrl I)."
        )
    if stage is _Stage.GONE:
        return QCoreApplication.translate("PeoplePage", "This card is no longer in the notebook.")
    if stage is _Stage.AWAY:
        return QCoreApplication.translate(
            "PeoplePage", "This card has left the computer to keep little on it. Fetch it from the centre."
        )
    if stage is _Stage.COMING:
        return QCoreApplication.translate("PeoplePage", "The card is being fetched from the centre.")
    return QCoreApplication.translate(
        "PeoplePage", "The card was not fetched: there is no connection to the centre. Try again later."
    )
