# SPDX-License-Identifier: MIT
"""Backups of the open notebook: those there are, one now, one to a stick, and whether the last one failed."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.backups import BackUp, BackupsView, ShowBackups
from desktop.notebook.messages.envelope import ProblemReport
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button
from desktop.ui.components.card import Card
from desktop.ui.components.notice import Notice
from desktop.ui.components.row_list import RowList
from desktop.ui.components.stick_dialogs import StickDialogs
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_TWO_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.backups import backup_rows

_MOST_ROWS = 4


class BackupsCard(Card):
    """`troubled(ProblemReport)` tells what went wrong. Making one takes a while; the page stays alive."""

    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        """Build it empty; ``load`` asks for the copies."""
        super().__init__(tools.theme, parent=parent)
        self._tools = tools
        self._view: BackupsView | None = None
        self._busy = False
        self._to_stick = False
        theme = tools.theme
        self.dialogs = StickDialogs(self)
        self._title = Words(theme, size=Type.SECTION)
        self._lead = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.failed = Notice(theme, tone=Tone.WARN, icon_name="triangle-alert")
        self.failed.hide()
        self.rows = RowList(theme, " ", height=ROW_TWO_LINES, padding=12)
        self._frame = Card(theme, padding=0)
        self._frame.body.addWidget(self.rows)
        self.none = Words(theme, wrap=True)
        self.now = Button(theme, icon_name="save")
        self.stick = Button(theme, icon_name="usb")
        self.told = Words(theme, size=Type.SECONDARY, tone=Tone.OK, wrap=True)
        self.told.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.now)
        buttons.addWidget(self.stick)
        buttons.addStretch(1)
        self.body.setSpacing(6)
        for part in (self._title, self._lead, self.failed, self._frame, self.none):
            self.body.addWidget(part)
        self.body.addLayout(buttons)
        self.body.addWidget(self.told)
        self.now.clicked.connect(lambda: self.back_up(""))
        self.stick.clicked.connect(self._choose_stick)
        self.retranslate()

    def load(self) -> None:
        """Ask for the copies there are."""
        if not self._busy:
            self._tools.bridge.ask(self, ShowBackups(), done=self._show, failed=self.troubled.emit)

    def forget(self) -> None:
        """Drop what is known of this person's copies."""
        self.dialogs.close()
        self._view = None
        self._busy = False
        self.told.hide()
        self.retranslate()

    def back_up(self, path: str) -> None:
        """Make one now, into this folder or, when empty, on this computer."""
        if self._busy:
            return
        self._busy, self._to_stick = True, bool(path)
        self._tell(
            QCoreApplication.translate("Settings", "Making a backup and opening it to check…"), Tone.MUTED
        )
        self._show_buttons()
        self._tools.bridge.ask(self, BackUp(path), done=self._made, failed=self._not_made)

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        view = self._view
        rows = backup_rows(view.rows, self._tools.translations.language) if view is not None else []
        self._title.setText(QCoreApplication.translate("Settings", "Backups"))
        self._lead.setText(
            QCoreApplication.translate(
                "Settings",
                "Made by itself once a day, encrypted, and kept for at most 30 days. Your passphrase opens one, "
                "from the page where you choose your name.",
            )
        )
        words = QCoreApplication.translate(
            "Settings", "The last backup did not succeed. Your notebook is not touched by it. Try again."
        )
        broken = view is not None and view.last_failed
        if broken and self.failed.words() != words:
            self.failed.tell(words)
        self.failed.setVisible(broken)
        self.rows.setAccessibleName(self._title.text())
        self.rows.set_rows(rows)
        self._frame.setFixedHeight(ROW_TWO_LINES * min(max(len(rows), 1), _MOST_ROWS) + 2)
        self._frame.setVisible(bool(rows))
        self.none.setText(QCoreApplication.translate("Settings", "There is no backup yet."))
        self.none.setVisible(view is not None and not rows)
        self.now.setText(QCoreApplication.translate("Settings", "Make a backup now"))
        self.stick.setText(QCoreApplication.translate("Settings", "To a stick…"))
        for button in (self.now, self.stick):
            button.updateGeometry()
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in (self.now, self.stick):
            button.setEnabled(not self._busy)

    def _show(self, view: BackupsView) -> None:
        self._view = view
        self.retranslate()

    def _choose_stick(self) -> None:
        title = QCoreApplication.translate("Settings", "Choose a folder on the stick")
        self.dialogs.ask_folder(title, self.back_up)

    def _made(self, view: BackupsView) -> None:
        self._end(view)
        self._tell(
            QCoreApplication.translate("Settings", "The backup is on the stick and was opened to check.")
            if self._to_stick
            else QCoreApplication.translate("Settings", "The backup is made and was opened to check."),
            Tone.OK,
        )

    def _not_made(self, report: ProblemReport) -> None:
        self._end(self._view)
        self.told.hide()
        self.troubled.emit(report)
        self.load()

    def _end(self, view: BackupsView | None) -> None:
        self._busy = False
        self._view = view
        self.retranslate()
        if self.window().focusWidget() is None:  # a button that is disabled loses the keys
            (self.stick if self._to_stick else self.now).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.setText(words)
        self.told.set_tone(tone)
        self.told.show()
        announce(self.told, words)
