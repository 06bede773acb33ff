# SPDX-License-Identifier: MIT
"""A forgotten passphrase, in three steps: save a request, read its check aloud, open with the answer."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import (
    PassphraseRating,
    RatePassphrase,
    SuggestedPassphrase,
    SuggestPassphrase,
)
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.recovery import AskRecovery, Recover, RecoveryAsked
from desktop.ui.components.stick_dialogs import StickDialogs
from desktop.ui.components.words import Words
from desktop.ui.first_run.step import Step
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.recovery_steps import AloudStep, AnswerStep, RequestStep
from desktop.ui.unlock.side_card import SideCard
from sync.records.ids import StaffId

REQUEST_KIND: Final = "kkpyynto"
ANSWER_KIND: Final = "kkvastaus"
"""As sync.protocol.recovery has them; importing that would load a cryptography library into the window."""
_OF_THE_FILE: Final = frozenset({Problem.RECOVERY_UNREADABLE, Problem.RECOVERY_KEY_WRONG})


class RecoveryCard(SideCard):
    """The way back in for one person. It may be left after the second step: the answer can come another day."""

    def __init__(self, tools: Tools, *, staff: StaffId, name: str, parent: QWidget | None = None) -> None:
        """Begin with the request."""
        super().__init__(tools, icon_name="life-buoy", parent=parent)
        self._staff = staff
        self._name = name
        self._place = 0
        self.dialogs = StickDialogs(self)
        self._where = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.request = RequestStep(tools.theme)
        self.aloud = AloudStep(tools.theme)
        self.answer = AnswerStep(tools.theme)
        self._steps: tuple[Step, ...] = (self.request, self.aloud, self.answer)
        for part in (self.lead, self.next, self.previous):  # each step has its own
            part.hide()
        self.body.insertWidget(0, self._where)
        for step in self._steps:
            self.fields.addWidget(step)
            step.back.connect(self.go_back)
        for step in self._steps:
            step.arrange_tabs()
        self.request.forward.connect(self._choose_place)
        self.request.answered.connect(lambda: self._show_step(2))
        self.aloud.forward.connect(lambda: self._show_step(2))
        self.answer.forward.connect(self.go_on)
        self.answer.file_asked.connect(self._choose_answer)
        self.answer.rating_asked.connect(self._rate)
        self.answer.suggestion_asked.connect(self._suggest)
        self._show_step(0)
        self.retranslate()

    @property
    def place(self) -> int:
        """Which step is shown, from 0."""
        return self._place

    def begin(self) -> None:
        """Let the step shown take the keys."""
        self._steps[self._place].begin()

    def go_on(self) -> None:
        """Open with the answer and set the new passphrase."""
        if self.busy or not self.answer.complete():
            return
        self.quiet()
        self._busy = True
        self.answer.show_joining(joining=True)
        ask = Recover(self._staff, self.answer.path, self.answer.passphrase.text())
        self.tools.bridge.ask(self, ask, done=self.let_in, failed=self._refused)

    def go_back(self) -> None:
        """Go to the step before; from the first and the second leave."""
        if self.busy:
            return
        self.quiet()
        if self._place == len(self._steps) - 1:
            self.answer.forget()
            self._show_step(1 if self.aloud.check.text() else 0)
        else:
            self.left.emit()

    def save_request(self, path: str) -> None:
        """Write the request there."""
        if self.busy:
            return
        self.quiet()
        self._busy = True
        self.request.next.setEnabled(False)
        ask = AskRecovery(self._staff, path)
        self.tools.bridge.ask(self, ask, done=self._asked, failed=self._not_asked)

    def forget(self) -> None:
        """Drop the passphrases and what was read aloud."""
        super().forget()
        self.dialogs.close()
        self.answer.show_joining(joining=False)
        self.answer.forget()
        self.request.next.setEnabled(True)
        self.aloud.check.setText("")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        for step in self._steps:
            step.retranslate()
        self._say_place()

    def _choose_place(self) -> None:
        self.dialogs.ask_place(
            QCoreApplication.translate("UnlockPage", "Save the request"),
            self.save_request,
            offered=QCoreApplication.translate("UnlockPage", "recovery-request"),
            kind=QCoreApplication.translate("UnlockPage", "Recovery requests"),
            suffix=REQUEST_KIND,
        )

    def _asked(self, asked: RecoveryAsked) -> None:
        self._busy = False
        self.request.next.setEnabled(True)
        self.aloud.check.setText(asked.check)
        self._show_step(1)

    def _not_asked(self, report: ProblemReport) -> None:
        self._busy = False
        self.request.next.setEnabled(True)
        self.tell(report)
        self.request.begin()

    def _choose_answer(self) -> None:
        title = QCoreApplication.translate("UnlockPage", "Choose the answer file")
        kind = QCoreApplication.translate("UnlockPage", "Answers")
        self.dialogs.ask_file(title, self.answer.take_file, kind=kind, suffix=ANSWER_KIND)

    def _rate(self, passphrase: str) -> None:
        def done(rating: PassphraseRating) -> None:
            self.answer.rated(passphrase, rating)

        self.tools.bridge.ask(self, RatePassphrase(passphrase), done=done, failed=self.tell)

    def _suggest(self) -> None:
        def done(found: SuggestedPassphrase) -> None:
            self.answer.take_suggestion(found.passphrase)

        self.tools.bridge.ask(self, SuggestPassphrase(), done=done, failed=self.tell)

    def _refused(self, report: ProblemReport) -> None:
        self._busy = False
        self.answer.show_joining(joining=False)
        if report.problem in _OF_THE_FILE:
            self.answer.refuse_file(self.sentence(report))
        elif report.problem is Problem.PASSPHRASE_TOO_WEAK:
            self.answer.refuse(self.sentence(report))
        else:
            self.tell(report)
            self.answer.begin()

    def _show_step(self, place: int) -> None:
        self._place = place
        self._steps[place].show()
        self._steps[place].begin()
        for other, step in enumerate(self._steps):
            step.setVisible(other == place)
        self._say_place()

    def _say_place(self) -> None:
        self.heading.set_words(self._steps[self._place].title())
        where = QCoreApplication.translate("UnlockPage", "{name} · step {number} of {all}")
        self._where.setText(where.format(name=self._name, number=self._place + 1, all=len(self._steps)))
