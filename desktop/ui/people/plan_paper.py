# SPDX-License-Identifier: MIT
"""The client's copy of their plan: looked at as it will be printed, printed or saved, in the client's language."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.handouts import Paper
from desktop.notebook.messages.plans import MakePlanPaper, PlanPaperGiven
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.referrals import ConsentLanguages, ListConsentLanguages
from desktop.ui.attachments.dialogs import Dialogs, SystemDialogs
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.services.handout_face import care_words
from desktop.ui.services.press import Press, SystemPress
from desktop.ui.services.preview import Preview
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import local_moment
from desktop.ui.words.problems import sentence
from sync.records.ids import EntityId

_PLAIN: Final = "fi-selko"
_PREVIEW: Final = 400


class PlanPaper(QWidget):
    """``left`` tells that Escape closed it. Hidden until asked. A protected client's copy is asked about first."""

    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, press: Press | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self.press = press if press is not None else SystemPress()
        self.dialogs: Dialogs = SystemDialogs(self)
        self._person: EntityId | None = None
        self._language = ""
        self._languages: Sequence[str] = ()
        self._asked = 0
        self._made: tuple[MakePlanPaper, Paper] | None = None
        self._protected = False
        self._agreed = False
        self._then: Callable[[], None] | None = None
        """What was asked for before the question about a protected client."""
        theme = tools.theme
        self.title = Words(theme, size=Type.SECTION)
        self.language = Choice(theme, " ")
        self.large = Check(theme, " ")
        self.shield = Notice(theme, tone=Tone.DANGER, icon_name="shield-alert")
        self.preview = Preview(theme)
        self.preview.setMinimumHeight(_PREVIEW)
        self.care = IconWords(theme, "info")
        self.print = Button(theme, kind=ButtonKind.PRIMARY, icon_name="printer")
        self.pdf = Button(theme, "PDF")
        self.back = Button(theme, kind=ButtonKind.LINK, key="Esc")
        self.said = Words(theme, size=Type.SECONDARY, tone=Tone.OK, wrap=True)
        self._lay_out()
        self._join()
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.print, self.pdf, self.back):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.language)
        column.addWidget(self.large)
        column.addLayout(acts)
        for part in (self.shield, self.said, self.care, self.preview):
            column.addWidget(part)

    def _join(self) -> None:
        self.language.chosen.connect(self._chose)
        self.large.toggled.connect(lambda _on: self._make())
        self.print.clicked.connect(lambda: self._ask_first(self._print))
        self.pdf.clicked.connect(lambda: self._ask_first(self._save))
        self.shield.acted.connect(self._go_on)
        self.back.clicked.connect(self.left)

    def speak(self, language: str) -> None:
        """Offer this language of the client first; an empty text leaves the staff's."""
        self._language = language

    def begin(self, person: EntityId, *, protected: bool) -> None:
        """Make this person's copy and show it."""
        self._person, self._protected, self._agreed = person, protected, False
        self._made = None
        self._say("")
        self.shield.hide()
        self.show()
        if self._languages:
            self._offer(self._language)
            self._make()
        else:
            self._tools.bridge.ask(self, ListConsentLanguages(), done=self._know, failed=self.troubled.emit)
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop the paper and hide."""
        self._asked += 1
        self.press.leave()
        self.dialogs.leave()
        self._person = self._made = self._then = None
        self.preview.tell("")
        self.care.tell("")
        self._say("")
        self.shield.hide()
        self.hide()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [
            self.language, self.large, self.print, self.pdf, self.back, self.shield.button, self.preview,
        ]  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Escape closes the question first, then the whole."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.shield.isHidden():
            self.left.emit()
        else:
            self.shield.hide()
            self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say every word again."""
        self.title.setText(QCoreApplication.translate("PlanPaper", "Client's copy of the plan"))
        self.language.setAccessibleName(QCoreApplication.translate("PlanPaper", "Language of the copy"))
        self.large.setText(QCoreApplication.translate("PlanPaper", "Large print"))
        self.print.setText(QCoreApplication.translate("PlanPaper", "Print"))
        self.pdf.setAccessibleName(QCoreApplication.translate("PlanPaper", "Save as PDF"))
        self.back.setText(QCoreApplication.translate("PlanForm", "Back"))
        for part in (self.large, self.print, self.back):
            part.updateGeometry()
        self.preview.retranslate()
        self._offer(self.language.key())
        self._show_ready()

    # --- making ---

    def _know(self, known: ConsentLanguages) -> None:
        self._languages = known.languages
        self._offer(self._language)
        self._make()

    def _offer(self, wanted: str) -> None:
        own = self._tools.translations.language.value
        key = wanted if wanted in self._languages else own if own in self._languages else ""
        self.language.set_options([(one, self._name(one)) for one in self._languages], key=key or None)

    def _name(self, code: str) -> str:
        if code == _PLAIN:
            return QCoreApplication.translate("PlanPaper", "Easy Finnish")
        return self._tools.codes.label("languages", code)

    def _chose(self, key: str) -> None:
        self._language = key
        self._make()

    def _make(self) -> None:
        person = self._person
        if person is None or not self.language.key():
            return
        self._asked += 1
        number = self._asked
        self._made = None
        self._show_ready()
        if not self.preview.count:
            self.preview.tell(QCoreApplication.translate("PlanPaper", "The paper is being made."))
        day = local_moment(self._tools.clock()).date().isoformat()
        ask = MakePlanPaper(person, self.language.key(), day, large=self.large.isChecked())

        def came(paper: Paper) -> None:
            if number == self._asked:
                self._made = (ask, paper)
                self.preview.show_pdf(paper.pdf, self.title.text())
                care = [words for one in paper.warnings if (words := care_words(one))]
                self.care.tell(" ".join(care), tone=Tone.WARN)
                self._show_ready()

        def refused(report: ProblemReport) -> None:
            if number == self._asked:
                self.care.tell("")
                self.preview.tell(_refused(report))
                self._show_ready()

        self._tools.bridge.ask(self, ask, done=came, failed=refused)

    def _show_ready(self) -> None:
        self.print.setEnabled(self._made is not None and self.press.ready())
        self.pdf.setEnabled(self._made is not None)
        if self._person is not None and not self.press.ready():
            self._say(
                QCoreApplication.translate("PlanPaper", "This computer has no printer. PDF works."),
                tone=Tone.MUTED,
            )

    # --- giving ---

    def _ask_first(self, then: Callable[[], None]) -> None:
        """Print or save; of somebody under turvakielto ask first how they keep the paper."""
        if not self._protected or self._agreed:
            then()
            return
        self._then = then
        self.shield.tell(
            QCoreApplication.translate(
                "PlanPaper",
                "Protected address: the paper shows where they go. Agree first how they keep it. It has no address.",
            ),
            action=QCoreApplication.translate("PlanPaper", "We have agreed"),
        )
        self.shield.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self._agreed = True
        self.shield.hide()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _print(self) -> None:
        if self._made is None:
            return
        ask, paper = self._made

        def printed(taken: bool) -> None:  # noqa: FBT001 - what a press tells
            if taken:
                self._given(ask, "print", QCoreApplication.translate("PlanPaper", "Printed and logged."))
            else:
                self._say(
                    QCoreApplication.translate(
                        "PlanPaper", "The printer did not take it. Try again, or save a PDF."
                    ),
                    tone=Tone.DANGER,
                )

        self.press.print_out(self.window(), paper.pdf, printed)

    def _save(self) -> None:
        if self._made is not None:
            ask, paper = self._made
            self.dialogs.ask_where(paper.file_name, lambda name: self._write(name, ask, paper))

    def _write(self, name: str, ask: MakePlanPaper, paper: Paper) -> None:
        file = QSaveFile(name)
        whole = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(paper.pdf) == len(paper.pdf)
        if whole and file.commit():
            self._given(ask, "pdf", QCoreApplication.translate("PlanPaper", "PDF saved and logged."))
            return
        file.cancelWriting()
        words = QCoreApplication.translate(
            "PlanPaper", "The file could not be written. Choose another place."
        )
        self._say(words, tone=Tone.DANGER)

    def _given(self, ask: MakePlanPaper, way: str, words: str) -> None:
        def logged(_done: Done) -> None:
            if self._person == ask.person:
                self._say(words)

        record = PlanPaperGiven(ask.person, ask.language, way)
        self._tools.bridge.ask(self, record, done=logged, failed=self.troubled.emit)

    def _say(self, words: str, *, tone: Tone = Tone.OK) -> None:
        self.said.setText(words)
        self.said.set_tone(tone)
        self.said.setVisible(bool(words))
        if words:
            announce(self, words)


def _refused(report: ProblemReport) -> str:
    if report.problem is Problem.NO_SERVICE:
        return QCoreApplication.translate("PlanPaper", "The plan says nothing yet.")
    return sentence(report)
