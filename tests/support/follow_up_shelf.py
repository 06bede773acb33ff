# SPDX-License-Identifier: MIT
"""What a made-up adviser has to see to, for tests and pictures: a notebook that takes off what is moved on."""

from datetime import date, timedelta

from fake_notebook import FakeBridge
from msgspec.structs import replace
from people_world import DAY, HOUR, NOW, SAMIR

from desktop.notebook.messages.appointments import (
    AppointmentRow,
    Appointments,
    ListAppointments,
    SaveAppointment,
    WriteCalendarFile,
)
from desktop.notebook.messages.envelope import Done
from desktop.notebook.messages.follow_up import FollowUp, FollowUpRow, ListFollowUp, MoveOn, SetNext
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId, Undone, UndoSave
from sync.records.ids import EntityId

TODAY = date(2026, 11, 24)
"""The day of ``people_world.NOW``."""


def thing(number: int) -> EntityId:
    """Return the id of the numbered record."""
    return EntityId(number.to_bytes(16, "big"))


def due(number: int, matter: str, name: str, text: str, days: int, **more: object) -> FollowUpRow:
    """Return a row that is due in so many days."""
    row = FollowUpRow(
        record=thing(100 + number), matter=matter, person=EntityId(bytes([number]) * 16), name=name, text=text,
        due=(TODAY + timedelta(days=days)).isoformat(), days=days,
    )  # fmt: skip
    return replace(row, **more)


DUES = (
    due(
        1,
        "appointment",
        "Samir Haddad",
        "Ohjaamo, Kamppi",
        0,
        kind="coaching",
        at=NOW + HOUR,
        status="planned",
    ),
    due(2, "no_show", "Jenni Koskela", "Itäkeskuksen kirjasto", -1, kind="coaching", task=thing(202)),
    due(3, "step", "Nguyễn Thị Mai", "Hakee ajanvarauksen terveysasemalta", -20, status="open", stalled=True),
    due(4, "referral", "Abdi Warsame", "Stadin AO, suomi A2", -3, status="given", kind="formal"),
    due(5, "step", "Sanna Hämäläinen", "Ilmoittautuu hygieniapassikurssille", -1, status="open"),
    due(6, "contact", "Oleksandra Samoilenko", "Sähköasentajaksi", 0),
    due(7, "task", "Sami Häkkinen", "Soita: kielikurssin paikka", 0, task=thing(107)),
    due(8, "transition", "Samuel Sjöholm", "", 0, kind="subsidised_work", months=3),
    due(9, "referral", "S. H.", "Kuntoutus", 0, status="contacted", protected=True),
    due(
        10,
        "appointment",
        "Samantha Owusu",
        "Puhelu",
        1,
        kind="phone",
        at=NOW + DAY - 4 * HOUR,
        status="planned",
    ),
    due(11, "lead", "Kerttu", "Kesätyö kaupungilla", 3, person=None, phone="+358405550140"),
    due(12, "permit", "Sampo Saarinen", "", 30, kind="occupational_safety"),
)


def appointment(number: int, hours: int, status: str = "planned", **more: object) -> AppointmentRow:
    """Return one that is so many hours from now."""
    row = AppointmentRow(
        appointment=thing(300 + number), at=NOW + hours * HOUR, minutes=60, kind="coaching", place="Ohjaamo, Kamppi",
        text="", status=status, owner="Aino Lehtonen", mine=True, marks=[Mark.DELIVERED],
    )  # fmt: skip
    return replace(row, **more)


class FollowUpShelf:
    """Answers what Follow-up asks; ``moved`` keeps what was said of which, ``undone`` what was taken back."""

    def __init__(self, bridge: FakeBridge) -> None:
        self.rows: list[FollowUpRow] = list(DUES)
        self.times = [appointment(1, 45), appointment(2, -72, "kept")]
        self.moved: list[MoveOn | SetNext] = []
        self.made: list[SaveAppointment] = []
        self.undone: list[SaveId] = []
        self.files: list[WriteCalendarFile] = []
        self._before: list[list[FollowUpRow]] = []
        bridge.on(ListFollowUp, self._list)
        bridge.on(MoveOn, self._move)
        bridge.on(SetNext, self._move)
        bridge.on(UndoSave, self._undo)
        bridge.on(ListAppointments, lambda ask: Appointments(ask.person, self.times, can_edit=True))
        bridge.on(SaveAppointment, self._make)
        bridge.on(WriteCalendarFile, self._write)

    def _list(self, ask: ListFollowUp) -> FollowUp:
        shown = self.rows[: ask.limit]
        return FollowUp(shown, sum(row.days <= 0 for row in self.rows), more=len(shown) < len(self.rows))

    def _move(self, ask: MoveOn | SetNext) -> RecordSaved:
        self.moved.append(ask)
        self._before.append(self.rows)
        self.rows = [row for row in self.rows if row.record != ask.record]
        return RecordSaved(ask.record, SaveId("team/t0000000000000001", len(self.moved)))

    def _undo(self, ask: UndoSave) -> Undone:
        self.undone.append(ask.save)
        if self._before:
            self.rows = self._before.pop()
        return Undone(1, [])

    def _make(self, ask: SaveAppointment) -> RecordSaved:
        self.made.append(ask)
        made = replace(appointment(9, 0), at=ask.at, place=ask.place, kind=ask.kind, minutes=ask.minutes)
        self.times = [made, *self.times]
        return RecordSaved(made.appointment, SaveId("team/t0000000000000001", 70 + len(self.made)))

    def _write(self, ask: WriteCalendarFile) -> Done:
        self.files.append(ask)
        return Done()


__all__ = ["DUES", "SAMIR", "FollowUpShelf", "appointment", "due", "thing"]
