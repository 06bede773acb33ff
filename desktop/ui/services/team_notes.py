# SPDX-License-Identifier: MIT
"""What the team knows of a service: notes with who and when, one's own to be taken back, and a field for more."""

import unicodedata
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.services import DropServiceNote, NoteService, TeamNote
from desktop.ui.components.button import Button
from desktop.ui.components.field import TextField
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.moments import said_moment
from desktop.ui.words.problems import sentence
from sync.records.fields import TEXT_LENGTH
from sync.records.ids import EntityId

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TeamNotes(QWidget):
    """`changed` tells that the notes want to be read again."""

    changed = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._service: EntityId | None = None
        self._notes: tuple[TeamNote, ...] = ()
        self._saving = False
        self._rows: list[QWidget] = []
        theme = tools.theme
        self._title = Words(theme, size=Type.LABEL, tone=Tone.MUTED)
        self.field = TextField(theme, " ", longest=TEXT_LENGTH, lines=2)
        self.save = Button(theme, icon_name="save", key="Ctrl Enter")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(self._list)
        column.addWidget(self.field)
        column.addLayout(row)
        self.save.clicked.connect(self.save_note)
        self.retranslate()

    def show_notes(self, service: EntityId, notes: Sequence[TeamNote]) -> None:
        """Show these notes; what is being typed about the same service stays."""
        if service != self._service:
            self._service = service
            self.field.set_text("")
            self.field.set_error("")
        self._notes = tuple(notes)
        self._fill()

    def drops(self) -> list[QWidget]:
        """Return the buttons that take an own note back, top first, for the order of Tab."""
        return [button for row in self._rows for button in row.findChildren(IconButton)]

    def save_note(self) -> None:
        """Save what is typed; a refusal is told beside the field and nothing is lost."""
        text = unicodedata.normalize("NFC", self.field.text().strip())
        if self._service is None or self._saving:
            return
        if not text or len(text) > TEXT_LENGTH:
            self.field.set_error(
                QCoreApplication.translate("TeamNotes", "The note is too long. Shorten it; nothing is lost.")
                if text
                else QCoreApplication.translate("TeamNotes", "Write the note first.")
            )
            self.field.area.setFocus()
            return
        self._saving = True
        self._tools.bridge.ask(
            self, NoteService(self._service, text), done=lambda _done: self._saved(), failed=self._refused
        )

    def forget(self) -> None:
        """Drop every word."""
        self._service = None
        self._saving = False
        self._notes = ()
        self.field.set_text("")
        self.field.set_error("")
        self._fill()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Save with Ctrl+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save_note()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say every word again."""
        self._title.setText(QCoreApplication.translate("TeamNotes", "What the team knows"))
        self.field.set_label(QCoreApplication.translate("TeamNotes", "New note for the team"))
        self.field.set_hint(
            QCoreApplication.translate("TeamNotes", "About the service, never about a client.")
        )
        self.save.setText(QCoreApplication.translate("TeamNotes", "Save the note"))
        self.save.updateGeometry()
        self._fill()

    def _fill(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(note) for note in self._notes]
        for row in self._rows:
            self._list.addWidget(row)

    def _row(self, note: TeamNote) -> QWidget:
        theme = self._tools.theme
        moment = said_moment(note.at, self._tools.clock(), self._tools.translations.language)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        text = Words(theme, breakable(note.text), wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(text)
        column.addWidget(Words(theme, f"{note.by}, {moment}", size=Type.TINY, tone=Tone.MUTED))
        across.addLayout(column, 1)
        if note.mine:
            name = QCoreApplication.translate("TeamNotes", "Take back the note: {text}").format(
                text=note.text
            )
            drop = IconButton(theme, "trash-2", name, outlined=False)
            drop.clicked.connect(partial(self._drop, note.note))
            across.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _drop(self, note: EntityId) -> None:
        self._tools.bridge.ask(
            self, DropServiceNote(note), done=lambda _done: self.changed.emit(), failed=self.troubled.emit
        )

    def _saved(self) -> None:
        self._saving = False
        self.field.set_text("")
        self.changed.emit()

    def _refused(self, report: ProblemReport) -> None:
        self._saving = False
        self.field.set_error(sentence(report))
