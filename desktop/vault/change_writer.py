# SPDX-License-Identifier: MIT
"""Other writer's keys in the same vault: for a notebook that exists twice and goes on under keys of its own.

The vault key stays, so the database, the attachments and every slot's key stay what they are. Whatever holds the old
secrets by itself (a PIN's box) must be gone before: it would open the vault with keys that no longer count.
"""

import os
from collections.abc import Callable
from dataclasses import replace

from desktop.vault.errors import VaultMisuse
from desktop.vault.slots import fill_recovery_slot, lease_slot
from desktop.vault.vault import OpenVault, fits


def change_writer(
    vault: OpenVault,
    *,
    signing_seed: bytes,
    receiving_key: bytes,
    recovery_key: bytes,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> None:
    """Write the key file with these keys in both slots; passphrase, lease and vault key are as before.

    ``recovery_key`` is the city's public receiving key. Whoever calls writes ``vault.generation`` into the database
    after. Raises DiskFull (the first copy may hold the new keys then), VaultMisuse unless ``fits``.
    """
    if vault.key is None or not fits(vault):
        raise VaultMisuse("the slot's key is not known")
    header = vault.header
    secrets = replace(vault.secrets, signing_seed=signing_seed, receiving_key=receiving_key)
    slot = lease_slot(
        header.passphrase_slot, secrets, vault=header.vault, key=vault.key, random_bytes=random_bytes
    )
    recovery = fill_recovery_slot(
        secrets, vault=header.vault, staff=header.recovery_slot.staff, recovery_public_key=recovery_key
    )
    vault.save(slot, vault.key, recovery=recovery, secrets=secrets)
