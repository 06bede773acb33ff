# SPDX-License-Identifier: MIT
"""An enrolled notebook for the vault's tests, and a clock that stands still."""

from dataclasses import dataclass
from pathlib import Path

from vault_disks import CHEAP

from desktop.vault.disk import Disk, RealDisk
from desktop.vault.secrets import VaultSecrets
from desktop.vault.vault import OpenVault, create
from sync.log.sealing import ReceivingKey
from sync.records.ids import StaffId

STAFF = StaffId("s0123456789abcdef")
PHRASE = "kissa koira talo meri puu"


class Clock:
    """A clock that stands still until a test moves it. Unix seconds."""

    def __init__(self) -> None:
        self.now = 1_800_000_000

    def __call__(self) -> int:
        return self.now


@dataclass
class Enrolled:
    """A freshly enrolled notebook, with all that its owner and the city know."""

    folder: Path
    vault: OpenVault
    secrets: VaultSecrets
    recovery: ReceivingKey
    phrase: str
    clock: Clock


def enrol(
    folder: Path,
    recovery: ReceivingKey,
    *,
    clock: Clock | None = None,
    disk: Disk | None = None,
    staff: StaffId = STAFF,
    phrase: str = PHRASE,
) -> Enrolled:
    """Make the folder and a key file in it, generation 1, at the floor of the KDF."""
    folder.mkdir()
    secrets = VaultSecrets.fresh(hub_root=b"r" * 32)
    clock = clock or Clock()
    vault = create(
        folder,
        staff=staff,
        passphrase=phrase,
        kdf=CHEAP,
        secrets=secrets,
        recovery_key=recovery.public,
        clock=clock,
        disk=disk or RealDisk(),
    )
    return Enrolled(folder, vault, secrets, recovery, phrase, clock)
