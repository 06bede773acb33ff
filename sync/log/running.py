# SPDX-License-Identifier: MIT
"""The running hash over a stream in hub order: one hash vouches for everything before it (design.md §6).

``H(0) = SHA-256("kenttakirja/running/1" ‖ hub ‖ epoch as 8 bytes ‖ stream)``,
``H(k) = SHA-256(H(k-1) ‖ hash of the commit with number k)``.
"""

import hashlib
from collections.abc import Iterable

from sync.records.ids import HubId, StreamId


def running_start(hub: HubId, stream: StreamId, epoch: int) -> bytes:
    """Return H(0) of a stream. ``epoch``: hub time in ms when it was minted; it rises, none comes twice."""
    return hashlib.sha256(
        b"kenttakirja/running/1" + hub + epoch.to_bytes(8, "big") + stream.encode()
    ).digest()


def running_next(running: bytes, commit_hash: bytes) -> bytes:
    """Return H(k) of H(k-1) and the hash of commit k."""
    return hashlib.sha256(running + commit_hash).digest()


def running_over(running: bytes, commit_hashes: Iterable[bytes]) -> bytes:
    """Return the running hash after several more commits in hub order."""
    for commit_hash in commit_hashes:
        running = hashlib.sha256(running + commit_hash).digest()
    return running
