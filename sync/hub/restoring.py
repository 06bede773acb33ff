# SPDX-License-Identifier: MIT
"""A hub comes back from a backup: put beside its place, told what it must not forget, and only then put there.

A new epoch begins, a new online key signs, and each stream's numbers go on from where the backup stands (its
base). Laptops bring back what lies above (``restored``). A crash in between leaves a folder with the ending
``.restoring`` that nothing serves from; the command begins again.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec

from sync.failpoints import FailPoint, reached
from sync.hub.audit import Event, Operation, log
from sync.hub.backup import put_back, read_backup
from sync.hub.errors import BackupDamaged, FileUnusable, HubThere, KeysMissing, LedgerDamaged, LedgerFailed
from sync.hub.file_locks import sync_folder
from sync.hub.home import (
    HUB_FILE,
    KEY_FOLDER,
    HubConfig,
    HubHome,
    ledger_file,
    now_ms,
    open_home,
    open_restored,
)
from sync.hub.keys import ROOT_FILE, read_keys, renew_online_keys
from sync.hub.ledger import LEDGER_FILE, Entry, Epoch, Keys, read_ledger, serial_of
from sync.hub.replaying import Replayed, replay
from sync.records.ids import HubId

_STAGE: Final = ".restoring"
_CUT_OFF: Final = "cut-off.jsonl"
"""In the stage: the ledger of a restore that was cut off."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. ``streams`` with a base; ``commits`` in the backup."""

    epoch: int
    serial: int
    streams: int
    commits: int
    replayed: Replayed


@dataclass(frozen=True, slots=True)
class Source:
    """Where a backup, its keys, the newest ledger and the root's private key lie.

    ``database`` and ``keys_database`` name PostgreSQL where the backup's ``hub.json`` names another one.
    """

    folder: Path
    keys: Path
    ledger: Path
    root: Path | None = None
    database: str | None = None
    keys_database: str | None = None


def restore(source: Source, home: Path, *, clock: Callable[[], int] = now_ms) -> Restored:
    """Put a backup in place as a hub of a new epoch.

    Raises HubThere where a hub is in the folder already, FileUnusable for a source that lies where the hub is put
    together, BackupDamaged, KeysMissing, LedgerFailed, LedgerDamaged, RootAway, StoreMismatch, StoreFailed; then
    nothing is in place.
    """
    if (home / HUB_FILE).exists() or (home / KEY_FOLDER).exists() or (home.exists() and any(home.iterdir())):
        raise HubThere
    stage = home.with_name(home.name + _STAGE)
    _refuse_inside(stage, source)
    said = read_backup(source.folder, source.keys)
    if stage.exists():
        _clear(stage)
    put_back(source.folder, source.keys, said, stage)
    hub = HubId(bytes.fromhex(said.hub))
    source, entries = _newest(source, stage, hub)
    if not _goes_on(entries, read_ledger(stage / LEDGER_FILE, hub=hub, root=_root(stage))):
        raise BackupDamaged("ledger older than the backup")
    _set_config(source, stage)
    seen = [entry.said for entry in entries]
    serial = max((serial_of(one) for one in seen if isinstance(one, Keys)), default=0)
    renew_online_keys(stage / KEY_FOLDER, root_file=source.root, above=serial)
    if source.root is None:
        (stage / KEY_FOLDER / ROOT_FILE).unlink(missing_ok=True)
    epoch = max([clock(), said.epoch + 1, *(one.epoch + 1 for one in seen if isinstance(one, Epoch))])
    reached(FailPoint.HUB_RESTORE_BEFORE_EPOCH)
    opened = open_restored(stage, epoch=epoch, clock=clock)
    try:
        reached(FailPoint.HUB_RESTORE_AFTER_EPOCH)
        done = _bring_up(opened, entries, epoch, serial + 1)
    finally:
        opened.close()
    (stage / _CUT_OFF).unlink(missing_ok=True)
    reached(FailPoint.HUB_RESTORE_BEFORE_PLACE)
    if home.exists():
        home.rmdir()
    stage.rename(home)
    reached(FailPoint.HUB_RESTORE_AFTER_PLACE)
    sync_folder(home.parent)
    open_home(home, clock=clock).close()
    return done


def _refuse_inside(stage: Path, source: Source) -> None:
    """Raise FileUnusable for what lies where the hub is put together: that folder is emptied first."""
    for one in (source.folder, source.keys, source.ledger, source.root):
        if one is not None and one.resolve().is_relative_to(stage.resolve()):
            raise FileUnusable(str(one), "it lies in a folder that this command empties; move it elsewhere")


def _bring_up(opened: HubHome, entries: Sequence[Entry], epoch: int, serial: int) -> Restored:
    parts = opened.parts
    replayed = replay(parts, entries)
    parts.ledger.write(Epoch(epoch))
    log(parts, [Event(Operation.UPDATE, "", "hub", f"restored, epoch {epoch}")])
    bases = parts.store.bases()
    commits = sum(base.number for base in bases.values())
    return Restored(epoch, serial, sum(1 for base in bases.values() if base.number), commits, replayed)


def _clear(stage: Path) -> None:
    """Remove what a restore that was cut off has left, but the ledger it wrote: the longest, after several."""
    written, kept = stage / LEDGER_FILE, stage / _CUT_OFF
    if written.exists() and (not kept.exists() or written.stat().st_size > kept.stat().st_size):
        written.replace(kept)
    for one in stage.iterdir():
        if one.is_dir():
            shutil.rmtree(one)
        elif one != kept:
            one.unlink()


def _newest(source: Source, stage: Path, hub: HubId) -> tuple[Source, Sequence[Entry]]:
    """Return the ledger to go by: what a restore that was cut off wrote, where it goes on from the one given.

    On PostgreSQL its key may have signed commits that stay in the database.
    """
    entries = read_ledger(source.ledger, hub=hub, root=_root(stage))
    kept = stage / _CUT_OFF
    try:
        more = read_ledger(kept, hub=hub, root=_root(stage))
    except (LedgerFailed, LedgerDamaged):
        return source, entries
    newer = len(more) > len(entries) and _goes_on(more, entries)
    return (replace(source, ledger=kept), more) if newer else (source, entries)


def _root(stage: Path) -> bytes:
    return read_keys(stage / KEY_FOLDER).signed.root


def _goes_on(entries: Sequence[Entry], older: Sequence[Entry]) -> bool:
    """Whether the ledger given is the backup's own, or that and what came since."""
    return list(entries[: len(older)]) == list(older)


def _set_config(source: Source, stage: Path) -> None:
    """Say where databases and ledger lie from now on. The ledger goes on in the file that was given or beside."""
    try:
        config = msgspec.json.decode((stage / HUB_FILE).read_bytes(), type=HubConfig)
    except (OSError, msgspec.DecodeError) as problem:
        raise BackupDamaged(HUB_FILE) from problem
    if source.database is not None:
        config = msgspec.structs.replace(config, database=source.database, keys_database=source.keys_database)
    outside = config.ledger is not None and Path(config.ledger).is_absolute()
    if not outside:
        config = msgspec.structs.replace(config, ledger=None)
    target = ledger_file(stage, config)
    if not (target.exists() and target.samefile(source.ledger)):
        if outside and target.exists():
            raise KeysMissing(target.name)
        shutil.copyfile(source.ledger, target)
    (stage / HUB_FILE).write_bytes(msgspec.json.format(msgspec.json.encode(config), indent=2))
