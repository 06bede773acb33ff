# SPDX-License-Identifier: MIT
"""A process that forks workers which back up or restore a notebook without end, for a test that kills them.

Reads ``<back-up|restore>|<laptop's folder>|<staff>|<backup>`` a line; forks a worker; prints ``born <pid>``. A worker
says ``begun`` before each time and ``made <path>`` after each backup. When it has died the nursery says ``dead``.
There is no network: a restored notebook stays shut.
"""

import os
import sys
from functools import partial
from pathlib import Path

from doorstep import CHEAP, CODES, GOOD

from desktop.notebook.door import Door
from desktop.notebook.lanes import Lane
from desktop.notebook.messages.backups import Restore
from desktop.notebook.messages.laptop import Unlock
from desktop.notebook.premises import Premises, backups_of
from desktop.notebook.restoring import Restoring
from desktop.store.backup_copy import copy_notebook
from desktop.vault.disk import RealDisk
from desktop.vault.key_store import FileKeyStore
from desktop.vault.laptop import open_laptop
from sync.client.http import HttpHub
from sync.log.sealing import ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.errors import Unreachable
from sync.records.ids import LaptopId, StaffId


def nowhere(address: str, *, pin: bytes, signing: SigningKey, receiving: ReceivingKey) -> HttpHub:
    """Reach nothing."""
    del address, pin, signing, receiving
    raise Unreachable


def work(kind: str, folder: Path, staff: StaffId, backup: Path) -> None:
    """Back up or restore until killed."""
    disk = RealDisk()
    laptop = open_laptop(folder, laptop=LaptopId("l00000000000000a1"), practice=True, disk=disk)
    lane = Lane("child")
    now = iter(range(1_764_100_000_000, 2_000_000_000_000, 1000))
    premises = Premises(
        laptop=laptop, disk=disk, codes=CODES, passphrase_words="", kdf=lambda: CHEAP, reach=nowhere,
        clock=lambda: next(now), version="1", lane=lane, spare=lane,
        key_store=FileKeyStore(folder, disk),
    )  # fmt: skip
    door = Door(premises, entered=lambda _inside, _fresh: None, leaving=lambda _why: None)
    if kind == "restore":
        restoring = Restoring(premises, door, opening=door.open_vault)
        while True:
            say("begun")
            try:
                restoring.restore(Restore(str(backup), GOOD))
            except Unreachable:
                continue
    door.unlock(Unlock(staff, GOOD))
    inside = door.demand_inside()
    copy = partial(copy_notebook, inside.desk.store.path, inside.vault.secrets.database_key)
    its = backups_of(premises, inside.vault, inside.hub)
    while True:
        say("begun")
        made = its.make(copy, into=None, automatic=True, city=None)
        say(f"made {made.path}")
        its.prune()


def say(line: str) -> None:
    """Tell the test a line, at once."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        kind, folder, staff, backup = line.rstrip("\n").split("|")
        pid = os.fork()
        if pid == 0:
            work(kind, Path(folder), StaffId(staff), Path(backup))
        say(f"born {pid}")
        os.waitpid(pid, 0)
        say("dead")


if __name__ == "__main__":
    main()
