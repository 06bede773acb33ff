# SPDX-License-Identifier: MIT
"""The one function through which every signature by any key goes.

``Ed25519(key, "kenttakirja/1/" purpose NUL ‖ hub id ‖ SHA-256(bytes))``: a signature made for one purpose or
one hub is worthless for another.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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
    ANSWER = "answer"
    ROSTER = "roster"
    SNAPSHOT = "snapshot"
    BUNDLE = "bundle"
    ERASURE = "erasure"
    KEY = "key"
    ORDER = "order"
    FAREWELL = "farewell"
    LEDGER = "ledger"


_P: Final = 2**255 - 19
_D: Final = -121665 * pow(121666, -1, _P) % _P
_PUBLIC_BYTES: Final = 32


def is_sound_public(public: bytes) -> bool:
    """Return whether these bytes are an Ed25519 public key that proves something.

    False for what is no point of the curve in its one encoding (RFC 8032 §5.1.3), and for the points of small
    order, under which anybody can make signatures: eight times such a point is the neutral one. The library
    looks at neither when it loads a key.
    """
    y = int.from_bytes(public, "little") & (2**255 - 1)
    if len(public) != _PUBLIC_BYTES or y >= _P:
        return False
    for doubling in range(4):
        square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P  # x², all that doubling y needs of x
        if doubling == 0 and pow(square, (_P - 1) // 2, _P) not in {0, 1}:
            return False
        if square == 0 and y == 1:
            return False
        y = (y * y + square) * pow(1 - _D * square * y * y, -1, _P) % _P
    return True


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
