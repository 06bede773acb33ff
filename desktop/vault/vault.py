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

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import msgspec

from desktop.vault.disk import Disk, RealDisk
from desktop.vault.errors import (
    DiskFull,
    FileFault,
    FolderRefused,
    KeyFileDamaged,
    KeyFileRolledBack,
    LaptopFault,
    MemoryShort,
    RecoveryKeyWrong,
    Refusal,
    Throttled,
    VaultMisuse,
    WrongPassphrase,
)
from desktop.vault.kdf import KdfParameters, raised
from desktop.vault.keyfile import MAGIC, VAULT_ID_BYTES, Header, is_authentic, signed
from desktop.vault.keyfile_io import COPIES, read_copies, repair_copies, write_copies
from desktop.vault.passphrase import demand_strong_enough, normalised
from desktop.vault.secrets import VaultSecrets
from desktop.vault.slots import (
    fill_passphrase_slot,
    fill_recovery_slot,
    open_passphrase_slot,
    open_recovery_slot,
)
from desktop.vault.throttle import FREE_TRIES, Throttle, wait_after
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
        self, *, folder: Path, header: Header, secrets: VaultSecrets, throttle: Throttle, disk: Disk
    ) -> None:
        self.folder: Final = folder
        self.throttle: Final = throttle
        self.disk: Final = disk
        self.confirmed = False
        self._header = header
        self._secrets: VaultSecrets | None = secrets

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

    def save(self, header: Header) -> None:
        """Sign and write a header of the next generation, then hold it; raises DiskFull, VaultMisuse.

        After DiskFull the vault holds the old header; the first copy may hold the new one, and
        until the next save either opens.
        """
        if not self.confirmed:
            raise VaultMisuse("not confirmed")
        following = signed(msgspec.structs.replace(header, generation=self.generation + 1), self.secrets)
        write_copies(self.disk, self.folder, following)
        self._header = following

    def close(self) -> None:
        """Drop the secrets; harmless when done twice."""
        self._secrets = None
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
    by_passphrase = fill_passphrase_slot(
        secrets,
        vault=vault,
        staff=staff,
        passphrase=normalised(passphrase),
        parameters=kdf,
        random_bytes=random_bytes,
    )
    slots = (by_passphrase, by_recovery)
    unsigned = Header(generation=1, mac="", magic=MAGIC, slots=slots, vault=vault, version=1)
    header = signed(unsigned, secrets)
    write_copies(disk, folder, header)
    throttle = Throttle(folder, clock=clock, disk=disk)
    opened = OpenVault(folder=folder, header=header, secrets=secrets, throttle=throttle, disk=disk)
    opened.confirmed = True
    return opened


def unlock(
    folder: Path,
    passphrase: str,
    *,
    known_generation: int | None = None,
    clock: Callable[[], int] = unix_seconds,
    disk: Disk = REAL_DISK,
) -> OpenVault:
    """Return the open vault. With ``known_generation`` it is confirmed at once, else call ``confirm``.

    The try is counted on disk before the passphrase is checked. Raises WrongPassphrase, Throttled,
    KeyFileMissing, KeyFileDamaged, KeyFileTooNew, KdfOutOfBounds, KeyFileRolledBack, MemoryShort,
    DiskFull (a try that can't be counted is not made).
    """
    throttle = Throttle(folder, clock=clock, disk=disk)
    headers = read_copies(disk, folder).demand_one()
    typed = normalised(passphrase)
    header, secrets = _guess(throttle, lambda: _open_by_passphrase(headers, typed))
    vault = OpenVault(folder=folder, header=header, secrets=secrets, throttle=throttle, disk=disk)
    if known_generation is not None:
        vault.confirm(known_generation)
    return vault


def demand_passphrase(vault: OpenVault, passphrase: str) -> None:
    """Raise WrongPassphrase or Throttled unless this opens the vault that is open: a colleague may sit at it."""
    typed = normalised(passphrase)
    _guess(vault.throttle, lambda: _open_by_passphrase((vault.header,), typed))


def change_passphrase(
    vault: OpenVault,
    *,
    current: str,
    new: str,
    kdf: KdfParameters | None = None,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> None:
    """Rewrite the passphrase slot; the old passphrase is dead when this returns.

    ``kdf`` is the slot's present cost unless given. The caller then writes ``vault.generation``
    into the database. Raises WrongPassphrase and Throttled for ``current`` (a colleague may sit at
    an open notebook), PassphraseTooWeak for ``new``, DiskFull, MemoryShort, VaultMisuse.
    """
    demand_strong_enough(new)
    demand_passphrase(vault, current)
    _save_slot(vault, passphrase=new, kdf=kdf or vault.kdf, random_bytes=random_bytes)


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
        if _open_by_passphrase((vault.header,), normalised(passphrase)) is None:
            raise VaultMisuse("not the passphrase that unlocked")
        _save_slot(vault, passphrase=passphrase, kdf=better, random_bytes=random_bytes)
    except LaptopFault:
        return False
    return True


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
    """Open with the city's recovery key (96 bytes, kept offline) and set a new passphrase.

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
    opened = _first_authentic(
        headers, lambda header: open_recovery_slot(header.recovery_slot, vault=header.vault, key=key)
    )
    if opened is None:
        raise RecoveryKeyWrong
    header, secrets = opened
    throttle = Throttle(folder, clock=clock, disk=disk)
    floor = max(header.generation, known_generation or 0)
    header = msgspec.structs.replace(header, generation=floor)
    vault = OpenVault(folder=folder, header=header, secrets=secrets, throttle=throttle, disk=disk)
    vault.confirmed = True
    _save_slot(vault, passphrase=new_passphrase, kdf=kdf, random_bytes=random_bytes)
    vault.confirmed = known_generation is not None
    throttle.note_try()
    throttle.forgive_all()
    return vault


def _save_slot(
    vault: OpenVault, *, passphrase: str, kdf: KdfParameters, random_bytes: Callable[[int], bytes]
) -> None:
    slot = fill_passphrase_slot(
        vault.secrets,
        vault=vault.header.vault,
        staff=vault.staff,
        passphrase=normalised(passphrase),
        parameters=kdf,
        random_bytes=random_bytes,
    )
    vault.save(msgspec.structs.replace(vault.header, slots=(slot, vault.header.recovery_slot)))


def _guess(
    throttle: Throttle, check: Callable[[], tuple[Header, VaultSecrets] | None]
) -> tuple[Header, VaultSecrets]:
    """Count, check, and forgive if it was right, or if it was no guess at all."""
    seconds = throttle.seconds_left()
    if seconds:
        raise Throttled(seconds)
    throttle.note_try()
    try:
        opened = check()
    except (FileFault, LaptopFault):
        throttle.forgive_last()
        raise
    if opened is None:
        free = throttle.free_tries
        raise WrongPassphrase(free_tries=free, wait_seconds=throttle.seconds_left() or wait_after(FREE_TRIES))
    throttle.forgive_all()
    return opened


def _open_by_passphrase(headers: Iterable[Header], typed: bytes) -> tuple[Header, VaultSecrets] | None:
    return _first_authentic(
        headers,
        lambda header: open_passphrase_slot(header.passphrase_slot, vault=header.vault, passphrase=typed),
    )


def _first_authentic(
    headers: Iterable[Header], open_slot: Callable[[Header], VaultSecrets | None]
) -> tuple[Header, VaultSecrets] | None:
    """Return the first header that opens and whose MAC holds; ``None`` if no slot opened.

    A copy that opens but was edited, or that this computer can't try, is set aside while another
    may do; its error is raised when none does.
    """
    fault: FileFault | LaptopFault | None = None
    for header in headers:
        try:
            secrets = open_slot(header)
        except (KeyFileDamaged, MemoryShort) as problem:
            fault = fault or problem
            continue
        if secrets is None:
            continue
        if is_authentic(header, secrets):
            return header, secrets
        fault = fault or KeyFileDamaged("mac")
    if fault is not None:
        raise fault
    return None
