# SPDX-License-Identifier: MIT
"""What can be done with the services chosen: print, save, show the code, refer; and what that records."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.tip import plain_tip
from desktop.ui.components.words import Words
from desktop.ui.errand import Errand
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone

_NOBODY = Errand()


class PaperFoot(QWidget):
    """The buttons are off while there is nothing to print, print also while there is no printer."""

    print_asked = Signal()
    pdf_asked = Signal()
    qr_asked = Signal()
    refer_asked = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._count = 0
        self._printer = True
        self._errand = _NOBODY
        self._done = ""
        self._wrong = False
        theme = tools.theme
        self.print = Button(theme, kind=ButtonKind.PRIMARY, icon_name="printer", key="Ctrl P", tall=True)
        self.pdf = Button(theme, "PDF")
        self.qr = Button(theme, "QR")
        self.refer = Button(theme)
        self.warning = IconWords(theme, "shield-alert")
        self.note = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.print, self.pdf, self.qr, self.refer):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 10)
        column.setSpacing(2)
        column.addWidget(self.warning)
        column.addLayout(row)
        column.addWidget(self.note)
        self.print.clicked.connect(self.print_asked)
        self.pdf.clicked.connect(self.pdf_asked)
        self.qr.clicked.connect(self.qr_asked)
        self.refer.clicked.connect(self.refer_asked)
        self.retranslate()

    def show_state(self, count: int, errand: Errand, *, printer: bool) -> None:
        """Show how many services the paper has, for whom it is, and whether there is a printer."""
        if (count, errand) != (self._count, self._errand):
            self._done = ""
        self._count = count
        self._errand = errand
        self._printer = printer
        self.retranslate()

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say what was done, or what went wrong, in place of the note."""
        self._done = words
        self._wrong = wrong
        self.retranslate()
        announce(self, words)

    def retranslate(self) -> None:
        """Say every word again."""
        any_chosen = self._count > 0
        self.print.set_key("Ctrl P" if self._printer else "")
        if self._printer:
            self.print.setText(
                QCoreApplication.translate("Handout", "Print %n", None, self._count)
                if any_chosen
                else QCoreApplication.translate("Handout", "Print")
            )
        else:
            self.print.setText(QCoreApplication.translate("Handout", "No printer"))
        self.print.setEnabled(any_chosen and self._printer)
        self.pdf.setAccessibleName(QCoreApplication.translate("Handout", "Save as PDF"))
        self.pdf.setToolTip(plain_tip(self.pdf.accessibleName()))
        self.qr.setAccessibleName(QCoreApplication.translate("Handout", "Show the QR codes"))
        self.qr.setToolTip(plain_tip(self.qr.accessibleName()))
        self.refer.setText(QCoreApplication.translate("Handout", "Refer"))
        for button in (self.pdf, self.qr, self.refer):
            button.setEnabled(any_chosen)
        for button in (self.print, self.refer):
            button.updateGeometry()
        self.warning.tell(
            QCoreApplication.translate(
                "Handout", "Protected person: a paper shows where they go. Agree first how they keep it."
            )
            if self._errand.protected
            else "",
            tone=Tone.DANGER,
        )
        self.note.setText(self._done or self._recorded())
        self.note.set_tone((Tone.DANGER if self._wrong else Tone.OK) if self._done else Tone.MUTED)

    def _recorded(self) -> str:
        if not self._printer:
            return QCoreApplication.translate("Handout", "This computer has no printer. PDF and QR work.")
        if self._errand.visit:
            return QCoreApplication.translate("Handout", "Printing records on the visit: Hand-out given.")
        if self._errand.person is not None:
            return QCoreApplication.translate("Handout", "Printing records on the card: Hand-out given.")
        return QCoreApplication.translate("Handout", "Printing counts a hand-out, for nobody in particular.")
