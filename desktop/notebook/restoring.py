# SPDX-License-Identifier: MIT
"""Restoring a backup from the unlock page. Until all of it has been opened and read, the notebook stays as it is."""

import logging
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

import msgspec

from desktop.notebook.backups import backup_rows
from desktop.notebook.door import Door
from desktop.notebook.hub_card import HubCard, read_hub_card, write_hub_card
from desktop.notebook.meeting import demand_readable
from desktop.notebook.messages.backups import BackupsView, ListBackups, Restore
from desktop.notebook.messages.envelope import Ask
from desktop.notebook.messages.laptop import Unlocked
from desktop.notebook.premises import DATABASE, Premises
from desktop.notebook.server import Handler
from desktop.vault.backup import Backup, read_backup, unpack
from desktop.vault.card import CARD_FILE, NotebookCard, write_card
from desktop.vault.disk import disk_errors
from desktop.vault.errors import (
    BackupFault,
    BackupUnreadable,
    FolderRefused,
    KeyFileTooNew,
    LeaseFault,
    PersonFault,
    Refusal,
)
from desktop.vault.keyfile import Header, signed
from desktop.vault.keyfile_io import read_copies, write_copies
from desktop.vault.lockfile import NotebookLock
from desktop.vault.restore import BACKUPS, Place, abandon, begin, carry_tries, pend, put_in_place, settle
from desktop.vault.vault import OpenVault
from sync.log.signing import SigningKey

BY_BACKUP: Final = "backup"
"""The access log's word for a notebook that was opened by restoring it."""

_log = logging.getLogger(__name__)


class Restoring:
    """Answers the asks of the unlock page about backups."""

    def __init__(self, premises: Premises, door: Door, *, opening: Callable[[Path, str], OpenVault]) -> None:
        """``opening`` opens the vault of a folder with a passphrase, as the door does. Ends what was cut short."""
        self._premises = premises
        self._door = door
        self._opening = opening
        for left in sorted((premises.laptop.root / "notebooks").glob("s*.restored*")):
            try:
                self._settle(Place(left.with_name(left.name.partition(".")[0])))
            except OSError as problem:
                # One notebook's leftovers keep no colleague out; they are told when that one is restored again.
                _log.info("a restore was not brought to its end: %s", type(problem).__name__)

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks of a closed notebook."""
        lane = self._premises.lane
        return {ListBackups: Handler(self.list, lane), Restore: Handler(self.restore, lane)}

    def list(self, ask: ListBackups) -> BackupsView:
        """Return a closed notebook's backups on this laptop; raises FolderRefused."""
        folder = self._premises.laptop.folder_of(ask.staff) / BACKUPS
        return BackupsView(rows=backup_rows(folder), last_failed=False)

    def restore(self, ask: Restore) -> Unlocked:
        """Put a backup in the place of the notebook and open it.

        Raises BackupUnreadable, WrongPassphrase, Throttled, NotebookInUse, DiskFull, a LeaseFault, FolderRefused
        (a practice notebook on a real laptop): the notebook is as it was then. Raises Unreachable and what the hub
        says once it is in its place: it stays shut until it has met the hub.
        """
        self._door.demand_outside()
        backup = read_backup(Path(ask.path))
        staff = backup.header.staff
        if backup.header.practice != self._premises.laptop.practice:
            raise FolderRefused(Refusal.PRACTICE_AND_REAL_MIXED)
        place = Place(self._premises.laptop.folder_of(staff))
        self._settle(place)
        with disk_errors():
            try:
                # Whoever has it open keeps it, and nobody opens it meanwhile.
                with NotebookLock(place.folder) if place.folder.is_dir() else nullcontext():
                    self._fill(place, backup, ask.passphrase)
            except BaseException:
                abandon(place)
                raise
            put_in_place(self._premises.disk, place)
        return self._door.open_with(staff, lambda folder: self._opening(folder, ask.passphrase), by=BY_BACKUP)

    def _fill(self, place: Place, backup: Backup, passphrase: str) -> None:
        disk = self._premises.disk
        vault = self._present(place, backup, passphrase)
        fresh = begin(disk, place)
        self._write_cards(fresh, backup)
        if vault is None:
            keys = _keys_inside(backup)
            write_copies(disk, fresh, keys)
            try:
                vault = self._opening(fresh, passphrase)
            except PersonFault:
                carry_tries(disk, place)
                raise
            except LeaseFault:
                if read_copies(disk, place.folder).readable:
                    raise  # the notebook that is here is worth more than a backup that nobody can open yet
                pend(disk, place, backup)
                return
        try:
            database = fresh / DATABASE
            unpack(disk, backup, vault.secrets, database)
            demand_readable(vault, database)
            write_copies(disk, fresh, _above(vault, backup))
        finally:
            vault.close()

    def _present(self, place: Place, backup: Backup, passphrase: str) -> OpenVault | None:
        """Return the vault in the place, if the backup is of it: then its newest passphrase counts, no older one.

        ``None`` for a key file that is damaged or gone, or keys that were renewed since. Raises FolderRefused for
        another vault's: its passphrase says nothing about this one, and what is unsent here could not be taken over.
        """
        copies = read_copies(self._premises.disk, place.folder).readable
        if not any(one.vault == backup.header.vault for one in copies):
            if copies:
                raise FolderRefused(Refusal.OCCUPIED)
            return None
        vault = self._opening(place.folder, passphrase)
        if SigningKey.from_seed(vault.secrets.signing_seed).writer == backup.header.writer_id:
            return vault
        vault.close()
        return None

    def _write_cards(self, fresh: Path, backup: Backup) -> None:
        """Write which hub it belongs to and, on a laptop where nobody knew them, whose it is.

        Raises BackupUnreadable, DiskFull.
        """
        disk, header = self._premises.disk, backup.header
        try:
            card = msgspec.json.decode(bytes.fromhex(header.hub_card), type=HubCard)
        except (msgspec.MsgspecError, ValueError) as problem:
            raise BackupUnreadable(BackupFault.DAMAGED) from problem
        elsewhere = header.laptop != self._premises.laptop.laptop
        write_hub_card(disk, fresh, msgspec.structs.replace(card, laptop=header.laptop if elsewhere else ""))
        read_hub_card(disk, fresh)
        if not (fresh / CARD_FILE).exists():
            write_card(disk, fresh, NotebookCard(staff=header.staff, name="", role="", team="", unsent=None))

    def _settle(self, place: Place) -> None:
        settle(self._premises.disk, place)


def _above(vault: OpenVault, backup: Backup) -> Header:
    """Return the key file of the next generation: what was replaced is an older one from now on."""
    generation = max(vault.generation, backup.header.generation) + 1
    return signed(msgspec.structs.replace(vault.header, generation=generation), vault.secrets)


def _keys_inside(backup: Backup) -> Header:
    """Return the key file inside; raises BackupUnreadable for one of somebody else than the backup says."""
    try:
        keys = backup.header.keys()
    except KeyFileTooNew as problem:
        raise BackupUnreadable(BackupFault.NEWER) from problem
    if (keys.vault, keys.passphrase_slot.staff) != (backup.header.vault, backup.header.staff):
        raise BackupUnreadable(BackupFault.DAMAGED)
    return keys
