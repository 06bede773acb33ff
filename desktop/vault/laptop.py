# SPDX-License-Identifier: MIT
"""The laptop's folder: one notebook folder per member of staff, the outbox, the practice mark.

::

    <root>/laptop.json                  practice or real, laptop id
    <root>/outbox/                      sealed bundles that any colleague here may deliver
    <root>/notebooks/<staff id>/        vault.keys, vault.keys.bak, throttle.json, card.json,
                                        notebook.lock, and the store's own files
"""

import shutil
from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.vault.card import CARD_FILE, NotebookCard, read_card, write_card
from desktop.vault.disk import FOLDER_MODE, Disk, write_durably
from desktop.vault.errors import FolderRefused, KeyFileDamaged, Refusal
from desktop.vault.keyfile import is_staff_id
from desktop.vault.keyfile_io import COPIES, destroy_copies
from desktop.vault.lockfile import NotebookLock
from desktop.vault.restore import BACKUPS, DATABASE, Place, forget
from sync.records.ids import LaptopId, StaffId

LAPTOP_FILE: Final = "laptop.json"
_LARGEST_FILE: Final = 4096


class _LaptopFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The mark that tells a practice folder from a real one."""

    laptop: LaptopId
    practice: bool
    version: Literal[1]


_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(_LaptopFile)


class Laptop:
    """An installation's folder. Make it with ``open_laptop``, which checks and prepares it."""

    def __init__(self, root: Path, *, laptop: LaptopId, practice: bool, disk: Disk) -> None:
        self.root: Final = root
        self.laptop: Final = laptop
        self.practice: Final = practice
        self._disk: Final = disk

    @property
    def outbox(self) -> Path:
        """Where sealed bundles lie that any notebook on this laptop may deliver."""
        return self.root / "outbox"

    def folder_of(self, staff: StaffId) -> Path:
        """Return the path of a notebook's folder, which may not exist; raises FolderRefused."""
        if not is_staff_id(staff):
            raise FolderRefused(Refusal.NOT_A_NOTEBOOK_NAME)
        return self.root / "notebooks" / staff

    def notebooks(self) -> tuple[NotebookCard, ...]:
        """Return the cards of all notebooks here, the most recently opened first, then by name."""
        cards = [
            read_card(self._disk, folder, StaffId(folder.name))
            for folder in (self.root / "notebooks").iterdir()
            if is_staff_id(folder.name) and (_has_key_file(folder) or (folder / CARD_FILE).exists())
        ]
        return tuple(sorted(cards, key=lambda card: (-(card.opened or 0), card.name, card.staff)))

    def prepare(self, staff: StaffId) -> Path:
        """Return the folder (0700) for a new notebook, ready for ``vault.create``; then ``record``.

        A folder without a key file is what an enrolment that was cut short left behind: it is
        used. Raises FolderRefused when this person has a notebook here already, and where a database or
        backups are all that is left of one: the key file is written before either, so it was lost since.
        """
        folder = self.folder_of(staff)
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        if _has_key_file(folder) or any((folder / name).exists() for name in (DATABASE, BACKUPS)):
            raise FolderRefused(Refusal.OCCUPIED)
        return folder

    def record(self, card: NotebookCard) -> None:
        """Replace a notebook's card: after an unlock, a save, a sync, a change of the roster."""
        write_card(self._disk, self.folder_of(card.staff), card)

    def remove(self, staff: StaffId) -> None:
        """Delete a notebook: the key file first, then all else, so a cut leaves nothing readable.

        Raises NotebookInUse. Removing one that is not there is no error.
        """
        folder = self.folder_of(staff)
        if not folder.is_dir():
            return
        with NotebookLock(folder):
            destroy_copies(self._disk, folder)
        shutil.rmtree(folder)
        forget(self._disk, Place(folder))


def open_laptop(root: Path, *, laptop: LaptopId, practice: bool, disk: Disk) -> Laptop:
    """Return the laptop whose folder is ``root``, made with 0700 if it is not there.

    ``laptop`` is the id to give it if it is new. Ask ``placement`` first whether the folder may be
    used. Raises FolderRefused when a practice folder is opened for real work or the other way
    round, KeyFileDamaged when the mark can't be read (it must not be guessed), DiskFull.
    """
    for folder in (root, root / "notebooks", root / "outbox"):
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    raw = disk.read(root / LAPTOP_FILE, _LARGEST_FILE)
    if raw is None:
        mark = _LaptopFile(laptop=laptop, practice=practice, version=1)
        write_durably(disk, root / LAPTOP_FILE, _encoder.encode(mark))
    else:
        mark = _read_mark(raw)
    if mark.practice != practice:
        raise FolderRefused(Refusal.PRACTICE_AND_REAL_MIXED)
    return Laptop(root, laptop=mark.laptop, practice=practice, disk=disk)


def _has_key_file(folder: Path) -> bool:
    return any((folder / name).exists() for name in COPIES)


def _read_mark(raw: bytes) -> _LaptopFile:
    try:
        return _decoder.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise KeyFileDamaged("laptop mark") from problem
