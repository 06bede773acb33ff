# SPDX-License-Identifier: MIT
"""The permit of this computer has run out or is lost: renewed over the network, or with the help desk's code."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.envelope import Ask, ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.messages.leases import EnterLease, RenewLease
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.rule import Rule
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.side_card import SideCard
from desktop.ui.unlock.words_field import WordsField
from desktop.ui.words.problems import sentence
from sync.records.ids import StaffId

_KEPT_MS: Final = 15 * 60_000
"""How long the passphrase just typed is kept for a second way; a call to the help desk fits in."""
_AT_PASSPHRASE: Final = frozenset({Problem.WRONG_PASSPHRASE, Problem.THROTTLED})


class LeaseCard(SideCard):
    """Holds the passphrase that was just typed until it is used, left, or a quarter of an hour old."""

    def __init__(
        self,
        tools: Tools,
        *,
        staff: StaffId,
        passphrase: str,
        why: ProblemReport,
        parent: QWidget | None = None,
    ) -> None:
        """Tell ``why``; an empty ``passphrase`` is asked for."""
        super().__init__(tools, icon_name="calendar-clock", parent=parent)
        self._staff = staff
        self._passphrase = passphrase
        self._why = why
        theme = tools.theme
        self.passphrase = PassphraseField(theme, " ")
        self.words = WordsField(theme)
        self.enter_words = Button(theme, icon_name="phone")
        self._or = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.fields.addWidget(self.passphrase)
        self.body.addSpacing(8)
        self.body.addWidget(Rule(theme))
        self.body.addSpacing(8)
        self.body.addWidget(self._or)
        self.body.addSpacing(8)
        self.body.addWidget(self.words)
        self.body.addWidget(self.enter_words, 0, Qt.AlignmentFlag.AlignLeft)
        self._kept = QTimer(self, singleShot=True, interval=_KEPT_MS)
        self._kept.timeout.connect(self._drop_passphrase)
        self._kept.start()
        self.passphrase.setVisible(not passphrase)
        self.setFocusProxy(self.next if passphrase else self.passphrase)
        self.enter_words.clicked.connect(self._enter_words)
        self.words.edited.connect(lambda _text: self._show_buttons())
        self.retranslate()

    @property
    def holds_passphrase(self) -> bool:
        """Whether the passphrase typed before is still kept."""
        return bool(self._passphrase)

    def go_on(self) -> None:
        """Ask the centre to renew it."""
        passphrase = self._typed()
        if passphrase and not self.busy:
            self._ask(RenewLease(self._staff, passphrase))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Let Enter in the code use the code."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.words.line.hasFocus():
            self._enter_words()
        else:
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Drop the passphrase and the code."""
        super().forget()
        self._passphrase = ""
        self._kept.stop()
        self.passphrase.forget()
        self.words.forget()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.heading.set_words(QCoreApplication.translate("UnlockPage", "This computer's permit"))
        self.lead.setText(sentence(self._why))
        self.passphrase.set_label(QCoreApplication.translate("UnlockPage", "Passphrase"))
        self.words.set_label(QCoreApplication.translate("UnlockPage", "Code from the help desk"))
        self.words.say_count()
        self._or.setText(
            QCoreApplication.translate(
                "UnlockPage",
                "No network? Call the help desk. They check who you are and read a code of 26 characters out.",
            )
        )
        self.next.setText(
            QCoreApplication.translate("UnlockPage", "Renewing…")
            if self.busy
            else QCoreApplication.translate("UnlockPage", "Renew over the network")
        )
        self.enter_words.setText(QCoreApplication.translate("UnlockPage", "Open with the code"))
        self.progress.setText(
            QCoreApplication.translate(
                "UnlockPage",
                "Asking the centre, then fetching what has changed. This may take a few minutes.",
            )
        )
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.enter_words.setEnabled(self.words.complete() and not self.busy)
        for field in (self.passphrase, self.words):
            field.line.setReadOnly(self.busy)

    def _typed(self) -> str:
        passphrase = self._passphrase or self.passphrase.text()
        if not passphrase:
            self.passphrase.setVisible(True)
            self.passphrase.setFocus()
        return passphrase

    def _enter_words(self) -> None:
        if self.busy:
            return
        if not self.words.complete():
            self.words.set_error(QCoreApplication.translate("UnlockPage", "Type all 26 characters first."))
            self.words.setFocus()
            return
        passphrase = self._typed()
        if passphrase:
            self._ask(EnterLease(self._staff, passphrase, self.words.words()))

    def _ask(self, ask: Ask[Unlocked]) -> None:
        self.quiet()
        self.set_busy(busy=True)
        self.tools.bridge.ask(self, ask, done=self.let_in, failed=self._refused)

    def _refused(self, report: ProblemReport) -> None:
        self.set_busy(busy=False)
        if report.problem in _AT_PASSPHRASE:
            self._drop_passphrase()
            self.passphrase.set_error(sentence(report))
            self.passphrase.setFocus()
        elif report.problem is Problem.LEASE_WORDS_WRONG:  # it stands there to be compared, letter by letter
            self.words.set_error(sentence(report))
            self.words.setFocus()
        else:
            self.words.forget()
            self.tell(report)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            if report.problem in {Problem.WRITER_REVOKED, Problem.NOTEBOOK_WIPED}:
                self.outdated.emit()

    def _drop_passphrase(self) -> None:
        self._passphrase = ""
        self._kept.stop()
        self.passphrase.forget()
        self.passphrase.setVisible(True)
        self.setFocusProxy(self.passphrase)
