# SPDX-License-Identifier: MIT
"""The files of a notebook's own backups: making one, finding them, letting the old ones go.

They are kept 30 days at most, so that whoever is erased is gone from them by then (the same bound as the hub's
own backups). An erasure does not remove them at once: that would leave a notebook without any copy just after a
round, and what is restored meets the hub, and with it every erasure, before anything is shown.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop.notebook.hub_card import HUB_FILE
from desktop.store.backup_copy import check_copy, discard
from desktop.vault.backup import SUFFIX, Backup, BackupHeader, Contents, read_header, write_backup
from desktop.vault.disk import FOLDER_MODE, Disk, disk_errors
from desktop.vault.errors import BackupFault, BackupUnreadable
from desktop.vault.restore import BACKUPS
from desktop.vault.vault import OpenVault
from sync.records.ids import LaptopId

KEPT_MS: Final = 30 * 24 * 3_600_000
MOST_KEPT: Final = 10
_COPY: Final = "copy.new"
_LARGEST_CARD: Final = 4096


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup as its header tells of it; ``size`` in bytes."""

    path: Path
    header: BackupHeader
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFolder:
    """One notebook's backups. ``clock`` gives the laptop's ms since 1970."""

    vault: OpenVault
    disk: Disk
    clock: Callable[[], int]
    laptop: LaptopId
    practice: bool

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self.vault.folder / BACKUPS

    def make(
        self, copy: Callable[[Path], object], *, into: Path | None, automatic: bool, city: bytes | None
    ) -> Backup:
        """Return a new backup, checked by opening; ``copy`` writes the database's copy to a path.

        ``into`` is a folder on a stick, or this notebook's own when ``None``. Raises DiskFull, NotebookDamaged,
        BackupUnreadable (``missing``: no such folder); nothing is left then.
        """
        with disk_errors():
            self.folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        target = self.folder if into is None else into
        if not target.is_dir():
            raise BackupUnreadable(BackupFault.MISSING)
        made = self.clock()
        between = self.folder / _COPY
        kept = self.vault.secrets
        try:
            copy(between)
            check_copy(between, kept.database_key, audit_key=kept.audit_key)
            contents = Contents(
                keys=self.vault.header,
                hub_card=self.disk.read(self.vault.folder / HUB_FILE, _LARGEST_CARD) or b"",
                laptop=self.laptop,
                made=made,
                practice=self.practice,
                automatic=automatic,
            )
            return write_backup(
                self.disk,
                _free_name(target, made),
                database=between,
                contents=contents,
                secrets=kept,
                city=city,
            )
        finally:
            with suppress(OSError):
                discard(between)

    def prune(self) -> None:
        """Remove what is older than thirty days or beyond ten, the newest never; and what a cut left behind."""
        for left in self.folder.glob("*.new"):
            self.disk.remove(left)
        oldest = self.clock() - KEPT_MS
        for place, one in enumerate(list_backups(self.folder)):
            if place and (one.header.made < oldest or place >= MOST_KEPT):
                self.disk.remove(one.path)
        readable = {one.path for one in list_backups(self.folder)}
        for path in self.folder.glob(f"*{SUFFIX}"):
            if path not in readable and path.stat().st_mtime * 1000 < oldest:
                self.disk.remove(path)


def list_backups(folder: Path) -> list[BackupFile]:
    """Return the backups in a folder, the newest first; what can't be read as one is left out."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            header, size = read_header(path)
        except BackupUnreadable:
            continue
        found.append(BackupFile(path, header, size))
    return sorted(found, key=lambda one: (one.header.made, one.path.name), reverse=True)


def _free_name(folder: Path, made: int) -> Path:
    """Return a name that tells the time (UTC) and nobody's name."""
    stem = f"{datetime.fromtimestamp(made / 1000, UTC):%Y%m%d-%H%M%S}"
    number = 1
    while os.path.lexists(folder / f"{stem}-{number}{SUFFIX}"):
        number += 1
    return folder / f"{stem}-{number}{SUFFIX}"
