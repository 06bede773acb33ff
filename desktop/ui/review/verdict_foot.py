# SPDX-License-Identifier: MIT
"""The fixed foot: the comment to the author, and approve, return or ask."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.field import TextField
from desktop.ui.components.notice import Notice
from desktop.ui.page import Tools
from desktop.ui.theme.tokens import Tone

LONGEST_COMMENT: Final = 2000


class VerdictFoot(QWidget):
    """`given(str)` tells the verdict asked for: approved, returned or question; `typed` every change."""

    given = Signal(str)
    typed = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it switched off; `show_for` switches it on."""
        super().__init__(parent)
        theme = tools.theme
        self.comment = TextField(theme, " ", longest=LONGEST_COMMENT, lines=2)
        self.approve = Button(
            theme, kind=ButtonKind.PRIMARY, icon_name="check-check", key="Ctrl 1", tall=True
        )
        self.send_back = Button(theme, icon_name="corner-up-left", key="Ctrl 2", tall=True)
        self.question = Button(theme, icon_name="message-circle-question-mark", key="Ctrl 3", tall=True)
        self.why = Notice(theme, tone=Tone.WAIT, icon_name="user")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.approve, self.send_back, self.question):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(self.comment)
        column.addWidget(self.why)
        column.addLayout(buttons)
        self.approve.clicked.connect(lambda: self.given.emit("approved"))
        self.send_back.clicked.connect(lambda: self.given.emit("returned"))
        self.question.clicked.connect(lambda: self.given.emit("question"))
        self.comment.edited.connect(lambda _text: self.typed.emit())
        self.comment.too_long.connect(self._too_long)
        self.show_for(own_work=False, ready=False)
        self.retranslate()

    def show_for(self, *, own_work: bool, ready: bool) -> None:
        """Switch the actions on for an item of somebody else; for own work say why they are off."""
        able = ready and not own_work
        for button in (self.approve, self.send_back, self.question):
            button.setEnabled(able)
        self.comment.setEnabled(able)
        self.comment.setVisible(not own_work)
        self.why.setVisible(own_work)

    def ready(self) -> bool:
        """Return whether a verdict may be given now."""
        return self.approve.isEnabled()

    def demand_comment(self) -> None:
        """Say at the field that a comment is needed, and put the cursor there."""
        self.comment.set_error(
            QCoreApplication.translate("Review", "Write briefly what should be added or corrected.")
        )
        self.comment.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse_length(self, limit: int) -> None:
        """Say at the field that the comment is too long, and put the cursor there."""
        self._too_long(limit)
        self.comment.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        """Drop the comment and any error."""
        self.comment.set_text("")
        self.comment.set_error("")

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self.comment.set_label(QCoreApplication.translate("Review", "Comment"))
        self.comment.area.setPlaceholderText(
            QCoreApplication.translate("Review", "To the author. Needed when you return or ask.")
        )
        self.approve.setText(QCoreApplication.translate("Review", "Approve"))
        self.send_back.setText(QCoreApplication.translate("Review", "Return"))
        self.question.setText(QCoreApplication.translate("Review", "Ask"))
        hidden = self.why.isHidden()
        self.why.tell(
            QCoreApplication.translate("Review", "You wrote this yourself: another supervisor reviews it.")
        )
        self.why.setHidden(hidden)
        for button in (self.approve, self.send_back, self.question):
            button.updateGeometry()

    def _too_long(self, limit: int) -> None:
        words = QCoreApplication.translate("Review", "At most %n characters fit.", None, limit)
        self.comment.set_error(words)
