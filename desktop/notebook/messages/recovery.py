# SPDX-License-Identifier: MIT
"""A forgotten passphrase and the city's recovery key: a request on a stick, an answer from where the key lies."""

from desktop.notebook.messages.envelope import Answer, Ask
from desktop.notebook.messages.laptop import Unlocked
from sync.records.ids import StaffId


class RecoveryAsked(Answer, frozen=True):
    """The request is written. ``check`` is what is read to the help desk, so that nobody swaps the file."""

    check: str
    """Sixteen characters in groups of four."""


class AskRecovery(Ask[RecoveryAsked], frozen=True):
    """Write a request for this notebook to ``path``; it holds nothing that opens anything."""

    staff: StaffId
    path: str


class Recover(Ask[Unlocked], frozen=True):
    """Open with the answer file and set a new passphrase; raises recovery-unreadable, recovery-key-wrong."""

    staff: StaffId
    path: str
    passphrase: str
