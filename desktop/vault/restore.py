# SPDX-License-Identifier: MIT
"""A backup in the place of a notebook, in steps that a cut can't ruin (FORMAT.md, "Restore").

::

    <staff id>.restored.new/   being filled: means nothing
    <staff id>.restored/       whole, not yet in its place: ``settle`` goes on with it
    <staff id>.aside/          what was in the place, until the restored notebook has met the hub

Two renames put a restored folder in its place. Cut between them, nothing lies there, and ``settle``, which runs
before anybody is asked for a passphrase, makes the second one: old or new, never neither.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.vault.attachments import FOLDER as ATTACHMENTS
from desktop.vault.backup import Backup
from desktop.vault.card import CARD_FILE
from desktop.vault.disk import FOLDER_MODE, Disk, write_durably
from desktop.vault.keyfile_io import destroy_copies
from desktop.vault.throttle import THROTTLE_FILE

BACKUPS: Final = "backups"
"""Folder of a notebook's own backups, in its folder."""
DATABASE: Final = "notebook.db"
PENDING: Final = "pending.kkbackup"
"""A backup in its place that nobody could open yet: the lease's share is elsewhere."""
_MOVED: Final = (BACKUPS, ATTACHMENTS)
"""Folders that go on to the restored notebook: neither is older or newer than it."""
_TAKEN_OVER: Final = (THROTTLE_FILE, CARD_FILE)
_LARGEST_SMALL: Final = 64 * 1024
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Place:
    """A notebook's folder and what may lie beside it while it is restored."""

    folder: Path

    @property
    def aside(self) -> Path:
        """What was in the place before."""
        return self.folder.with_name(self.folder.name + ".aside")

    @property
    def staged(self) -> Path:
        """A restored folder that is whole."""
        return self.folder.with_name(self.folder.name + ".restored")

    @property
    def fresh(self) -> Path:
        """A restored folder that is being filled."""
        return self.folder.with_name(self.folder.name + ".restored.new")


def begin(disk: Disk, place: Place) -> Path:
    """Return an empty folder (0700) to fill, with the wrong tries and the card of the place; raises DiskFull."""
    if place.fresh.exists():
        shutil.rmtree(place.fresh)
    place.fresh.mkdir(mode=FOLDER_MODE)
    carry_small(disk, place.folder, place.fresh)
    return place.fresh


def carry_small(disk: Disk, source: Path, target: Path, names: tuple[str, ...] = _TAKEN_OVER) -> None:
    """Copy a few small files, those that are there: a restore is no way to forget wrong passphrases."""
    for name in names:
        raw = disk.read(source / name, _LARGEST_SMALL)
        if raw is not None:
            write_durably(disk, target / name, raw)


def carry_tries(disk: Disk, place: Place) -> None:
    """Keep in the place what was tried at the folder that is being filled; raises DiskFull."""
    place.folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    carry_small(disk, place.fresh, place.folder, (THROTTLE_FILE,))


def pend(disk: Disk, place: Place, backup: Backup) -> None:
    """Put the sealed backup itself into the folder that is being filled, for whoever opens it; raises DiskFull."""
    target = place.fresh / PENDING
    descriptor = disk.create(target)
    try:
        with backup.path.open("rb") as file:
            while piece := file.read(_PIECE):
                disk.write(descriptor, piece)
        disk.flush(descriptor)
    finally:
        disk.close(descriptor)


def settle(disk: Disk, place: Place) -> bool:
    """Bring a restore that was cut short to its end, forward only; say if there was one. Harmless without one.

    What an earlier restore had replaced stays aside, for a notebook that never met the hub holds nothing new.
    """
    if place.fresh.exists():
        shutil.rmtree(place.fresh)
    if not place.staged.exists():
        return False
    if place.folder.exists():
        for name in _MOVED:
            if (place.folder / name).is_dir() and not (place.staged / name).exists():
                (place.folder / name).rename(place.staged / name)
        if (place.aside / DATABASE).exists():
            _destroy(disk, place.folder)
        else:
            if place.aside.exists():
                _destroy(disk, place.aside)  # without a database it is nobody's work, whoever put it there
            disk.replace(place.folder, place.aside)
    disk.replace(place.staged, place.folder)
    disk.flush_folder(place.folder.parent)
    return True


def put_in_place(disk: Disk, place: Place) -> None:
    """Say that the folder that was filled is whole, and put it in its place."""
    disk.flush_folder(place.fresh)
    if place.staged.exists():
        shutil.rmtree(place.staged)
    disk.replace(place.fresh, place.staged)
    disk.flush_folder(place.fresh.parent)
    settle(disk, place)


def abandon(place: Place) -> None:
    """Remove what was filled so far; the place itself is as it was."""
    if place.fresh.exists():
        shutil.rmtree(place.fresh)


def drop_aside(disk: Disk, place: Place) -> None:
    """Destroy what was replaced: its keys first."""
    if place.aside.exists():
        _destroy(disk, place.aside)


def forget(disk: Disk, place: Place) -> None:
    """Destroy whatever lies beside a notebook that goes: nothing of it may be left."""
    for folder in (place.aside, place.staged, place.fresh):
        if folder.exists():
            _destroy(disk, folder)


def _destroy(disk: Disk, folder: Path) -> None:
    destroy_copies(disk, folder)
    shutil.rmtree(folder)
