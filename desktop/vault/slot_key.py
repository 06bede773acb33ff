# SPDX-License-Identifier: MIT
"""What opens the passphrase slot: what Argon2id made of the passphrase, and with a lease the share beside it.

Neither half opens the slot alone. The sign-in key comes of the passphrase's half only, so that a notebook whose
share is lost can prove the passphrase to the hub and be given the share again.
"""

from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.vault.errors import VaultMisuse
from desktop.vault.kdf import KEK_BYTES

SHARE_BYTES: Final = 16
"""The same number as ``sync.protocol.devices.SHARE_BYTES``; a test holds them together."""
SHARE_ID_BYTES: Final = 8


@dataclass(frozen=True, slots=True, repr=False)
class SlotKey:
    """``base`` is Argon2id's 32 bytes; ``share`` the lease's 16, empty without a lease. Never printed."""

    base: bytes
    share: bytes = b""

    def __post_init__(self) -> None:
        if len(self.base) != KEK_BYTES or len(self.share) not in {0, SHARE_BYTES}:
            raise VaultMisuse("length of a slot's key")

    def __repr__(self) -> str:
        return "SlotKey(…)"

    @property
    def kek(self) -> bytes:
        """32 bytes: the key of the slot's box."""
        if not self.share:
            return self.base
        return _derived(self.base, salt=self.share, use=b"kek-with-lease")

    @property
    def sign_in_seed(self) -> bytes:
        """32 bytes: the Ed25519 seed whose public half is the hub's verifier."""
        return _derived(self.base, salt=None, use=b"lease-sign-in")

    def packed(self) -> bytes:
        """Return base and share as one text of bytes, for a box that holds both."""
        return self.base + self.share

    @classmethod
    def unpacked(cls, packed: bytes) -> "SlotKey | None":
        """Return what ``packed`` made; ``None`` for anything else."""
        if len(packed) not in {KEK_BYTES, KEK_BYTES + SHARE_BYTES}:
            return None
        return cls(packed[:KEK_BYTES], packed[KEK_BYTES:])


def share_id(share: bytes) -> str:
    """Return 16 hex digits that name a share in the key file and tell nothing of it; empty for no share."""
    if not share:
        return ""
    hkdf = HKDF(algorithm=SHA256(), length=SHARE_ID_BYTES, salt=None, info=b"kenttakirja/v2/share-id")
    return hkdf.derive(share).hex()


def _derived(base: bytes, *, salt: bytes | None, use: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEK_BYTES, salt=salt, info=b"kenttakirja/v2/" + use).derive(base)
