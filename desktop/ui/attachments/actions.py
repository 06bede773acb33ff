# SPDX-License-Identifier: MIT
"""What can be done with the chosen file: open, copy out, rename, take off."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.attachments import (
    AttachmentRow,
    RemoveAttachment,
    RenameAttachment,
    SaveAttachmentCopy,
)
from desktop.notebook.messages.envelope import Done, ProblemReport
from desktop.notebook.messages.people import RecordSaved
from desktop.ui.attachments.dialogs import Dialogs, SystemDialogs
from desktop.ui.attachments.words import copy_warning
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.field import LineField
from desktop.ui.components.notice import Notice
from desktop.ui.page import NOT_KEPT, Tools
from desktop.ui.theme.tokens import Tone
from sync.records.fields import NAME_LENGTH


class FileActions(QWidget):
    """`saved` tells a RecordSaved and its words; `copied` that a copy was written; `left` that a part was closed."""

    open_asked = Signal()
    saved = Signal(object, str)
    copied = Signal()
    failed = Signal(object)
    """A ProblemReport."""
    left = Signal()
    grown = Signal(object)
    """A question was opened, and wants to be seen: a widget."""

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._row: AttachmentRow | None = None
        self._renamed: AttachmentRow | None = None
        self._copied: AttachmentRow | None = None
        self._busy = False
        self._round = 0
        theme = tools.theme
        self.dialogs: Dialogs = SystemDialogs(self)
        self.open = Button(theme, icon_name="eye", key="Enter")
        self.copy = Button(theme, icon_name="download", key="Ctrl S")
        self.rename = Button(theme, icon_name="pencil", key="F2")
        self.remove = Button(theme, kind=ButtonKind.DANGER, icon_name="trash-2", key="Del")
        self.warning = Notice(theme, tone=Tone.WARN, icon_name="triangle-alert")
        self.name = LineField(theme, " ", longest=NAME_LENGTH)
        self.name.line.setProperty(NOT_KEPT, True)  # the list stands there after a lock
        self.save = Button(theme, icon_name="save", key="Enter")
        self.back = Button(theme, kind=ButtonKind.LINK, key="Esc")
        self._buttons = QWidget()
        self._naming = QWidget()
        self._lay_out()
        self._join()
        self.show_row(None)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        for place, button in enumerate((self.open, self.copy, self.rename, self.remove)):
            grid.addWidget(button, place // 2, place % 2)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.save)
        acts.addWidget(self.back)
        acts.addStretch(1)
        naming = QVBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.setSpacing(0)
        naming.addWidget(self.name)
        naming.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._buttons)
        column.addWidget(self.warning)
        column.addWidget(self._naming)

    def _join(self) -> None:
        self.open.clicked.connect(self.open_asked)
        self.copy.clicked.connect(self.ask_copy)
        self.rename.clicked.connect(self.ask_name)
        self.remove.clicked.connect(self.remove_file)
        self.warning.acted.connect(self._ask_where)
        self.name.entered.connect(self._save_name)
        self.save.clicked.connect(self._save_name)
        self.back.clicked.connect(self._leave)

    def show_row(self, row: AttachmentRow | None) -> None:
        """Offer what can be done with this file. Another one closes a question that was open about the one before."""
        for asked in (self._renamed, self._copied):
            if asked is not None and (row is None or row.attachment != asked.attachment):
                self._close()
        self._row = row
        for button in (self.open, self.copy):
            button.setVisible(row is not None)
        for button in (self.rename, self.remove):
            button.setVisible(row is not None and row.can_remove)

    def forget(self) -> None:
        """Drop every word; of what is under way nothing is heard any more."""
        self._round += 1
        self._busy = False
        self._close()
        self.show_row(None)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [
            self.open, self.copy, self.rename, self.remove, self.warning.button, self.name.line, self.save, self.back,
        ]  # fmt: skip

    def ask_copy(self) -> None:
        """Warn first, then ask where."""
        if self._row is not None:
            self._close()
            self._copied = self._row
            self._buttons.hide()  # the question stands in their place, so that it is in sight
            self.warning.tell(
                copy_warning(), action=QCoreApplication.translate("Attachments", "Choose where")
            )
            self.warning.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grown.emit(self.warning)

    def ask_name(self) -> None:
        """Ask for another name; what stands before its ending is chosen."""
        row = self._row
        if row is not None and row.can_remove:
            self._close()
            self._renamed = row
            self._buttons.hide()
            self.name.set_text(row.name)
            self._naming.show()
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
            stem = row.name.rfind(".")
            self.name.line.setSelection(0, stem if stem > 0 else len(row.name))
            self.grown.emit(self._naming)

    def remove_file(self) -> None:
        """Take it off; the toast offers Undo."""
        row = self._row
        if row is not None and row.can_remove:
            self._close()
            self._ask(
                RemoveAttachment(row.attachment), QCoreApplication.translate("Attachments", "File removed")
            )

    def leave(self) -> bool:
        """Close a question that is open; False when none is."""
        if self._renamed is None and self._copied is None:
            return False
        self._leave()
        return True

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Escape closes a question; everything else goes its way."""
        if Qt.Key(event.key()) is Qt.Key.Key_Escape and self.leave():
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.open.setText(QCoreApplication.translate("Attachments", "Open"))
        self.copy.setText(QCoreApplication.translate("Attachments", "Save a copy"))
        self.rename.setText(QCoreApplication.translate("Attachments", "Rename"))
        self.remove.setText(QCoreApplication.translate("Attachments", "Remove"))
        self.name.set_label(QCoreApplication.translate("Attachments", "Name of the file"))
        self.save.setText(QCoreApplication.translate("Attachments", "Save the name"))
        self.back.setText(QCoreApplication.translate("Attachments", "Leave it"))
        for button in (self.open, self.copy, self.rename, self.remove, self.save, self.back):
            button.updateGeometry()
        if self._copied is not None:
            self.warning.tell(
                copy_warning(), action=QCoreApplication.translate("Attachments", "Choose where")
            )

    def _close(self) -> None:
        self._renamed = self._copied = None
        self.name.set_text("")
        self.name.set_error("")
        self._naming.hide()
        self.warning.hide()
        self._buttons.show()

    def _leave(self) -> None:
        self._close()
        self.left.emit()

    def _ask_where(self) -> None:
        row, number = self._copied, self._round
        if row is None:
            return

        def chosen(path: str) -> None:
            if number == self._round:
                self._close()
                ask = SaveAttachmentCopy(row.attachment, path)
                self._tools.bridge.ask(self, ask, done=copied, failed=self._heard(self.failed.emit))
                self.left.emit()

        def copied(_done: Done) -> None:
            if number == self._round:
                self.copied.emit()

        self.dialogs.ask_where(row.name, chosen)

    def _save_name(self) -> None:
        row, name = self._renamed, self.name.text().strip()
        if row is None or self._busy:
            return
        if not name:
            self.name.set_error(QCoreApplication.translate("Attachments", "A file needs a name."))
            self.name.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == row.name:
            self._leave()
        else:
            words = QCoreApplication.translate("Attachments", "File renamed")
            self._ask(RenameAttachment(row.attachment, name), words)

    def _ask(self, ask: RenameAttachment | RemoveAttachment, words: str) -> None:
        if self._busy:
            return
        self._busy = True
        number = self._round

        def was_saved(record: RecordSaved) -> None:
            if number == self._round:
                self._busy = False
                self._close()
                self.saved.emit(record, words)

        self._tools.bridge.ask(self, ask, done=was_saved, failed=self._heard(self._refused))

    def _refused(self, report: ProblemReport) -> None:
        self._busy = False
        self.failed.emit(report)

    def _heard(self, tell: Callable[[ProblemReport], None]) -> Callable[[ProblemReport], None]:
        """Return the callback that is silent once everything has been forgotten."""
        number = self._round

        def failed(report: ProblemReport) -> None:
            if number == self._round:
                tell(report)

        return failed
