# SPDX-License-Identifier: MIT
"""A process that forks workers which destroy a notebook, for a test that kills them.

Reads ``<laptop's folder>|<staff>`` a line; forks a worker; prints ``born <pid>``. A worker says ``begun``, destroys
the notebook as an ordered wipe does, says ``done`` and waits to be killed. Then the nursery says ``dead``.
"""

import os
import signal
import sys
from pathlib import Path

from desktop.vault.disk import RealDisk
from desktop.vault.wiping import Wipe, destroy, mark
from sync.records.ids import StaffId


def work(root: Path, staff: StaffId) -> None:
    """Destroy it, from the marker to the folder."""
    disk = RealDisk()
    say("begun")
    mark(disk, root / "notebooks" / staff, Wipe(why="wiped", order=7, at=1_764_100_000_000, signed=False))
    destroy(disk, root, staff)
    say("done")
    signal.pause()


def say(line: str) -> None:
    """Tell the test a line, at once."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        root, staff = line.rstrip("\n").split("|")
        pid = os.fork()
        if pid == 0:
            work(Path(root), StaffId(staff))
        say(f"born {pid}")
        os.waitpid(pid, 0)
        say("dead")


if __name__ == "__main__":
    main()
