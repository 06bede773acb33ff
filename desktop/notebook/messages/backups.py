# SPDX-License-Identifier: MIT
"""Encrypted copies of a notebook: made by themselves, restored from the unlock page."""

import msgspec

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.laptop import Unlocked
from sync.records.ids import StaffId


class BackupRow(msgspec.Struct, frozen=True):
    """One copy on this laptop. ``made`` is ms by the laptop's clock, ``size`` bytes."""

    path: str
    made: int
    size: int
    automatic: bool


class BackupsView(Answer, frozen=True):
    """The copies there are, the newest first; ``last_failed`` says that the newest try was not kept."""

    rows: list[BackupRow]
    last_failed: bool


class ShowBackups(Ask[BackupsView], frozen=True):
    """Ask for the open notebook's copies."""


class BackUp(Ask[BackupsView], frozen=True):
    """Make a copy now and open it to check: into the folder ``path`` (a stick), or this laptop's own when empty."""

    path: str


class ListBackups(Ask[BackupsView], frozen=True):
    """Ask for a closed notebook's copies on this laptop; they can't be read without the passphrase."""

    staff: StaffId


class Restore(Ask[Unlocked], frozen=True):
    """Put a copy in the place of the notebook, which is kept aside until the copy has met the hub.

    Opens it; a round runs before anything is shown. Raises backup-unreadable, wrong-passphrase, no-network.
    """

    path: str
    passphrase: str
