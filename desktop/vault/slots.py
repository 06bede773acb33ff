# SPDX-License-Identifier: MIT
"""Filling and opening the two slots of a key file.

The passphrase slot is AES-256-GCM-SIV (RFC 8452) under the Argon2id key: misuse-resistant, so that
a repeated nonce after a restored disk image tells at most that two boxes are equal. The recovery
slot is HPKE to the city's recovery key. Both bind the vault id and the slot's other fields.
"""

import hashlib
import os
from collections.abc import Callable

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from desktop.vault.kdf import SALT_BYTES, KdfParameters, derive
from desktop.vault.keyfile import NONCE_BYTES, Kdf, PassphraseSlot, RecoverySlot, canonical, unhex
from desktop.vault.secrets import VaultSecrets, pack_secrets, unpack_secrets
from sync.log.errors import SealBroken
from sync.log.sealing import ReceivingKey, key_id, seal


def fill_passphrase_slot(
    secrets: VaultSecrets,
    *,
    vault: str,
    staff: str,
    passphrase: bytes,
    parameters: KdfParameters,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> PassphraseSlot:
    """Return a slot that this passphrase opens; ``vault`` is the vault id in hex."""
    salt, nonce = random_bytes(SALT_BYTES), random_bytes(NONCE_BYTES)
    kdf = Kdf(
        lanes=parameters.lanes, memory_kib=parameters.memory_kib, name="argon2id", passes=parameters.passes
    )
    empty = PassphraseSlot(box="", kdf=kdf, nonce=nonce.hex(), salt=salt.hex(), staff=staff)
    kek = derive(passphrase, salt, parameters)
    box = AESGCMSIV(kek).encrypt(nonce, pack_secrets(secrets), _bound_to(vault, empty))
    return msgspec.structs.replace(empty, box=box.hex())


def open_passphrase_slot(slot: PassphraseSlot, *, vault: str, passphrase: bytes) -> VaultSecrets | None:
    """Return the secrets, or ``None`` when the passphrase (or an edited slot) does not open it.

    Raises KdfOutOfBounds, MemoryShort, and KeyFileDamaged for a box that opens to something else.
    """
    kek = derive(passphrase, unhex(slot.salt), slot.kdf.parameters())
    empty = msgspec.structs.replace(slot, box="")
    try:
        plain = AESGCMSIV(kek).decrypt(unhex(slot.nonce), unhex(slot.box), _bound_to(vault, empty))
    except InvalidTag:
        return None
    return unpack_secrets(plain)


def fill_recovery_slot(
    secrets: VaultSecrets, *, vault: str, staff: str, recovery_public_key: bytes
) -> RecoverySlot:
    """Return a slot that the private half of the city's recovery key opens."""
    empty = RecoverySlot(box="", key=key_id(recovery_public_key).hex(), staff=staff)
    box = seal(recovery_public_key, pack_secrets(secrets), label=_label(vault, empty))
    return msgspec.structs.replace(empty, box=box.hex())


def open_recovery_slot(slot: RecoverySlot, *, vault: str, key: ReceivingKey) -> VaultSecrets | None:
    """Return the secrets, or ``None`` when this is not the key it was sealed to."""
    empty = msgspec.structs.replace(slot, box="")
    try:
        plain = key.open(unhex(slot.box), label=_label(vault, empty))
    except SealBroken:
        return None
    return unpack_secrets(plain)


def _bound_to(vault: str, empty_slot: PassphraseSlot | RecoverySlot) -> bytes:
    """Return a box's associated data: the vault id and every other field of its slot."""
    return canonical({"slot": empty_slot, "vault": vault})


def _label(vault: str, empty_slot: RecoverySlot) -> str:
    return "keyfile-recovery/" + hashlib.sha256(_bound_to(vault, empty_slot)).hexdigest()
