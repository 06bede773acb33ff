# SPDX-License-Identifier: MIT
"""The page that stands before every notebook: choose a person, give the passphrase, come in."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import LaptopView, ShowLaptop, Unlock, Unlocked
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.notice import Notice
from desktop.ui.components.pill import Mark
from desktop.ui.page import Page, Tools
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.card import UnlockCard
from desktop.ui.unlock.foot import Foot
from desktop.ui.unlock.people import people_rows
from desktop.ui.words.problems import sentence
from sync.records.ids import StaffId

_NOTICE = 540


class UnlockPage(Page):
    """``unlocked(Unlocked)``, ``new_person_asked()``, ``language_chosen(Language)``."""

    unlocked = Signal(object)
    new_person_asked = Signal()
    language_chosen = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it once; ``enter`` asks who is on this laptop."""
        super().__init__(tools, parent=parent)
        self._view: LaptopView | None = None
        self._offline = False
        self._report: ProblemReport | None = None
        self.notice = Notice(tools.theme, tone=Tone.WARN, icon_name="info")
        self.card = UnlockCard(tools.theme)
        self._network = Mark(tools.theme, MarkValue("wifi-off", "", Tone.WAIT))
        self._unsent = Mark(tools.theme, MarkValue("cloud-upload", "", Tone.WAIT))
        self.foot = Foot(tools.theme)
        self.setFocusProxy(self.card)
        self._lay_out()
        self.card.open_asked.connect(self._open)
        self.card.new_person_asked.connect(self.new_person_asked)
        self.foot.language_chosen.connect(self.language_chosen)
        self.retranslate()

    def _lay_out(self) -> None:
        self.notice.setVisible(False)
        self.notice.setFixedWidth(_NOTICE)
        signs = QHBoxLayout()
        signs.setSpacing(24)
        signs.addStretch(1)
        signs.addWidget(self._network)
        signs.addWidget(self._unsent)
        signs.addStretch(1)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(0, 12, 0, 0)
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(12)
        middle.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(20)
        middle.addLayout(signs)
        middle.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(self.foot)

    def enter(self) -> None:
        """Ask who may open a notebook here, and let the passphrase take the keys."""
        self.card.forget()
        self.tools.bridge.ask(self, ShowLaptop(), done=self._show, failed=self._trouble)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Show a notice over the card, e.g. that the notebook stopped and was locked."""
        self.notice.tell(words)

    def show_network(self, *, offline: bool) -> None:
        """Say that there is no network, when the window knows it."""
        self._offline = offline
        self.retranslate()

    def forget(self) -> None:
        """Drop what was typed and told."""
        self.card.forget()
        self.notice.setVisible(False)

    def retranslate(self) -> None:
        """Say everything in the language in force; what was typed stays."""
        language = self.tools.translations.language
        view = self._view
        if view is not None:
            self.card.show_people(people_rows(view.people, self.tools.codes, language, self.tools.clock()))
        else:
            self.card.retranslate()
        self.foot.show_laptop(
            view.laptop_name if view is not None else "", view.version if view is not None else "", language
        )
        network = (
            QCoreApplication.translate("UnlockPage", "No network. You can work as usual.")
            if self._offline
            else QCoreApplication.translate("UnlockPage", "Works without a network, too.")
        )
        self._network.set_value(MarkValue("cloud-off" if self._offline else "laptop", network, Tone.WAIT))
        count = view.unsent if view is not None else 0
        unsent = QCoreApplication.translate("UnlockPage", "%n not sent, saved on this computer", None, count)
        self._unsent.set_value(MarkValue("cloud-upload", unsent, Tone.WAIT))
        self._unsent.setVisible(count > 0)
        if self._report is not None and self.card.passphrase.error:
            self.card.passphrase.set_error(sentence(self._report))

    def _show(self, view: LaptopView) -> None:
        self._view = view
        self.retranslate()
        if self.isVisible():  # an answer that comes late must not take the keys from who is typing elsewhere
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, staff: str, passphrase: str) -> None:
        self.card.begin_opening()
        self.tools.bridge.ask(
            self, Unlock(StaffId(staff), passphrase), done=self._opened, failed=self._refused
        )

    def _opened(self, who: Unlocked) -> None:
        self.forget()
        self.unlocked.emit(who)

    def _refused(self, report: ProblemReport) -> None:
        if report.problem in {Problem.WRONG_PASSPHRASE, Problem.THROTTLED}:
            self._report = report
            self.card.refuse(sentence(report), wait=int(report.facts.get("seconds", 0)))
        else:
            self._trouble(report)

    def _trouble(self, report: ProblemReport) -> None:
        self.card.end_opening()
        self.notice.tell(sentence(report), tone=Tone.DANGER, icon_name="circle-alert")
