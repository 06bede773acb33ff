# SPDX-License-Identifier: MIT
"""Crockford's base32: what people read aloud and type. No I, L, O, U; these are read as 1, 1, 0."""

from typing import Final

from sync.protocol.errors import EnrolmentInvalid

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "\u00a0": None})
_BITS: Final = 5


def to_text(raw: bytes, characters: int) -> str:
    """Return the first ``characters`` x 5 bits of ``raw`` as text."""
    number = int.from_bytes(raw, "big") >> (len(raw) * 8 - characters * _BITS)
    return "".join(_ALPHABET[number >> (_BITS * place) & 31] for place in range(characters - 1, -1, -1))


def grouped(text: str, size: int) -> str:
    """Return the text in groups with hyphens between, for reading aloud."""
    return "-".join(text[start : start + size] for start in range(0, len(text), size))


def normalised(typed: str, *, characters: int, part: str) -> str:
    """Return what was typed as plain Crockford text; raises EnrolmentInvalid naming ``part``."""
    text = typed.upper().translate(_READ_AS)
    if len(text) != characters or any(letter not in _ALPHABET for letter in text):
        raise EnrolmentInvalid(part)
    return text


def to_bytes(text: str) -> bytes:
    """Return the bytes of normalised text whose bits fill whole bytes."""
    number = 0
    for letter in text:
        number = number << _BITS | _ALPHABET.index(letter)
    return number.to_bytes(len(text) * _BITS // 8, "big")
