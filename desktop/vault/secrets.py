# SPDX-License-Identifier: MIT
"""What the key file guards: the vault key, the writer's private keys, the hub's pinned root.

The vault key itself encrypts nothing. Each use has a key of its own, derived by HKDF-SHA256
(RFC 5869) under a label of its own, so that one key's misuse tells nothing about another.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.vault.errors import KeyFileDamaged
from sync.log.sealing import PRIVATE_BYTES, ReceivingKey

KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class VaultSecrets:
    """The secrets of one notebook; its repr shows nothing.

    ``vault_key`` 32 random bytes; ``signing_seed`` the writer's 32-byte Ed25519 seed;
    ``receiving_key`` the writer's 96 MLKEM768_X25519 bytes; ``hub_root`` the 32-byte public
    Ed25519 key of the hub's offline root, pinned at enrolment. Raises KeyFileDamaged when one has
    another length.
    """

    vault_key: bytes
    signing_seed: bytes
    receiving_key: bytes
    hub_root: bytes

    def __post_init__(self) -> None:
        lengths = (len(self.vault_key), len(self.signing_seed), len(self.receiving_key), len(self.hub_root))
        if lengths != (KEY_BYTES, KEY_BYTES, PRIVATE_BYTES, KEY_BYTES):
            raise KeyFileDamaged("length of a secret")

    def __repr__(self) -> str:
        return "VaultSecrets(…)"

    @classmethod
    def fresh(cls, *, hub_root: bytes, random_bytes: Callable[[int], bytes] = os.urandom) -> "VaultSecrets":
        """Return new secrets for an enrolment at the hub with this root key."""
        return cls(
            vault_key=random_bytes(KEY_BYTES),
            signing_seed=random_bytes(KEY_BYTES),
            receiving_key=ReceivingKey.generate().secret,
            hub_root=hub_root,
        )

    @property
    def database_key(self) -> bytes:
        """32 bytes: SQLCipher's raw key."""
        return self._derived("database")

    @property
    def header_key(self) -> bytes:
        """32 bytes: the HMAC over the key file's header."""
        return self._derived("header-mac")

    @property
    def attachment_key(self) -> bytes:
        """32 bytes: previews and the index of attachments in this notebook."""
        return self._derived("attachments")

    @property
    def audit_key(self) -> bytes:
        """32 bytes: the HMAC that chains the notebook's audit."""
        return self._derived("audit")

    @property
    def index_key(self) -> bytes:
        """32 bytes: the HMAC that blinds personal identity codes in the search index."""
        return self._derived("blind-index")

    def _derived(self, use: str) -> bytes:
        label = b"kenttakirja/v1/" + use.encode()
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=label).derive(self.vault_key)


class _Box(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is inside a slot's box, msgpack with sorted keys."""

    hub_root: bytes
    receiving_key: bytes
    signing_seed: bytes
    vault_key: bytes


_encoder = msgspec.msgpack.Encoder(order="sorted")
_decoder = msgspec.msgpack.Decoder(_Box)


def pack_secrets(secrets: VaultSecrets) -> bytes:
    """Return the plain bytes that a slot's box holds (always the same length)."""
    return _encoder.encode(
        _Box(
            hub_root=secrets.hub_root,
            receiving_key=secrets.receiving_key,
            signing_seed=secrets.signing_seed,
            vault_key=secrets.vault_key,
        )
    )


def unpack_secrets(plain: bytes) -> VaultSecrets:
    """Return the secrets of an opened box; raises KeyFileDamaged."""
    try:
        box = _decoder.decode(plain)
    except msgspec.MsgspecError as problem:
        raise KeyFileDamaged("content of a box") from problem
    return VaultSecrets(
        vault_key=box.vault_key,
        signing_seed=box.signing_seed,
        receiving_key=box.receiving_key,
        hub_root=box.hub_root,
    )
