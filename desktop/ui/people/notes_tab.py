# SPDX-License-Identifier: MIT
"""A person's notes: the newest first in full, and the field for a new one."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import HistoryRow, RecordSaved, SaveNote
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.field import TextField
from desktop.ui.components.pill import Mark
from desktop.ui.components.words import Words
from desktop.ui.drafts import DraftKeeper
from desktop.ui.page import Tools
from desktop.ui.people.history_words import author, keyed
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.marks import mark_value
from desktop.ui.words.moments import at_start, said_moment
from sync.records.fields import TEXT_LENGTH
from sync.records.ids import EntityId

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class NoteRow(QWidget):
    """One note: who, when, how it stands, and all of its text."""

    def __init__(self, tools: Tools, row: HistoryRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = tools.theme
        moment = at_start(said_moment(row.at, tools.clock(), tools.translations.language))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(Words(theme, author(row), size=Type.NAME))
        head.addWidget(Words(theme, moment, size=Type.TINY, tone=Tone.MUTED))
        head.addStretch(1)
        if row.marks:
            head.addWidget(Mark(theme, mark_value(row.marks[0])))
        text = Words(theme, breakable(row.text), wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(text)
        self.setAccessibleName(f"{author(row)}, {moment}: {row.text}")


class NotesTab(QWidget):
    """`saved` tells that a note is durable. What is typed is kept as a draft until then."""

    saved = Signal(object)
    """RecordSaved."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._saving = False
        self._shown: dict[str, HistoryRow] = {}
        self._widgets: list[NoteRow] = []
        self.field = TextField(tools.theme, " ", longest=TEXT_LENGTH, lines=4)
        self.save = Button(tools.theme, kind=ButtonKind.SECONDARY, icon_name="save", key="Ctrl Enter")
        self._empty = Words(tools.theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._drafts = DraftKeeper(tools, self.troubled.emit, self)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 8, 0, 0)
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addLayout(row)
        column.addLayout(self._list)
        column.addWidget(self._empty)
        column.addStretch(1)
        self.field.edited.connect(self._edited)
        self.field.too_long.connect(self._tell_too_long)
        self.save.clicked.connect(self.save_note)
        self.retranslate()

    def show_notes(self, person: EntityId, history: Sequence[HistoryRow]) -> None:
        """Show a person's notes; what is being typed about the same person stays."""
        if person != self._person:
            self._person = person
            self.field.set_text("")
            self.field.set_error("")
            self._drafts.begin(f"note/{person.hex()}", self._restore)
        notes = {
            key: row for key, row in keyed(history).items() if row.kind == "note" and row.what == "noted"
        }
        if notes != self._shown or not self._widgets:
            self._shown = notes
            self._fill()

    def save_note(self) -> None:
        """Save what is typed; a problem is told beside the field and nothing is lost."""
        text = self.field.text()
        if self._person is None or self._saving:
            return
        if not text.strip():
            self.field.set_error(QCoreApplication.translate("NotesTab", "Write the note first."))
            self.field.area.setFocus()
            return
        if len(text) > TEXT_LENGTH:
            self._tell_too_long(TEXT_LENGTH)
            return
        self._saving = True
        self._tools.bridge.ask(
            self,
            SaveNote(self._person, unicodedata.normalize("NFC", text)),
            done=self._was_saved,
            failed=self._was_refused,
        )

    def forget(self) -> None:
        """Drop every word."""
        self._drafts.forget()
        self._person = None
        self._saving = False
        self.field.set_text("")
        self._shown = {}
        self._fill()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Save with Ctrl+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save_note()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self.field.set_label(QCoreApplication.translate("NotesTab", "New note"))
        self.field.set_hint(
            QCoreApplication.translate("NotesTab", "Write what was agreed. The person may read this.")
        )
        self.save.setText(QCoreApplication.translate("NotesTab", "Save the note"))
        self._empty.setText(QCoreApplication.translate("NotesTab", "No notes yet."))
        self._fill()

    def _fill(self) -> None:
        for widget in self._widgets:
            self._list.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = [NoteRow(self._tools, row, parent=self) for row in self._shown.values()]
        for widget in self._widgets:
            self._list.addWidget(widget)
        self._empty.setVisible(not self._widgets)

    def _edited(self, text: str) -> None:
        self._drafts.touch({"text": text})

    def _restore(self, value: Mapping[str, str]) -> None:
        if not self.field.text():
            self.field.set_text(value.get("text", ""))

    def _was_saved(self, saved: RecordSaved) -> None:
        self._saving = False
        self._drafts.drop()
        self.field.set_text("")
        if self._person is not None:
            self._drafts.begin(f"note/{self._person.hex()}", self._restore)
        self.saved.emit(saved)

    def _was_refused(self, report: ProblemReport) -> None:
        self._saving = False
        if report.problem is Problem.TEXT_TOO_LONG:
            self._tell_too_long(int(report.facts.get("limit", TEXT_LENGTH)))
        else:
            self.troubled.emit(report)

    def _tell_too_long(self, limit: int) -> None:
        words = QCoreApplication.translate(
            "NotesTab", "The note is too long: {length} of {limit} signs. Shorten it; nothing is lost."
        )
        self.field.set_error(words.format(length=len(self.field.text()), limit=limit))
