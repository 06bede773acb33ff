# SPDX-License-Identifier: MIT
"""A file of 20 MB sealed on to the disk and opened from it, beside Cobblestone alone in memory over the same bytes."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor

from desktop.vault.attachments import attachment_folder
from desktop.vault.disk import RealDisk

T = TypeVar("T")

_CONTEXT = b"kenttakirja/bench"
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Sizes:
    """How much is measured; ``full()`` is what the goals are stated for."""

    mebibytes: int
    rounds: int

    @classmethod
    def full(cls) -> "Sizes":
        return cls(mebibytes=20, rounds=9)

    @classmethod
    def small(cls) -> "Sizes":
        return cls(mebibytes=1, rounds=2)


def measure(sizes: Sizes | None = None) -> dict[str, float]:
    """Return MB/s (millions of bytes) of each way, and the two ratios; every round measures all of them in turn."""
    sizes = sizes or Sizes.full()
    plain = os.urandom(sizes.mebibytes * _MEBIBYTE)
    took: dict[str, list[float]] = {"seal": [], "open": [], "raw_seal": [], "raw_open": [], "write": []}
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:  # the disk, not a folder in memory
        files = attachment_folder(Path(folder), outbox=Path(folder, "outbox"), disk=RealDisk())
        for _ in range(sizes.rounds):
            raw = _timed(took["raw_seal"], partial(_raw_seal, plain))
            _timed(took["raw_open"], partial(_raw_open, *raw))
            one = _timed(took["seal"], partial(files.seal, plain, _CONTEXT))
            _timed(took["open"], partial(files.open, one.blob, one.key, _CONTEXT))
            _timed(took["write"], partial(_write, Path(folder, "bare"), raw[1]))
            files.drop(one.blob)
    speeds = {f"{name}_mb_s": len(plain) / 1e6 / statistics.median(all_) for name, all_ in took.items()}
    return speeds | {
        "seal_to_raw": speeds["seal_mb_s"] / speeds["raw_seal_mb_s"],
        "open_to_raw": speeds["open_mb_s"] / speeds["raw_open_mb_s"],
        "seal_to_write": speeds["seal_mb_s"] / speeds["write_mb_s"],
    }


def _timed(took: list[float], work: Callable[[], T]) -> T:
    start = time.perf_counter()
    done = work()
    took.append(time.perf_counter() - start)
    return done


def _raw_seal(plain: bytes) -> tuple[bytes, bytes]:
    key = Cobblestone256Encryptor.generate_key()
    encryptor = Cobblestone256Encryptor(key, _CONTEXT)
    return key, encryptor.update(plain) + encryptor.finalize()


def _raw_open(key: bytes, sealed: bytes) -> bytes:
    decryptor = Cobblestone256Decryptor(key, _CONTEXT)
    return decryptor.update(sealed) + decryptor.finalize()


def _write(path: Path, content: bytes) -> None:
    """Write and flush what is sealed already: what the disk alone takes."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:20} {value:12.2f}")  # noqa: T201 - a measurement is read at the terminal
