# SPDX-License-Identifier: MIT
"""Opening again with a PIN, for some hours after the passphrase (vault.md)."""

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.laptop import Unlocked
from sync.records.ids import StaffId


class PinView(Answer, frozen=True):
    """Whether a PIN opens this notebook again. ``until`` is ms on the laptop's clock, 0 while none is set."""

    available: bool
    """Whether this computer has a place that keeps half of the box and forgets it at a restart."""
    set: bool
    until: int
    tries_left: int


class ShowPin(Ask[PinView], frozen=True):
    """Ask how it stands."""


class SetPin(Ask[PinView], frozen=True):
    """Let these six digits open this notebook again, until four hours after the last unlock by passphrase.

    The passphrase proves that it is not a colleague at an open notebook. Raises wrong-passphrase, throttled,
    pin-too-simple, pin-unavailable.
    """

    pin: str
    passphrase: str


class DropPin(Ask[PinView], frozen=True):
    """Let only the passphrase open it."""


class Reopen(Ask[Unlocked], frozen=True):
    """Open a notebook by its PIN; raises wrong-pin, pin-gone."""

    staff: StaffId
    pin: str
