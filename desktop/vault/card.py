# SPDX-License-Identifier: MIT
"""A notebook's card: what the unlock screen shows of it before anybody has unlocked anything.

In the clear, and FORMAT.md says so: names of staff, never of a person served. It lies in the
notebook's own folder, so removing a colleague is deleting a folder, and no file is written by two.
"""

from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.vault.disk import Disk, write_durably
from sync.records.ids import StaffId

CARD_FILE: Final = "card.json"
_LARGEST_FILE: Final = 16 * 1024
_LONGEST: Final = 200


class NotebookCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of the unlock screen.

    ``opened`` is Unix seconds of the last unlock, or none; ``unsent`` counts saves that the hub
    has not received. A card that can't be read has an empty ``name`` and an ``unsent`` of none
    (nobody knows), until the notebook is next opened: it never keeps anybody out.
    """

    staff: StaffId
    name: str
    role: str
    team: str
    opened: int | None = None
    unsent: int | None = 0


class _CardFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file's shape: the card and the version of its format."""

    card: NotebookCard
    version: Literal[1]


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(_CardFile)


def write_card(disk: Disk, folder: Path, card: NotebookCard) -> None:
    """Replace the card in a notebook's folder; raises DiskFull."""
    write_durably(disk, folder / CARD_FILE, _encoder.encode(_CardFile(card=card, version=1)))


def read_card(disk: Disk, folder: Path, staff: StaffId) -> NotebookCard:
    """Return the card of this member of staff; an unreadable or foreign one counts as blank."""
    raw = disk.read(folder / CARD_FILE, _LARGEST_FILE)
    blank = NotebookCard(staff=staff, name="", role="", team="", unsent=None)
    if raw is None:
        return blank
    try:
        card = _decoder.decode(raw).card
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return blank
    return card if _fits(card, staff) else blank


def _fits(card: NotebookCard, staff: StaffId) -> bool:
    short = max(len(card.name), len(card.role), len(card.team)) <= _LONGEST
    counted = card.unsent is None or card.unsent >= 0
    return card.staff == staff and short and counted
