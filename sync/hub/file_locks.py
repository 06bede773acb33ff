# SPDX-License-Identifier: MIT
"""A lock on an open file that threads and processes agree about, and a folder's names forced to the disk."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> None:
        """Wait until this file is nobody else's; closing it lets go."""
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

    def sync_folder(_folder: Path) -> None:
        """A folder cannot be forced to the disk here; NTFS journals its names."""

else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Wait until this file is nobody else's; closing it lets go."""
        fcntl.flock(descriptor, fcntl.LOCK_EX)

    def sync_folder(folder: Path) -> None:
        """Force the names in a folder to the disk."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
