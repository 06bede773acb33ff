# SPDX-License-Identifier: MIT
"""A person's services: where they were referred, what has become of it, and the way to find another."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.referrals import ListReferrals, ReferralRow, ReferralsView
from desktop.ui.components.button import Button
from desktop.ui.components.row_list import RowList
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.people.referral_actions import ReferralActions
from desktop.ui.people.referral_rows import referral_row, told_lines
from desktop.ui.theme.measures import ROW_THREE_LINES, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from sync.records.ids import EntityId

_MOST_ROWS: Final = 5
_MOST_ROWS_NARROW: Final = 3
"""More scroll inside the list, so that what the chosen one says stays in sight."""


class ServicesTab(QWidget):
    """Reads a person's referrals while it is in front only: each reading is logged."""

    saved = Signal(object, str)
    """RecordSaved and what was done, in words."""
    find_asked = Signal()
    file_asked = Signal(object, str)
    """A referral that a file is to be added to, and its name."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._asked = 0
        self._rows: tuple[ReferralRow, ...] = ()
        self._can_edit = False
        self._most = _MOST_ROWS
        self._wants_keys = False
        theme = tools.theme
        self.seek = Button(theme, icon_name="search", key="F3")
        self.rows = RowList(theme, " ", height=ROW_THREE_LINES, padding=8)
        self.said = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.work = ReferralActions(tools)
        self._hint = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._empty = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.seek)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        for part in (self._empty, self.rows, self.work.title, self.said, self._hint, self.work):
            column.addWidget(part)
        column.addStretch(1)
        self.seek.clicked.connect(self.find_asked)
        self.rows.row_chosen.connect(lambda _key: self._tell())
        self.rows.row_opened.connect(self._open)
        self.work.left.connect(self._leave)
        self.work.saved.connect(self._was_saved)
        self.work.file_asked.connect(lambda row: self.file_asked.emit(row.referral, row.name))
        self.work.troubled.connect(self.troubled)
        self.retranslate()

    def show_person(self, person: EntityId | None) -> None:
        """Be of another person; what is typed about the same one stays."""
        if person != self._person:
            self.forget()
            self._person = person

    def load(self) -> None:
        """Ask for the referrals as they stand now; an answer that another ask has overtaken is dropped."""
        person = self._person
        if person is None:
            return
        self._asked += 1
        number = self._asked

        def came(view: ReferralsView) -> None:
            if number == self._asked:
                self._rows, self._can_edit = tuple(view.rows), view.can_edit
                self._fill()

        self._tools.bridge.ask(self, ListReferrals(person), done=came, failed=self.troubled.emit)

    def take_keys(self) -> None:
        """Give the list the keys as soon as there is one; the way to a service until then."""
        self._wants_keys = True
        self.seek.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()

    def shown(self) -> Sequence[ReferralRow]:
        """Return the referrals shown, the newest first."""
        return self._rows

    def set_compact(self, *, compact: bool) -> None:
        """Leave room under the list for what the chosen one says."""
        self._most = _MOST_ROWS_NARROW if compact else _MOST_ROWS
        self._fill()

    def forget(self) -> None:
        """Drop every word."""
        self._asked += 1
        self._person = None
        self._wants_keys = False
        self._rows, self._can_edit = (), False
        self.work.forget()
        self._fill()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.seek, self.rows, *self.work.stops()]

    def retranslate(self) -> None:
        """Say every word again."""
        self.seek.setText(QCoreApplication.translate("ServicesTab", "Find a service"))
        self.seek.updateGeometry()
        self.rows.setAccessibleName(QCoreApplication.translate("ServicesTab", "Referrals"))
        self._empty.setText(
            QCoreApplication.translate("ServicesTab", "Not referred anywhere yet. Find a service with F3.")
        )
        self._hint.setText(QCoreApplication.translate("ServicesTab", "Enter: what has become of it."))
        self.work.retranslate()
        self._fill()

    def _fill(self) -> None:
        self.rows.set_rows([referral_row(one, self._tools) for one in self._rows])
        if self._rows and not self.rows.key():
            self.rows.choose(self._rows[0].referral.hex())
        self.rows.setFixedHeight(ROW_THREE_LINES * max(min(len(self._rows), self._most), 1) + 2)
        working = self.work.row
        if working is not None:
            self.work.refresh(next((one for one in self._rows if one.referral == working.referral), None))
        self._tell()
        if self._wants_keys and self._rows and self.work.isHidden():
            self._wants_keys = False
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """Show the list, or in its place the one referral that is worked on, and what it says below."""
        row, working = self._current(), not self.work.isHidden()
        self.rows.setVisible(bool(self._rows) and not working)
        self._empty.setVisible(not self._rows)
        self.said.setText(breakable("\n".join(told_lines(row, self._tools)), most=30) if row else "")
        self.said.setVisible(row is not None)
        self._hint.setVisible(row is not None and self._can_edit and not working)

    def _current(self) -> ReferralRow | None:
        return next((one for one in self._rows if one.referral.hex() == self.rows.key()), None)

    def _open(self, _key: str) -> None:
        row = self._current()
        if row is not None and self._can_edit:
            self.work.begin(row)
            self._tell()

    def _leave(self) -> None:
        self.work.forget()
        self._tell()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _was_saved(self, saved: object, words: str) -> None:
        self._leave()
        self.load()
        self.saved.emit(saved, words)
