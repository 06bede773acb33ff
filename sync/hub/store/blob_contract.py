# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database about attachments: which blob belongs to which record."""

from collections.abc import Collection, Sequence
from typing import Protocol

from sync.hub.store.rows import BlobRow, Claim
from sync.records.ids import EntityId, StreamId


class BlobStore(Protocol):
    """A part of ``HubStore``; every method is one transaction. The bytes themselves lie in files.

    A row says that an accepted commit named the blob. Whether the record still does is asked of the fold.
    """

    def add_blobs(self, rows: Sequence[BlobRow]) -> None:
        """Remember which blobs a released commit names; an accepted one's are kept by ``append``."""

    def claims(self, blob: bytes) -> Sequence[Claim]:
        """Return which records name a blob, those about an erased subject left out."""

    def blobs(self) -> Sequence[BlobRow]:
        """Return every row, those about an erased subject left out."""

    def blob_rows(self, blobs: Collection[bytes]) -> Sequence[BlobRow]:
        """Return every row that names one of these blobs."""

    def blobs_of_subject(self, subject: bytes) -> Sequence[BlobRow]:
        """Return the rows about this subject (its SHA-256)."""

    def forget_blobs(self, subject: bytes) -> None:
        """Forget the rows about this subject."""

    def forget_blob(self, stream: StreamId, entity: EntityId, blob: bytes) -> None:
        """Forget that a record named a blob."""
