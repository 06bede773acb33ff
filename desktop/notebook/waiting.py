# SPDX-License-Identifier: MIT
"""The waiting list of a stand, in the memory of this process alone: no store, no log and no draft has it.

It is gone when its session closes, here or elsewhere, and with the process, which ends when the notebook locks.
"""

import threading
from typing import Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound, TextTooLong
from desktop.notebook.messages.waiting import (
    AddWaiting,
    CallNext,
    DropWaiting,
    ListWaiting,
    PutBack,
    WaitingList,
    WaitingRow,
)
from desktop.store.shown_values import part
from sync.records.ids import EntityId

LONGEST_NAME: Final = 40
_OPEN: Final = "open"


class Waiting:
    """Who waits at the open session of one desk; used from any lane."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._session: EntityId | None = None
        self._rows: list[WaitingRow] = []
        self._last: WaitingRow | None = None
        self._numbers = 0

    def list(self, ask: ListWaiting) -> WaitingList:
        """Return who waits; nobody at a session that is not open."""
        with self._lock:
            self._at(ask.session)
            return self._told()

    def add(self, ask: AddWaiting) -> WaitingList:
        """Put somebody last; raises NotFound at a session that is not open, TextTooLong."""
        name = ask.name.strip()
        if len(name) > LONGEST_NAME:
            raise TextTooLong(field="name", limit=LONGEST_NAME, length=len(name))
        with self._lock:
            if not self._at(ask.session):
                raise NotFound(kind="session")
            self._numbers += 1
            self._rows.append(WaitingRow(self._numbers, name, self._desk.now()))
            return self._told()

    def call(self, ask: CallNext) -> WaitingList:
        """Take off whose turn it is, or the one named, and say who it is."""
        return self._off(ask.session, ask.number)

    def drop(self, ask: DropWaiting) -> WaitingList:
        """Take off who has gone."""
        return self._off(ask.session, ask.number)

    def put_back(self, ask: PutBack) -> WaitingList:
        """Put back who went off last, in the order of their numbers; once."""
        with self._lock:
            if self._at(ask.session) and self._last is not None:
                self._rows = sorted([*self._rows, self._last], key=lambda row: row.number)
                self._last = None
            return self._told()

    def clear(self) -> None:
        """Forget everybody."""
        with self._lock:
            self._forget()

    def _off(self, session: EntityId, number: int) -> WaitingList:
        with self._lock:
            self._at(session)
            found = next((row for row in self._rows if number in {0, row.number}), None)
            if found is not None:
                self._rows.remove(found)
                self._last = found
            return self._told(found)

    def _at(self, session: EntityId) -> bool:
        """Forget whoever waited elsewhere, or at what has closed; return whether this one is open."""
        view = self._desk.reads.entity(session)
        is_open = (
            view is not None and not view.deleted and part(view.values, "state", "status", str, "") == _OPEN
        )
        if session != self._session or not is_open:
            self._forget()
            self._session = session if is_open else None
        return is_open

    def _told(self, called: WaitingRow | None = None) -> WaitingList:
        return WaitingList(list(self._rows), called)

    def _forget(self) -> None:
        self._session, self._rows, self._last, self._numbers = None, [], None, 0
