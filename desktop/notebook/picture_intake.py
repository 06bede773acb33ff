# SPDX-License-Identifier: MIT
"""What pictures of either format have in common: how large one may be, and what is kept of a colour profile."""

import struct
from typing import Final

LARGEST_PICTURE: Final = 100_000_000
"""Pixels. A few bytes may say that they are a picture of gigabytes: that is asked of the header, before any decoder."""
_PROFILE_HEADER: Final = 128
_ENTRY: Final = struct.Struct(">4sII")
_MOST_TAGS: Final = 100
_LARGEST_PROFILE: Final = 4 * 1024 * 1024
_SIGNATURE: Final = slice(36, 40)
_NEEDED: Final = slice(8, 24)
"""Version, device class, colour space, connection space."""
_RENDERING: Final = slice(64, 80)
"""Rendering intent and illuminant."""
_COLOURS: Final = frozenset(
    {
        b"wtpt", b"bkpt", b"chad", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC", b"kTRC", b"lumi",
        b"chrm", b"gamt", b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"D2B0", b"B2D0", b"cicp",
    }
)  # fmt: skip
"""Tags that say how colours look (ICC.1:2022, 9.2). The others name makers, owners, devices and descriptions."""


class PictureBroken(Exception):
    """The bytes begin as a picture and are none, or are one of more than 100 megapixels."""


def demand_picture(width: int, height: int) -> None:
    """Raise PictureBroken for a picture without any pixel or with too many."""
    if width <= 0 or height <= 0 or width * height > LARGEST_PICTURE:
        raise PictureBroken


def plain_profile(profile: bytes) -> bytes | None:
    """Return an ICC profile with nothing in it but colours, ``None`` when it is no profile.

    Its texts (description, copyright, device, maker's own) and what lies between its tags are left out.
    """
    if not _PROFILE_HEADER + 4 <= len(profile) <= _LARGEST_PROFILE or profile[_SIGNATURE] != b"acsp":
        return None
    (count,) = struct.unpack_from(">I", profile, _PROFILE_HEADER)
    if count > _MOST_TAGS or _PROFILE_HEADER + 4 + count * _ENTRY.size > len(profile):
        return None
    kept: list[tuple[bytes, bytes]] = []
    for at in range(count):
        name, start, size = _ENTRY.unpack_from(profile, _PROFILE_HEADER + 4 + at * _ENTRY.size)
        if start + size > len(profile):
            return None
        if name in _COLOURS:
            kept.append((name, profile[start : start + size]))
    return _profile(profile, kept)


def _profile(old: bytes, tags: list[tuple[bytes, bytes]]) -> bytes:
    header = bytearray(_PROFILE_HEADER)
    for part in (_NEEDED, _SIGNATURE, _RENDERING):
        header[part] = old[part]
    table, data = bytearray(struct.pack(">I", len(tags))), bytearray()
    begin = _PROFILE_HEADER + 4 + len(tags) * _ENTRY.size
    for name, content in tags:
        table += _ENTRY.pack(name, begin + len(data), len(content))
        data += content + bytes(-len(content) % 4)
    header[0:4] = struct.pack(">I", begin + len(data))
    return bytes(header + table + data)
