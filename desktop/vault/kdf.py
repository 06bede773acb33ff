# SPDX-License-Identifier: MIT
"""From a passphrase to a key: Argon2id (RFC 9106), its bounds, its calibration, its raising.

Parameters travel with each slot of the key file, so they can grow as laptops do. They are read
from a file that anybody may have edited, hence the bounds: a tampered slot must cost seconds and
memory that a laptop has, and must never be cheap enough to be worth forging.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from desktop.vault.errors import KdfOutOfBounds, MemoryShort

KEK_BYTES: Final = 32
SALT_BYTES: Final = 16
LEAST_MEMORY_KIB: Final = 19 * 1024
MOST_MEMORY_KIB: Final = 4 * 1024 * 1024
MOST_PASSES: Final = 64
MOST_LANES: Final = 16
CALIBRATION_MIB: Final = (64, 128, 256, 512)
CALIBRATION_SECONDS: Final = 0.8
"""What a person at a stand may wait for the key alone (vault.md)."""

_CALIBRATION_PASSES: Final = 3
_CALIBRATION_LANES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class KdfParameters:
    """Argon2id's cost: ``memory_kib`` KiB, ``passes`` over it, ``lanes`` in parallel.

    No instance exists outside of the bounds: raises KdfOutOfBounds.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        _bounded("memory_kib", self.memory_kib, LEAST_MEMORY_KIB, MOST_MEMORY_KIB)
        _bounded("passes", self.passes, 1, MOST_PASSES)
        _bounded("lanes", self.lanes, 1, MOST_LANES)


def derive(passphrase: bytes, salt: bytes, parameters: KdfParameters) -> bytes:
    """Return the 32-byte key-encryption key; raises MemoryShort."""
    try:
        return Argon2id(
            salt=salt,
            length=KEK_BYTES,
            iterations=parameters.passes,
            lanes=parameters.lanes,
            memory_cost=parameters.memory_kib,
        ).derive(passphrase)
    except MemoryError as problem:
        raise MemoryShort(parameters.memory_kib) from problem


def measured(parameters: KdfParameters, clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how many seconds one derivation takes on this computer now."""
    start = clock()
    derive(b"calibration", b"\0" * SALT_BYTES, parameters)
    return clock() - start


def calibrate(seconds: Callable[[KdfParameters], float] = measured) -> KdfParameters:
    """Return the dearest of 64/128/256/512 MiB that takes at most 0.8 s; 64 MiB is the floor.

    Climbs and stops at the first that is too slow, so a slow laptop is not tried at 512 MiB.
    """
    chosen = _calibrated(CALIBRATION_MIB[0])
    for mebibytes in CALIBRATION_MIB:
        candidate = _calibrated(mebibytes)
        try:
            if seconds(candidate) > CALIBRATION_SECONDS:
                break
        except MemoryShort:
            break
        chosen = candidate
    return chosen


def raised(stored: KdfParameters, wanted: KdfParameters) -> KdfParameters | None:
    """Return ``wanted`` if the slot should be rewritten with it, ``None`` if it is good as it is.

    A raise never trades: neither memory nor passes may fall. Lanes are no cost to an attacker.
    """
    falls = wanted.memory_kib < stored.memory_kib or wanted.passes < stored.passes
    same = wanted.memory_kib == stored.memory_kib and wanted.passes == stored.passes
    return None if falls or same else wanted


def _calibrated(mebibytes: int) -> KdfParameters:
    return KdfParameters(memory_kib=mebibytes * 1024, passes=_CALIBRATION_PASSES, lanes=_CALIBRATION_LANES)


def _bounded(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise KdfOutOfBounds(name, value)
