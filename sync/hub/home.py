# SPDX-License-Identifier: MIT
"""A hub's folder: which database it has, where its keys lie, and how its parts are joined.

``hub.json``       hub id, address for enrolment files, database address (``null``: SQLite in this folder)
``keys/``          the key files (``keys.py``)
``hub.sqlite``, ``body-keys.sqlite``   the embedded databases
``blobs/``         the ciphertexts of attachments, by their SHA-256
``directories/``   answers of service directories, kept so that they are not fetched twice (``catalogue_kept.py``)
"""

import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import msgspec

from sync.hub.at_rest import BodyVault
from sync.hub.errors import (
    FileUnusable,
    HubError,
    HubThere,
    NotAHub,
    StoreEmpty,
    StoreFailed,
    StoreMismatch,
    StoreMissing,
)
from sync.hub.heights import Heights, check_instance, claim_instance
from sync.hub.keys import make_keys, read_keys
from sync.hub.ledger import LEDGER_FILE, Epoch, Ledger
from sync.hub.new_kinds import take_up_new_kinds
from sync.hub.parts import HubParts
from sync.hub.roster import begin_city
from sync.hub.store.contract import HubStore, KeyStore
from sync.hub.store.postgres import open_postgres, open_postgres_keys
from sync.hub.store.sqlite import open_sqlite, open_sqlite_keys
from sync.protocol.devices import LEASE_DAYS
from sync.records import kinds
from sync.records.ids import ID_BYTES, HubId, StreamId

HUB_FILE: Final = "hub.json"
KEY_FOLDER: Final = "keys"
DATABASE_FILE: Final = "hub.sqlite"
BLOB_FOLDER: Final = "blobs"
BODY_KEYS_FILE: Final = "body-keys.sqlite"


class HubConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What ``hub.json`` says. ``keys_database`` may be another server, with shorter backups."""

    hub: str
    address: str
    database: str | None = None
    keys_database: str | None = None
    ledger: str | None = None
    """A file on another disk; without it, one in this folder."""
    lease_days: Annotated[int, msgspec.Meta(ge=1, le=400)] = LEASE_DAYS


@dataclass(frozen=True, slots=True)
class HubHome:
    """An opened hub. ``close`` lets go of the databases."""

    folder: Path
    config: HubConfig
    parts: HubParts
    keys: KeyStore

    def close(self) -> None:
        """Note where the hub stands, and let go of all connections."""
        with suppress(StoreFailed):
            self.parts.heights.note(_numbers(self.parts.store))
        self.parts.store.close()
        self.keys.close()


def now_ms() -> int:
    """Return the machine's clock in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def init_home(
    folder: Path,
    *,
    address: str,
    database: str | None = None,
    keys_database: str | None = None,
    ledger: Path | None = None,
    clock: Callable[[], int] = now_ms,
) -> HubHome:
    """Make a new hub in this folder; raises HubThere where there is one, StoreMismatch on a used database.

    ``ledger`` is a file that is not there yet, on another disk; FileUnusable where it is.
    """
    if ledger is not None and (ledger.exists() or not ledger.parent.is_dir()):
        raise FileUnusable(
            str(ledger), "it is there already" if ledger.exists() else "there is no such folder"
        )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / HUB_FILE
    if file.exists() or (folder / KEY_FOLDER).exists():
        raise HubThere
    hub = HubId(secrets.token_bytes(ID_BYTES))
    config = HubConfig(
        hub=hub.hex(),
        address=address,
        database=database,
        keys_database=keys_database,
        ledger=None if ledger is None else str(ledger.absolute()),
    )
    store, keys = _open_stores(folder, config, new=True)
    try:
        store.begin(hub, clock())
    except StoreMismatch:
        store.close()
        keys.close()
        raise
    make_keys(folder / KEY_FOLDER, hub)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(config), indent=2))
    home = _join(folder, config, store, keys, clock)
    claim_instance(folder)
    home.parts.ledger.write(Epoch(home.parts.epoch))
    begin_city(home.parts)
    take_up_new_kinds(home.parts, kinds.KINDS)
    return home


def open_home(folder: Path, *, database: str | None = None, clock: Callable[[], int] = now_ms) -> HubHome:
    """Open a hub's folder; ``database`` overrides the file's.

    Raises NotAHub, KeysMissing, StoreMissing, StoreEmpty, StoreUnnamed, StoreFailed, StoreMismatch, HubCopied where the
    folder is a copy, HubOlder where the database is.
    """
    config = _read_config(folder)
    check_instance(folder)
    if database is not None:
        config = msgspec.structs.replace(config, database=database)
    _check_files(folder, config)
    store, keys = _open_stores(folder, config)
    try:
        # Before anything is noted or written: it may be another hub's database.
        _check_stores(store, keys, config)
        home = _join(folder, config, store, keys, clock)
        home.parts.heights.check(lambda: _numbers(home.parts.store))
    except HubError:
        store.close()
        keys.close()
        raise
    home.parts.ledger.write()  # brings the online keys, where they are new
    begin_city(home.parts)
    take_up_new_kinds(home.parts, kinds.KINDS)
    return home


def open_restored(folder: Path, *, epoch: int, clock: Callable[[], int] = now_ms) -> HubHome:
    """Open a backup that was put into a folder and begin its new epoch; ``open_home`` is for a hub in its place.

    The online keys are new already. Raises NotAHub, KeysMissing, StoreMismatch, StoreEmpty.
    """
    config = _read_config(folder)
    store, keys = _open_stores(folder, config)
    try:
        _check_stores(store, keys, config)
        store.restart(epoch)
    finally:
        store.close()
        keys.close()
    home = _join(folder, config, *_open_stores(folder, config), clock)
    home.parts.ledger.write()
    begin_city(home.parts)
    return home


def _read_config(folder: Path) -> HubConfig:
    try:
        return msgspec.json.decode((folder / HUB_FILE).read_bytes(), type=HubConfig)
    except (OSError, msgspec.DecodeError) as problem:
        raise NotAHub from problem


def _numbers(store: HubStore) -> dict[StreamId, int]:
    return {stream: head.number for stream, head in store.heads().items()}


def _check_files(folder: Path, config: HubConfig) -> None:
    """Raise StoreMissing where a file of the embedded databases is gone: opening would make an empty one."""
    for name in (DATABASE_FILE, BODY_KEYS_FILE):
        if config.database is None and not (folder / name).is_file():
            raise StoreMissing(name)


def _check_stores(store: HubStore, keys: KeyStore, config: HubConfig) -> None:
    """Raise StoreMismatch where the database is another hub's, StoreEmpty where no body could be opened."""
    if store.identity()[0].hex() != config.hub:
        raise StoreMismatch
    if keys.is_empty() and any(_numbers(store).values()):
        raise StoreEmpty(keys=True)


def _open_stores(folder: Path, config: HubConfig, *, new: bool = False) -> tuple[HubStore, KeyStore]:
    address, keys_address = config.database, config.keys_database or config.database
    store = (
        open_sqlite(folder / DATABASE_FILE, new=new) if address is None else open_postgres(address, new=new)
    )
    try:
        if keys_address is None:
            return store, open_sqlite_keys(folder / BODY_KEYS_FILE, new=new)
        return store, open_postgres_keys(keys_address, new=new)
    except HubError:
        store.close()
        raise


def _join(
    folder: Path, config: HubConfig, store: HubStore, keys: KeyStore, clock: Callable[[], int]
) -> HubHome:
    held = read_keys(folder / KEY_FOLDER)
    bodies = BodyVault(held.master, keys)
    ledger = Ledger(
        ledger_file(folder, config), HubId(bytes.fromhex(config.hub)), held.signing, held.signed, clock
    )
    heights = Heights(folder, clock)
    restored = bool(store.bases())
    parts = HubParts(
        store, bodies, held, clock, config.lease_days, folder / BLOB_FOLDER, ledger, heights, restored
    )
    return HubHome(folder, config, parts, keys)


def ledger_file(folder: Path, config: HubConfig) -> Path:
    """Return where a hub's ledger lies."""
    return folder / LEDGER_FILE if config.ledger is None else folder / config.ledger
