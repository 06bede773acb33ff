# SPDX-License-Identifier: MIT
"""Handing the person on the card on: to a colleague of the team, or with all that is about them to another team."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.moving import (
    HandedOn,
    HandOver,
    Handovers,
    ListHandovers,
    MoveOffer,
    MovePerson,
    OfferMove,
    TakeBackMove,
)
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import LineField
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId, StaffId

LONGEST_REASON: Final = 200
_STAFF, _TEAM = "staff/", "team/"


class TransferForm(QWidget):
    """Under the card's head. The strip says that a move waits; the form stands there while it is asked for."""

    saved = Signal(object, str)
    """RecordSaved and what to tell: the page offers Undo."""
    told = Signal(str)
    """What was just done, for the toast."""
    heard = Signal(str)
    """The centre has the move: these words, where the toast still says them, are no longer true."""
    troubled = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._offer: MoveOffer | None = None
        self._handovers: Handovers | None = None
        self._asked = self._busy = False
        theme = tools.theme
        self.waits = Notice(theme, tone=Tone.WAIT, icon_name="hourglass")
        self.to = Choice(theme, " ")
        self.reason = LineField(theme, " ", longest=LONGEST_REASON)
        self.give = Button(theme, kind=ButtonKind.PRIMARY, icon_name="arrow-right", key="Enter")
        self.leave = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.explains = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._form = QWidget()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.to)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.give)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(4)
        form.addLayout(row)
        form.addWidget(self.reason)
        form.addWidget(self.explains)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(6)
        column.addWidget(self.waits)
        column.addWidget(self._form)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.to)
        self.waits.acted.connect(self._take_back)
        self.to.activated.connect(lambda _place: self._chosen())
        self.give.clicked.connect(self._give)
        self.reason.entered.connect(self._give)
        self.leave.clicked.connect(self._leave)
        self.retranslate()

    # --- what the card calls ---

    def show_for(self, person: EntityId) -> None:
        """Ask how this person stands; the form goes when another card is opened."""
        if person != self._person:
            self._asked = False
        self._person = person
        self._load()

    def ask(self) -> None:
        """Show the form and take the keys."""
        if self._person is None:
            return
        self._asked, self._handovers = True, None
        self.retranslate()
        done = self._offered_handovers
        self._tools.bridge.ask(self, ListHandovers(), done=done, failed=self.troubled.emit)

    def forget(self) -> None:
        """Drop every value and hide."""
        self._person, self._offer, self._handovers = None, None, None
        self._asked = self._busy = False
        self.reason.set_text("")
        self.to.set_options(())
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        offer = self._offer
        self.to.setAccessibleName(QCoreApplication.translate("Transfer", "To whom"))
        self.reason.set_label(QCoreApplication.translate("Transfer", "Why the person moves"))
        self.leave.setText(QCoreApplication.translate("Transfer", "Leave"))
        waiting = offer is not None and offer.waiting is not None
        self.waits.setVisible(waiting)
        if offer is not None and waiting:
            words = (
                QCoreApplication.translate("Transfer", "Moving to {team}, the centre has been told")
                if offer.heard
                else QCoreApplication.translate("Transfer", "Moving to {team}, waits for the centre")
            )
            words = words.format(team=offer.waiting_team)
            words = f"{words} · {offer.waiting_by}" if offer.waiting_by else words
            action = QCoreApplication.translate("Transfer", "Take back") if offer.can_take_back else ""
            self.waits.tell(words, action=action)
        self._form.setVisible(self._asked and not waiting)
        self.setVisible(waiting or self._asked)
        self._offer_options()
        self._chosen()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Do it with Enter, leave with Escape."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._give()
        else:
            super().keyPressEvent(event)

    # --- parts ---

    def _load(self) -> None:
        if self._person is not None:
            self._tools.bridge.ask(
                self, OfferMove(self._person), done=self._offered, failed=self._not_offered
            )

    def _offered(self, offer: MoveOffer) -> None:
        if offer.person == self._person:
            self._offer = offer
            if offer.waiting is None or offer.heard:
                self.heard.emit(_waits_words())
            self.retranslate()

    def _not_offered(self, report: ProblemReport) -> None:
        if report.problem is Problem.NOT_FOUND:
            self.forget()  # the person has gone to another team meanwhile: the page says so
        else:
            self.troubled.emit(report)

    def _offered_handovers(self, handovers: Handovers) -> None:
        self._handovers = handovers
        self.retranslate()
        if self._asked:
            (self.to if self._form.isVisibleTo(self) else self.waits.button).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _offer_options(self) -> None:
        if self._handovers is None:
            # Only whole lists are offered: what stands first must not be another a moment later.
            self.to.set_options(())
            self.give.setEnabled(False)
            return
        options = [(_STAFF + one.staff, one.name) for one in self._handovers.colleagues]
        if self._offer is not None and self._offer.may:
            team = QCoreApplication.translate("Transfer", "Team: {name}")
            options += [(_TEAM + one.team, team.format(name=one.name)) for one in self._offer.teams]
        self.to.set_options(options)
        self.give.setEnabled(bool(options))

    def _chosen(self) -> None:
        team = self.to.key().startswith(_TEAM)
        self.reason.setVisible(team)
        if not self._asked:
            self.explains.setText("")  # what it says of a move is true only before the centre has heard of it
            return
        if team:
            self.give.setText(QCoreApplication.translate("Transfer", "Move"))
            words = QCoreApplication.translate(
                "Transfer",
                "The card and all that is about the person go to the other team, once the centre has it.",
            )
        else:
            self.give.setText(QCoreApplication.translate("Transfer", "Hand over"))
            words = QCoreApplication.translate("Transfer", "A colleague of the team becomes responsible.")
            if self._offer is not None and not self._offer.may:
                why = QCoreApplication.translate(
                    "Transfer", "A coach or a supervisor of the team moves people to another team."
                )
                words = f"{words} {why}"
        self.explains.setText(words)
        self.give.updateGeometry()

    def _give(self) -> None:
        key, person = self.to.key(), self._person
        if self._busy or person is None or not self._asked or not key:
            return
        self._busy = True
        bridge = self._tools.bridge
        if key.startswith(_TEAM):
            move = MovePerson(person, key.removeprefix(_TEAM), self.reason.text())
            bridge.ask(self, move, done=self._moved, failed=self._failed)
        else:
            name = self.to.currentText()
            give = HandOver([person], StaffId(key.removeprefix(_STAFF)))
            bridge.ask(self, give, done=lambda told: self._handed_on(told, name), failed=self._failed)

    def _moved(self, _done: Done) -> None:
        self._done()
        self.told.emit(_waits_words())

    def _handed_on(self, told: HandedOn, name: str) -> None:
        person = self._person
        self._done()
        if person is not None and told.saves:
            words = QCoreApplication.translate("Transfer", "Handed over to {name}").format(name=name)
            self.saved.emit(RecordSaved(person, told.saves[0]), words)

    def _done(self) -> None:
        self._busy = self._asked = False
        self.reason.set_text("")
        self._load()
        self.left.emit()
        self.retranslate()

    def _failed(self, report: ProblemReport) -> None:
        self._busy = False
        self.troubled.emit(report)
        self._load()

    def _take_back(self) -> None:
        offer = self._offer
        if offer is None or offer.waiting is None or self._busy:
            return
        self._busy = True

        def taken_back(_done: Done) -> None:
            self._done()
            self.told.emit(QCoreApplication.translate("Transfer", "The person stays in this team"))

        self._tools.bridge.ask(self, TakeBackMove(offer.waiting), done=taken_back, failed=self._failed)

    def _leave(self) -> None:
        if self._asked:
            self._asked = False
            self.left.emit()
            self.retranslate()


def _waits_words() -> str:
    return QCoreApplication.translate("Transfer", "The move waits for the centre")
