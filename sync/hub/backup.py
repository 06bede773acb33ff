# SPDX-License-Identifier: MIT
"""A backup of a hub while it serves: two folders, since what opens the bodies is kept for less long.

The backup   ``backup.json`` (what was copied, with hashes), ``hub.json``, ``hub.sqlite``, ``blobs/``, ``ledger.jsonl``
Its keys     ``online.key``, ``online.json``, ``master.key``, ``body-keys.sqlite``: at most 30 days, elsewhere

Neither the root's nor the recovery key is in it. A hub on PostgreSQL is dumped by PostgreSQL's own means; all else
is copied here.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import msgspec

from sync.failpoints import FailPoint, reached
from sync.hub import unfinished
from sync.hub.blob_files import BlobFiles
from sync.hub.errors import BackupDamaged, KeysMissing
from sync.hub.file_locks import sync_folder
from sync.hub.home import (
    BLOB_FOLDER,
    BODY_KEYS_FILE,
    DATABASE_FILE,
    HUB_FILE,
    KEY_FOLDER,
    HubHome,
    ledger_file,
)
from sync.hub.keys import MASTER_FILE, ONLINE_FILE, SIGNED_FILE
from sync.hub.ledger import LEDGER_FILE
from sync.hub.store.sqlite_copies import copy_sqlite, is_sound_sqlite

BACKUP_FILE: Final = "backup.json"
VERSION: Final = 1
_KEY_FILES: Final = (ONLINE_FILE, SIGNED_FILE, MASTER_FILE)
_DATABASES: Final = (DATABASE_FILE, BODY_KEYS_FILE)
_OURS: Final = (
    HUB_FILE, LEDGER_FILE, BLOB_FOLDER, f"{BACKUP_FILE}.new", *_KEY_FILES,
    *_DATABASES, *(f"{name}-journal" for name in _DATABASES),
)  # fmt: skip
"""What a backup may write into its folders, before it is sealed."""


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """What ``backup.json`` says. ``files`` and ``keys`` map a path in their folder to SHA-256 in hex.

    Blobs are not among them: each is named by its own hash.
    """

    version: int
    hub: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    epoch: Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
    made: int
    commits: int
    embedded: bool
    """Whether the databases are files of the backup; else PostgreSQL has them."""
    files: dict[str, str]
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """What a backup holds."""

    commits: int
    blobs: int
    embedded: bool


def keys_beside(folder: Path) -> Path:
    """Return where the keys of a backup go when nobody says otherwise."""
    return folder.with_name(f"{folder.name}.keys")


def make_backup(home: HubHome, folder: Path, keys: Path) -> Made:
    """Copy the hub into two new folders and look at what was written.

    Raises FileUnusable where a folder is there and not empty, StoreFailed, BackupDamaged, OSError. Everything is on
    the disk when this returns; ``backup.json`` is written last, so a folder without it is no backup. What was cut off
    before is begun again by the same call.
    """
    unfinished.begin(folder, keys, sealed=BACKUP_FILE, ours=_OURS)
    embedded = home.config.database is None
    shutil.copyfile(home.folder / HUB_FILE, folder / HUB_FILE)
    if embedded:
        copy_sqlite(home.folder / DATABASE_FILE, folder / DATABASE_FILE)
        reached(FailPoint.HUB_BACKUP_BETWEEN_FILES)
        # After the bodies: every key that they are sealed under is there, unless it was destroyed meanwhile.
        copy_sqlite(home.folder / BODY_KEYS_FILE, keys / BODY_KEYS_FILE)
    for name in _KEY_FILES:
        reached(FailPoint.HUB_BACKUP_BETWEEN_FILES)
        shutil.copyfile(home.folder / KEY_FOLDER / name, keys / name)
    blobs = _copy_blobs(home.folder / BLOB_FOLDER, folder / BLOB_FOLDER)
    # Last of all: an erasure that came meanwhile is told.
    shutil.copyfile(ledger_file(home.folder, home.config), folder / LEDGER_FILE)
    commits, _ = home.parts.store.counts()
    said = Backup(
        version=VERSION,
        hub=home.config.hub,
        epoch=home.parts.epoch,
        made=home.parts.clock(),
        commits=commits,
        embedded=embedded,
        files=dict(_hashes(folder, _names(embedded=embedded))),
        keys=dict(_hashes(keys, _key_names(embedded=embedded))),
    )
    _force(folder, keys)
    fresh = folder / f"{BACKUP_FILE}.new"
    fresh.write_bytes(msgspec.json.format(msgspec.json.encode(said), indent=2))
    _force(folder)
    reached(FailPoint.HUB_BACKUP_BEFORE_SEAL)
    fresh.replace(folder / BACKUP_FILE)
    sync_folder(folder)
    reached(FailPoint.HUB_BACKUP_AFTER_SEAL)
    unfinished.end(folder, keys)
    read_backup(folder, keys)
    return Made(commits, blobs, embedded)


def read_backup(folder: Path, keys: Path) -> Backup:
    """Return what a backup says, after looking at every file of it; raises BackupDamaged, KeysMissing."""
    try:
        said = msgspec.json.decode((folder / BACKUP_FILE).read_bytes(), type=Backup)
    except (OSError, msgspec.DecodeError) as problem:
        raise BackupDamaged(BACKUP_FILE) from problem
    if said.version != VERSION:
        raise BackupDamaged("version")
    wanted = set(_key_names(embedded=said.embedded))
    if set(said.files) != set(_names(embedded=said.embedded)) or set(said.keys) != wanted:
        raise BackupDamaged(BACKUP_FILE)
    for name, digest in said.files.items():
        if not (folder / name).is_file() or _hash(folder / name) != digest:
            raise BackupDamaged(name)
    for name, digest in said.keys.items():
        if not (keys / name).is_file() or _hash(keys / name) != digest:
            raise KeysMissing(name)
    if said.embedded:
        for database in (folder / DATABASE_FILE, keys / BODY_KEYS_FILE):
            if not is_sound_sqlite(database):
                raise BackupDamaged(database.name)
    files = BlobFiles(folder / BLOB_FOLDER)
    for blob in files.all():
        if not files.sound(blob):
            raise BackupDamaged(f"{BLOB_FOLDER} {blob.hex()}")
    return said


def put_back(folder: Path, keys: Path, said: Backup, into: Path) -> None:
    """Copy a backup's files to where a hub keeps them: a folder of its own, in which nothing serves yet."""
    (into / KEY_FOLDER).mkdir(mode=0o700, parents=True)
    for name in said.files:
        reached(FailPoint.HUB_RESTORE_BETWEEN_FILES)
        shutil.copyfile(folder / name, into / name)
    for name in _KEY_FILES:
        reached(FailPoint.HUB_RESTORE_BETWEEN_FILES)
        shutil.copyfile(keys / name, into / KEY_FOLDER / name)
        (into / KEY_FOLDER / name).chmod(0o600)
    if said.embedded:
        shutil.copyfile(keys / BODY_KEYS_FILE, into / BODY_KEYS_FILE)
    _copy_blobs(folder / BLOB_FOLDER, into / BLOB_FOLDER)
    _force(into)


def _names(*, embedded: bool) -> tuple[str, ...]:
    return (HUB_FILE, LEDGER_FILE, DATABASE_FILE) if embedded else (HUB_FILE, LEDGER_FILE)


def _key_names(*, embedded: bool) -> tuple[str, ...]:
    return (*_KEY_FILES, BODY_KEYS_FILE) if embedded else _KEY_FILES


def _copy_blobs(source: Path, into: Path) -> int:
    """Copy what is whole; an upload on its way begins again."""
    files = BlobFiles(source)
    copied = 0
    for blob in files.all():
        opened = files.open(blob)
        if opened is None:
            continue  # erased at this very moment
        name = blob.hex()
        target = into / name[:2] / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with opened, target.open("wb") as file:
            shutil.copyfileobj(opened, file)
        copied += 1
    return copied


def _hashes(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        yield name, _hash(folder / name)


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _force(*folders: Path) -> None:
    """Force every file below these folders, and every name, to the disk."""
    for folder in folders:
        for one in sorted(folder.rglob("*")):
            if one.is_dir():
                sync_folder(one)
                continue
            descriptor = os.open(one, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        sync_folder(folder)
