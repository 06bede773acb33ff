# SPDX-License-Identifier: MIT
"""The order of a hub about a notebook, kept beside its key file as ``order.bin``: bytes that prove themselves.

Whoever reads it verifies it anew each time (``desktop.notebook.orders``), so bytes that nobody signed close nothing.
"""

from pathlib import Path
from typing import Final

from desktop.vault.disk import Disk, write_durably

ORDER_FILE: Final = "order.bin"
LARGEST_ORDER: Final = 16 * 1024
"""Bytes; a signed order is about 500."""


def keep_order(disk: Disk, folder: Path, raw: bytes) -> None:
    """Replace the order in a notebook's folder, durably and 0600; raises DiskFull."""
    write_durably(disk, folder / ORDER_FILE, raw)


def kept_order(disk: Disk, folder: Path) -> bytes | None:
    """Return the bytes that lie there, ``None`` without any or for a file that is too long to be an order."""
    raw = disk.read(folder / ORDER_FILE, LARGEST_ORDER + 1)
    return None if raw is None or len(raw) > LARGEST_ORDER else raw
