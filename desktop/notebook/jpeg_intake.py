# SPDX-License-Identifier: MIT
"""A JPEG without what a camera wrote into it (ITU-T T.81, JFIF 1.02, Exif 2.32): segments are kept by a list.

Kept is what the picture needs: tables, frame, scans, restart interval, the colour profile's colours, Adobe's word
on the colour transform, and which side is up, written anew. Exif with place, time and thumbnail, XMP, IPTC, comments,
further pictures (MPF) and whatever follows the end are gone. The scans are the same bytes, and so the pixels are.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

from desktop.notebook.picture_intake import PictureBroken, demand_picture, plain_profile

JPEG_START: Final = b"\xff\xd8\xff"
_END, _SCAN, _ORIENTATION_TAG, _SHORT = 0xD9, 0xDA, 0x0112, 3
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended, progressive: what cameras and scanners write, and what the window's decoder reads."""
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_IGNORED: Final = range(0xE0, 0xFF)
"""What programs add for themselves, extensions, comments."""
_BARE: Final = frozenset({0x00, 0x01, 0xD8, *range(0xD0, 0xD8)})
"""What has no place between segments: a stuffed byte, markers without a length, another start."""
_LENGTH, _TIFF_HEAD, _UPRIGHT, _SIDES = 2, 8, 1, range(1, 9)
_JFIF_BYTES, _ADOBE_BYTES, _ICC_HEAD = 14, 12, 14
_SCAN_HEAD: Final = 6
"""Bytes of a scan's header beside two for each component."""
_PIECE: Final = 65_519
"""Bytes of a profile in one segment."""
_NEXT_MARKER: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""What ends a scan's data: any marker but a stuffed byte and a restart."""
_FRAME_HEAD: Final = struct.Struct(">BHHB")
_Segment = tuple[int, bytes]
"""Marker and payload; a scan's payload has its data behind its header."""


def clean_jpeg(raw: bytes) -> bytes:
    """Return the picture without metadata; raises PictureBroken."""
    kept: list[_Segment] = []
    orientation, profile = 0, {}
    frames = scans = 0
    for marker, payload in _segments(raw):
        if marker in _FRAMES:
            frames += 1
            _demand_frame(payload)
            kept.append((marker, payload))
        elif marker in _TABLES:
            kept.append((marker, payload))
        elif marker == _SCAN:
            scans += frames
            kept.append((marker, payload))
        elif marker == _APP14 and payload.startswith(_ADOBE) and len(payload) >= _ADOBE_BYTES:
            kept.append((marker, payload[:_ADOBE_BYTES]))
        elif marker == _APP1 and payload.startswith(_EXIF):
            orientation = orientation or _orientation(payload[len(_EXIF) :])
        elif marker == _APP2 and payload.startswith(_ICC) and len(payload) > _ICC_HEAD:
            profile[payload[len(_ICC)]] = payload[_ICC_HEAD:]
        elif marker == _APP0 and payload.startswith(_JFIF) and len(payload) >= _JFIF_BYTES:
            # Its thumbnail may show what was cut off the picture.
            kept.insert(0, (marker, payload[: _JFIF_BYTES - 2] + bytes(2)))
        elif marker not in _IGNORED:
            raise PictureBroken
    if frames != 1 or not scans:
        raise PictureBroken
    first = 1 if kept[0][0] == _APP0 else 0
    kept[first:first] = [*_side_up(orientation), *_colours(profile)]
    return b"\xff\xd8" + b"".join(map(_written, kept)) + b"\xff\xd9"


def _segments(raw: bytes) -> Iterator[_Segment]:
    """Yield the segments between start and end; raises PictureBroken where the bytes are none."""
    at = 2
    while True:
        if raw[at : at + 1] != b"\xff":
            raise PictureBroken
        while raw[at : at + 1] == b"\xff":
            at += 1
        if at + 3 > len(raw):
            if raw[at : at + 1] == bytes([_END]):
                return
            raise PictureBroken
        marker = raw[at]
        if marker == _END:
            return
        length = int.from_bytes(raw[at + 1 : at + 3], "big")
        end = at + 1 + length
        if marker in _BARE or length < _LENGTH or end > len(raw):
            raise PictureBroken
        if marker == _SCAN:
            if length != _SCAN_HEAD + 2 * raw[at + 3]:
                raise PictureBroken
            found = _NEXT_MARKER.search(raw, end)
            if found is None:
                raise PictureBroken
            yield marker, raw[at + 3 : found.start()]
            at = found.start()
        else:
            yield marker, raw[at + 3 : end]
            at = end


def _demand_frame(payload: bytes) -> None:
    if len(payload) < _FRAME_HEAD.size:
        raise PictureBroken
    _, height, width, components = _FRAME_HEAD.unpack_from(payload)
    if len(payload) != _FRAME_HEAD.size + 3 * components:
        raise PictureBroken
    demand_picture(width, height)


def _written(segment: _Segment) -> bytes:
    marker, payload = segment
    length = _SCAN_HEAD + 2 * payload[0] if marker == _SCAN else len(payload) + 2
    return bytes([0xFF, marker]) + length.to_bytes(2, "big") + payload


def _orientation(tiff: bytes) -> int:
    """Return which side is up (1 to 8) from an Exif block, 0 when it does not say."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < _TIFF_HEAD:
        return 0
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for entry in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, entry)
        if tag == _ORIENTATION_TAG and kind == _SHORT:
            return value if value in _SIDES else 0
    return 0


def _side_up(orientation: int) -> list[_Segment]:
    """Return an Exif block that says this and nothing else; none for a picture that stands upright."""
    if orientation in {0, _UPRIGHT}:
        return []
    entry = struct.pack(">HHIHH", _ORIENTATION_TAG, _SHORT, 1, orientation, 0)
    return [(_APP1, _EXIF + struct.pack(">2sHIH", b"MM", 42, 8, 1) + entry + bytes(4))]


def _colours(pieces: dict[int, bytes]) -> list[_Segment]:
    whole = plain_profile(b"".join(piece for _, piece in sorted(pieces.items())))
    if whole is None:
        return []
    parts = [whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE)]
    return [(_APP2, _ICC + bytes([number, len(parts)]) + part) for number, part in enumerate(parts, start=1)]
