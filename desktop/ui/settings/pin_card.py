# SPDX-License-Identifier: MIT
"""Opening again with a PIN: set, change or drop it; the passphrase proves that it is not a colleague."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.reopening import DropPin, PinView, SetPin, ShowPin
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.pin_field import PinField
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.moments import said_moment
from desktop.ui.words.problems import sentence

_AT_PASSPHRASE: Final = frozenset({Problem.WRONG_PASSPHRASE, Problem.THROTTLED})


class PinCard(Card):
    """`troubled(ProblemReport)` tells what has no field here. The fields are folded until they are wanted."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it folded; ``load`` asks how it stands."""
        super().__init__(tools.theme, parent=parent)
        self._tools = tools
        self._view: PinView | None = None
        self._busy = False
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.stands = Words(theme, wrap=True)
        self.pin = PinField(theme, " ")
        self.again = PinField(theme, " ")
        self.passphrase = PassphraseField(theme, " ")
        self.unfold = Button(theme, icon_name="hash")
        self.drop = Button(theme, kind=ButtonKind.QUIET)
        self.use = Button(theme, kind=ButtonKind.PRIMARY, tall=True)
        self.cancel = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.told = Words(theme, size=Type.SECONDARY, tone=Tone.OK, wrap=True)
        self.told.hide()
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(6)
        for field in (self.pin, self.again, self.passphrase):
            fields.addWidget(field)
        fields.addLayout(_in_a_row(self.use, self.cancel))
        self.body.setSpacing(6)
        for part in (self._title, self._lead, self.stands):
            self.body.addWidget(part)
        self.body.addLayout(_in_a_row(self.unfold, self.drop))
        self.body.addWidget(self._fields)
        self.body.addWidget(self.told)
        self._fields.hide()
        self._join()
        self.retranslate()

    def _join(self) -> None:
        self.unfold.clicked.connect(self._unfold)
        self.cancel.clicked.connect(self._fold)
        self.drop.clicked.connect(self._drop)
        self.use.clicked.connect(self._set)
        self.pin.filled.connect(lambda _digits: self.again.setFocus())
        self.again.filled.connect(lambda _digits: self.passphrase.setFocus())
        self.passphrase.entered.connect(self._set)

    def load(self) -> None:
        """Ask how it stands."""
        self._tools.bridge.ask(self, ShowPin(), done=self._show, failed=self._fail)

    def forget(self) -> None:
        """Drop what was typed and what is known of this person's PIN."""
        self._view = None
        self._busy = False
        self._empty()
        self._fields.hide()
        self.told.hide()
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Fold the fields with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self._fields.isHidden():
            self._fold()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        view = self._view
        self._title.setText(QCoreApplication.translate("Settings", "Opening again"))
        self._lead.setText(
            QCoreApplication.translate(
                "Settings",
                "After a lock or F12 six digits open the notebook again, for four hours after the passphrase and "
                "for five tries. A restart of the computer ends it.",
            )
        )
        self.stands.setText(self._stands())
        self.pin.set_label(QCoreApplication.translate("Settings", "PIN, six digits"))
        self.again.set_label(QCoreApplication.translate("Settings", "The same PIN again"))
        self.passphrase.set_label(QCoreApplication.translate("Settings", "Present passphrase"))
        self.unfold.setText(
            QCoreApplication.translate("Settings", "Change the PIN…")
            if view is not None and view.set
            else QCoreApplication.translate("Settings", "Set a PIN…")
        )
        self.drop.setText(QCoreApplication.translate("Settings", "Remove the PIN"))
        self.use.setText(QCoreApplication.translate("Settings", "Use this PIN"))
        self.cancel.setText(QCoreApplication.translate("Settings", "Cancel"))
        for button in (self.unfold, self.drop, self.use, self.cancel):
            button.updateGeometry()
        self._show_buttons()

    def _stands(self) -> str:
        view = self._view
        if view is None:
            return ""
        if not view.available:
            return QCoreApplication.translate(
                "Settings",
                "This computer has no safe place for a PIN. Only the passphrase opens the notebook.",
            )
        if not view.set:
            return QCoreApplication.translate("Settings", "No PIN is set.")
        if not view.until:
            return QCoreApplication.translate(
                "Settings", "A PIN is set. It opens again after the next time with the passphrase."
            )
        language = self._tools.translations.language
        words = QCoreApplication.translate("Settings", "The PIN opens the notebook until {time}.")
        return words.format(time=said_moment(view.until, self._tools.clock(), language))

    def _show_buttons(self) -> None:
        view = self._view
        folded = self._fields.isHidden()
        self.unfold.setVisible(folded and view is not None and view.available)
        self.drop.setVisible(folded and view is not None and view.set)
        for button in (self.unfold, self.drop, self.use, self.cancel):
            button.setEnabled(not self._busy)

    def _show(self, view: PinView) -> None:
        self._view = view
        self.retranslate()

    def _unfold(self) -> None:
        self.told.hide()
        self._fields.show()
        self._show_buttons()
        self.pin.setFocus()

    def _fold(self) -> None:
        if self._busy:
            return
        self._empty()
        held = self._fields.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._fields.hide()
        self._show_buttons()
        if held:
            self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        for field in (self.pin, self.again, self.passphrase):
            field.forget()
            field.set_error("")

    def _set(self) -> None:
        if self._busy:
            return
        if not self.pin.complete():
            self._refuse(self.pin, QCoreApplication.translate("Settings", "Type six digits."))
        elif self.again.text() != self.pin.text():  # a slip would make the PIN one that nobody knows
            self.again.forget()
            self._refuse(self.again, QCoreApplication.translate("Settings", "The two PINs are not the same."))
        elif not self.passphrase.text():
            self._refuse(
                self.passphrase, QCoreApplication.translate("Settings", "Type your present passphrase.")
            )
        else:
            self._busy = True
            self._show_buttons()
            ask = SetPin(self.pin.text(), self.passphrase.text())
            self._tools.bridge.ask(self, ask, done=self._was_set, failed=self._refused)

    def _drop(self) -> None:
        if self._busy:
            return
        self._busy = True
        self._show_buttons()
        self._tools.bridge.ask(self, DropPin(), done=self._dropped, failed=self._refused)

    def _was_set(self, view: PinView) -> None:
        self._settle(view, QCoreApplication.translate("Settings", "The PIN has been set."))

    def _dropped(self, view: PinView) -> None:
        self._settle(view, QCoreApplication.translate("Settings", "The PIN has been removed."))

    def _settle(self, view: PinView, words: str) -> None:
        self._busy = False
        self._view = view
        held = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._empty()
        self._fields.hide()
        self.retranslate()
        self.told.setText(words)
        self.told.show()
        announce(self.told, words)
        if held:
            self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, report: ProblemReport) -> None:
        self._busy = False
        self._show_buttons()
        if report.problem in _AT_PASSPHRASE:
            self._refuse(self.passphrase, sentence(report))
            self.passphrase.line.selectAll()
        elif report.problem is Problem.PIN_TOO_SIMPLE:
            self.pin.forget()
            self.again.forget()
            self._refuse(self.pin, sentence(report))
        else:
            self._empty()
            self._fail(report)
            self.load()

    def _refuse(self, field: PinField | PassphraseField, words: str) -> None:
        field.set_error(words)
        field.setFocus()

    def _fail(self, report: ProblemReport) -> None:
        self.troubled.emit(report)


def _in_a_row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
