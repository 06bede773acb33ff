# SPDX-License-Identifier: MIT
"""A process that forks workers which take a lease without end, for a test that kills them.

Reads ``<root>|<number>`` a line; forks a worker; prints ``born <pid>``. The worker opens ``<root>/n`` with whatever
share the key store in ``<root>`` has, then takes share after share as a laptop does: into the key store first, then
into the slot, saying ``done <number>`` after each. When it has died the nursery says ``dead``. A real laptop changes
its share never; here it does, so that every kill can fall between store and slot.
"""

import itertools
import os
import sys
from pathlib import Path

from desktop.vault.disk import RealDisk
from desktop.vault.key_store import FileKeyStore
from desktop.vault.keyfile import Header
from desktop.vault.slot_key import share_id
from desktop.vault.vault import OpenVault, take_lease, unlock

PHRASE = "toistettu salasana pysyy"


def share(number: int) -> bytes:
    """Return the share of this number."""
    return number.to_bytes(16, "big")


def open_it(root: Path, *, clock: int, known: int = 0) -> OpenVault:
    """Unlock with any share that was put before the slot asked for it: the newest two are in the store."""
    store = FileKeyStore(root, RealDisk())

    def share_of(header: Header) -> bytes:
        kept = store.get("share") or b""
        found = [kept[at : at + 16] for at in range(0, len(kept), 16)]
        return next(one for one in found if share_id(one) == header.passphrase_slot.share_id)

    return unlock(root / "n", PHRASE, known_generation=known, share_of=share_of, clock=lambda: clock)


def work(root: Path, number: int) -> None:
    """Take leases until killed."""
    store = FileKeyStore(root, RealDisk())
    vault = open_it(root, clock=1_800_000_000 + number)
    for following in itertools.count(number + 1):
        if not store.put("share", (vault.share or share(0)) + share(following)):
            raise OSError
        take_lease(vault, share(following))
        os.write(1, f"done {following} {vault.generation}\n".encode())


def main() -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        root, number = line.rstrip("\n").split("|")
        pid = os.fork()
        if pid == 0:
            work(Path(root), int(number))
        os.write(1, f"born {pid}\n".encode())
        os.waitpid(pid, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
