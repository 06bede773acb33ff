# SPDX-License-Identifier: MIT
"""Putting a backup in a notebook's place: choose a copy of this computer, or a file, and give the passphrase."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QFileInfo, Qt
from PySide6.QtWidgets import QWidget

from desktop.notebook.messages.backups import BackupRow, BackupsView, ListBackups, Restore
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.stick_dialogs import StickDialogs
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.unlock.side_card import SideCard
from desktop.ui.words.backups import backup_rows
from desktop.ui.words.problems import sentence
from sync.records.ids import StaffId

_ROW = 52
_MOST_ROWS = 4
_AT_PASSPHRASE: Final = frozenset({Problem.WRONG_PASSPHRASE, Problem.THROTTLED})


class RestoreCard(SideCard):
    """Lists the copies of one person's notebook; with nobody chosen a file is asked for."""

    def __init__(self, tools: Tools, *, staff: str, name: str, parent: QWidget | None = None) -> None:
        """Ask for the copies at once, if anybody is chosen."""
        super().__init__(tools, icon_name="history", parent=parent)
        self._name = name
        self._listed: list[BackupRow] = []
        self._file = ""
        theme = tools.theme
        self.dialogs = StickDialogs(self)
        self.rows = RowList(theme, " ", height=_ROW)
        self._frame = Card(theme, padding=0)
        self._frame.body.addWidget(self.rows)
        self._empty = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.choose = Button(theme, icon_name="folder")
        self.passphrase = PassphraseField(theme, " ")
        self.fields.addWidget(self._frame)
        self.fields.addWidget(self._empty)
        self.fields.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.fields.addSpacing(8)
        self.fields.addWidget(self.passphrase)
        self.rows.row_opened.connect(lambda _key: self.passphrase.setFocus())
        self.choose.clicked.connect(self._choose_file)
        self.setFocusProxy(self.choose)
        self.retranslate()
        if staff:
            tools.bridge.ask(self, ListBackups(StaffId(staff)), done=self._show, failed=self.tell)

    def go_on(self) -> None:
        """Restore what is chosen."""
        if self.busy:
            return
        path = self.rows.key()
        if not path:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.passphrase.text():
            self.passphrase.setFocus()
        else:
            self.quiet()
            self.set_busy(busy=True)
            ask = Restore(path, self.passphrase.text())
            self.tools.bridge.ask(self, ask, done=self.let_in, failed=self._refused)

    def forget(self) -> None:
        """Drop the passphrase and the choice."""
        super().forget()
        self.dialogs.close()
        self.passphrase.forget()
        self.passphrase.set_error("")

    def take_file(self, path: str) -> None:
        """Choose a file from elsewhere."""
        self._file = path
        self._show_rows()
        self.rows.choose(path)
        self.passphrase.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        super().retranslate()
        self.heading.set_words(QCoreApplication.translate("UnlockPage", "Restore from a backup"))
        lead = QCoreApplication.translate(
            "UnlockPage",
            "The copy takes the notebook's place. The notebook as it is now is kept until the copy has met the "
            "centre, so this needs a network.",
        )
        self.lead.setText(f"{self._name}. {lead}" if self._name else lead)
        self.rows.setAccessibleName(QCoreApplication.translate("UnlockPage", "Backups"))
        self._empty.setText(QCoreApplication.translate("UnlockPage", "No backup on this computer is known."))
        self.choose.setText(QCoreApplication.translate("UnlockPage", "Choose a file…"))
        self.choose.setEnabled(not self.busy)
        self.passphrase.set_label(
            QCoreApplication.translate("UnlockPage", "Passphrase at the time of the backup")
        )
        self.passphrase.line.setReadOnly(self.busy)
        self.rows.setEnabled(not self.busy)
        self.next.setText(
            QCoreApplication.translate("UnlockPage", "Restoring…")
            if self.busy
            else QCoreApplication.translate("UnlockPage", "Restore and open")
        )
        self.progress.setText(
            QCoreApplication.translate(
                "UnlockPage",
                "Putting the copy in its place, then fetching what has changed. This may take a few minutes. "
                "Leave the computer on.",
            )
        )
        self._show_rows()

    def _show(self, view: BackupsView) -> None:
        self._listed = view.rows
        held = self.choose.hasFocus()
        self._show_rows()
        if view.rows and not self.rows.key():
            self.rows.choose(view.rows[0].path)
        if held and view.rows:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        rows = backup_rows(self._listed, self.tools.translations.language)
        if self._file and all(row.key != self._file for row in rows):
            rows.insert(0, _file_row(self._file))
        self.rows.set_rows(rows)
        self._frame.setVisible(bool(rows))
        self._frame.setFixedHeight(_ROW * min(max(len(rows), 1), _MOST_ROWS) + 2)
        self._empty.setVisible(not rows)
        self.setFocusProxy(self.rows if rows else self.choose)

    def _choose_file(self) -> None:
        title = QCoreApplication.translate("UnlockPage", "Choose a backup")
        self.dialogs.ask_file(title, self.take_file)

    def _refused(self, report: ProblemReport) -> None:
        self.set_busy(busy=False)
        if report.problem in _AT_PASSPHRASE:
            self.passphrase.set_error(sentence(report))
            self.passphrase.line.selectAll()
        else:
            self.passphrase.forget()
            self.tell(report)
        self.passphrase.setFocus()


def _file_row(path: str) -> Row:
    return Row(
        key=path,
        title=QFileInfo(path).fileName(),
        second=QCoreApplication.translate("UnlockPage", "the file you chose"),
        icon="usb",
    )
