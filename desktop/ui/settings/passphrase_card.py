# SPDX-License-Identifier: MIT
"""Changing the passphrase: the old one, a new one with its rating, five words on offer; errors at the fields."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.laptop import (
    ChangePassphrase,
    PassphraseRating,
    RatePassphrase,
    SuggestedPassphrase,
    SuggestPassphrase,
)
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.pill import Mark
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.problems import sentence

_PAUSE_MS: Final = 250
_STRONG: Final = 3
_GOOD: Final = 2


class PassphraseCard(Card):
    """`troubled(ProblemReport)` tells what has no field here."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it with empty fields."""
        super().__init__(tools.theme, parent=parent)
        self._tools = tools
        self._rated: PassphraseRating | None = None
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.old = PassphraseField(theme, " ")
        self.new = PassphraseField(theme, " ", hint=" ")
        self.again = PassphraseField(theme, " ")
        self.rating = Mark(theme, MarkValue("shield", "", Tone.MUTED))
        self.rating.hide()
        self.suggest = Button(theme, icon_name="key-round")
        self.change = Button(theme, kind=ButtonKind.PRIMARY, tall=True)
        self.told = Words(theme, size=Type.SECONDARY, tone=Tone.OK, wrap=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.change)
        buttons.addWidget(self.suggest)
        buttons.addStretch(1)
        self.body.setSpacing(6)
        for part in (self._title, self._lead, self.old, self.new, self.rating, self.again):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addWidget(self.told)
        self.told.hide()
        self._join()
        self.retranslate()

    def _join(self) -> None:
        self.old.entered.connect(lambda: self.new.line.setFocus(Qt.FocusReason.TabFocusReason))
        self.new.entered.connect(lambda: self.again.line.setFocus(Qt.FocusReason.TabFocusReason))
        self.again.entered.connect(self._change)
        self.change.clicked.connect(self._change)
        self.suggest.clicked.connect(self._suggest)
        self.new.edited.connect(lambda _text: self._pause.start())
        self.old.edited.connect(lambda _text: self.told.hide())
        self._pause.timeout.connect(self._rate)

    def forget(self) -> None:
        """Drop every passphrase, the rating and any error."""
        self._pause.stop()
        self._rated = None
        for field in (self.old, self.new, self.again):
            field.forget()
            field.set_error("")
        self.rating.hide()
        self.told.hide()
        self.change.setEnabled(True)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Settings", "Passphrase"))
        self._lead.setText(
            QCoreApplication.translate("Settings", "It opens only your own notebook on this computer.")
        )
        self.old.set_label(QCoreApplication.translate("Settings", "Present passphrase"))
        self.new.set_label(QCoreApplication.translate("Settings", "New passphrase"))
        self.again.set_label(QCoreApplication.translate("Settings", "New passphrase again"))
        self.new.set_hint(
            QCoreApplication.translate("Settings", "At least five words or 14 characters, easy to remember.")
        )
        self.change.setText(QCoreApplication.translate("Settings", "Change the passphrase"))
        self.suggest.setText(QCoreApplication.translate("Settings", "Suggest five words"))
        self.told.setText(QCoreApplication.translate("Settings", "The passphrase has been changed."))
        for button in (self.change, self.suggest):
            button.updateGeometry()
        self._show_rating()

    # --- rating and suggesting ---

    def _rate(self) -> None:
        text = self.new.text()
        if not text:
            self._rated = None
            self._show_rating()
            return
        self._tools.bridge.ask(
            self, RatePassphrase(passphrase=text), done=self._take_rating, failed=self._fail
        )

    def _take_rating(self, rating: PassphraseRating) -> None:
        self._rated = rating if self.new.text() else None
        self._show_rating()

    def _show_rating(self) -> None:
        self.rating.setVisible(self._rated is not None)
        if self._rated is not None:
            self.rating.set_value(rating_mark(self._rated))
            announce(self.rating, self.rating.value.word)

    def _suggest(self) -> None:
        self._tools.bridge.ask(self, SuggestPassphrase(), done=self._take_suggestion, failed=self._fail)

    def _take_suggestion(self, suggested: SuggestedPassphrase) -> None:
        for field in (self.new, self.again):
            field.set_text(suggested.passphrase)
            field.set_error("")
        if self.new.line.echoMode() == QLineEdit.EchoMode.Password:
            self.new.eye.click()  # words that nobody has read cannot be remembered
        self._rate()
        (self.new.line if self.old.text() else self.old.line).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- changing ---

    def _change(self) -> None:
        if not self.change.isEnabled():
            return
        for field, words in (
            (self.old, QCoreApplication.translate("Settings", "Type your present passphrase.")),
            (self.new, QCoreApplication.translate("Settings", "Type a new passphrase.")),
        ):
            if not field.text():
                field.set_error(words)
                field.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self.again.text() != self.new.text():  # one slip of a finger would lock its owner out
            self.again.set_error(QCoreApplication.translate("Settings", "The two new ones are not the same."))
            self.again.line.selectAll()
            self.again.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._pause.stop()
        self.change.setEnabled(False)
        ask = ChangePassphrase(old=self.old.text(), new=self.new.text())
        self._tools.bridge.ask(self, ask, done=self._changed, failed=self._refused)

    def _changed(self, _done: Done) -> None:
        held = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.forget()
        self.told.show()
        announce(self.told, self.told.text())
        if held:
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, report: ProblemReport) -> None:
        self.change.setEnabled(True)
        match report.problem:
            case Problem.WRONG_PASSPHRASE | Problem.THROTTLED:
                field = self.old
            case Problem.PASSPHRASE_TOO_WEAK:
                field = self.new
            case _:
                self._fail(report)
                return
        field.set_error(sentence(report))
        field.line.selectAll()
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, report: ProblemReport) -> None:
        self.troubled.emit(report)


def rating_mark(rating: PassphraseRating) -> MarkValue:
    """Return how good a new passphrase is, as icon, word and tone."""
    if not rating.accepted:
        return MarkValue("shield-alert", QCoreApplication.translate("Settings", "Too short"), Tone.DANGER)
    if rating.strength >= _STRONG:
        return MarkValue("shield-check", QCoreApplication.translate("Settings", "Strong"), Tone.OK)
    if rating.strength >= _GOOD:
        return MarkValue("shield-check", QCoreApplication.translate("Settings", "Good"), Tone.OK)
    return MarkValue("shield", QCoreApplication.translate("Settings", "Just enough"), Tone.WARN)
