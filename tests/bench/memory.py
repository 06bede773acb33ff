# SPDX-License-Identifier: MIT
"""What a process holds in memory right now."""

import importlib
from pathlib import Path


def resident_bytes(pid: int) -> int:
    """Return the resident set of a process, from /proc, or from psutil where there is none.

    Pages that two processes share are counted in both. Raises ModuleNotFoundError without either source.
    """
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines())
        return int(lines["VmRSS"].split()[0]) * 1024
    psutil = importlib.import_module("psutil")
    return int(psutil.Process(pid).memory_info().rss)
