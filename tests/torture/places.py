# SPDX-License-Identifier: MIT
"""Where histories are played: in memory where the machine has a folder for that, so that fsync costs nothing."""

import tempfile
from pathlib import Path

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - only throw-away folders of our own are made in it


def quick_folder() -> str:
    """Return the folder in memory, else the usual temporary one."""
    return str(_IN_MEMORY) if _IN_MEMORY.is_dir() else tempfile.gettempdir()
