# SPDX-License-Identifier: MIT
"""The three steps after a forgotten passphrase: the request, the characters to read aloud, the answer."""

from PySide6.QtCore import QCoreApplication, QFileInfo, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.words import Words
from desktop.ui.first_run.passphrase_step import PassphraseStep
from desktop.ui.first_run.step import Step
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class RequestStep(Step):
    """Forward saves the request; ``answered`` tells that the answer is here already."""

    answered = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.have_answer = Button(theme, icon_name="file-text")
        self.fields.addWidget(self.have_answer, 0, Qt.AlignmentFlag.AlignLeft)
        self.have_answer.clicked.connect(self.answered)
        self.order(self.have_answer)

    def title(self) -> str:
        """Return the step's title."""
        return QCoreApplication.translate("UnlockPage", "A forgotten passphrase")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.lead.setText(
            QCoreApplication.translate(
                "UnlockPage",
                "Nobody can look your passphrase up, but the city's recovery key can open your notebook for you. "
                "Save a request to a stick and take it to the help desk. You get an answer file for this "
                "computer, and choose a new passphrase. Nothing is lost meanwhile: do not delete anything.",
            )
        )
        self.next.setText(QCoreApplication.translate("UnlockPage", "Save the request…"))
        self.have_answer.setText(QCoreApplication.translate("UnlockPage", "I have the answer already"))


class AloudStep(Step):
    """Shows what is read to the help desk; forward goes on to the answer."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.check = Words(theme, size=Type.FIGURE, wrap=True)
        self.check.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._later = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        frame = Card(theme, padding=16)
        frame.body.addWidget(self.check)
        self.fields.addWidget(frame)
        self.fields.addWidget(self._later)
        self.order()

    def title(self) -> str:
        """Return the step's title."""
        return QCoreApplication.translate("UnlockPage", "Read this aloud")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.lead.setText(
            QCoreApplication.translate(
                "UnlockPage",
                "The request is on the stick. Call the help desk and read these characters, so that nobody can "
                "swap the file. They see the same ones.",
            )
        )
        self._later.setText(
            QCoreApplication.translate(
                "UnlockPage",
                "The answer may take a day. You may close this and come back by the same link.",
            )
        )
        self.next.setText(QCoreApplication.translate("UnlockPage", "The answer is here"))


class AnswerStep(PassphraseStep):
    """The answer file and a new passphrase, twice; forward opens. ``file_asked`` wants a dialog."""

    file_asked = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._path = ""
        self.choose = Button(theme, icon_name="folder")
        self._file = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._file.hide()
        self.fields.insertWidget(0, self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.insertWidget(1, self._file)
        self.fields.insertSpacing(2, 8)
        first, second = self.passphrase, self.again
        self.order(self.choose, first.line, first.eye, self.suggest, second.line, second.eye)
        self.choose.clicked.connect(self.file_asked)

    @property
    def path(self) -> str:
        """The answer file, empty until one is chosen."""
        return self._path

    def begin(self) -> None:
        """Take the focus with what is missing first."""
        if self._path:
            super().begin()
        else:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_file(self, path: str) -> None:
        """Keep the answer file and go on to the passphrase."""
        self._path = path
        self._say_file(QFileInfo(path).fileName(), Tone.MUTED)
        self.begin()

    def refuse_file(self, words: str) -> None:
        """Say beside the file what is wrong with it; another one is wanted."""
        self._path = ""
        self._say_file(words, Tone.DANGER)
        self.begin()

    def complete(self) -> bool:
        """Return whether file and passphrase can be used; say beside each what is missing."""
        if not self._path:
            self.refuse_file(QCoreApplication.translate("UnlockPage", "Choose the answer file first."))
            return False
        return super().complete()

    def forget(self) -> None:
        """Drop the passphrase and the file."""
        super().forget()
        self._path = ""
        self._file.hide()

    def title(self) -> str:
        """Return the step's title."""
        return QCoreApplication.translate("UnlockPage", "The answer and a new passphrase")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.lead.setText(
            QCoreApplication.translate(
                "UnlockPage", "Choose the file from the help desk, then think of a new passphrase."
            )
        )
        self.choose.setText(QCoreApplication.translate("UnlockPage", "Choose the answer file…"))
        self.choose.setEnabled(not self._joining)
        self._progress.setText(
            QCoreApplication.translate("UnlockPage", "Opening the notebook and making the new lock.")
        )
        self.next.setText(
            QCoreApplication.translate("UnlockPage", "Opening the notebook…")
            if self._joining
            else QCoreApplication.translate("UnlockPage", "Set the passphrase and open")
        )

    def _say_file(self, words: str, tone: Tone) -> None:
        self._file.setText(words)
        self._file.set_tone(tone)
        self._file.show()
