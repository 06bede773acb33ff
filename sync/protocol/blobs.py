# SPDX-License-Identifier: MIT
"""What laptop and hub say to each other about an attachment's bytes: tus 1.0 with a signed body where it counts."""

from typing import Final

import msgspec

from sync.records.attachments import LARGEST_FILE

BLOBS_PATH: Final = "/v1/blobs"
BLOB_BYTES: Final = 32
"""A blob's name: the SHA-256 of its ciphertext."""
MAX_CHUNK: Final = 256 * 1024
"""Bytes of one PATCH."""
MAX_READ: Final = 1024 * 1024
"""Bytes that our own client asks for in one GET."""
MAX_BLOB: Final = LARGEST_FILE + 256 * 1024
"""Bytes of a ciphertext: the largest file, and more than sealing adds to it (measured: 5 KiB)."""
NONCE_BYTES: Final = 16

TUS_VERSION: Final = "1.0.0"
TUS_EXTENSIONS: Final = "creation,checksum"
OFFSET_TYPE: Final = "application/offset+octet-stream"
CONTENT: Final = "application/octet-stream"


class BlobBegin(msgspec.Struct, array_like=True, frozen=True):
    """The body of a creation by our own client; ``nonce`` is fresh, so that the hub's word fits this asking only."""

    blob: bytes
    size: int
    nonce: bytes


class BlobStand(msgspec.Struct, array_like=True, frozen=True):
    """How much of a blob the hub holds, durably; all of it when ``offset`` is ``size``."""

    blob: bytes
    offset: int
    size: int


def blob_path(blob: bytes) -> str:
    """Return the route of a blob, as signed."""
    return f"{BLOBS_PATH}/{blob.hex()}"
