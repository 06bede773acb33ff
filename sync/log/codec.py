# SPDX-License-Identifier: MIT
"""The one encoding: msgpack with sorted keys, minimal integers, NFC strings, no floats, no extensions.

Bytes are accepted only if ``encode(decode(bytes)) == bytes``, so a value has one spelling and its hash
means the value. Limits are checked before anything is built from the bytes.
"""

import unicodedata
from typing import Final, TypeVar

import msgspec

from sync.log.errors import LimitExceeded, Malformed, NotCanonical

MAX_BYTES: Final = 256 * 1024
"""Largest commit part, in bytes (design.md §3)."""
MAX_DEPTH: Final = 8
"""Deepest nesting of lists and maps in a value."""
_SMALLEST: Final = -(2**63)
_LARGEST: Final = 2**64 - 1

Value = None | bool | int | str | bytes | list["Value"] | dict[str, "Value"]
"""What a field may hold."""

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder(order="sorted")
_any_decoder: msgspec.msgpack.Decoder[object] = msgspec.msgpack.Decoder()


def encode(value: object) -> bytes:
    """Return the canonical bytes of a value or of one of our structs."""
    return _encoder.encode(value)


def check_value(value: object, depth: int = MAX_DEPTH) -> None:
    """Refuse what a field may not hold: floats, extensions, non-NFC strings, nesting beyond ``depth``.

    Raises Malformed, NotCanonical (strings that are not NFC) or LimitExceeded (depth, integers that do not
    fit 64 bits).
    """
    if isinstance(value, str):
        if not value.isascii():
            _check_text(value)
    elif isinstance(value, int):
        if not _SMALLEST <= value <= _LARGEST:
            raise LimitExceeded("integer")
    elif isinstance(value, list | tuple):
        if depth <= 0:
            raise LimitExceeded("depth")
        for item in value:
            check_value(item, depth - 1)
    elif isinstance(value, dict):
        if depth <= 0:
            raise LimitExceeded("depth")
        for key, item in value.items():
            if not isinstance(key, str):
                raise Malformed("map key is not a string")
            check_value(key, depth)
            check_value(item, depth - 1)
    elif value is not None and not isinstance(value, bytes):
        raise Malformed("type not allowed in a value")


def _check_text(value: str) -> None:
    if not unicodedata.is_normalized("NFC", value):
        raise NotCanonical("string not NFC")
    try:
        value.encode()
    except UnicodeEncodeError as problem:
        raise Malformed("half a surrogate pair") from problem


def decode_value(raw: bytes) -> Value:
    """Return the value that ``raw`` is the canonical encoding of; raises Malformed and its kin."""
    if len(raw) > MAX_BYTES:
        raise LimitExceeded("bytes")
    try:
        value = _any_decoder.decode(raw)
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise Malformed("not msgpack") from problem
    check_value(value)
    if _encoder.encode(value) != raw:
        raise NotCanonical("another spelling")
    return value  # type: ignore[return-value]  # check_value has just proved it


def decode_struct(raw: bytes, decoder: "msgspec.msgpack.Decoder[T]", *, limit: int = MAX_BYTES) -> T:
    """Return one of our structs from its canonical bytes; raises Malformed and its kin.

    The struct's own ``Any`` parts must be checked by the caller with ``check_value``.
    """
    if len(raw) > limit:
        raise LimitExceeded("bytes")
    try:
        value = decoder.decode(raw)
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise Malformed("not the expected struct") from problem
    if _encoder.encode(value) != raw:
        raise NotCanonical("another spelling")
    return value
