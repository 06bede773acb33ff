# SPDX-License-Identifier: MIT
"""What the figures were measured on."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.bench.children import ROOT


def machine_facts() -> dict[str, str | int | float]:
    """Return cores, processor, system, versions, date (UTC), commit, and the load before measuring."""
    return {
        "cores": os.cpu_count() or 0,
        "processor": _processor(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "qt": version("PySide6-Essentials"),
        "sqlite": dbapi2.sqlite_version,
        "date": datetime.now(UTC).date().isoformat(),
        "commit": _commit(),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else -1.0,
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _commit() -> str:
    """Return the short commit, with + where the tree differs from it; empty outside of a clone."""
    try:
        done = subprocess.run(
            ["git", "describe", "--always", "--dirty=+"],  # noqa: S607 - whichever git the developer has
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip()
