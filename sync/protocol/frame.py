# SPDX-License-Identifier: MIT
"""A frame: a message as canonical msgpack, packed by zstd, sealed to one receiver (design.md §6).

The limits hold before memory is spent: packed size, then the size and the window that the zstd header
declares, then the size that really comes out.
"""

from typing import Final, TypeVar

import msgspec
import zstandard

from sync.log.codec import encode
from sync.log.errors import SealBroken
from sync.log.sealing import ReceivingKey, seal
from sync.protocol.errors import FrameBroken, FrameTooLarge
from sync.protocol.messages import MAX_FRAME_OPEN, MAX_FRAME_PACKED

MAX_WINDOW: Final = 8 * 1024 * 1024
MAX_SEALED: Final = MAX_FRAME_PACKED + 2048
"""A sealed frame is at most this long; sealing itself adds 1136 bytes."""
LEVEL: Final = 9
"""Measured for 500 walk-ins (tests/bench/bench_wire.py): smaller than 3, far cheaper than 19."""

T = TypeVar("T", bound=msgspec.Struct)


def pack(message: msgspec.Struct) -> bytes:
    """Return the packed bytes of a message; raises FrameTooLarge."""
    raw = encode(message)
    if len(raw) > MAX_FRAME_OPEN:
        raise FrameTooLarge("open")
    # A compressor is made per frame: python-zstandard's objects must not be shared by threads.
    packed = zstandard.ZstdCompressor(level=LEVEL, write_checksum=False, write_content_size=True).compress(
        raw
    )
    if len(packed) > MAX_FRAME_PACKED:
        raise FrameTooLarge("packed")
    return packed


def unpack(packed: bytes, kind: type[T]) -> T:
    """Return the message of these packed bytes; raises FrameBroken, FrameTooLarge.

    A newer sender's additional fields are ignored (sync.protocol.messages), so the message itself need
    not re-encode to the same bytes; the commits inside are byte strings that must.
    """
    raw = _open_zstd(packed)
    try:
        return msgspec.msgpack.decode(raw, type=kind)
    except (msgspec.DecodeError, RecursionError, ValueError) as problem:
        raise FrameBroken("message") from problem


def seal_frame(public: bytes, message: msgspec.Struct, *, label: str) -> bytes:
    """Return the message packed and sealed to a public receiving key; raises FrameTooLarge, Malformed."""
    return seal(public, pack(message), label=label)


def open_frame(key: ReceivingKey, sealed: bytes, kind: type[T], *, label: str) -> T:
    """Return the message that was sealed to ``key`` under ``label``; raises FrameBroken, FrameTooLarge."""
    if len(sealed) > MAX_SEALED:
        raise FrameTooLarge("sealed")
    try:
        packed = key.open(sealed, label=label)
    except SealBroken as problem:
        raise FrameBroken("seal") from problem
    return unpack(packed, kind)


def open_size(packed: bytes) -> int:
    """Return how many bytes a frame will unpack to, within the limits; raises FrameBroken, FrameTooLarge."""
    if len(packed) > MAX_FRAME_PACKED:
        raise FrameTooLarge("packed")
    try:
        header = zstandard.get_frame_parameters(packed)
    except zstandard.ZstdError as problem:
        raise FrameBroken("zstd header") from problem
    if header.content_size == zstandard.CONTENTSIZE_UNKNOWN:
        raise FrameBroken("zstd without a size")
    if header.content_size > MAX_FRAME_OPEN:
        raise FrameTooLarge("open")
    if header.window_size > MAX_WINDOW:
        raise FrameTooLarge("window")
    return int(header.content_size)


def _open_zstd(packed: bytes) -> bytes:
    open_size(packed)
    try:
        return zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW).decompress(
            packed, max_output_size=MAX_FRAME_OPEN, allow_extra_data=False
        )
    except zstandard.ZstdError as problem:
        raise FrameBroken("zstd") from problem
