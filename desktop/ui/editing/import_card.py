# SPDX-License-Identifier: MIT
"""Reading a file of services: first a trial that writes nothing, then, when a person says so, for real."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.editing import ImportDone, ImportServices
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.counter_tile import CounterTile
from desktop.ui.components.field import Field
from desktop.ui.components.notice import Notice
from desktop.ui.components.rule import Rule
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Column
from desktop.ui.components.words import Words
from desktop.ui.editing.file_dialogs import FileDialogs, write_text
from desktop.ui.editing.report_words import (
    COUNTED,
    count_label,
    count_of,
    more_words,
    report_text,
    table_rows,
)
from desktop.ui.page import Tools
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.moments import local_moment
from desktop.ui.words.problems import sentence
from desktop.ui.words.service_fields import file_reason_words

_ABOUT_FILE = {Problem.FILE_UNREADABLE, Problem.FILE_NOT_KNOWN}


class ImportCard(Card):
    """`left` puts the report away; `brought` tells that services were written: show them."""

    left = Signal()
    brought = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._path = ""
        self._asked = 0
        self._done: ImportDone | None = None
        self._written = False
        theme = tools.theme
        self.dialogs = FileDialogs(self)
        self.title = Words(theme, size=Type.TITLE)
        self.file = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.source = Choice(theme, " ")
        self._source_field = Field(theme, " ", self.source)
        self.whole = Check(theme, " ")
        self.trouble = Notice(theme, tone=Tone.DANGER, icon_name="circle-alert")
        self.told = Notice(theme, tone=Tone.OK, icon_name="circle-check")
        self.tiles = {kind: CounterTile(theme) for kind in COUNTED}
        self.table = Table(theme, " ", self._columns())
        self.more = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.bring = Button(theme, kind=ButtonKind.PRIMARY, icon_name="download", key="Ctrl 1", tall=True)
        self.keep = Button(theme, kind=ButtonKind.LINK, icon_name="file-text")
        self.leave = Button(theme, kind=ButtonKind.QUIET, key="Esc", tall=True)
        self._lay_out()
        self._join()
        self.retranslate()
        self.forget()

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(self._source_field)
        choices.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignBottom)
        choices.addStretch(1)
        tiles = QHBoxLayout()
        tiles.setSpacing(8)
        for tile in self.tiles.values():
            tiles.addWidget(tile)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(6)
        for one in (self.title, self.file):
            head.addWidget(one)
        head.addLayout(choices)
        for notice in (self.trouble, self.told):
            head.addWidget(notice)
        head.addLayout(tiles)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 6, 16, 6)
        foot.setSpacing(8)
        foot.addWidget(self.bring)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        self.more.setContentsMargins(16, 4, 16, 4)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.more)
        self.body.addWidget(Rule(self._tools.theme))
        self.body.addLayout(foot)

    def _join(self) -> None:
        self.source.chosen.connect(lambda _key: self._try())
        self.whole.clicked.connect(lambda _on: self._try())
        self.bring.clicked.connect(self.bring_in)
        self.leave.clicked.connect(self.left)
        self.keep.clicked.connect(self._ask_where)

    def begin(self, path: str) -> None:
        """Try this file; its source is told from it."""
        self.forget()
        self._path = path
        self.file.setText(breakable(Path(path).name, most=40))
        self._try()

    def bring_in(self) -> None:
        """Read the file for real, once, as the trial said."""
        if self._done is None or self._written or not self.bring.isEnabled():
            return
        self._run(trial=False)

    def forget(self) -> None:
        """Drop the report."""
        self._path = ""
        self._asked += 1
        self._done = None
        self._written = False
        self.file.setText("")
        self.whole.setChecked(False)
        self.table.set_rows([])
        for part in (self.trouble, self.told):
            part.hide()
        self._offer("")
        self._show()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Esc puts the report away."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- asking ---

    def _try(self) -> None:
        if self._path and not self._written:
            self._run(trial=True)

    def _run(self, *, trial: bool) -> None:
        self._asked += 1
        asked = self._asked
        ask = ImportServices(
            path=self._path,
            source=self.source.key(),
            whole=self.whole.isChecked(),
            trial=trial,
            day=local_moment(self._tools.clock()).date().isoformat(),
        )
        self.bring.setEnabled(False)
        self._tools.bridge.ask(
            self,
            ask,
            done=lambda done: self._was_run(asked, done, trial=trial),
            failed=lambda report: self._failed(asked, report),
        )

    def _was_run(self, asked: int, done: ImportDone, *, trial: bool) -> None:
        if asked != self._asked:
            return
        self._done = done
        self._written = not trial
        self.trouble.hide()
        self._offer(done.source)
        self._show()
        if not trial:
            self._tell_written(done)
            self.brought.emit()
        (self.leave if self._written else self.bring).setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, asked: int, report: ProblemReport) -> None:
        if asked != self._asked:
            return
        self._done = None
        self._show()
        if report.problem not in _ABOUT_FILE:
            self.troubled.emit(report)
            return
        reason = file_reason_words(str(report.facts.get("reason", "")))
        self.trouble.tell(sentence(ProblemReport(report.problem, {"reason": reason})))
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- showing ---

    def _show(self) -> None:
        done = self._done
        for kind, tile in self.tiles.items():
            tile.set_label(count_label(kind))
            tile.set_figure(str(count_of(done, kind)) if done is not None else "")
            tile.setVisible(done is not None)
        self.table.setVisible(done is not None)
        self.table.set_rows(table_rows(done, self._tools) if done is not None else [])
        self.more.setText(more_words(done.more) if done is not None and done.more else "")
        self.more.setVisible(done is not None and bool(done.more))
        self.keep.setVisible(done is not None)
        self.bring.setVisible(not self._written)
        self.bring.setEnabled(done is not None and bool(done.new or done.changed))
        for part in (self._source_field, self.whole):
            part.setEnabled(not self._written)
        self._say()

    def _offer(self, source: str) -> None:
        codes = self._tools.codes
        told = ("", QCoreApplication.translate("Editing", "Told from the file"))
        rows = codes.lists["service_sources"].rows
        self.source.set_options([told, *((row.code, codes.row_label(row)) for row in rows)], key=source)

    def _tell_written(self, done: ImportDone) -> None:
        words = QCoreApplication.translate(
            "Editing",
            "Done. {new} new services wait and {changed} changes are proposed. Nothing was overwritten.",
        )
        self.told.tell(words.format(new=done.new, changed=done.changed))

    def _ask_where(self) -> None:
        name = QCoreApplication.translate("Editing", "report")
        day = local_moment(self._tools.clock()).date().isoformat()
        self.dialogs.ask_where(f"{name}-{day}.txt", self.keep_report)

    def keep_report(self, path: str) -> None:
        """Write the report's lines to this file."""
        if self._done is None:
            return
        if write_text(path, report_text(self._done, self._tools)):
            self.told.tell(QCoreApplication.translate("Editing", "The report is saved."))
        else:
            words = QCoreApplication.translate(
                "Editing",
                "The report could not be written. The services are as they were. Choose another place.",
            )
            self.trouble.tell(words)

    # --- words ---

    def retranslate(self) -> None:
        """Say every word again."""
        self._offer(self.source.key())
        self._source_field.set_label(QCoreApplication.translate("Editing", "Where the file comes from"))
        self.whole.setText(QCoreApplication.translate("Editing", "The file has all of the source's services"))
        self.whole.updateGeometry()
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(QCoreApplication.translate("Editing", "Lines of the report"))
        self.keep.setText(QCoreApplication.translate("Editing", "Save the report…"))
        self.keep.updateGeometry()
        self._show()

    def _say(self) -> None:
        self.title.setText(
            QCoreApplication.translate("Editing", "The file was read")
            if self._written
            else QCoreApplication.translate("Editing", "What reading the file would do")
        )
        self.bring.setText(QCoreApplication.translate("Editing", "Read it in"))
        self.leave.setText(
            QCoreApplication.translate("Editing", "Close")
            if self._written
            else QCoreApplication.translate("Editing", "Leave the file")
        )
        for button in (self.bring, self.leave):
            button.updateGeometry()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=QCoreApplication.translate("Editing", "What"), width=110),
            Column(title=QCoreApplication.translate("Editing", "Service")),
            Column(title=QCoreApplication.translate("Editing", "Why")),
            Column(title=QCoreApplication.translate("Editing", "Where"), width=140),
        )
