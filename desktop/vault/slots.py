# SPDX-License-Identifier: MIT
"""Filling and opening the two slots of a key file.

The passphrase slot is AES-256-GCM-SIV (RFC 8452) under the key that Argon2id, and with a lease the share, give:
misuse-resistant, so that a repeated nonce after a restored disk image tells at most that two boxes are equal.
The recovery slot is HPKE to the city's recovery key. Both bind the vault id and the slot's other fields.
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
from desktop.vault.slot_key import SlotKey, share_id
from sync.log.errors import SealBroken
from sync.log.sealing import ReceivingKey, key_id, seal


def fill_passphrase_slot(
    secrets: VaultSecrets,
    *,
    vault: str,
    staff: str,
    passphrase: bytes,
    parameters: KdfParameters,
    share: bytes = b"",
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> tuple[PassphraseSlot, SlotKey]:
    """Return a slot that this passphrase opens, and its key; ``vault`` is the vault id in hex.

    With a ``share`` it takes both. Raises MemoryShort.
    """
    salt = random_bytes(SALT_BYTES)
    kdf = Kdf(
        lanes=parameters.lanes, memory_kib=parameters.memory_kib, name="argon2id", passes=parameters.passes
    )
    key = SlotKey(derive(passphrase, salt, parameters), share)
    empty = PassphraseSlot(
        box="", kdf=kdf, lease=share_id(share), nonce=random_bytes(NONCE_BYTES).hex(), salt=salt.hex(), staff=staff
    )  # fmt: skip
    return _filled(empty, secrets, vault=vault, key=key), key


def lease_slot(
    slot: PassphraseSlot,
    secrets: VaultSecrets,
    *,
    vault: str,
    key: SlotKey,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> PassphraseSlot:
    """Return the slot of the same passphrase under ``key``: same salt, same cost, with that key's share."""
    nonce = random_bytes(NONCE_BYTES).hex()
    empty = msgspec.structs.replace(slot, box="", lease=share_id(key.share), nonce=nonce)
    return _filled(empty, secrets, vault=vault, key=key)


def slot_key(slot: PassphraseSlot, passphrase: bytes, share: bytes = b"") -> SlotKey:
    """Return the key that these two give for a slot, right or wrong; raises KdfOutOfBounds, MemoryShort."""
    return SlotKey(derive(passphrase, unhex(slot.salt), slot.kdf.parameters()), share)


def open_passphrase_slot(slot: PassphraseSlot, *, vault: str, key: SlotKey) -> VaultSecrets | None:
    """Return the secrets, or ``None`` when the key (or an edited slot) does not open it.

    Raises KeyFileDamaged for a box that opens to something else.
    """
    empty = msgspec.structs.replace(slot, box="")
    try:
        plain = AESGCMSIV(key.kek).decrypt(unhex(slot.nonce), unhex(slot.box), _bound_to(vault, empty))
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


def _filled(empty: PassphraseSlot, secrets: VaultSecrets, *, vault: str, key: SlotKey) -> PassphraseSlot:
    box = AESGCMSIV(key.kek).encrypt(unhex(empty.nonce), pack_secrets(secrets), _bound_to(vault, empty))
    return msgspec.structs.replace(empty, box=box.hex())


def _bound_to(vault: str, empty_slot: PassphraseSlot | RecoverySlot) -> bytes:
    """Return a box's associated data: the vault id and every other field of its slot."""
    return canonical({"slot": empty_slot, "vault": vault})


def _label(vault: str, empty_slot: RecoverySlot) -> str:
    return "keyfile-recovery/" + hashlib.sha256(_bound_to(vault, empty_slot)).hexdigest()
