# SPDX-License-Identifier: MIT
"""Who waits and who may be called at a made-up stand, kept as the real notebook would keep them."""

from datetime import date, timedelta

import msgspec
from fake_day import entity
from fake_notebook import FakeBridge
from page_tools import at

from desktop.notebook.messages.leads import LeadRow, Leads, ListLeads, MarkLead, RemoveLead, SaveLead
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.people import RecordSaved
from desktop.notebook.messages.today import SaveId
from desktop.notebook.messages.waiting import (
    AddWaiting,
    CallNext,
    DropWaiting,
    ListWaiting,
    PutBack,
    WaitingList,
    WaitingRow,
)

TODAY = date(2026, 11, 24)


def lead(number: int, name: str, purpose: str, *, days: int, called: bool = False, **more: str) -> LeadRow:
    """Return one who may be called for so many days."""
    said = {"phone": "+358405550132", "email": "", "language": "", "by": ""} | more
    expires = (TODAY + timedelta(days=days)).isoformat()
    contacted = at(10, 15) if called else 0
    return LeadRow(
        entity(600 + number), name, said["phone"], said["email"], said["language"], purpose, expires, days,
        contacted, said["by"], [Mark.UNSENT],
    )  # fmt: skip


LEADS = (
    lead(1, "Samir", "suomen kurssi alkaa joulukuussa", days=2, language="ar"),
    lead(2, "Mai", "oppisopimus", days=30, phone="", email="mai@example.org", by="Mehmet Kaya"),
    lead(3, "Jenni", "työkykyselvitys", days=12, called=True),
)


class FakeStand:
    """Answers for both lists at ``bridge``; ``waiting`` and ``leads`` are what they hold."""

    def __init__(self, bridge: FakeBridge) -> None:
        self.bridge = bridge
        self.leads: list[LeadRow] = []
        self.waiting: list[WaitingRow] = []
        self._last: WaitingRow | None = None
        self._numbers = 0
        for kind, reply in (
            (ListLeads, lambda _ask: Leads(self.leads)),
            (SaveLead, self._save),
            (MarkLead, self._mark),
            (RemoveLead, self._remove),
            (ListWaiting, lambda _ask: WaitingList(self.waiting)),
            (AddWaiting, self._add),
            (CallNext, self._off),
            (DropWaiting, self._off),
            (PutBack, self._put_back),
        ):
            bridge.answers[kind] = reply

    def _save(self, ask: SaveLead) -> RecordSaved:
        which = ask.lead or entity(650 + len(self.leads))
        expires = ask.expires or (TODAY + timedelta(days=30)).isoformat()
        days = (date.fromisoformat(expires) - TODAY).days
        row = LeadRow(
            which,
            ask.name,
            ask.phone,
            ask.email,
            ask.language,
            ask.purpose,
            expires,
            days,
            0,
            "",
            [Mark.UNSENT],
        )
        self.leads = [row, *(one for one in self.leads if one.lead != which)]
        return RecordSaved(which, SaveId("team/x", 1))

    def _mark(self, ask: MarkLead) -> RecordSaved:
        self.leads = [
            msgspec.structs.replace(one, contacted=at(14, 26) if ask.called else 0)
            if one.lead == ask.lead
            else one
            for one in self.leads
        ]
        return RecordSaved(ask.lead, SaveId("team/x", 2))

    def _remove(self, ask: RemoveLead) -> RecordSaved:
        self.leads = [one for one in self.leads if one.lead != ask.lead]
        return RecordSaved(ask.lead, SaveId("team/x", 3))

    def _add(self, ask: AddWaiting) -> WaitingList:
        self._numbers += 1
        self.waiting = [*self.waiting, WaitingRow(self._numbers, ask.name, at(14, 26))]
        return WaitingList(self.waiting)

    def _off(self, ask: CallNext | DropWaiting) -> WaitingList:
        found = next((one for one in self.waiting if ask.number in {0, one.number}), None)
        self.waiting = [one for one in self.waiting if one is not found]
        self._last = found or self._last
        return WaitingList(self.waiting, found)

    def _put_back(self, _ask: PutBack) -> WaitingList:
        back = [self._last] if self._last is not None else []
        self.waiting = sorted([*self.waiting, *back], key=lambda row: row.number)
        return WaitingList(self.waiting)
