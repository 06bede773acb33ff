# SPDX-License-Identifier: MIT
"""The appointments that somebody has, and the file of one for a calendar."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.appointments import AppointmentRow, WriteCalendarFile
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.problems import Problem
from desktop.ui.components.button import Button
from desktop.ui.components.field import LineField
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row
from desktop.ui.components.stick_dialogs import StickDialogs
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.theme.measures import ROW_PERSON, TARGET, Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.dates import near_day, written_time
from desktop.ui.words.marks import mark_values
from desktop.ui.words.moments import at_start, local_moment
from sync.records.fields import NAME_LENGTH
from sync.records.ids import EntityId

_SHOWN: Final = 3
_TONES: Final = {
    "planned": ("calendar-clock", Tone.WARN),
    "kept": ("check", Tone.OK),
    "no_show": ("user-x", Tone.DANGER),
    "cancelled": ("circle-x", Tone.MUTED),
}


class AppointmentList(QWidget):
    """``change_asked(AppointmentRow)`` on Enter at one to come; ``told(words, went_well)`` of the file."""

    change_asked = Signal(object)
    told = Signal(str, bool)
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._rows: tuple[AppointmentRow, ...] = ()
        self._dialogs = StickDialogs(self)
        theme = tools.theme
        self._head = Words(theme, size=Type.LABEL)
        self._head.setMinimumHeight(TARGET - 12)
        self.rows = RowList(theme, " ", height=ROW_PERSON, padding=10)
        self.title = LineField(theme, " ", longest=NAME_LENGTH)
        self.file = Button(theme, icon_name="download")
        end = QHBoxLayout()
        end.addWidget(self.file)
        end.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.rows)
        column.addSpacing(6)
        column.addWidget(self.title)
        column.addLayout(end)
        self.rows.row_opened.connect(lambda _key: self._change())
        self.file.clicked.connect(self.ask_where)
        self.title.entered.connect(self.ask_where)

    def show_rows(self, rows: Sequence[AppointmentRow], *, chosen: EntityId | None = None) -> None:
        """Show these; hidden while there are none."""
        self._rows = tuple(rows)
        self._fill()
        if chosen is not None:
            self.rows.choose(chosen.hex())

    def forget(self) -> None:
        """Drop every word."""
        self._dialogs.close()
        self.title.set_text("")
        self.show_rows(())

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.rows, self.title.line, self.file]

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self._head.setText(QCoreApplication.translate("Appointment", "Their appointments"))
        self.rows.setAccessibleName(self._head.text())
        self.title.set_label(QCoreApplication.translate("Appointment", "Title in the calendar"))
        self.title.set_hint(
            QCoreApplication.translate("Appointment", "Everybody who sees the calendar reads it.")
        )
        self.file.setText(QCoreApplication.translate("Appointment", "Save for a calendar (.ics)"))
        self.file.updateGeometry()
        self._fill()

    def write_file(self, appointment: EntityId, path: str) -> None:
        """Write the file where the person said."""
        ask = WriteCalendarFile(appointment, self.title.text().strip(), path)
        words = QCoreApplication.translate("Appointment", "The calendar file is saved.")
        done = partial(self.told.emit, words, True)
        self._tools.bridge.ask(self, ask, done=lambda _done: done(), failed=self._not_written)

    def ask_where(self) -> None:
        """Ask where the chosen one's file goes; a title is wanted first."""
        one = self._current()
        if one is None:
            return
        if not self.title.text().strip():
            words = QCoreApplication.translate("Appointment", "What shall stand in the calendar?")
            self.title.set_error(words)
            self.title.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        name = QCoreApplication.translate("Appointment", "meeting")
        self._dialogs.ask_place(
            QCoreApplication.translate("Appointment", "Save for a calendar"),
            partial(self.write_file, one.appointment),
            offered=f"{name}-{local_moment(one.at):%Y-%m-%d}.ics",
            kind=QCoreApplication.translate("Appointment", "Calendar event"),
            suffix="ics",
        )

    def _not_written(self, report: ProblemReport) -> None:
        if report.problem is Problem.FILE_UNREADABLE:
            words = QCoreApplication.translate("Appointment", "Not written: choose another place")
            self.told.emit(words, False)
        else:
            self.troubled.emit(report)

    def _fill(self) -> None:
        self.rows.set_rows([self._row(one) for one in self._rows])
        if self._rows and not self.rows.key():
            self.rows.choose(self._rows[0].appointment.hex())
        self.rows.setFixedHeight(ROW_PERSON * min(max(len(self._rows), 1), _SHOWN) + 2)
        self.setVisible(bool(self._rows))
        if self._rows and not self.title.text():
            self.title.set_text(QCoreApplication.translate("Appointment", "Meeting"))

    def _row(self, one: AppointmentRow) -> Row:
        codes, language = self._tools.codes, self._tools.translations.language
        moment, today = local_moment(one.at), local_moment(self._tools.clock()).date()
        icon, tone = _TONES.get(one.status, ("circle", Tone.MUTED))
        status = MarkValue(icon, codes.label("appointment_states", one.status), tone)
        way = codes.label("encounter_kinds", one.kind)
        return Row(
            key=one.appointment.hex(),
            title=at_start(f"{near_day(moment.date(), today, language)} {written_time(moment, language)}"),
            second=" · ".join(part for part in (way, one.place) if part),
            marks=(status, *(mark for mark in mark_values(one.marks) if mark.tone is Tone.SPLIT)),
            centred=True,
        )

    def _current(self) -> AppointmentRow | None:
        return next((one for one in self._rows if one.appointment.hex() == self.rows.key()), None)

    def _change(self) -> None:
        one = self._current()
        if one is not None and one.status == "planned":
            self.change_asked.emit(one)
