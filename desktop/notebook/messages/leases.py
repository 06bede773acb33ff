# SPDX-License-Identifier: MIT
"""The lease: without contact to the hub for 45 days a notebook opens no more until it is renewed (vault.md)."""

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.laptop import Unlocked
from sync.records.ids import StaffId


class LeaseView(Answer, frozen=True):
    """How the open notebook's lease stands. ``until`` is ms by the hub's clock, 0 when it has none yet."""

    until: int
    days: int
    in_key_store: bool
    """False: this computer has no key store, so the share lies in a file, and that is weaker."""


class ShowLease(Ask[LeaseView], frozen=True):
    """Ask for it."""


class RenewLease(Ask[Unlocked], frozen=True):
    """Ask the hub for the share with the passphrase as proof, then open; a round runs before anything is shown.

    Raises lease-refused, no-network, writer-revoked, wrong-passphrase.
    """

    staff: StaffId
    passphrase: str


class EnterLease(Ask[Unlocked], frozen=True):
    """Open with the 26 characters that the help desk reads out; raises lease-words-wrong, wrong-passphrase."""

    staff: StaffId
    passphrase: str
    words: str
