# SPDX-License-Identifier: MIT
"""The last step: a passphrase, thought out and typed twice, or five words shown once and copied by hand."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.laptop import PassphraseRating
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.words import Words
from desktop.ui.first_run.step import Step
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class PassphraseStep(Step):
    """``rating_asked(str)`` at every change, ``suggestion_asked``; forward means to join."""

    rating_asked = Signal(str)
    suggestion_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._rating: PassphraseRating | None = None
        self._joining = False
        self.passphrase = PassphraseField(theme, " ")
        self.again = PassphraseField(theme, " ")
        self.suggest = Button(theme, icon_name="key-round")
        self.suggested = Words(theme, size=Type.SECTION, wrap=True)
        self._advice = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._frame = Card(theme, padding=12)
        self._frame.body.setSpacing(4)
        self._frame.body.addWidget(self.suggested)
        self._frame.body.addWidget(self._advice)
        self._frame.hide()
        self._progress = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._progress.hide()
        self.fields.addWidget(self.passphrase)
        self.fields.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addWidget(self._frame)
        self.fields.addSpacing(8)
        self.fields.addWidget(self.again)
        self.fields.addWidget(self._progress)
        first, second = self.passphrase, self.again
        self.order(first.line, first.eye, self.suggest, second.line, second.eye)
        self.passphrase.edited.connect(self._edited)
        self.suggest.clicked.connect(self.suggestion_asked)

    def begin(self) -> None:
        """Take the focus with the passphrase."""
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go from the first field to the second with Enter; else as every step."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.passphrase.line.hasFocus():
            self.again.setFocus()
        else:
            super().keyPressEvent(event)

    def rated(self, passphrase: str, rating: PassphraseRating) -> None:
        """Show how good it is, unless it has been changed meanwhile."""
        if passphrase == self.passphrase.text():
            self._rating = rating
            self._say_rating()

    def take_suggestion(self, words: str) -> None:
        """Show five words once, to be copied by hand and typed below."""
        self.suggested.setText(words)
        self._frame.show()
        self.passphrase.set_text(words)
        self.again.forget()
        self.rating_asked.emit(words)
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def complete(self) -> bool:
        """Return whether it can be used; say beside the field what is missing."""
        if self._rating is not None and not self._rating.accepted:
            self.passphrase.set_error(self._words(self._rating))
            self.passphrase.setFocus()
            return False
        if not self.passphrase.text():
            self.passphrase.setFocus()
            return False
        if self.again.text() != self.passphrase.text():
            self.again.set_error(
                QCoreApplication.translate("FirstRun", "This is not the same. Type it again.")
            )
            self.again.setFocus()
            self.again.line.selectAll()
            return False
        return True

    def refuse(self, words: str) -> None:
        """Show that the passphrase was refused."""
        self.passphrase.set_error(words)
        self.passphrase.setFocus()

    def show_joining(self, *, joining: bool) -> None:
        """Say that joining is under way; nothing is asked twice meanwhile."""
        self._joining = joining
        for field in (self.passphrase, self.again):
            field.line.setReadOnly(joining)
        self._progress.setVisible(joining)
        self.previous.setEnabled(not joining)
        self.suggest.setEnabled(not joining)
        self.retranslate()

    def forget(self) -> None:
        """Drop both fields and what was suggested."""
        self.passphrase.forget()
        self.again.forget()
        self.suggested.setText("")
        self._frame.hide()
        self._rating = None

    def _edited(self, text: str) -> None:
        self._rating = None
        self.passphrase.set_hint(self._usual())
        if text:
            self.rating_asked.emit(text)

    def _say_rating(self) -> None:
        self.passphrase.set_hint(self._words(self._rating) if self._rating is not None else self._usual())

    def _usual(self) -> str:
        return QCoreApplication.translate("FirstRun", "Five words or at least 14 characters.")

    def _words(self, rating: PassphraseRating) -> str:
        if not rating.accepted:
            return QCoreApplication.translate(
                "FirstRun", "Too short yet: five words or at least 14 characters."
            )
        words = (
            QCoreApplication.translate("FirstRun", "Long enough. One more word makes it better."),
            QCoreApplication.translate("FirstRun", "Good."),
            QCoreApplication.translate("FirstRun", "Strong."),
        )
        return words[min(max(rating.strength, 1), len(words)) - 1]

    def title(self) -> str:
        """Return the step's title."""
        return QCoreApplication.translate("FirstRun", "Your passphrase")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.lead.setText(
            QCoreApplication.translate(
                "FirstRun",
                "It opens your notebook on this computer, also without a network. Nobody else knows it and nobody "
                "can look it up.",
            )
        )
        self.passphrase.set_label(QCoreApplication.translate("FirstRun", "Passphrase"))
        self.again.set_label(QCoreApplication.translate("FirstRun", "The same again"))
        self.suggest.setText(QCoreApplication.translate("FirstRun", "Suggest five words"))
        self._advice.setText(
            QCoreApplication.translate(
                "FirstRun",
                "Copy these words by hand and keep the paper apart from the computer. They are not shown again. "
                "Type them below.",
            )
        )
        self._progress.setText(
            QCoreApplication.translate(
                "FirstRun", "Making your keys and asking the centre. This takes some seconds."
            )
        )
        self._say_rating()
        self.next.setText(
            QCoreApplication.translate("FirstRun", "Joining…")
            if self._joining
            else QCoreApplication.translate("FirstRun", "Join and open the notebook")
        )
        self.next.setEnabled(not self._joining)
        self.next.set_key("" if self._joining else "Enter")
