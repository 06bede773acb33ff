# SPDX-License-Identifier: MIT
"""The laptop's outbox: a folder in which each writer leaves one sealed bundle a stream for hub and colleagues.

Functions over a folder; they know no keys but what they are given. A bundle stays until every addressee has
marked it read, or for seven days once the hub has it. File names say nothing but which writer and which bundle
follow each other.
"""

import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sync.log.sealing import ReceivingKey
from sync.protocol.bundle import MAX_BYTES, Bundle, BundleHeader, read_bundle, read_header
from sync.protocol.errors import BundleBroken, BundleRefused
from sync.records.ids import HubId, StreamId, WriterId

SUFFIX: Final = ".kkbundle"
FAREWELL_SUFFIX: Final = ".kkfarewell"
"""A writer's farewell lies here until the hub has it, named after the writer; their bundles stay as long."""
KEPT_MS: Final = 7 * 24 * 3_600_000
UNDELIVERED_MS: Final = 90 * 24 * 3_600_000
"""For the hub alone it waits longer: its writer's notebook may be wiped by now, and then there is no other copy."""
_READ: Final = ".read"
_PART: Final = ".part"


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole bundle in the outbox. ``digest`` is SHA-256 of its bytes: what its next names as previous."""

    path: Path
    header: BundleHeader
    digest: bytes


def bundle_name(writer: WriterId, stream: StreamId) -> str:
    """Return the file name of a writer's bundle of a stream: the next one replaces it."""
    place = hashlib.sha256(b"kenttakirja/outbox/1" + writer + stream.encode()).hexdigest()[:32]
    return f"{writer.hex()}-{place}{SUFFIX}"


def leave(folder: Path, raw: bytes, *, writer: WriterId, stream: StreamId) -> Path:
    """Write a bundle so that it is there whole or not at all, also after a power cut; return its path.

    Only the writer's own process writes its names; what a power cut left half is overwritten by the next.
    """
    target = folder / bundle_name(writer, stream)
    part = folder / f"{target.name}{_PART}"
    try:
        with part.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(folder)
    return target


def entries(folder: Path, *, hub: HubId) -> tuple[tuple[Entry, ...], tuple[Path, ...]]:
    """Return the whole bundles of this hub, oldest name first, and what is refused, files or not.

    One bad name must not hide the others: a folder, a link or a file that can't be read is refused too.
    """
    whole: list[Entry] = []
    refused: list[Path] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            raw = read_file(path)
            whole.append(Entry(path, read_header(raw, hub=hub), hashlib.sha256(raw).digest()))
        except (BundleRefused, OSError):
            refused.append(path)
    return tuple(whole), tuple(refused)


def read_for(folder: Path, key: ReceivingKey, *, hub: HubId) -> tuple[tuple[Entry, Bundle], ...]:
    """Return the bundles that are sealed to this key and that it has not marked read, opened."""
    found: list[tuple[Entry, Bundle]] = []
    for entry in entries(folder, hub=hub)[0]:
        if key.key_id in entry.header.receivers and not is_read(entry, key.key_id):
            raw = read_file(entry.path)
            if hashlib.sha256(raw).digest() == entry.digest:  # else replaced meanwhile: next time
                found.append((entry, read_bundle(raw, key=key, hub=hub)))
    return tuple(found)


def mark_read(entry: Entry, receiver: bytes) -> None:
    """Note that this receiver (a key id) has taken the bundle in; for the hub: that it acknowledged all of it.

    Where something else than a file lies under the mark's name nothing is noted: a link would lead anywhere.
    """
    mark = _mark(entry, receiver)
    if not os.path.lexists(mark) or stat.S_ISREG(mark.lstat().st_mode):
        mark.write_bytes(entry.digest)


def is_read(entry: Entry, receiver: bytes) -> bool:
    """Whether this receiver has taken in just this bundle, and not an earlier one of its name."""
    try:
        return read_file(_mark(entry, receiver)) == entry.digest
    except (FileNotFoundError, BundleBroken):  # never read, or just tidied away by a colleague's notebook
        return False


def retire(folder: Path, *, hub: HubId, now_ms: int, hub_key: bytes | None = None) -> tuple[Path, ...]:
    """Remove what everybody has read or what is seven days old, with its marks; return the bundles removed.

    ``hub_key`` is the id of the hub's receiving key: what it has not marked is kept for ninety days. The bundle of
    somebody who has left is the only copy there is: it has no age while their farewell lies here.
    """
    gone: list[Path] = []
    left = {path.stem for path in folder.glob(f"*{FAREWELL_SUFFIX}")}
    for entry in entries(folder, hub=hub)[0]:
        everybody = all(is_read(entry, receiver) for receiver in entry.header.receivers)
        waits = hub_key in entry.header.receivers and hub_key is not None and not is_read(entry, hub_key)
        kept = UNDELIVERED_MS if waits else KEPT_MS
        old = now_ms - entry.header.time > kept and entry.header.writer.hex() not in left
        if everybody or old:
            _remove([entry.path, *folder.glob(f"{entry.path.name}.*{_READ}")])
            gone.append(entry.path)
    return tuple(gone)


def _mark(entry: Entry, receiver: bytes) -> Path:
    return entry.path.with_name(f"{entry.path.name}.{receiver.hex()}{_READ}")


def read_file(path: Path) -> bytes:
    """Return a bundle's bytes; raises BundleBroken for what is no plain file or too long, and OSError.

    A link could lead anywhere, and a pipe or a device would hold or fill the reader for ever.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise BundleBroken("no file")
    with open(path, "rb", opener=_plainly) as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise BundleBroken("length")
    return raw


def _plainly(path: str, flags: int) -> int:
    """Open without following a link or waiting for a pipe's other end (Windows has neither flag)."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no handle on a folder and writes names through by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
