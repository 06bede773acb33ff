# SPDX-License-Identifier: MIT
"""What stands before every notebook: the laptop, its disk, how to reach a hub; and an open notebook as a whole."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from desktop.notebook.backup_files import BackupFolder
from desktop.notebook.desk import Desk
from desktop.notebook.hub_card import HubCard
from desktop.notebook.lanes import Lane
from desktop.notebook.ways import Ways
from desktop.store.backup_copy import vacuum_into
from desktop.store.changes import WriterIdentity
from desktop.store.notebook import NotebookStore, open_notebook
from desktop.vault.disk import Disk
from desktop.vault.kdf import KdfParameters
from desktop.vault.key_store import KeyStore
from desktop.vault.laptop import Laptop
from desktop.vault.lockfile import NotebookLock
from desktop.vault.pin import PinLock
from desktop.vault.vault import OpenVault
from desktop.vault.volatile_store import NoVolatileStore, VolatileStore
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.comparing_hub import ComparingHub
from sync.protocol.hub import Hub
from sync.protocol.succession import SuccessionHub
from sync.records.codes import CodeLists
from sync.records.ids import LaptopId, StaffId

DATABASE: Final = "notebook.db"


class ReachedHub(Hub, ComparingHub, SuccessionHub, Protocol):
    """The hub for a round with its comparing, and for the one question of a notebook that exists twice."""


class Reach(Protocol):
    """How to reach a hub at an address: the composer gives HTTP."""

    def __call__(
        self, address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey
    ) -> ReachedHub:
        """Return the hub, not yet spoken to; raises InsecureAddress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """What the door works with; the composer makes it once."""

    laptop: Laptop
    disk: Disk
    codes: CodeLists
    passphrase_words: str
    """The word list's text."""
    kdf: Callable[[], KdfParameters]
    """Calibrates; asked at enrolment and after an unlock."""
    reach: Reach
    clock: Callable[[], int]
    version: str
    lane: Lane
    """Where the door's asks are answered."""
    spare: Lane
    """Where slow work goes that nobody waits for."""
    key_store: KeyStore
    """Where a lease lies: it outlives a restart."""
    volatile: VolatileStore = field(default_factory=NoVolatileStore)
    """Where half of what a PIN opens lies: it forgets at a restart."""

    @property
    def ways(self) -> Ways:
        """By which way hubs are reached."""
        return Ways(self.laptop.root, self.disk)

    def pin_lock(self, staff: StaffId) -> PinLock:
        """Return the PIN of one person's notebook; raises FolderRefused."""
        return PinLock(
            self.laptop.folder_of(staff),
            volatile=self.volatile,
            disk=self.disk,
            clock=lambda: self.clock() // 1000,
        )


@dataclass(frozen=True, slots=True)
class Entered:
    """An open notebook: all of it goes with the process."""

    desk: Desk
    vault: OpenVault
    lock: NotebookLock
    hub: HubCard
    since: int
    """When it was opened, by the laptop's clock in ms."""


def open_store(premises: Premises, vault: OpenVault, card: HubCard, *, fresh: bool) -> NotebookStore:
    """Open the database behind an open vault, or make it; raises what ``open_notebook`` raises.

    Before an older schema is brought forward a backup is made, which may raise DiskFull.
    """
    kept = vault.secrets
    backups = backups_of(premises, vault, card)
    me = WriterIdentity(SigningKey.from_seed(kept.signing_seed), vault.staff, backups.laptop)
    return open_notebook(
        vault.folder / DATABASE, kept.database_key, audit_key=kept.audit_key, index_key=kept.index_key,
        me=me, hub=card.hub_id, create=fresh, codes=premises.codes,
        allow_temporary=premises.laptop.practice,
        keep=lambda connection: backups.make(
            lambda target: vacuum_into(connection, target), into=None, automatic=True, city=None
        ),
    )  # fmt: skip


def backups_of(premises: Premises, vault: OpenVault, card: HubCard) -> BackupFolder:
    """Return the place of an open notebook's backups."""
    return BackupFolder(
        vault=vault, disk=premises.disk, clock=premises.clock,
        laptop=LaptopId(card.laptop) if card.laptop else premises.laptop.laptop,
        practice=premises.laptop.practice,
    )  # fmt: skip


def desk_of(premises: Premises, store: NotebookStore, card: HubCard) -> Desk:
    """Return the desk at an open store."""
    return Desk(
        store, codes=premises.codes, clock=premises.clock, practice=premises.laptop.practice,
        laptop_name=card.laptop_name, hub_address=card.address,
    )  # fmt: skip
