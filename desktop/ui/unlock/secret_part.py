# SPDX-License-Identifier: MIT
"""What opens the chosen person's notebook: the passphrase, a PIN for some hours, or nothing any more."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.notice import Notice
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.pin_field import PIN_DIGITS, PinField
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone


class Way(Enum):
    """How a person comes in."""

    PASSPHRASE = auto()
    PIN = auto()
    CLOSED = auto()
    """Not at all: the centre has closed this notebook."""


class SecretPart(QWidget):
    """``entered()`` tells Enter or a sixth digit, ``stepped(int)`` Up and Down in a field. Esc changes the way."""

    entered = Signal()
    stepped = Signal(int)
    turned = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._way = Way.PASSPHRASE
        self._choice = False
        self.passphrase = PassphraseField(theme, " ")
        self.pin = PinField(theme, " ")
        self.other = Button(theme, kind=ButtonKind.LINK, key="Esc")
        self.closed = Notice(theme, tone=Tone.DANGER, icon_name="lock")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 8)
        column.setSpacing(0)
        column.addWidget(self.passphrase)
        column.addWidget(self.pin)
        column.addWidget(self.closed)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        for line in (self.passphrase.line, self.pin.line):
            line.installEventFilter(self)
        self.passphrase.entered.connect(self.entered)
        self.pin.entered.connect(self.entered)
        self.pin.filled.connect(lambda _digits: self.entered.emit())
        self.other.clicked.connect(self._turn)
        self._show()

    @property
    def way(self) -> Way:
        """What is asked for now."""
        return self._way

    @property
    def choice(self) -> bool:
        """Whether the person may change between PIN and passphrase."""
        return self._choice

    @property
    def may_be_a_pin(self) -> bool:
        """Whether what stands in the passphrase's field can be a PIN's beginning: digits only."""
        typed = self.passphrase.text()
        return typed.isascii() and typed.isdigit() and len(typed) <= PIN_DIGITS

    @property
    def field(self) -> PassphraseField | PinField:
        """The field that is shown; the passphrase's when there is none."""
        return self.pin if self._way is Way.PIN else self.passphrase

    def show_way(self, way: Way, *, choice: bool) -> None:
        """Ask for this; with ``choice`` Esc and a link lead from the PIN to the passphrase and back.

        Who is back at once types the PIN before the notebook has said that one opens: the digits go along.
        """
        along = (self._way, way) == (Way.PASSPHRASE, Way.PIN) and self.may_be_a_pin
        typed = self.passphrase.text() if along else ""
        if way is not self._way:
            self.forget()
        self._way, self._choice = way, choice
        self._show()
        if typed:
            self.pin.take(typed)

    def take_keys(self, *, read_only: bool) -> None:
        """Let the fields be typed into, or not while a notebook opens."""
        for field in (self.passphrase, self.pin):
            field.line.setReadOnly(read_only)
        self.other.setEnabled(not read_only)

    def refuse(self, sentence: str) -> None:
        """Show the problem at the field. A PIN is typed anew, a passphrase may be mended."""
        self.field.set_error(sentence)
        if self._way is Way.PIN:
            self.pin.forget()
        else:
            self.passphrase.line.selectAll()
        self.field.setFocus()

    def forget(self) -> None:
        """Drop what was typed and told."""
        for field in (self.passphrase, self.pin):
            field.forget()
            field.set_error("")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.passphrase.set_label(QCoreApplication.translate("UnlockPage", "Passphrase"))
        self.pin.set_label(QCoreApplication.translate("UnlockPage", "PIN, six digits"))
        self.other.setText(
            QCoreApplication.translate("UnlockPage", "Use the passphrase")
            if self._way is Way.PIN
            else QCoreApplication.translate("UnlockPage", "Use the PIN")
        )
        self.other.updateGeometry()
        words = QCoreApplication.translate(
            "UnlockPage",
            "The centre has closed this notebook; it can't be opened any more. What was sent is safe at the "
            "centre. Contact your supervisor or the help desk.",
        )
        if self._way is Way.CLOSED and self.closed.words() != words:
            self.closed.tell(words)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Let Up and Down choose the person and Esc the way, so that hands stay where they are."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if Qt.Key(event.key()) in steps:
                self.stepped.emit(steps[Qt.Key(event.key())])
                return True
            if event.key() == Qt.Key.Key_Escape and self._choice:
                self._turn()
                return True
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        if not self._choice or self.passphrase.line.isReadOnly():
            return
        self.show_way(Way.PASSPHRASE if self._way is Way.PIN else Way.PIN, choice=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def _show(self) -> None:
        self.passphrase.setVisible(self._way is Way.PASSPHRASE)
        self.pin.setVisible(self._way is Way.PIN)
        self.closed.setVisible(self._way is Way.CLOSED)
        self.other.setVisible(self._choice and self._way is not Way.CLOSED)
        self.retranslate()
