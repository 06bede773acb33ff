# SPDX-License-Identifier: MIT
"""What can go wrong at the vault, split by whose fault it is.

::

    VaultError                      (never raised itself)
    ├── LaptopFault                 the environment: this computer, its disk, its settings
    │   ├── DiskFull                no room, no quota, or a read-only disk
    │   ├── FolderRefused           the notebook may not lie in this folder
    │   ├── NotebookInUse           another process holds this notebook
    │   ├── KeyFileMissing          neither copy of the key file is there
    │   ├── MemoryShort             Argon2id cannot get the memory that the slot asks for
    │   └── LeaseFault              (never raised itself) the slot takes a share, and it is not given
    │       ├── LeaseRunOut         too long without contact to the hub
    │       ├── LeaseSuspended      so says the clock, by a leap so long that the clock may be wrong
    │       └── LeaseMissing        no key store here holds this slot's share
    ├── FileFault                   the other side: bytes that lie on the disk
    │   ├── KeyFileDamaged          no copy of the key file is whole
    │   ├── KeyFileTooNew           written by a newer version of this program
    │   ├── KeyFileRolledBack       an older key file was put back
    │   ├── KdfOutOfBounds          parameters nobody sane would have written
    │   ├── AttachmentMissing       the file itself is not here
    │   ├── AttachmentDamaged       a file's ciphertext, or the key that a record gives for it
    │   └── BackupUnreadable        fault: a backup that can't be restored
    ├── PersonFault                 the person at the keyboard
    │   ├── WrongPassphrase
    │   ├── PassphraseTooWeak
    │   ├── Throttled               too many wrong passphrases: wait
    │   ├── WrongPin
    │   ├── PinTooSimple            a row, a repetition, or not six digits
    │   ├── PinGone                 run out, missed five times, or the computer was restarted
    │   ├── LeaseWordsWrong         these 26 characters are not this slot's share
    │   └── RecoveryKeyWrong        this is not the key the recovery slot was sealed to
    └── VaultMisuse                 our own bug: closed, or not yet confirmed against the database

Every error carries facts only. No name, no passphrase, no key, and no path (a path may hold the
name of the person who is logged in to the computer).
"""

from enum import StrEnum
from typing import Final


class VaultError(Exception):
    """Root of the tree; catch it to catch all, never raise it."""


class LaptopFault(VaultError):
    """The computer is in the way."""


class FileFault(VaultError):
    """Bytes on the disk are not what this program wrote last."""


class PersonFault(VaultError):
    """Somebody typed or offered the wrong thing."""


class VaultMisuse(VaultError):
    """The caller broke the contract; ``what`` says how. Makes a crash report."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what: Final = what


class DiskFull(LaptopFault):
    """ENOSPC, EDQUOT, EFBIG or EROFS while writing; the file that was there before is untouched."""

    def __init__(self, errno_code: int) -> None:
        super().__init__(f"errno {errno_code}")
        self.errno_code: Final = errno_code


class Refusal(StrEnum):
    """Why a folder may not hold a notebook."""

    NETWORK = "network"
    CLOUD = "cloud"
    OUTSIDE_LOCAL_DATA = "outside-local-data"
    NOT_ABSOLUTE = "not-absolute"
    PRACTICE_AND_REAL_MIXED = "practice-and-real-mixed"
    NOT_A_NOTEBOOK_NAME = "not-a-notebook-name"
    OCCUPIED = "occupied"


class FolderRefused(LaptopFault):
    """The folder may not hold a notebook; ``refusal`` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal: Final = refusal


class NotebookInUse(LaptopFault):
    """Another process on this laptop has this notebook open."""


class KeyFileMissing(LaptopFault):
    """Neither ``vault.keys`` nor ``vault.keys.bak`` exists in the folder."""


class MemoryShort(LaptopFault):
    """The slot asks for ``memory_kib`` KiB and the computer does not have them now."""

    def __init__(self, memory_kib: int) -> None:
        super().__init__(f"{memory_kib} KiB")
        self.memory_kib: Final = memory_kib


class LeaseFault(LaptopFault):
    """The passphrase slot takes a share that is not given now. No try: nothing was derived, nothing is lost."""


class LeaseRunOut(LeaseFault):
    """The lease ended: this laptop has not met its hub for too long."""


class LeaseSuspended(LeaseFault):
    """By this laptop's clock the lease ended long ago; when the clock is right again, it may go on."""


class LeaseMissing(LeaseFault):
    """Neither the key store nor the person has given the share that this slot takes."""


class KeyFileDamaged(FileFault):
    """No copy of the key file is whole; ``detail`` names the first check that failed."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail: Final = detail


class KeyFileTooNew(FileFault):
    """The key file has format ``version``, which this program does not know yet."""

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.version: Final = version


class KeyFileRolledBack(FileFault):
    """The key file is of ``generation``, the database has already seen ``known``, a higher one."""

    def __init__(self, *, generation: int, known: int) -> None:
        super().__init__(f"generation {generation}, known {known}")
        self.generation: Final = generation
        self.known: Final = known


class KdfOutOfBounds(FileFault):
    """An Argon2id parameter, ``name``, is outside of what may be written or read."""

    def __init__(self, name: str, value: int) -> None:
        super().__init__(f"{name}={value}")
        self.name: Final = name
        self.value: Final = value


class AttachmentMissing(FileFault):
    """No ciphertext lies here under this name."""


class AttachmentDamaged(FileFault):
    """A ciphertext does not open. ``file``: it is other than its name; else only the key does not fit it."""

    def __init__(self, *, file: bool) -> None:
        super().__init__("file" if file else "key")
        self.file: Final = file


class BackupFault(StrEnum):
    """Why a backup can't be restored."""

    MISSING = "missing"
    """The file is gone, or the stick."""
    NO_BACKUP = "no-backup"
    NEWER = "newer"
    """A later program wrote the file, or the notebook in it."""
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    """Of another vault, or another hub than the notebook it should replace."""


class BackupUnreadable(FileFault):
    """A backup that can't be restored; ``fault`` says why."""

    def __init__(self, fault: BackupFault) -> None:
        super().__init__(fault.value)
        self.fault: Final = fault


class WrongPassphrase(PersonFault):
    """The passphrase does not open the key file.

    ``free_tries`` are left without a wait; after that ``wait_seconds`` pass before the next try.
    """

    def __init__(self, *, free_tries: int, wait_seconds: int) -> None:
        super().__init__(f"{free_tries} free tries, then {wait_seconds} s")
        self.free_tries: Final = free_tries
        self.wait_seconds: Final = wait_seconds


class PassphraseTooWeak(PersonFault):
    """Fewer than five words and fewer than fourteen characters, or hardly any different ones."""


class Throttled(PersonFault):
    """Too many wrong passphrases; the next try is allowed in ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} s")
        self.seconds: Final = seconds


class WrongPin(PersonFault):
    """The PIN does not open the box; ``tries_left`` before only the passphrase does."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"{tries_left} tries left")
        self.tries_left: Final = tries_left


class PinTooSimple(PersonFault):
    """Not six digits, or a row or repetition that everybody tries first."""


class PinGone(PersonFault):
    """No PIN opens this notebook now: its time is over, it was missed five times, or the computer was restarted."""


class LeaseWordsWrong(PersonFault):
    """What was typed is not the share of this notebook's lease; the passphrase was not looked at."""


class RecoveryKeyWrong(PersonFault):
    """The recovery key offered is not the one this notebook's recovery slot was sealed to."""
