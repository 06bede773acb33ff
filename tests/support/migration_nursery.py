# SPDX-License-Identifier: MIT
"""A process that forks workers which open a notebook of an older schema, for a test that kills them meanwhile.

Reads ``<laptop's folder>|<staff>`` a line; forks a worker; prints ``born <pid>``. The worker says ``begun``, opens the
notebook, which brings it forward, says ``done`` and waits to be killed. When it has died the nursery says ``dead``.
"""

import os
import signal
import sys
from pathlib import Path

from doorstep import CHEAP, CODES, GOOD
from restore_nursery import nowhere, say

from desktop.notebook.door import Door
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.laptop import Unlock
from desktop.notebook.premises import Premises
from desktop.vault.disk import RealDisk
from desktop.vault.key_store import FileKeyStore
from desktop.vault.laptop import open_laptop
from sync.records.ids import LaptopId, StaffId


def work(folder: Path, staff: StaffId) -> None:
    """Open the notebook and wait."""
    disk = RealDisk()
    laptop = open_laptop(folder, laptop=LaptopId("l00000000000000a1"), practice=True, disk=disk)
    lane = Lane("child")
    premises = Premises(
        laptop=laptop, disk=disk, codes=CODES, passphrase_words="", kdf=lambda: CHEAP, reach=nowhere,
        clock=lambda: 1_764_200_000_000, version="1", lane=lane, spare=lane,
        key_store=FileKeyStore(folder, disk),
    )  # fmt: skip
    say("begun")
    Door(premises, entered=lambda _inside, _fresh: None, leaving=lambda _why: None).unlock(
        Unlock(staff, GOOD)
    )
    say("done")
    signal.pause()


def main() -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        folder, staff = line.rstrip("\n").split("|")
        pid = os.fork()
        if pid == 0:
            work(Path(folder), StaffId(staff))
        say(f"born {pid}")
        os.waitpid(pid, 0)
        say("dead")


if __name__ == "__main__":
    main()
