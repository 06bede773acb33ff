# SPDX-License-Identifier: MIT
"""A person's files: what there is, how each stands, and all that can be done with one."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.notebook.messages.attachments import (
    AttachmentContent,
    AttachmentMoved,
    AttachmentRow,
    AttachmentsView,
    ListAttachments,
    OpenAttachment,
)
from desktop.notebook.messages.envelope import Event, ProblemReport
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.problems import Problem
from desktop.ui.attachments.actions import FileActions
from desktop.ui.attachments.adding import Adding
from desktop.ui.attachments.dialogs import Dialogs, SystemDialogs
from desktop.ui.attachments.rows import attachment_row
from desktop.ui.attachments.words import WINDOWS_OWN, problem_words, protected_words
from desktop.ui.components.notice import Notice
from desktop.ui.components.row_list import RowList
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_THREE_LINES, Type
from desktop.ui.theme.tokens import Tone
from sync.records.ids import EntityId

_MOST_ROWS: Final = 5
_MOST_ROWS_NARROW: Final = 3


class FilesTab(QWidget):
    """Reads the list while it is in front only: each reading is logged."""

    saved = Signal(object, str)
    """RecordSaved and what was done, in words."""
    opened = Signal(object)
    """AttachmentContent, to be looked at."""
    told = Signal(str)
    """Something was done that can't be taken back: a copy was written."""
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._asked = self._opening = 0
        self._rows: tuple[AttachmentRow, ...] = ()
        self._can_add = False
        self._loaded = False
        self._most = _MOST_ROWS
        self._awaited: EntityId | None = None
        self._added: EntityId | None = None
        """Which file was wanted and not here."""
        theme = tools.theme
        self.shield = Notice(theme, tone=Tone.DANGER, icon_name="shield")
        self.notice = Notice(theme, tone=Tone.DANGER, icon_name="circle-alert")
        self.rows = RowList(theme, " ", height=ROW_THREE_LINES, padding=8)
        self.work = FileActions(tools)
        self._hint = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self._empty = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.adding = Adding(tools)
        self.set_dialogs(SystemDialogs(self))
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (
            self.adding, self.shield, self.notice, self._empty, self.rows, self.work, self._hint,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        for part in (self.shield, self.notice):
            part.hide()

    def _join(self) -> None:
        self.rows.row_chosen.connect(lambda _key: self._tell())
        self.rows.row_opened.connect(lambda _key: self.open_file())
        self.work.open_asked.connect(self.open_file)
        self.work.saved.connect(self._was_saved)
        self.work.copied.connect(self._was_copied)
        self.work.failed.connect(self._fail)
        self.work.left.connect(self.take_keys)
        self.adding.began.connect(self._quiet)
        self.adding.saved.connect(self._was_added)
        self.adding.refused.connect(self._say_too)
        self.adding.left.connect(self.take_keys)
        self.adding.troubled.connect(self.troubled)
        self._tools.bridge.event_arrived.connect(self._happened)

    def set_dialogs(self, dialogs: Dialogs) -> None:
        """Ask by these from now on."""
        self.adding.dialogs = self.work.dialogs = dialogs

    # --- whose, and what there is ---

    def show_person(self, person: EntityId | None, *, protected: bool) -> None:
        """Be of another person; what is typed about the same one stays."""
        if person != self._person:
            self._drop()
            self._person = person
            self.adding.show_person(person)
        if protected:
            self.shield.tell(protected_words())
        else:
            self.shield.hide()

    def load(self) -> None:
        """Ask for the files as they stand now; an answer that another ask has overtaken is dropped."""
        person = self._person
        if person is None:
            return
        self._asked += 1
        number = self._asked

        def came(view: AttachmentsView) -> None:
            if number == self._asked:
                self._rows, self._can_add, self._loaded = tuple(view.rows), view.can_add, True
                self._fill()
                self._choose_added()

        def failed(report: ProblemReport) -> None:
            if number == self._asked:
                self._fail(report)

        self._tools.bridge.ask(self, ListAttachments(person), done=came, failed=failed)

    def _choose_added(self) -> None:
        if self._added is not None and any(row.attachment == self._added for row in self._rows):
            self.rows.choose(self._added.hex())
            self._added = None

    def shown(self) -> Sequence[AttachmentRow]:
        """Return the files shown, the newest first."""
        return self._rows

    def take_keys(self) -> None:
        """Give the list the keys, or the way to a first file."""
        self._tell()
        (self.rows if self._rows else self.adding.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, *, compact: bool) -> None:
        """Leave room under the list for what can be done."""
        self._most = _MOST_ROWS_NARROW if compact else _MOST_ROWS
        self._fill()

    def forget(self) -> None:
        """Drop every word, and what still waits to be taken in: the notebook is being locked."""
        self.adding.forget()
        self._drop()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [*self.adding.stops(), self.notice.button, self.rows, *self.work.stops()]

    def retranslate(self) -> None:
        """Say every word again."""
        self.rows.setAccessibleName(QCoreApplication.translate("Attachments", "Files"))
        self._empty.setText(
            QCoreApplication.translate(
                "Attachments", "No files yet. Add the first with Ctrl O, or drag it here."
            )
        )
        self._hint.setText(
            QCoreApplication.translate(
                "Attachments",
                "PDF, JPEG, PNG or text, at most 20 MB. A picture that was copied is added with Ctrl V. "
                "The original stays where it is; a PDF keeps what it tells of its author.",
            )
        )
        if not self.shield.isHidden():
            self.shield.tell(protected_words())
        self.adding.retranslate()
        self.work.retranslate()
        self._fill()

    # --- keys ---

    def hears(self, event: QKeyEvent) -> bool:
        """Do what a key means anywhere on the tab; False for one that means nothing here."""
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            acts = {
                Qt.Key.Key_O: self.adding.ask_which,
                Qt.Key.Key_V: self.adding.paste,
                Qt.Key.Key_S: self.work.ask_copy,
            }
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier:
            acts = {Qt.Key.Key_F2: self.work.ask_name, Qt.Key.Key_Delete: self.work.remove_file}
        else:
            return False
        if key is Qt.Key.Key_Escape:
            return self.work.leave() or self.adding.leave()
        if key not in acts:
            return False
        acts[key]()
        return True

    def hideEvent(self, event: QHideEvent, /) -> None:
        """Leave what is half done when the tab or its page goes; what is being taken in goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._opening += 1  # a file that comes now is not shown any more
            self._awaited = None
            self.adding.pause()
            self.work.forget()
            self._quiet()

    # --- looking ---

    def open_file(self) -> None:
        """Ask for the chosen file; it is looked at in the window only."""
        row = self._current()
        if row is None:
            return
        self._quiet()
        self._asked_open(row)

    # --- parts ---

    def _asked_open(self, row: AttachmentRow) -> None:
        self._opening += 1
        number = self._opening

        def came(file: AttachmentContent) -> None:
            if number == self._opening:
                self.opened.emit(file)

        def failed(report: ProblemReport) -> None:
            if number != self._opening:
                return
            if report.problem in {Problem.ATTACHMENT_NOT_HERE, Problem.ATTACHMENT_DAMAGED}:
                self._awaited = row.attachment
            self._fail(report)

        self._tools.bridge.ask(self, OpenAttachment(row.attachment), done=came, failed=failed)

    def _happened(self, event: Event) -> None:
        if not isinstance(event, AttachmentMoved):
            return
        for place, row in enumerate(self._rows):
            if row.attachment == event.attachment:
                under_way = 0 if event.here and event.sent else event.moved * row.size // max(event.total, 1)
                changed = replace(row, here=event.here, sent=event.sent, moved=under_way)
                self._rows = (*self._rows[:place], changed, *self._rows[place + 1 :])
                self._fill()
        if event.here and event.attachment == self._awaited:
            self._awaited = None
            words = QCoreApplication.translate(
                "Attachments", "The file is on this computer now. Enter opens it."
            )
            self._say(words, tone=Tone.OK, icon_name="circle-check")

    def _fill(self) -> None:
        self.rows.set_rows([attachment_row(one, self._tools) for one in self._rows])
        if self._rows and not self.rows.key():
            self.rows.choose(self._rows[0].attachment.hex())
        self.rows.setFixedHeight(ROW_THREE_LINES * max(min(len(self._rows), self._most), 1) + 2)
        self._tell()

    def _tell(self) -> None:
        held = self.rows.hasFocus()
        self.rows.setVisible(bool(self._rows))
        if held and not self._rows:
            self.adding.add.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # the last file went from under the keys
        self._empty.setVisible(self._loaded and not self._rows)
        self.adding.add.setVisible(self._can_add or not self._loaded)
        self._hint.setVisible(self._can_add)
        self.work.show_row(self._current())

    def _current(self) -> AttachmentRow | None:
        return next((one for one in self._rows if one.attachment.hex() == self.rows.key()), None)

    def _drop(self) -> None:
        self._asked += 1
        self._opening += 1
        self._person = None
        self._rows, self._can_add, self._loaded = (), False, False
        self._awaited = None
        self.adding.show_person(None)
        self.work.forget()
        self._quiet()
        self._fill()

    def _was_saved(self, saved: RecordSaved, words: str) -> None:
        self._quiet()
        self.saved.emit(saved, words)
        self.take_keys()

    def _was_added(self, saved: RecordSaved, words: str) -> None:
        """Choose the new file once it is listed, so that the next key is about it."""
        self._added = saved.entity
        self.saved.emit(saved, words)

    def _was_copied(self) -> None:
        self.told.emit(QCoreApplication.translate("Attachments", "Copy saved; the log has it"))

    def _fail(self, report: ProblemReport) -> None:
        if report.problem in WINDOWS_OWN:
            self.troubled.emit(report)
        else:
            self._say(problem_words(report))

    def _say(self, words: str, *, tone: Tone = Tone.DANGER, icon_name: str = "circle-alert") -> None:
        self.notice.tell(words, tone=tone, icon_name=icon_name)

    def _say_too(self, words: str) -> None:
        """Say it below what is said already: of several files more than one may be refused."""
        self._say(words if self.notice.isHidden() else f"{self.notice.words()}\n{words}")

    def _quiet(self) -> None:
        self.notice.tell("")
        self.notice.hide()
