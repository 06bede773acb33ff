# SPDX-License-Identifier: MIT
"""The first run on this laptop: four steps on one card, from the language to the open notebook."""

from PySide6.QtCore import QCoreApplication, QSysInfo, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Ask, ProblemReport
from desktop.notebook.messages.laptop import (
    Invitation,
    Join,
    PassphraseRating,
    RatePassphrase,
    ReadInvitationFile,
    SuggestedPassphrase,
    SuggestPassphrase,
    Unlocked,
)
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.first_run.check_step import CheckStep
from desktop.ui.first_run.invitation_step import InvitationStep
from desktop.ui.first_run.join_words import join_sentence
from desktop.ui.first_run.passphrase_step import PassphraseStep
from desktop.ui.first_run.start_step import StartStep
from desktop.ui.first_run.step import Step
from desktop.ui.page import Tools
from desktop.ui.page_kinds import EntrancePage
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.foot import Foot
from desktop.ui.unlock.front_card import FrontCard
from desktop.ui.unlock.heading import Heading

_WIDTH = 560
_OF_THE_CODE = frozenset({Problem.CODE_WRONG, Problem.CODE_EXPIRED, Problem.CODE_USED, Problem.CODE_LOCKED})


class FirstRunPage(EntrancePage):
    """``unlocked(Unlocked)``, ``practice_asked()``, ``left()``, ``language_chosen(Language)``."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build the steps; the first one is shown."""
        super().__init__(tools, parent=parent)
        self._invitation: Invitation | None = None
        self._place = 0
        self._reading = False
        self._from_file = False
        self._report: ProblemReport | None = None
        self.start = StartStep(tools.theme)
        self.invitation = InvitationStep(tools.theme)
        self.check = CheckStep(tools.theme, laptop_name=QSysInfo.machineHostName())
        self.passphrase = PassphraseStep(tools.theme)
        self._steps: tuple[Step, ...] = (self.start, self.invitation, self.check, self.passphrase)
        self._heading = Heading(tools.theme, "", icon_name="notebook-pen")
        self._where = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.notice = Notice(tools.theme, tone=Tone.DANGER, icon_name="circle-alert")
        self.foot = Foot(tools.theme)
        self._lay_out()
        self._join_signals()
        self.retranslate()
        self._show_step(0)

    def _lay_out(self) -> None:
        self.notice.hide()
        self._card = FrontCard(self.tools.theme, width=_WIDTH)
        self._card.body.addWidget(self._where)
        self._card.body.addWidget(self._heading)
        self._card.body.addSpacing(4)
        self._card.body.addWidget(self.notice)
        for step in self._steps:
            self._card.body.addWidget(step)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(0, 16, 0, 16)
        middle.addStretch(1)
        middle.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)
        for step in self._steps:
            step.arrange_tabs()

    def _join_signals(self) -> None:
        for step in self._steps:
            step.back.connect(self._back)
        self.start.forward.connect(lambda: self._show_step(1))
        self.start.practice_asked.connect(self.practice_asked)
        self.start.language_chosen.connect(self.language_chosen)
        self.foot.language_chosen.connect(self.language_chosen)
        self.invitation.forward.connect(self._read_typed)
        self.invitation.file_chosen.connect(self.read_file)
        self.check.forward.connect(self._checked)
        self.passphrase.forward.connect(self._join)
        self.passphrase.rating_asked.connect(self._rate)
        self.passphrase.suggestion_asked.connect(self._suggest)

    # --- Page ---

    def enter(self) -> None:
        """Let the step shown take the keys."""
        self._steps[self._place].begin()

    def forget(self) -> None:
        """Drop the code and the passphrase."""
        self._invitation = None
        self.invitation.forget()
        self.passphrase.forget()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        language = self.tools.translations.language
        self.start.show_language(language)
        for step in self._steps:
            step.retranslate()
        self.foot.retranslate(language)
        if self._report is not None and not self.notice.isHidden():
            self.notice.tell(join_sentence(self._report))
        self._say_place()

    # --- the invitation ---

    def read_file(self, path: str) -> None:
        """Read an invitation file, as chosen or dropped."""
        self._from_file = True
        self._read(ReadInvitationFile(path))

    def _read_typed(self) -> None:
        self._from_file = False
        self._read(self.invitation.typed())

    def _read(self, ask: Ask[Invitation]) -> None:
        if self._reading:
            return
        self._reading = True
        self.notice.hide()
        self.tools.bridge.ask(self, ask, done=self._came, failed=self._unreadable)

    def _came(self, invitation: Invitation) -> None:
        self._reading = False
        self._invitation = invitation
        self.check.show_invitation(invitation)
        self._show_step(2)

    def _unreadable(self, report: ProblemReport) -> None:
        self._reading = False
        self._show_step(1)
        part = "file" if self._from_file else str(report.facts.get("part", ""))
        self.invitation.refuse(part, join_sentence(report))

    def _checked(self) -> None:
        if self.check.demand_name():
            self._show_step(3)

    # --- the passphrase ---

    def _rate(self, passphrase: str) -> None:
        def done(rating: PassphraseRating) -> None:
            self.passphrase.rated(passphrase, rating)

        self.tools.bridge.ask(self, RatePassphrase(passphrase), done=done, failed=self._refused)

    def _suggest(self) -> None:
        def done(found: SuggestedPassphrase) -> None:
            self.passphrase.take_suggestion(found.passphrase)

        self.tools.bridge.ask(self, SuggestPassphrase(), done=done, failed=self._refused)

    def _join(self) -> None:
        if self._invitation is None or not self.passphrase.next.isEnabled():
            return
        if self.passphrase.complete():
            self.notice.hide()
            self.passphrase.show_joining(joining=True)
            ask = Join(self._invitation.token, self.passphrase.passphrase.text(), self.check.laptop_name)
            self.tools.bridge.ask(self, ask, done=self._joined, failed=self._refused)

    def _joined(self, who: Unlocked) -> None:
        self.passphrase.show_joining(joining=False)
        self.forget()
        self.unlocked.emit(who)

    def _refused(self, report: ProblemReport) -> None:
        self.passphrase.show_joining(joining=False)
        words = join_sentence(report)
        if report.problem in _OF_THE_CODE:
            self._show_step(1)
            self.invitation.refuse("file" if self._from_file else "code", words)
        elif report.problem is Problem.PASSPHRASE_TOO_WEAK:
            self.passphrase.refuse(words)
        else:
            self._report = report
            self.notice.tell(words)
            self._steps[self._place].begin()

    # --- steps ---

    def _back(self) -> None:
        self.notice.hide()
        if self._place == 0:
            self.left.emit()
        elif self.passphrase.previous.isEnabled():
            self._show_step(self._place - 1)

    def _show_step(self, place: int) -> None:
        self._place = place
        self.foot.languages.setVisible(place > 0)  # the first step has its own
        self._steps[place].show()
        self._steps[place].begin()
        for other, step in enumerate(self._steps):
            step.setVisible(other == place)
        self._say_place()
        self._scroll.verticalScrollBar().setValue(0)

    def _say_place(self) -> None:
        self._heading.set_words(self._steps[self._place].title())
        self._where.setText(
            QCoreApplication.translate("FirstRun", "Step {number} of {all}").format(
                number=self._place + 1, all=len(self._steps)
            )
        )
