# SPDX-License-Identifier: MIT
"""A lease share as the help desk reads it out: 26 characters of Crockford's base32, the last two bits zero."""

from typing import Final

from sync.protocol.crockford import grouped, normalised, to_bytes, to_text
from sync.protocol.devices import SHARE_BYTES
from sync.protocol.errors import EnrolmentInvalid

LEASE_CHARACTERS: Final = 26
_GROUP: Final = 4
_FILL: Final = 6
"""32 characters are 160 bits: whole bytes."""
_PART: Final = "lease"


def lease_words(share: bytes) -> str:
    """Return a 16-byte share as 26 characters in groups of four, for reading aloud."""
    return grouped(to_text(share + b"\0", LEASE_CHARACTERS), _GROUP)


def share_from(typed: str) -> bytes:
    """Return the share that was typed; spaces, hyphens and small letters don't matter. Raises EnrolmentInvalid."""
    text = normalised(typed, characters=LEASE_CHARACTERS, part=_PART)
    raw = to_bytes(text + "0" * _FILL)
    if any(raw[SHARE_BYTES:]):
        raise EnrolmentInvalid(_PART)
    return raw[:SHARE_BYTES]
