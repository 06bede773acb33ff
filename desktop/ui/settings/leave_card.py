# SPDX-License-Identifier: MIT
"""Taking one's notebook off this computer: what would stay behind, the passphrase, and a press that is repeated."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.leaving import LeaveLaptop, LeavingView, Left, ShowLeaving
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.problems import sentence

_SETTLE_MS: Final = 600
"""A second press within this is a slip of the same finger."""
_ARMED_MS: Final = 15_000
_AT_PASSPHRASE: Final = frozenset({Problem.WRONG_PASSPHRASE, Problem.THROTTLED})


class LeaveCard(Card):
    """`laptop_left(int)` tells that it is done, and how many saves wait here for a colleague to deliver.

    The notebook process holds nothing any more then.
    """

    laptop_left = Signal(int)
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it folded."""
        super().__init__(tools.theme, parent=parent)
        self._tools = tools
        self._view: LeavingView | None = None
        self._busy = False
        self._armed = False
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION)
        self._lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.unfold = Button(theme, icon_name="log-out")
        self.stands = Words(theme, wrap=True)
        self.passphrase = PassphraseField(theme, " ")
        self.leave = Button(theme, kind=ButtonKind.DANGER, icon_name="trash-2")
        self.cancel = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.told = Words(theme, size=Type.SECONDARY, tone=Tone.DANGER, wrap=True)
        self.told.hide()
        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(6)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        fields.addWidget(self.stands)
        fields.addWidget(self.passphrase)
        fields.addLayout(buttons)
        fields.addWidget(self.told)
        self.body.setSpacing(6)
        self.body.addWidget(self._title)
        self.body.addWidget(self._lead)
        self.body.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._fields)
        self._fields.hide()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._disarm = QTimer(self, singleShot=True, interval=_ARMED_MS)
        self._join()
        self.retranslate()

    def _join(self) -> None:
        self.unfold.clicked.connect(self._ask)
        self.cancel.clicked.connect(self._fold)
        self.leave.clicked.connect(self._press)
        self.passphrase.entered.connect(self._to_button)
        self.passphrase.edited.connect(lambda _text: self._set_armed(armed=False))
        self._disarm.timeout.connect(lambda: self._set_armed(armed=False))

    @property
    def busy(self) -> bool:
        """Whether the notebook is being taken off."""
        return self._busy

    def forget(self) -> None:
        """Drop the passphrase and what was told."""
        self._view = None
        self._busy = False
        self._close()
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Fold with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self._fields.isHidden():
            self._fold()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._title.setText(QCoreApplication.translate("Settings", "Leave this computer"))
        self._lead.setText(
            QCoreApplication.translate(
                "Settings",
                "Takes your notebook off this computer. What has been sent stays at the centre, and colleagues' "
                "notebooks stay as they are.",
            )
        )
        self.unfold.setText(QCoreApplication.translate("Settings", "Leave this computer…"))
        self.stands.setText(self._stands())
        self.passphrase.set_label(QCoreApplication.translate("Settings", "Present passphrase"))
        self.cancel.setText(QCoreApplication.translate("Settings", "Cancel"))
        self._show_buttons()

    def _stands(self) -> str:
        view = self._view
        if view is None:
            return ""
        if not view.unsent:
            return QCoreApplication.translate("Settings", "Everything has been sent.")
        words = QCoreApplication.translate("Settings", "%n not sent yet.", None, view.unsent)
        if view.sealed:
            waits = QCoreApplication.translate(
                "Settings", "%n of them wait here, encrypted, for a colleague to deliver.", None, view.sealed
            )
            words = f"{words} {waits}"
        if view.sealed < view.unsent:
            first = QCoreApplication.translate("Settings", "Send the rest first (F5): it would be lost.")
            words = f"{words} {first}"
        return words

    def _show_buttons(self) -> None:
        if self._busy:
            words = QCoreApplication.translate("Settings", "Taking the notebook off…")
        elif self._armed:
            words = QCoreApplication.translate("Settings", "Press once more: this can't be undone")
        else:
            words = QCoreApplication.translate("Settings", "Take my notebook off this computer")
        self.leave.setText(words)
        self.leave.setEnabled(not self._busy)
        self.cancel.setEnabled(not self._busy)
        self.passphrase.line.setReadOnly(self._busy)
        self.unfold.setVisible(self._fields.isHidden())
        for button in (self.unfold, self.leave, self.cancel):
            button.updateGeometry()

    def _ask(self) -> None:
        self._tools.bridge.ask(self, ShowLeaving(), done=self._show, failed=self.troubled.emit)

    def _show(self, view: LeavingView) -> None:
        self._view = view
        self._fields.show()
        self.retranslate()
        announce(self.stands, self.stands.text())
        self.passphrase.setFocus()

    def _fold(self) -> None:
        if self._busy:
            return
        self._close()
        self.unfold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.passphrase.forget()
        self.passphrase.set_error("")
        self.told.hide()
        self._fields.hide()
        self._set_armed(armed=False)

    def _to_button(self) -> None:
        """Lead from the passphrase to the button; Enter there is never the press itself."""
        if self.passphrase.text():
            self.leave.setFocus(Qt.FocusReason.TabFocusReason)

    def _press(self) -> None:
        if self._busy:
            return
        if not self.passphrase.text():
            self.passphrase.set_error(QCoreApplication.translate("Settings", "Type your present passphrase."))
            self.passphrase.setFocus()
        elif not self._armed:
            self._set_armed(armed=True)
            self._settle.start()
            announce(self.leave, self.leave.text())
        elif not self._settle.isActive():
            self._set_armed(armed=False)
            self._busy = True
            self.told.hide()
            self._show_buttons()
            ask = LeaveLaptop(self.passphrase.text())
            self._tools.bridge.ask(self, ask, done=self._left, failed=self._refused)

    def _set_armed(self, *, armed: bool) -> None:
        self._armed = armed
        if armed:
            self._disarm.start()
        else:
            self._disarm.stop()
        self._show_buttons()

    def _left(self, left: Left) -> None:
        self.forget()
        self.laptop_left.emit(left.to_deliver)

    def _refused(self, report: ProblemReport) -> None:
        self._busy = False
        self._show_buttons()
        if report.problem in _AT_PASSPHRASE:
            self.passphrase.set_error(sentence(report))
            self.passphrase.line.selectAll()
            self.passphrase.setFocus()
            return
        self.passphrase.forget()
        self.told.setText(sentence(report))
        self.told.show()
        announce(self.told, self.told.text())
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
