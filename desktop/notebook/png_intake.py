# SPDX-License-Identifier: MIT
"""A PNG without what was written round it (W3C PNG, third edition): chunks are kept by a list.

Kept is what the picture needs: header, palette, data, transparency, how its colours and its grid are meant. Texts,
Exif, times, further frames, private chunks and whatever follows the end are gone.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from desktop.notebook.picture_intake import PictureBroken, demand_picture, plain_profile

PNG_START: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = {
    b"PLTE": 768, b"IDAT": 2**31, b"tRNS": 256, b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"sBIT": 4, b"pHYs": 9,
    b"bKGD": 6, b"cICP": 4,
}  # fmt: skip
"""Chunk → the most bytes that it has by the standard."""
_HEADER: Final = struct.Struct(">IIBBBBB")
_DEPTHS: Final = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
"""Colour type → bit depths."""
_LARGEST_PROFILE: Final = 4 * 1024 * 1024
_PROFILE_NAME: Final = 79
_ANCILLARY: Final = 0x20
_Chunk = tuple[bytes, bytes]
"""Name and content."""


def clean_png(raw: bytes) -> bytes:
    """Return the picture without metadata; raises PictureBroken."""
    chunks = _chunks(raw)
    name, header = next(chunks)
    if name != b"IHDR":
        raise PictureBroken
    _demand_header(header)
    kept, data = [(name, header)], False
    for name, content in chunks:
        data = data or name == b"IDAT"
        if name == b"iCCP":
            kept += _colours(content)
        elif name in _KEPT:
            if len(content) > _KEPT[name]:
                raise PictureBroken
            kept.append((name, content))
        elif not name[0] & _ANCILLARY:
            raise PictureBroken
    if not data:
        raise PictureBroken
    return PNG_START + b"".join(_written(*one) for one in [*kept, (b"IEND", b"")])


def _chunks(raw: bytes) -> Iterator[_Chunk]:
    """Yield the chunks before the end; raises PictureBroken for a length or a code that does not hold."""
    at = len(PNG_START)
    while True:
        if at + 12 > len(raw):
            raise PictureBroken
        length, name = struct.unpack_from(">I4s", raw, at)
        end = at + 8 + length
        if end + 4 > len(raw):
            raise PictureBroken
        if zlib.crc32(raw[at + 4 : end]) != int.from_bytes(raw[end : end + 4], "big"):
            raise PictureBroken
        if name == b"IEND":
            return
        yield name, raw[at + 8 : end]
        at = end + 4


def _demand_header(content: bytes) -> None:
    if len(content) != _HEADER.size:
        raise PictureBroken
    width, height, depth, colour, packing, filtering, interlace = _HEADER.unpack(content)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlace > 1:
        raise PictureBroken
    demand_picture(width, height)


def _colours(content: bytes) -> list[_Chunk]:
    """Return the colour profile's colours as a chunk of their own; none when it can't be read."""
    name, _, packed = content.partition(b"\0")
    if not 0 < len(name) <= _PROFILE_NAME or packed[:1] != b"\0":
        return []
    opening = zlib.decompressobj()
    try:
        profile = opening.decompress(packed[1:], _LARGEST_PROFILE)
    except zlib.error:
        return []
    plain = plain_profile(profile) if opening.eof else None
    return [] if plain is None else [(b"iCCP", b"icc\0\0" + zlib.compress(plain))]


def _written(name: bytes, content: bytes) -> bytes:
    whole = name + content
    return len(content).to_bytes(4, "big") + whole + zlib.crc32(whole).to_bytes(4, "big")
