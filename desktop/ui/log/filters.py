# SPDX-License-Identifier: MIT
"""What an auditor narrows the log by: a member of staff, a group of operations, a record, days."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.notebook.messages.access_log import ExportLog, LaptopChain, ShowLog
from desktop.ui.components.choice import Choice
from desktop.ui.components.field import Field, LineField
from desktop.ui.log.groups import EVERY, GROUPS
from desktop.ui.log.words import group_words, spaced_id, who_words
from desktop.ui.page import Tools
from desktop.ui.words.dates import written_date
from desktop.ui.words.moments import local_moment
from desktop.ui.words.typed_date import stored_date
from sync.records.ids import ID_BYTES

PAGE_ROWS: Final = 100
_DAY_WIDTH: Final = 120
_RECORD_SIGNS: Final = 2 * ID_BYTES


class Filters(QWidget):
    """`changed` asks for the log anew: at once for a choice, with Enter or on leaving a field for what is typed."""

    changed = Signal()

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        theme = tools.theme
        self._people: dict[str, str] = {}
        self._said = ("", "", "")
        self.staff = Choice(theme, " ")
        self.group = Choice(theme, " ")
        self._staff_field = Field(theme, " ", self.staff)
        self._group_field = Field(theme, " ", self.group)
        self.record = LineField(theme, " ", longest=_RECORD_SIGNS + _RECORD_SIGNS // 4)
        self.since = LineField(theme, " ", longest=10)
        self.until = LineField(theme, " ", longest=10)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, share in ((self._staff_field, 3), (self._group_field, 3), (self.record, 4)):
            row.addWidget(part, share)
        for day in (self.since, self.until):
            day.setFixedWidth(_DAY_WIDTH)
            row.addWidget(day)
        for choice in (self.staff, self.group):
            choice.chosen.connect(lambda _key: self.changed.emit())
        for line in self._lines():
            line.line.editingFinished.connect(self._typed)
        self.retranslate()

    def show_people(self, chains: Sequence[LaptopChain]) -> None:
        """Offer everybody whose events are here; who was met once stays on offer."""
        for one in chains:
            self._people[one.who] = who_words(one.staff, one.who)
        self._show_people()

    def ask(self, before: str = "") -> ShowLog | None:
        """Return what is asked for, or ``None`` while something typed is no day and no record."""
        if any(line.error for line in self._lines()):
            return None
        return ShowLog(
            self.staff.key(),
            ",".join(GROUPS[self.group.key() or EVERY]),
            self._record(),
            _begin(self._day(self.since), 0),
            _begin(self._day(self.until), 1),
            before,
            PAGE_ROWS,
        )

    def export(self, path: str) -> ExportLog | None:
        """Return the ask that writes the same to a file."""
        ask = self.ask()
        if ask is None:
            return None
        return ExportLog(ask.staff, ask.operation, ask.target, ask.since, ask.until, path)

    def narrow(self, *, staff: str = "", record: str = "") -> None:
        """Ask for all of one member of staff or of one record, and for nothing else."""
        self.clear()
        if staff:
            self._people.setdefault(staff, staff)
            self._show_people()
            self.staff.set_key(staff)
        self.record.set_text(spaced_id(record))
        self._said = self._typed_now()
        self.changed.emit()

    def clear(self) -> None:
        """Ask for everything again; tells nobody."""
        self.staff.set_key("") if self.staff.count() else None
        self.group.set_key(EVERY)
        for line in self._lines():
            line.set_text("")
            line.set_error("")
        self._said = self._typed_now()

    def narrowed(self) -> bool:
        """Return whether anything is asked for but everything."""
        return bool(self.staff.key() or any(self._typed_now())) or self.group.key() != EVERY

    def forget(self) -> None:
        """Drop the names and what was typed."""
        self._people = {}
        self._show_people()
        self.clear()

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in order."""
        return [self.staff, self.group, *(line.line for line in self._lines())]

    def retranslate(self) -> None:
        """Say the words again in the language in force."""
        self._staff_field.set_label(QCoreApplication.translate("Log", "Who did it"))
        self._group_field.set_label(QCoreApplication.translate("Log", "What was done"))
        self.record.set_label(QCoreApplication.translate("Log", "Record (id)"))
        self.since.set_label(QCoreApplication.translate("Log", "From"))
        self.until.set_label(QCoreApplication.translate("Log", "Until"))
        for day in (self.since, self.until):
            day.line.setPlaceholderText(written_date(self._today()))
        self.group.set_options([(key, group_words(key)) for key in GROUPS])
        self._show_people()

    def _show_people(self) -> None:
        everybody = ("", QCoreApplication.translate("Log", "Everybody"))
        named = sorted(self._people.items(), key=lambda one: one[1].casefold())
        self.staff.set_options([everybody, *named])

    def _typed(self) -> None:
        """Hear what was typed when the field is left, but only what is new."""
        now = self._typed_now()
        if now == self._said:
            return
        self._said = now
        for day in (self.since, self.until):
            wrong = bool(day.text().strip()) and not self._day(day)
            day.set_error(QCoreApplication.translate("Log", "No such day") if wrong else "")
        self.record.set_error("" if self._is_record() else QCoreApplication.translate("Log", "No such id"))
        self.changed.emit()

    def _typed_now(self) -> tuple[str, str, str]:
        return (self.record.text(), self.since.text(), self.until.text())

    def _lines(self) -> tuple[LineField, ...]:
        return (self.record, self.since, self.until)

    def _record(self) -> str:
        return "".join(self.record.text().split()).lower()

    def _is_record(self) -> bool:
        record = self._record()
        return not record or (
            len(record) == _RECORD_SIGNS and all(sign in "0123456789abcdef" for sign in record)
        )

    def _day(self, field: LineField) -> str:
        return stored_date(field.text(), self._today().isoformat())

    def _today(self) -> date:
        return local_moment(self._tools.clock()).date()


def _begin(day: str, later: int) -> int:
    """Return midnight at which a day (or the one after) begins, ms in this laptop's zone; 0 for no day."""
    if not day:
        return 0
    midnight = datetime.combine(date.fromisoformat(day) + timedelta(days=later), time()).astimezone()
    return round(midnight.timestamp() * 1000)
