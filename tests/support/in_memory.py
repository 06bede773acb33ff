# SPDX-License-Identifier: MIT
"""Where a run's throw-away folders lie: in memory, where the machine has room, since no test pulls the plug.

Hundreds of hubs and notebooks are made, and each save of theirs waits for the disk: a third of the time, and on a
machine that shares its disk much more. The power cuts are played by disks of our own (``vault_disks``,
``volatile_memory``), and what a killed process had handed to the system is there in memory as on a disk.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

_IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only throw-away folders of our own are made in it
_LEAST_BYTES: Final = 4 << 30
"""What must be free, both there and in memory as a whole."""


def use_memory() -> None:
    """Have ``tempfile`` and every child process make their folders in memory, unless TMPDIR says where."""
    if "TMPDIR" not in os.environ and has_room(_IN_MEMORY, Path("/proc/meminfo")):
        os.environ["TMPDIR"] = tempfile.tempdir = str(_IN_MEMORY)


def has_room(folder: Path, meminfo: Path) -> bool:
    """Return whether ``folder`` may be written, with room for a run, and memory as the system counts it too."""
    if not os.access(folder, os.W_OK | os.X_OK) or not meminfo.is_file():
        return False
    lines = (line.split() for line in meminfo.read_text(encoding="ascii").splitlines())
    available = next((int(words[1]) << 10 for words in lines if words[0] == "MemAvailable:"), 0)
    return min(shutil.disk_usage(folder).free, available) >= _LEAST_BYTES
