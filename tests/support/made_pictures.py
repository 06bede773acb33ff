# SPDX-License-Identifier: MIT
"""Small made-up pictures, and the places in them where programs write about people."""

import base64
import struct
import zlib
from typing import Final

CANARY: Final = b"Yrjana Testinen, Testikuja 7"
WIDTH, HEIGHT = 16, 8

JPEG: Final = base64.b64decode(
    """
    /9j/4AAQSkZJRgABAQEAZABkAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO
    UlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT0//wAARCAAIABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF
    BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW
    V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi
    4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC
    AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm
    Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq
    8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDEtfDmcfJ+lbNr4azj93+lFFeA685bsxyvH19NT//Z
    """
)
"""16 by 8 pixels of changing colour, baseline, with JFIF and no other word."""


def segment(marker: int, payload: bytes) -> bytes:
    """Return one segment of a JPEG."""
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def jpeg_with(*segments: bytes, tail: bytes = b"") -> bytes:
    """Return the picture with these segments at its start and this behind its end."""
    return JPEG[:2] + b"".join(segments) + JPEG[2:] + tail


def exif(orientation: int, *, order: str = ">") -> bytes:
    """Return an Exif segment with the canary in it twice, and which side is up."""
    name = CANARY + b"\0"
    mark = b"MM" if order == ">" else b"II"
    entries = struct.pack(f"{order}HHII", 0x010F, 2, len(name), 38)
    entries += struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = struct.pack(f"{order}2sHIH", mark, 42, 8, 2) + entries + bytes(4) + name + b"thumbnail" + CANARY
    return segment(0xE1, b"Exif\0\0" + tiff)


def chunk(name: bytes, content: bytes) -> bytes:
    """Return one chunk of a PNG."""
    return len(content).to_bytes(4, "big") + name + content + zlib.crc32(name + content).to_bytes(4, "big")


def png_with(*chunks: bytes, tail: bytes = b"", width: int = WIDTH, height: int = HEIGHT) -> bytes:
    """Return an RGB picture with these chunks between header and data, and this behind its end."""
    rows = b"".join(
        b"\0" + b"".join(bytes([x * 16 % 256, y * 32 % 256, x * y % 256]) for x in range(WIDTH))
        for y in range(HEIGHT)
    )
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + data + chunk(b"IEND", b"") + tail


def profile(*, texts: bytes = CANARY) -> bytes:
    """Return a colour profile with a description, a copyright and something between its tags."""
    tags = [
        (b"desc", b"desc" + bytes(4) + len(texts).to_bytes(4, "big") + texts),
        (b"cprt", b"text" + bytes(4) + texts),
        *(
            (name, b"XYZ " + bytes(4) + struct.pack(">iii", 0x6FA0 + at, 0x38F5, 0x390))
            for at, name in enumerate((b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ"))
        ),
        *((name, b"curv" + bytes(4) + struct.pack(">IH", 1, 0x0233)) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    table, data = struct.pack(">I", len(tags)), b""
    start = 132 + 12 * len(tags)
    for name, content in tags:
        table += struct.pack(">4sII", name, start + len(data), len(content))
        data += content + texts + bytes(-(len(content) + len(texts)) % 4)
    header = bytearray(128)
    header[4:8], header[8:24], header[36:40] = b"mADE", b"\x02\x10\0\0mntrRGB XYZ ", b"acsp"
    header[48:52], header[84:100] = b"mADE", texts[:16].ljust(16, b"-")
    header[0:4] = struct.pack(">I", start + len(data))
    return bytes(header) + table + data
