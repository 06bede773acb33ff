# SPDX-License-Identifier: MIT
"""Creating, unlocking, re-locking and recovering one person's vault.

The order at unlock, for the notebook process::

    vault = unlock(folder, passphrase)          # the passphrase is right, the header authentic
    database = open(vault.secrets.database_key) # behind the key lies the generation it has seen
    vault.confirm(database.generation)          # an older header is refused; a bad copy repaired
    database.generation = vault.generation      # written after both copies, never before
    strengthen(vault, passphrase, wanted=…)     # dearer Argon2id, if this laptop can
    database.generation = vault.generation

Nothing is written to the key file before ``confirm``: an old copy that somebody put back must not
be able to overwrite the newer one by way of a repair.
"""

import functools
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from desktop.vault.disk import Disk, RealDisk
from desktop.vault.errors import (
    DiskFull,
    FolderRefused,
    KeyFileRolledBack,
    LaptopFault,
    LeaseMissing,
    RecoveryKeyWrong,
    Refusal,
    VaultMisuse,
)
from desktop.vault.guessing import ShareOf, first_authentic, guess, no_share, open_by_passphrase, with_shares
from desktop.vault.kdf import KdfParameters, raised
from desktop.vault.keyfile import MAGIC, VAULT_ID_BYTES, VERSION, Header, PassphraseSlot, RecoverySlot, signed
from desktop.vault.keyfile_io import COPIES, read_copies, repair_copies, write_copies
from desktop.vault.passphrase import demand_strong_enough, normalised
from desktop.vault.secrets import VaultSecrets
from desktop.vault.slot_key import SlotKey, share_id
from desktop.vault.slots import (
    fill_passphrase_slot,
    fill_recovery_slot,
    lease_slot,
    open_passphrase_slot,
    open_recovery_slot,
)
from desktop.vault.throttle import Throttle
from sync.log.errors import Malformed
from sync.log.sealing import ReceivingKey
from sync.records.ids import StaffId

REAL_DISK: Final = RealDisk()


def unix_seconds() -> int:
    """Return the laptop's own clock, in seconds since 1970."""
    return int(time.time())


class OpenVault:
    """An unlocked vault: its secrets, until ``close``.

    ``confirmed`` says that the header was compared with the generation in the database; only then
    is the key file written. Closing drops the secrets, which Python can't wipe (FORMAT.md): the
    process ends after it.
    """

    def __init__(
        self,
        *,
        folder: Path,
        header: Header,
        secrets: VaultSecrets,
        throttle: Throttle,
        disk: Disk,
        key: SlotKey | None = None,
    ) -> None:
        self.folder: Final = folder
        self.throttle: Final = throttle
        self.disk: Final = disk
        self.confirmed = False
        self._header = header
        self._secrets: VaultSecrets | None = secrets
        self._key = key

    @property
    def secrets(self) -> VaultSecrets:
        """The secrets; raises VaultMisuse after ``close``."""
        if self._secrets is None:
            raise VaultMisuse("closed")
        return self._secrets

    @property
    def header(self) -> Header:
        """The header that both copies hold, or will hold after ``confirm``."""
        return self._header

    @property
    def generation(self) -> int:
        """The number of this header; the database keeps it once both copies are written."""
        return self._header.generation

    @property
    def staff(self) -> StaffId:
        """Whose notebook it is."""
        return StaffId(self._header.passphrase_slot.staff)

    @property
    def key(self) -> SlotKey | None:
        """What opens the passphrase slot, so that a lease can be taken without asking for the passphrase again.

        ``None`` when another key opened the vault and this one is not known.
        """
        return self._key

    @property
    def share(self) -> bytes:
        """The share that the passphrase slot takes, empty when it takes none; raises LeaseMissing, if not known."""
        wanted = self._header.passphrase_slot.share_id
        if not wanted:
            return b""
        if self._key is None or share_id(self._key.share) != wanted:
            raise LeaseMissing
        return self._key.share

    @property
    def kdf(self) -> KdfParameters:
        """The cost of the passphrase slot as it stands."""
        return self._header.passphrase_slot.kdf.parameters()

    def confirm(self, known_generation: int) -> bool:
        """Accept the header unless the database has seen a newer one; say if a copy was repaired.

        Raises KeyFileRolledBack; DiskFull is not an obstacle here, the repair waits for next time.
        """
        if self.generation < known_generation:
            raise KeyFileRolledBack(generation=self.generation, known=known_generation)
        self.confirmed = True
        try:
            return repair_copies(self.disk, self.folder, self._header)
        except DiskFull:
            return False

    def save(
        self,
        slot: PassphraseSlot,
        key: SlotKey,
        *,
        recovery: RecoverySlot | None = None,
        secrets: VaultSecrets | None = None,
    ) -> None:
        """Sign and write a header of the next generation with this slot, then hold both; raises DiskFull, VaultMisuse.

        ``recovery`` and ``secrets`` stay as they are unless given; other secrets have the same vault key.
        After DiskFull the vault holds the old header; the first copy may hold the new one, and
        until the next save either opens.
        """
        if not self.confirmed:
            raise VaultMisuse("not confirmed")
        slots = (slot, recovery or self._header.recovery_slot)
        unsigned = msgspec.structs.replace(
            self._header, generation=self.generation + 1, slots=slots, version=VERSION
        )
        following = signed(unsigned, self.secrets)
        write_copies(self.disk, self.folder, following)
        self._header, self._key, self._secrets = following, key, secrets or self._secrets

    def know_share(self, share: bytes) -> None:
        """Take the share of a vault that another key than the passphrase opened; another one is left alone."""
        if self._key is not None and share_id(share) == self._header.passphrase_slot.share_id:
            self._key = SlotKey(self._key.base, share)

    def close(self) -> None:
        """Drop the secrets; harmless when done twice."""
        self._secrets = None
        self._key = None
        self.confirmed = False

    def __repr__(self) -> str:
        return f"OpenVault({self.staff}, generation {self.generation})"


def create(
    folder: Path,
    *,
    staff: StaffId,
    passphrase: str,
    kdf: KdfParameters,
    secrets: VaultSecrets,
    recovery_key: bytes,
    clock: Callable[[], int] = unix_seconds,
    disk: Disk = REAL_DISK,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> OpenVault:
    """Write the key file of a new notebook, generation 1, into an existing folder.

    ``recovery_key`` is the city's 1216-byte public receiving key, signed by the hub's root (the
    caller has checked that). Raises PassphraseTooWeak, FolderRefused when a key file is there,
    DiskFull, MemoryShort, and ``Malformed`` for a recovery key that is none.
    """
    demand_strong_enough(passphrase)
    if any((folder / name).exists() for name in COPIES):
        raise FolderRefused(Refusal.OCCUPIED)
    vault = random_bytes(VAULT_ID_BYTES).hex()
    by_recovery = fill_recovery_slot(secrets, vault=vault, staff=staff, recovery_public_key=recovery_key)
    by_passphrase, key = fill_passphrase_slot(
        secrets,
        vault=vault,
        staff=staff,
        passphrase=normalised(passphrase),
        parameters=kdf,
        random_bytes=random_bytes,
    )
    slots = (by_passphrase, by_recovery)
    unsigned = Header(generation=1, mac="", magic=MAGIC, slots=slots, vault=vault, version=VERSION)
    header = signed(unsigned, secrets)
    write_copies(disk, folder, header)
    throttle = Throttle(folder, clock=clock, disk=disk)
    opened = OpenVault(folder=folder, header=header, secrets=secrets, throttle=throttle, disk=disk, key=key)
    opened.confirmed = True
    return opened


def unlock(
    folder: Path,
    passphrase: str,
    *,
    known_generation: int | None = None,
    share_of: ShareOf = no_share,
    clock: Callable[[], int] = unix_seconds,
    disk: Disk = REAL_DISK,
) -> OpenVault:
    """Return the open vault. With ``known_generation`` it is confirmed at once, else call ``confirm``.

    The try is counted on disk before the passphrase is checked, and the share is asked for before that. Raises
    WrongPassphrase, Throttled, KeyFileMissing, KeyFileDamaged, KeyFileTooNew, KdfOutOfBounds, KeyFileRolledBack,
    MemoryShort, DiskFull (a try that can't be counted is not made), and a LeaseFault (which is no try).
    """
    throttle = Throttle(folder, clock=clock, disk=disk)
    shared = with_shares(read_copies(disk, folder).demand_one(), share_of)
    typed = normalised(passphrase)
    header, secrets, key = guess(throttle, lambda: open_by_passphrase(shared, typed))
    vault = OpenVault(folder=folder, header=header, secrets=secrets, throttle=throttle, disk=disk, key=key)
    if known_generation is not None:
        vault.confirm(known_generation)
    return vault


def demand_passphrase(vault: OpenVault, passphrase: str) -> None:
    """Raise WrongPassphrase or Throttled unless this opens the vault that is open: a colleague may sit at it."""
    typed, shared = normalised(passphrase), [(vault.header, vault.share)]
    guess(vault.throttle, lambda: open_by_passphrase(shared, typed))


def change_passphrase(
    vault: OpenVault,
    *,
    current: str,
    new: str,
    kdf: KdfParameters | None = None,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> None:
    """Rewrite the passphrase slot; the old passphrase is dead when this returns. A lease stays as it is.

    ``kdf`` is the slot's present cost unless given. The caller then writes ``vault.generation``
    into the database. Raises WrongPassphrase and Throttled for ``current`` (a colleague may sit at
    an open notebook), PassphraseTooWeak for ``new``, DiskFull, MemoryShort, VaultMisuse.
    """
    demand_strong_enough(new)
    demand_passphrase(vault, current)
    _save_slot(vault, passphrase=new, kdf=kdf or vault.kdf, share=vault.share, random_bytes=random_bytes)


def strengthen(
    vault: OpenVault,
    passphrase: str,
    *,
    wanted: KdfParameters,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> bool:
    """Make the slot dearer if ``wanted`` is; say if it was done.

    Silent: with a full disk or too little memory the next unlock tries again. The passphrase is
    the one that unlocked; another would lock the person out, and is a bug of ours (VaultMisuse).
    """
    better = raised(vault.kdf, wanted)
    if better is None:
        return False
    try:
        if open_by_passphrase([(vault.header, vault.share)], normalised(passphrase)) is None:
            raise VaultMisuse("not the passphrase that unlocked")
        _save_slot(vault, passphrase=passphrase, kdf=better, share=vault.share, random_bytes=random_bytes)
    except LaptopFault:
        return False
    return True


def take_lease(vault: OpenVault, share: bytes, *, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
    """Rewrite the passphrase slot so that it takes this share beside the passphrase.

    Whoever calls has put the share where it is found again, at the hub and in the key store, and writes
    ``vault.generation`` into the database after. Raises DiskFull; VaultMisuse unless ``fits``.
    """
    if vault.key is None or not fits(vault):
        raise VaultMisuse("the slot's key is not known")
    key = SlotKey(vault.key.base, share)
    slot = lease_slot(
        vault.header.passphrase_slot, vault.secrets, vault=vault.header.vault, key=key, random_bytes=random_bytes
    )  # fmt: skip
    vault.save(slot, key)


def fits(vault: OpenVault) -> bool:
    """Say whether the key that the vault keeps opens its passphrase slot; one kept for a PIN may be older."""
    slot, key = vault.header.passphrase_slot, vault.key
    return key is not None and open_passphrase_slot(slot, vault=vault.header.vault, key=key) is not None


def recover(
    folder: Path,
    recovery_private_key: bytes,
    new_passphrase: str,
    *,
    kdf: KdfParameters,
    known_generation: int | None = None,
    clock: Callable[[], int] = unix_seconds,
    disk: Disk = REAL_DISK,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> OpenVault:
    """Open with the city's recovery key (96 bytes, kept offline) and set a new passphrase, without a lease.

    For a hub that is gone and a passphrase that is forgotten. Writes a generation above both the
    file's and ``known_generation``, so that a key file from a backup can be brought back on
    purpose. Without ``known_generation`` call ``confirm``, as after ``unlock``. Raises
    RecoveryKeyWrong, PassphraseTooWeak, and the key file's own errors.
    """
    demand_strong_enough(new_passphrase)
    try:
        key = ReceivingKey.from_secret(recovery_private_key)
    except Malformed as problem:
        raise RecoveryKeyWrong from problem
    headers = read_copies(disk, folder).demand_one()
    openers = [(one, functools.partial(_open_by_recovery, one, key)) for one in headers]
    opened = first_authentic(openers)
    if opened is None:
        raise RecoveryKeyWrong
    header, secrets, _none = opened
    throttle = Throttle(folder, clock=clock, disk=disk)
    floor = max(header.generation, known_generation or 0)
    header = msgspec.structs.replace(header, generation=floor)
    vault = OpenVault(folder=folder, header=header, secrets=secrets, throttle=throttle, disk=disk)
    vault.confirmed = True
    _save_slot(vault, passphrase=new_passphrase, kdf=kdf, share=b"", random_bytes=random_bytes)
    vault.confirmed = known_generation is not None
    throttle.note_try()
    throttle.forgive_all()
    return vault


def _save_slot(
    vault: OpenVault,
    *,
    passphrase: str,
    kdf: KdfParameters,
    share: bytes,
    random_bytes: Callable[[int], bytes],
) -> None:
    slot, key = fill_passphrase_slot(
        vault.secrets,
        vault=vault.header.vault,
        staff=vault.staff,
        passphrase=normalised(passphrase),
        parameters=kdf,
        share=share,
        random_bytes=random_bytes,
    )
    vault.save(slot, key)


def _open_by_recovery(header: Header, key: ReceivingKey) -> tuple[VaultSecrets, None] | None:
    secrets = open_recovery_slot(header.recovery_slot, vault=header.vault, key=key)
    return None if secrets is None else (secrets, None)
