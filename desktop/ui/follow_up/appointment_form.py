# SPDX-License-Identifier: MIT
"""The form of an appointment: when, how, where; below it those there are, and the file for a calendar."""

from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.appointments import (
    AppointmentRow,
    Appointments,
    ListAppointments,
    SaveAppointment,
)
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.people import RecordSaved
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField
from desktop.ui.components.notice import Notice
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.follow_up.appointment_list import AppointmentList
from desktop.ui.follow_up.typed_time import moment_of, typed_time
from desktop.ui.page import Tools
from desktop.ui.referral.follow_up import coming_day
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.dates import near_day, written_date, written_time
from desktop.ui.words.moments import local_moment
from desktop.ui.words.problems import sentence
from sync.records.fields import LINE_LENGTH, NAME_LENGTH
from sync.records.ids import EntityId

MINUTES: Final = (30, 45, 60, 90, 120)
WAYS: Final = ("coaching", "start_meeting", "joint_meeting", "phone", "video", "home_visit")
"""Codes of ``encounter_kinds`` that one agrees upon beforehand, the likeliest first."""
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHOWN: Final = 3
_TONES: Final = {
    "planned": ("calendar-clock", Tone.WARN),
    "kept": ("check", Tone.OK),
    "no_show": ("user-x", Tone.DANGER),
    "cancelled": ("circle-x", Tone.MUTED),
}


class AppointmentForm(Card):
    """``saved(RecordSaved, words)`` after each save; ``left`` when Escape goes. Enter saves from any field."""

    saved = Signal(object, str)
    left = Signal()
    troubled = Signal(object)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(tools.theme, padding=0, parent=parent)
        self._tools = tools
        self._person: EntityId | None = None
        self._name = ""
        self._changing: EntityId | None = None
        self._asked = 0
        self._busy = False
        theme = tools.theme
        self._title = Words(theme, size=Type.SECTION, wrap=True)
        self._who = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.day = LineField(theme, " ", longest=12)
        self.time = LineField(theme, " ", longest=5)
        self.minutes = Choice(theme, " ")
        self._minutes_field = Field(theme, " ", self.minutes)
        self.way = Choice(theme, " ")
        self._way_field = Field(theme, " ", self.way)
        self.place = LineField(theme, " ", longest=NAME_LENGTH)
        self.note = LineField(theme, " ", longest=LINE_LENGTH)
        self.save = Button(theme, kind=ButtonKind.PRIMARY, key="Enter")
        self.cancel = Button(theme, kind=ButtonKind.QUIET, key="Esc")
        self.list = AppointmentList(tools, parent=self)
        self.notice = Notice(theme)
        self._pane = ScrollPane(theme, " ")
        self._lay_out()
        self._join()
        self.setFocusProxy(self.day)
        self.retranslate()
        self.forget()

    def _lay_out(self) -> None:
        inner = self._pane.body
        inner.setContentsMargins(14, 8, 14, 10)
        inner.addWidget(self._title)
        inner.addWidget(self._who)
        inner.addSpacing(8)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.day, 0, 0)
        grid.addWidget(self.time, 0, 1)
        grid.addWidget(self._minutes_field, 0, 2)
        for place, field in enumerate((self._way_field, self.place, self.note), start=1):
            grid.addWidget(field, place, 0, 1, 3)
        for place, share in enumerate((4, 3, 4)):
            grid.setColumnStretch(place, share)
        inner.addLayout(grid)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        inner.addLayout(foot)
        inner.addSpacing(6)
        inner.addWidget(self.notice)
        inner.addWidget(self.list)
        inner.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._pane)
        self.body.addLayout(column)
        for one, other in pairwise(self.stops()):
            self.setTabOrder(one, other)

    def _join(self) -> None:
        self.save.clicked.connect(self.ask)
        self.cancel.clicked.connect(self.left)
        self.list.change_asked.connect(self._change)
        self.list.troubled.connect(self.troubled)
        self.list.told.connect(self._tell)

    # --- what the page calls ---

    def begin(self, person: EntityId, name: str) -> None:
        """Start empty for this person, and list those they have."""
        self.forget()
        self._person, self._name = person, name
        self._empty_fields()
        self.retranslate()
        self._load()

    def forget(self) -> None:
        """Drop every word."""
        self._asked += 1
        self._person, self._name, self._changing = None, "", None
        self._busy = False
        self.notice.setVisible(False)
        for field in (self.day, self.time, self.place, self.note):
            field.set_text("")
            field.set_error("")
        self.list.forget()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [
            self._pane.area, self.day.line, self.time.line, self.minutes, self.way, self.place.line, self.note.line,
            self.save, self.cancel, *self.list.stops(),
        ]  # fmt: skip

    def ask(self) -> None:
        """Ask to save, or say beside the fields what is missing."""
        if self._busy or self._person is None:
            return
        today = local_moment(self._tools.clock()).date()
        day, at = coming_day(self.day.text(), today), typed_time(self.time.text())
        if at is None:
            self._wrong(self.time, QCoreApplication.translate("Appointment", "A time, as 10.30"))
        if not day:
            self._wrong(
                self.day, QCoreApplication.translate("Appointment", "A day from today on, as 8.12. or +7")
            )
        if at is None or not day:
            return
        self._busy = True
        when = local_moment(moment_of(type(today).fromisoformat(day), at))
        ask = SaveAppointment(
            person=self._person, at=moment_of(when.date(), at), kind=self.way.key(),
            minutes=int(self.minutes.key() or 0), place=self.place.text().strip(), text=self.note.text().strip(),
            appointment=self._changing,
        )  # fmt: skip
        language = self._tools.translations.language
        words = QCoreApplication.translate("Appointment", "Appointment {day} {time}").format(
            day=near_day(when.date(), today, language), time=written_time(when, language)
        )
        done = partial(self._was_saved, self._asked, words)
        self._tools.bridge.ask(self, ask, done=done, failed=self._refused)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter saves from any field, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and not self._in_list() and not event.isAutoRepeat():
            self.ask()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        codes = self._tools.codes
        new = QCoreApplication.translate("Appointment", "New appointment")
        changed = QCoreApplication.translate("Appointment", "Change the appointment")
        self._title.setText(changed if self._changing is not None else new)
        self.setAccessibleName(self._title.text())
        self._pane.set_name(self._title.text())
        self._who.setText(breakable(self._name))
        self.day.set_label(QCoreApplication.translate("Appointment", "Day"))
        self.day.line.setPlaceholderText(QCoreApplication.translate("Appointment", "8.12. or +7"))
        self.time.set_label(QCoreApplication.translate("Appointment", "Time"))
        self.time.line.setPlaceholderText("10.30")
        self._way_field.set_label(QCoreApplication.translate("Appointment", "Way"))
        self.way.set_options([(code, codes.label("encounter_kinds", code)) for code in WAYS])
        self._minutes_field.set_label(QCoreApplication.translate("Appointment", "How long"))
        minutes = QCoreApplication.translate("Appointment", "{minutes} min")
        open_end = QCoreApplication.translate("Appointment", "Not agreed")
        self.minutes.set_options(
            [*((str(one), minutes.format(minutes=one)) for one in MINUTES), ("", open_end)]
        )
        self.place.set_label(QCoreApplication.translate("Appointment", "Place"))
        self.note.set_label(QCoreApplication.translate("Appointment", "What about"))
        self.note.set_hint(QCoreApplication.translate("Appointment", "Stays in the notebook."))
        self.save.setText(QCoreApplication.translate("Appointment", "Save"))
        self.cancel.setText(QCoreApplication.translate("Appointment", "Back"))
        for button in (self.save, self.cancel):
            button.updateGeometry()
        self.list.retranslate()

    # --- the list ---

    def _load(self, chosen: EntityId | None = None) -> None:
        person = self._person
        if person is None:
            return
        self._asked += 1
        number = self._asked

        def came(view: Appointments) -> None:
            if number == self._asked:
                self.save.setEnabled(view.can_edit)
                self.list.show_rows(view.rows, chosen=chosen)

        self._tools.bridge.ask(self, ListAppointments(person), done=came, failed=self.troubled.emit)

    def _change(self, one: AppointmentRow) -> None:
        moment, language = local_moment(one.at), self._tools.translations.language
        self._changing = one.appointment
        self.day.set_text(written_date(moment.date()))
        self.time.set_text(written_time(moment, language))
        if one.kind in WAYS:
            self.way.set_key(one.kind)
        self.minutes.set_key(str(one.minutes) if one.minutes in MINUTES else "")
        self.place.set_text(one.place)
        self.note.set_text(one.text)
        self.retranslate()
        self._pane.to_top()
        self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- saving ---

    def _empty_fields(self) -> None:
        self._changing = None
        for field in (self.day, self.time, self.place, self.note):
            field.set_text("")
            field.set_error("")
        self.way.set_key(WAYS[0])
        self.minutes.set_key("60")

    def _wrong(self, field: LineField, words: str) -> None:
        field.set_error(words)
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _was_saved(self, number: int, words: str, saved: RecordSaved) -> None:
        if number != self._asked:
            return
        self._busy = False
        self._empty_fields()
        self.retranslate()
        self._tell(words, True)
        self._load(saved.entity)
        self.saved.emit(saved, words)
        self.list.file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, report: ProblemReport) -> None:
        self._busy = False
        fields = {"at": self.day, "place": self.place, "text": self.note}
        found = fields.get(str(report.facts.get("field", "")))
        if found is None:
            self.troubled.emit(report)
        else:
            self._wrong(found, sentence(report))

    def _tell(self, words: str, well: bool) -> None:  # noqa: FBT001 - a signal's argument
        tone, icon = (Tone.OK, "circle-check") if well else (Tone.DANGER, "triangle-alert")
        self.notice.tell(words, tone=tone, icon_name=icon)
        self.notice.setVisible(True)

    def _in_list(self) -> bool:
        return any(one.hasFocus() for one in self.list.stops())
