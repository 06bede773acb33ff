# SPDX-License-Identifier: MIT
"""A process that forks workers which change a passphrase without end, for a test that kills them.

Reads ``<folder>|<number>`` a line; forks a worker; prints ``born <pid>``. The worker unlocks with
phrase <number>, then changes to the next again and again, saying ``done <number> <generation>``
after each. When it has died the nursery says ``dead``.
"""

import itertools
import os
import sys
from pathlib import Path

from vault_disks import CHEAP

from desktop.vault.vault import change_passphrase, unlock


def phrase(number: int) -> str:
    """Return the passphrase of this number."""
    return f"toistettu salasana {number:06d}"


def work(folder: Path, number: int) -> None:
    """Change the passphrase until killed."""
    ticks = itertools.count(1_800_000_000, 1000)  # a clock on which no wait lasts
    vault = unlock(folder, phrase(number), known_generation=0, clock=lambda: next(ticks))
    while True:
        change_passphrase(vault, current=phrase(number), new=phrase(number + 1), kdf=CHEAP)
        number += 1
        os.write(1, f"done {number} {vault.generation}\n".encode())


def main() -> None:
    """Serve orders until the input ends."""
    for line in sys.stdin:
        folder, number = line.rstrip("\n").split("|")
        pid = os.fork()
        if pid == 0:
            work(Path(folder), int(number))
        os.write(1, f"born {pid}\n".encode())
        os.waitpid(pid, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
