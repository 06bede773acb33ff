# SPDX-License-Identifier: MIT
"""A forgotten passphrase: the half of a request that stays here, and the vault that an answer opens (FORMAT.md).

The private half of a request lies in the notebook's folder. It opens nothing without the answer, and the answer
opens nothing without it.
"""

from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.vault.disk import Disk, write_durably
from desktop.vault.errors import KeyFileDamaged, RecoveryKeyWrong
from desktop.vault.kdf import KdfParameters
from desktop.vault.keyfile import canonical, is_authentic
from desktop.vault.keyfile_io import read_copies
from desktop.vault.passphrase import normalised
from desktop.vault.secrets import unpack_secrets
from desktop.vault.slots import fill_passphrase_slot
from desktop.vault.throttle import Throttle
from desktop.vault.vault import OpenVault
from sync.log.errors import Malformed, SealBroken
from sync.log.sealing import ReceivingKey

RECOVERY_FILE: Final = "recovery.key"
_LARGEST_FILE: Final = 4096


class _Kept(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What stays of a request; hex."""

    request: str
    secret: str
    version: Literal[1] = 1


_decoder = msgspec.json.Decoder(_Kept)


def keep_request(disk: Disk, folder: Path, *, digest: bytes, receiving: ReceivingKey) -> None:
    """Keep the private half of a request that ``digest`` names; an older one is void. Raises DiskFull."""
    kept = _Kept(request=digest.hex(), secret=receiving.secret.hex())
    write_durably(disk, folder / RECOVERY_FILE, canonical(kept))


def open_answer(disk: Disk, folder: Path, *, digest: bytes, box: bytes, label: str) -> bytes:
    """Return what an answer to the request ``digest`` holds; raises RecoveryKeyWrong for another's, or to none."""
    raw = disk.read(folder / RECOVERY_FILE, _LARGEST_FILE)
    if raw is None:
        raise RecoveryKeyWrong
    try:
        kept = _decoder.decode(raw)
        if kept.request != digest.hex():
            raise RecoveryKeyWrong
        return ReceivingKey.from_secret(bytes.fromhex(kept.secret)).open(box, label=label)
    except (msgspec.MsgspecError, ValueError, RecursionError, Malformed, SealBroken) as problem:
        raise RecoveryKeyWrong from problem


def open_by_content(disk: Disk, folder: Path, content: bytes, throttle: Throttle) -> OpenVault:
    """Return the vault that a recovery slot's content opens, proved by its header's MAC. Nothing is written.

    Whether it is this database's vault, the database says. Raises RecoveryKeyWrong, and the key file's own errors.
    """
    headers = read_copies(disk, folder).demand_one()
    try:
        secrets = unpack_secrets(content)
    except KeyFileDamaged as problem:
        raise RecoveryKeyWrong from problem
    for header in headers:
        if is_authentic(header, secrets):
            return OpenVault(folder=folder, header=header, secrets=secrets, throttle=throttle, disk=disk)
    raise RecoveryKeyWrong


def renew_passphrase(vault: OpenVault, passphrase: str, *, kdf: KdfParameters) -> None:
    """Rewrite the passphrase slot of a confirmed vault that an answer opened, without a lease until the next contact.

    Earlier wrong tries are forgiven, and the request is used up. Raises DiskFull, MemoryShort.
    """
    slot, key = fill_passphrase_slot(
        vault.secrets,
        vault=vault.header.vault,
        staff=vault.staff,
        passphrase=normalised(passphrase),
        parameters=kdf,
    )
    vault.save(slot, key)
    vault.throttle.note_try()
    vault.throttle.forgive_all()
    drop_request(vault.disk, vault.folder)


def drop_request(disk: Disk, folder: Path) -> None:
    """Forget the private half of a request, if there is one."""
    disk.remove(folder / RECOVERY_FILE)
