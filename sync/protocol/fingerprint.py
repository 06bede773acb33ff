# SPDX-License-Identifier: MIT
"""The fingerprint of a hub's root key: 80 bits of its SHA-256, sixteen characters that a person can type.

A fake root with the same fingerprint costs 2^80 keys to find (a second preimage; a collision of one's own
keys gains nothing). Files and laptops keep the whole hash.
"""

import hashlib
from typing import Final

from sync.protocol.crockford import grouped, normalised, to_bytes, to_text

FINGERPRINT_CHARACTERS: Final = 16
FINGERPRINT_BYTES: Final = 10
DIGEST_BYTES: Final = 32


def root_digest(root_public: bytes) -> bytes:
    """Return the 32 bytes that name a root key; a laptop pins all of them, or the first ten."""
    return hashlib.sha256(b"kenttakirja/root/1" + root_public).digest()


def root_fingerprint(root_public: bytes) -> str:
    """Return the fingerprint in four groups of four, as printed on the enrolment slip."""
    return grouped(to_text(root_digest(root_public), FINGERPRINT_CHARACTERS), 4)


def fingerprint_bytes(typed: str) -> bytes:
    """Return the ten bytes of a typed fingerprint; raises EnrolmentInvalid("fingerprint")."""
    return to_bytes(normalised(typed, characters=FINGERPRINT_CHARACTERS, part="fingerprint"))


def fits(pin: bytes, root_public: bytes) -> bool:
    """Whether the pinned bytes (ten at least) name this root key."""
    return FINGERPRINT_BYTES <= len(pin) <= DIGEST_BYTES and root_digest(root_public)[: len(pin)] == pin
