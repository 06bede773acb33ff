# SPDX-License-Identifier: MIT
"""The second step: the invitation, as a file or typed from paper."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.notebook.messages.laptop import ReadInvitationTyped
from desktop.ui.components.button import Button
from desktop.ui.components.field import LineField
from desktop.ui.components.words import Words
from desktop.ui.first_run.step import Step
from desktop.ui.theme.measures import Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

_SUFFIX = "*.kkenrol"


class InvitationStep(Step):
    """``file_chosen(path)`` tells a file; forward means that what is typed is to be read."""

    file_chosen = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.choose = Button(theme, icon_name="folder")
        self._file_error = Words(theme, size=Type.SECONDARY, tone=Tone.DANGER, wrap=True)
        self._file_error.hide()
        self._or = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED)
        self.address = LineField(theme, " ", placeholder="https://", longest=300)
        self.code = LineField(theme, " ", longest=80)
        self.fingerprint = LineField(theme, " ", longest=80)
        self._dialog: QFileDialog | None = None
        self.fields.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addWidget(self._file_error)
        self.fields.addSpacing(8)
        for part in (self._or, self.address, self.code, self.fingerprint):
            self.fields.addWidget(part)
        self.order(self.choose, self.address.line, self.code.line, self.fingerprint.line)
        self.choose.clicked.connect(self._choose)
        for field in (self.address, self.code, self.fingerprint):
            field.edited.connect(lambda _text: self._file_error.hide())

    def typed(self) -> ReadInvitationTyped:
        """Return what was typed, as the ask that reads it."""
        return ReadInvitationTyped(
            address=self.address.text().strip(),
            code=self.code.text().strip(),
            fingerprint=self.fingerprint.text().strip(),
        )

    def refuse(self, part: str, words: str) -> None:
        """Show what is wrong beside the part it concerns: address, code, fingerprint, or the file."""
        field = {"address": self.address, "code": self.code, "fingerprint": self.fingerprint}.get(part)
        if field is not None:
            field.set_error(words)
            field.setFocus()
            field.line.selectAll()
            return
        self._file_error.setText(words)
        self._file_error.show()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Take the focus with the file's button, or with the address when it is being typed."""
        typing = bool(self.address.text())
        (self.address if typing else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Drop the code: it is a secret for one use."""
        for field in (self.address, self.code, self.fingerprint):
            field.set_text("")
            field.set_error("")

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.title())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        named = QCoreApplication.translate("FirstRun", "Invitations")
        dialog.setNameFilter(f"{named} ({_SUFFIX})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file_chosen)
        self._dialog = dialog
        dialog.open()

    def title(self) -> str:
        """Return the step's title."""
        return QCoreApplication.translate("FirstRun", "Your invitation")

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.lead.setText(
            QCoreApplication.translate(
                "FirstRun",
                "It is for you and for this computer, and can be used once. If you have none, or it no longer "
                "works, ask your supervisor for a new one.",
            )
        )
        self.choose.setText(QCoreApplication.translate("FirstRun", "Choose the invitation file…"))
        self._or.setText(QCoreApplication.translate("FirstRun", "Or type what is on the paper:"))
        self.address.set_label(QCoreApplication.translate("FirstRun", "Address of the centre"))
        self.code.set_label(QCoreApplication.translate("FirstRun", "Code"))
        self.fingerprint.set_label(QCoreApplication.translate("FirstRun", "Fingerprint of the centre"))
        self.next.setText(QCoreApplication.translate("FirstRun", "Continue"))
