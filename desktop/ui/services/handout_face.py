# SPDX-License-Identifier: MIT
"""The hand-out: how the paper looks, and what the adviser adds to it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.handouts import Paper
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.announce import announce
from desktop.ui.components.check import Check
from desktop.ui.components.icon_words import IconWords
from desktop.ui.page import Tools
from desktop.ui.services.preview import Preview
from desktop.ui.theme.measures import TARGET
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.problems import sentence

WORDS_LENGTH = 1000
CONTACT_LENGTH = 200
_BESIDE_WORDS = frozenset({Problem.GLYPH_MISSING, Problem.HETU_ON_PAPER})


class HandoutFace(QWidget):
    """`edited` tells that another paper is wanted."""

    edited = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._warnings: tuple[str, ...] = ()
        theme = tools.theme
        self.preview = Preview(theme)
        self.care = IconWords(theme, "info")
        self.words = _line(WORDS_LENGTH)
        self.wrong = IconWords(theme, "circle-alert")
        self.contact = _line(CONTACT_LENGTH)
        self.large = Check(theme, " ")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        below = QVBoxLayout()
        below.setContentsMargins(16, 6, 16, 2)
        below.setSpacing(0)
        below.addWidget(self.care)
        below.addWidget(self.words)
        below.addWidget(self.wrong)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.contact, 1)
        row.addWidget(self.large)
        below.addLayout(row)
        column.addLayout(below)
        self.setFocusProxy(self.preview)
        self.words.textEdited.connect(lambda _text: self._edited())
        self.contact.textEdited.connect(lambda _text: self._edited())
        self.large.toggled.connect(lambda _on: self.edited.emit())
        self.retranslate()

    def show_paper(self, paper: Paper, title: str) -> None:
        """Show a paper; what was wrong with the words before it is over."""
        self.tell_wrong("")
        self.preview.show_pdf(paper.pdf, title)
        self._warnings = tuple(paper.warnings)
        self._say_care()

    def show_nothing(self) -> None:
        """Say that there is no service to make a paper of."""
        self.tell_wrong("")
        self._warnings = ()
        self._say_care()
        self.preview.tell(QCoreApplication.translate("Handout", "Choose a service: its paper is shown here."))

    def show_making(self) -> None:
        """Say that the paper is under way; one that is there stays until the next has come."""
        if not self.preview.count:
            self.preview.tell(QCoreApplication.translate("Handout", "The paper is being made."))

    def refuse(self, report: ProblemReport) -> bool:
        """Say what is wrong beside the words when it is theirs; True then. Else instead of the paper."""
        words = sentence(report)
        if report.problem in _BESIDE_WORDS:
            self.tell_wrong(words)
            return True
        self.preview.tell(words)
        return False

    def tell_wrong(self, words: str) -> None:
        """Say what is wrong with the adviser's words, or nothing any more."""
        self.wrong.tell(words, tone=Tone.DANGER)
        if bool(self.words.property("wrong")) != bool(words):
            for line in (self.words, self.contact):
                line.setProperty("wrong", bool(words))
                line.style().unpolish(line)
                line.style().polish(line)
        self.words.setAccessibleDescription(words)
        if words:
            announce(self.words, words)

    def new_client(self) -> None:
        """Empty the words to the one client; where the adviser is met stays."""
        self.words.clear()
        self.large.blockSignals(True)
        self.large.setChecked(False)
        self.large.blockSignals(False)
        self.large.update()
        self.tell_wrong("")

    def forget(self) -> None:
        """Drop paper and words."""
        self.new_client()
        self.contact.clear()
        self.show_nothing()

    def retranslate(self) -> None:
        """Say every word again."""
        words = QCoreApplication.translate("Handout", "Your own words to the client")
        self.words.setPlaceholderText(words)
        self.words.setAccessibleName(words)
        contact = QCoreApplication.translate("Handout", "Where you are met")
        self.contact.setPlaceholderText(contact)
        self.contact.setAccessibleName(contact)
        self.large.setText(QCoreApplication.translate("Handout", "Large print"))
        self.large.updateGeometry()
        self.preview.retranslate()
        self._say_care()
        if not self.preview.count:
            self.show_nothing()

    def _say_care(self) -> None:
        said = [words for one in self._warnings if (words := care_words(one))]
        self.care.tell(" ".join(said), tone=Tone.WARN)

    def _edited(self) -> None:
        self.tell_wrong("")
        self.edited.emit()


def care_words(warning: str) -> str:
    """Return what an adviser should know of a paper, by its warning."""
    match warning:
        case "texts_in_original":
            return QCoreApplication.translate("Handout", "Some texts are not in this language.")
        case "texts_left_out":
            return QCoreApplication.translate("Handout", "A long text in another language was left out.")
        case "no_way_there":
            return QCoreApplication.translate("Handout", "A service has no address, phone or page.")
        case "link_unusable":
            return QCoreApplication.translate("Handout", "A page has no QR code.")
        case "wants_checking":
            return QCoreApplication.translate("Handout", "Out of date: check by phone first.")
        case "not_valid":
            return QCoreApplication.translate("Handout", "A service is not offered on this day.")
        case "frames_unreviewed":
            return QCoreApplication.translate("Handout", "No native speaker has read this language yet.")
        case _:
            return ""


def _line(longest: int) -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(longest)
    line.setFixedHeight(TARGET)
    return line
