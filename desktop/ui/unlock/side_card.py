# SPDX-License-Identifier: MIT
"""A card that stands in the unlock card's place for a while: a permit, a forgotten passphrase, a backup."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import Unlocked
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.notice import Notice
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.front_card import FrontCard
from desktop.ui.unlock.heading import Heading
from desktop.ui.words.problems import sentence

_WIDTH = 560


class SideCard(FrontCard):
    """``opened(Unlocked)`` tells that it let somebody in, ``left()`` that the unlock card is wanted again.

    Esc leaves, except while something is under way: a second ask would only wait behind the first.
    """

    opened = Signal(object)
    left = Signal()
    outdated = Signal()
    """Who may open a notebook here has changed."""

    def __init__(self, tools: Tools, *, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, width=_WIDTH, parent=parent)
        self.tools = tools
        self._report: ProblemReport | None = None
        self._busy = False
        theme = tools.theme
        self.heading = Heading(theme, "", icon_name=icon_name)
        self.lead = Words(theme, tone=Tone.MUTED, wrap=True)
        self.notice = Notice(theme, tone=Tone.DANGER, icon_name="circle-alert")
        self.notice.hide()
        self.progress = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.progress.hide()
        self.fields = QVBoxLayout()
        self.fields.setContentsMargins(0, 12, 0, 4)
        self.fields.setSpacing(4)
        self.next = Button(theme, kind=ButtonKind.PRIMARY, key="Enter", tall=True)
        self.previous = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(0, 8, 0, 0)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.next)
        self.foot.addWidget(self.previous)
        self.foot.addStretch(1)
        self.body.addWidget(self.heading)
        self.body.addSpacing(6)
        self.body.addWidget(self.lead)
        self.body.addSpacing(6)
        self.body.addWidget(self.notice)
        self.body.addLayout(self.fields)
        self.body.addWidget(self.progress)
        self.body.addLayout(self.foot)
        self.next.clicked.connect(self.go_on)
        self.previous.clicked.connect(self.go_back)

    @property
    def busy(self) -> bool:
        """Whether an ask is under way."""
        return self._busy

    def begin(self) -> None:
        """Take the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Do what the main button says; does nothing while something is under way."""
        raise TypeError("a side card knows its own step")

    def go_back(self) -> None:
        """Leave for the unlock card, unless something is under way."""
        if not self._busy:
            self.left.emit()

    def set_busy(self, *, busy: bool) -> None:
        """Say that something is under way, or no longer."""
        self._busy = busy
        self.next.setEnabled(not busy)
        self.previous.setEnabled(not busy)
        self.next.set_key("" if busy else "Enter")
        self.progress.setVisible(busy)
        self.retranslate()
        if busy:
            announce(self.progress, self.progress.text())

    def tell(self, report: ProblemReport) -> None:
        """Show a problem's sentence over the fields."""
        self._report = report
        self.notice.tell(self.sentence(report), tone=Tone.DANGER, icon_name="circle-alert")

    def sentence(self, report: ProblemReport) -> str:
        """Return a problem's words; a card that knows better says so."""
        return sentence(report)

    def quiet(self) -> None:
        """Take the problem told back."""
        self._report = None
        self.notice.hide()

    def forget(self) -> None:
        """Drop everything typed and told; each card adds its own."""
        self._busy = False
        self.next.setEnabled(True)
        self.previous.setEnabled(True)
        self.next.set_key("Enter")
        self.progress.hide()
        self.quiet()

    def let_in(self, who: Unlocked) -> None:
        """Drop what was typed, and tell who came in."""
        self.forget()
        self.opened.emit(who)

    def retranslate(self) -> None:
        """Say what every card has; each adds its own words."""
        self.previous.setText(QCoreApplication.translate("UnlockPage", "Back"))
        if self._report is not None:
            self.notice.tell(self.sentence(self._report))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Go on with Enter (a line passes it on) and back with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.next.isEnabled():
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)
