# SPDX-License-Identifier: MIT
"""Sync: the word in the header, the page behind it, and the events that change both."""

from enum import StrEnum

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done, Event
from desktop.notebook.messages.marks import Mark
from desktop.notebook.messages.problems import Problem
from desktop.notebook.messages.retention import Window
from sync.records.ids import EntityId


class SyncPhase(StrEnum):
    """What the engine is doing."""

    IDLE = "idle"
    OFFLINE = "offline"
    SENDING = "sending"
    RECEIVING = "receiving"
    FAILED = "failed"


class SyncStatus(msgspec.Struct, frozen=True):
    """The word in the header as values."""

    phase: SyncPhase
    unsent: int
    done: int
    total: int
    """Of the round under way; 0 when it is not known."""
    last_success: int
    """0 when never."""
    problem: Problem | None
    since: int
    """Since when it fails or is offline."""


class TransitRow(msgspec.Struct, frozen=True):
    """Something that is not simply delivered: unsent, parked or quarantined, and why."""

    at: int
    kind: str
    text: str
    """Topic codes joined by a comma, a person's name, a session's place."""
    age: str
    team: str
    mark: Mark
    reason: str
    """Stable reason code for parked and quarantined items; empty else."""
    by: str


class RoundRow(msgspec.Struct, frozen=True):
    """One of the last rounds."""

    at: int
    outcome: str
    """done, offline, cancelled or failed"""
    sent: int
    received: int
    problem: str


class Compared(msgspec.Struct, frozen=True):
    """Records that differed from the hub's when the two were last compared one by one."""

    at: int
    count: int
    kinds: list[str]
    person: EntityId | None
    """The first of them that has a card here."""
    still: bool
    """Whether some differ still: the stream is then loaded anew."""


class SyncView(Answer, frozen=True):
    """The Sync page."""

    status: SyncStatus
    delivered: int
    conflicts: int
    parked: int
    quarantined: int
    transit: list[TransitRow]
    rounds: list[RoundRow]
    laptop_name: str
    hub_address: str
    checked: int
    """Commits of the streams held here that the last round compared with the hub: hash by hash, and the fold."""
    difference: list[str]
    """Names of the streams (team names) where laptop and hub disagree; empty when all is well."""
    clock_offset: int
    """Hub time minus laptop time in milliseconds."""
    compared: Compared | None = None
    window: Window | None = None


class OpenSync(Ask[SyncView], frozen=True):
    """Ask for the Sync page."""


class SyncNow(Ask[Done], frozen=True):
    """Start a round now."""


class CancelSync(Ask[Done], frozen=True):
    """Stop the round under way at its next step; nothing is lost by it."""


class SyncChanged(Event, frozen=True):
    """The word in the header changed."""

    status: SyncStatus


class RecordsChanged(Event, frozen=True):
    """Records of these kinds changed by what came from the hub, a colleague, or another page."""

    kinds: list[str]
    conflicts: int
    review_waiting: int
    news: int
    """Unanswered words of the supervisor."""
    due: int = 0
    """What to see to by now, of all of one's people."""


class LockedByItself(Event, frozen=True):
    """The notebook locked itself (revoked at the hub, its chain is broken …); the process ends."""

    problem: Problem


class EnrolAgain(Ask[Done], frozen=True):
    """Enrol this notebook once more with a code that an administrator gave: the centre does not know it any more.

    Problems code-wrong (also one that was made for somebody else), code-expired, code-used, code-locked, no-network.
    """

    code: str
