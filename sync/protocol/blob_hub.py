# SPDX-License-Identifier: MIT
"""The hub as a laptop sees it for attachments: ciphertexts named by their own SHA-256."""

from typing import Protocol


class BlobHub(Protocol):
    """Every call can be repeated. All raise ``sync.protocol.errors``; a blob is 32 bytes of SHA-256."""

    def blob_begin(self, blob: bytes, size: int) -> int:
        """Return how many bytes of it the hub holds, after making room for it; ``size`` when it holds all.

        Raises Refused (unknown-blob) for one that no record names which this writer may read or wrote.
        """

    def blob_send(self, blob: bytes, offset: int, chunk: bytes, *, size: int) -> int:
        """Send the bytes from ``offset`` on and return how many the hub holds now, durably.

        Raises Refused (blob-offset) when the hub stands elsewhere, (blob-damaged) when the whole has another hash.
        """

    def blob_read(self, blob: bytes, start: int, length: int) -> bytes:
        """Return at most ``length`` bytes from ``start`` on; raises Refused (unknown-blob)."""
