# SPDX-License-Identifier: MIT
"""What the hub's service needs from a database about attachments: which blob belongs to which record."""

from typing import Protocol


class BlobStore(Protocol):
    """A part of ``HubStore``; every method is one transaction. The bytes themselves lie in files."""
