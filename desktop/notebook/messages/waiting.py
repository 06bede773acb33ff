# SPDX-License-Identifier: MIT
"""Who waits at the stand. Held in memory only: saved nowhere, gone when the session closes or the notebook locks."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from sync.records.ids import EntityId


class WaitingRow(msgspec.Struct, frozen=True):
    """One who waits."""

    number: int
    """Running, from 1 in a session."""
    name: str
    """First name, or empty: then the number is called."""
    since: int


class WaitingList(Answer, frozen=True):
    """Who waits, in the order they came."""

    rows: list[WaitingRow]
    called: WaitingRow | None = None
    """Of ``CallNext``: whose turn it is; of ``DropWaiting``: who was taken off."""


class ListWaiting(Ask[WaitingList], frozen=True):
    """Ask who waits at a session."""

    session: EntityId


class AddWaiting(Ask[WaitingList], frozen=True):
    """Put somebody last. Problem ``text-too-long`` for a name of more than 40 signs."""

    session: EntityId
    name: str


class CallNext(Ask[WaitingList], frozen=True):
    """Call whose turn it is, or another by their number; nobody comes off an empty list."""

    session: EntityId
    number: int = 0


class DropWaiting(Ask[WaitingList], frozen=True):
    """Take off somebody who has gone."""

    session: EntityId
    number: int


class PutBack(Ask[WaitingList], frozen=True):
    """Put whoever was last called or taken off back in their place."""

    session: EntityId
