# SPDX-License-Identifier: MIT
"""The one function through which every signature by any key goes.

``Ed25519(key, "kenttakirja/1/" purpose NUL ‖ hub id ‖ SHA-256(bytes))``: a signature made for one purpose or
one hub is worthless for another.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sync.log.errors import BadSignature
from sync.records.ids import HubId, WriterId, writer_id


class Purpose(StrEnum):
    """What a signature is for (design.md §3)."""

    COMMIT = "commit"
    CHECKPOINT = "checkpoint"
    RECEIPT = "receipt"
    HELLO = "hello"
    ROSTER = "roster"
    SNAPSHOT = "snapshot"
    BUNDLE = "bundle"
    ERASURE = "erasure"
    KEY = "key"


def _message(purpose: Purpose, hub: HubId, payload: bytes) -> bytes:
    return b"kenttakirja/1/" + purpose.value.encode() + b"\0" + hub + hashlib.sha256(payload).digest()


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private Ed25519 key. ``seed`` is its 32 bytes; never printed."""

    seed: bytes
    _key: Ed25519PrivateKey
    public: bytes

    @classmethod
    def from_seed(cls, seed: bytes) -> "SigningKey":
        """Return the key of a 32-byte seed."""
        key = Ed25519PrivateKey.from_private_bytes(seed)
        return cls(seed, key, key.public_key().public_bytes_raw())

    @classmethod
    def generate(cls) -> "SigningKey":
        """Return a fresh key from the operating system's randomness."""
        return cls.from_seed(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def writer(self) -> WriterId:
        """The writer id that this key proves."""
        return writer_id(self.public)

    def sign(self, purpose: Purpose, hub: HubId, payload: bytes) -> bytes:
        """Return the 64-byte signature over ``payload`` for this purpose and hub."""
        return self._key.sign(_message(purpose, hub, payload))

    def __repr__(self) -> str:
        return f"SigningKey(public={self.public.hex()})"


def verify(public: bytes, purpose: Purpose, hub: HubId, payload: bytes, signature: bytes) -> None:
    """Raise BadSignature unless ``signature`` over ``payload`` is by ``public`` for this purpose and hub."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _message(purpose, hub, payload))
    except (InvalidSignature, ValueError) as problem:
        raise BadSignature(purpose.value) from problem
