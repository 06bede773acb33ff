# SPDX-License-Identifier: MIT
"""Sealing to one receiver: HPKE (RFC 9180) with MLKEM768_X25519, HKDF-SHA256 and AES-256-GCM.

Hub, writers and the city's recovery key all hold the same kind of key: what is stolen today
must not be readable by tomorrow's machines (vault.md).
"""

import hashlib
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from sync.log.errors import Malformed, SealBroken

PRIVATE_BYTES: Final = 96
"""64 bytes of ML-KEM seed, then 32 of X25519."""
PUBLIC_BYTES: Final = 1216
"""1184 bytes of ML-KEM-768, then 32 of X25519."""

_MLKEM_SEED: Final = 64
_MLKEM_PUBLIC: Final = 1184
_SUITE: Final = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class ReceivingKey:
    """A private receiving key. ``secret`` is its 96 bytes, ``public`` its 1216; never printed."""

    secret: bytes
    public: bytes
    _key: MLKEM768X25519PrivateKey

    @classmethod
    def from_secret(cls, secret: bytes) -> "ReceivingKey":
        """Return the key of its 96 bytes; raises Malformed."""
        if len(secret) != PRIVATE_BYTES:
            raise Malformed("receiving key length")
        mlkem = MLKEM768PrivateKey.from_seed_bytes(secret[:_MLKEM_SEED])
        x25519 = X25519PrivateKey.from_private_bytes(secret[_MLKEM_SEED:])
        public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        return cls(secret, public, MLKEM768X25519PrivateKey(mlkem, x25519))

    @classmethod
    def generate(cls) -> "ReceivingKey":
        """Return a fresh key from the operating system's randomness."""
        mlkem = MLKEM768PrivateKey.generate()
        return cls.from_secret(mlkem.private_bytes_raw() + X25519PrivateKey.generate().private_bytes_raw())

    @property
    def key_id(self) -> bytes:
        """16 bytes that name the public half in a header."""
        return key_id(self.public)

    def open(self, sealed: bytes, *, label: str) -> bytes:
        """Return what was sealed to this key under ``label``; raises SealBroken."""
        try:
            return _SUITE.decrypt(sealed, self._key, info=_info(label))
        except (InvalidTag, ValueError) as problem:
            raise SealBroken(label) from problem

    def __repr__(self) -> str:
        return f"ReceivingKey({self.key_id.hex()})"


def key_id(public: bytes) -> bytes:
    """Return the 16 bytes that name a public receiving key."""
    return hashlib.sha256(b"kenttakirja/receiver/1" + public).digest()[:16]


def seal(public: bytes, plain: bytes, *, label: str) -> bytes:
    """Return ``plain`` sealed to a 1216-byte public key; opening needs the same ``label``.

    Costs 1136 bytes. The label separates uses: a sealed push cannot be replayed as a sealed key.
    Raises Malformed when ``public`` is no key.
    """
    if len(public) != PUBLIC_BYTES:
        raise Malformed("receiving key length")
    try:
        key = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:]),
        )
    except ValueError as problem:
        raise Malformed("receiving key") from problem
    return _SUITE.encrypt(plain, key, info=_info(label))


def _info(label: str) -> bytes:
    return b"kenttakirja/seal/1/" + label.encode()
