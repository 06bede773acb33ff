# SPDX-License-Identifier: MIT
"""Before a notebook is open: who is on this laptop, joining a hub, unlocking, locking, settings."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask, Done, Event
from desktop.notebook.messages.problems import Problem
from sync.records.ids import StaffId, TeamId


class PersonOnLaptop(msgspec.Struct, frozen=True):
    """One line of the unlock list; it lies in the clear on the laptop (FORMAT.md says so)."""

    staff: StaffId
    name: str
    role: str
    team: str
    last_opened: int
    """0 when never."""
    pin: bool = False
    """Whether a PIN opens it now."""
    closed: str = ""
    """``revoke`` when the hub's order has closed it; empty when it opens."""


class LaptopView(Answer, frozen=True):
    """What the unlock page shows."""

    people: list[PersonOnLaptop]
    unsent: int
    """The laptop's sum of saves not yet sent."""
    laptop_name: str
    practice: bool
    version: str
    wiped: list[str] = msgspec.field(default_factory=list)
    """Whose notebooks the hub's orders destroyed here in the last 30 days, by name, until somebody dismisses it."""


class ShowLaptop(Ask[LaptopView], frozen=True):
    """Ask who may unlock here."""


class PassphraseRating(Answer, frozen=True):
    """How good a passphrase is: strength 0 (refused) … 4, and why it is refused, if so."""

    strength: int
    accepted: bool
    too_short: bool


class RatePassphrase(Ask[PassphraseRating], frozen=True):
    """Ask how good a passphrase is; nothing of it is kept."""

    passphrase: str


class SuggestedPassphrase(Answer, frozen=True):
    """Five Finnish words."""

    passphrase: str


class SuggestPassphrase(Ask[SuggestedPassphrase], frozen=True):
    """Ask for five random Finnish words."""


class Invitation(Answer, frozen=True):
    """What an enrolment file or typed code says, before anything is sent."""

    address: str
    fingerprint: str
    """The root key's fingerprint in groups of four, to compare by eye."""
    person: str
    """Display name if the file tells it, else empty."""
    token: str
    """What ``Join`` hands back: the invitation itself, encoded."""


class ReadInvitationFile(Ask[Invitation], frozen=True):
    """Read an enrolment file."""

    path: str


class ReadInvitationTyped(Ask[Invitation], frozen=True):
    """Read an invitation typed by hand."""

    address: str
    code: str
    fingerprint: str


class Unlocked(Answer, frozen=True):
    """Who is working now, and what they may do."""

    staff: StaffId
    name: str
    role: str
    roles: list[str]
    team: TeamId
    team_name: str
    laptop_name: str
    practice: bool
    can_review: bool
    unsent: int
    failed_unlocks: int
    """Wrong passphrases since the last unlock, to be told once."""
    draft_page: str
    """The page that was open at lock, so that the same place comes back; empty at first."""


class Join(Ask[Unlocked], frozen=True):
    """Enrol at the hub of an invitation, make the notebook, and open it."""

    token: str
    passphrase: str
    laptop_name: str


class Unlock(Ask[Unlocked], frozen=True):
    """Open one person's notebook."""

    staff: StaffId
    passphrase: str


class ChangePassphrase(Ask[Done], frozen=True):
    """Replace the passphrase of the open notebook."""

    old: str
    new: str


class Lock(Ask[Done], frozen=True):
    """Flush the outbox for at most a second; the process ends after this answer."""

    page: str
    """The page that is open, to come back to."""


class SaveDraft(Ask[Done], frozen=True):
    """Keep half-typed text; ``place`` names the field (``visit``, ``note/<hex id>``). Empty removes it."""

    place: str
    value: dict[str, str]


class Draft(Answer, frozen=True):
    """A draft that was kept; empty when none."""

    value: dict[str, str]


class OpenDraft(Ask[Draft], frozen=True):
    """Ask for half-typed text that was kept."""

    place: str


class NotebookBroken(Event, frozen=True):
    """The check after the unlock found that the notebook is not as it was left: somebody changed the file."""

    problem: Problem
    """``audit-broken`` or ``notebook-damaged``."""
