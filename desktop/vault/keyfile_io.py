# SPDX-License-Identifier: MIT
"""The key file on the disk: ``vault.keys`` and an *equal* copy ``vault.keys.bak``.

The copy is equal and not the previous one: keeping the previous one would keep an old passphrase
alive. A save writes the first, then the second; it is acknowledged after both.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.vault.disk import Disk, write_durably
from desktop.vault.errors import FileFault, KeyFileMissing, KeyFileTooNew
from desktop.vault.keyfile import LARGEST_FILE, Header, canonical, decode

KEY_FILE: Final = "vault.keys"
KEY_FILE_COPY: Final = "vault.keys.bak"
COPIES: Final = (KEY_FILE, KEY_FILE_COPY)


@dataclass(frozen=True, slots=True)
class KeyFileCopies:
    """What the two files hold: ``readable`` headers without doubles, highest generation first.

    ``faults`` are those of the copies that can't be read. A missing copy is neither.
    """

    readable: tuple[Header, ...]
    faults: tuple[FileFault, ...]

    def demand_one(self) -> tuple[Header, ...]:
        """Return the readable headers; raises the reason when there are none."""
        if self.readable:
            return self.readable
        for fault in self.faults:
            if isinstance(fault, KeyFileTooNew):
                raise fault
        for fault in self.faults:
            raise fault
        raise KeyFileMissing


def read_copies(disk: Disk, folder: Path) -> KeyFileCopies:
    """Return what can be read of the two copies; raises nothing about their content."""
    headers: list[Header] = []
    faults: list[FileFault] = []
    for name in COPIES:
        raw = disk.read(folder / name, LARGEST_FILE + 1)
        if raw is None:
            continue
        try:
            header = decode(raw)
        except FileFault as fault:
            faults.append(fault)
        else:
            if header not in headers:
                headers.append(header)
    headers.sort(key=lambda header: header.generation, reverse=True)
    return KeyFileCopies(tuple(headers), tuple(faults))


def write_copies(disk: Disk, folder: Path, header: Header) -> None:
    """Write both copies durably, the first completely before the second; raises DiskFull."""
    content = canonical(header)
    for name in COPIES:
        write_durably(disk, folder / name, content)


def repair_copies(disk: Disk, folder: Path, header: Header) -> bool:
    """Make both copies equal to ``header``, touching only those that differ; say if one did.

    A copy that a newer version of this program wrote is left alone.
    """
    content = canonical(header)
    repaired = False
    for name in COPIES:
        raw = disk.read(folder / name, LARGEST_FILE + 1)
        if raw != content and not _is_too_new(raw):
            write_durably(disk, folder / name, content)
            repaired = True
    return repaired


def destroy_copies(disk: Disk, folder: Path) -> None:
    """Overwrite and remove both copies: what they guarded can't be read again, database and all (wipe order)."""
    for name in COPIES:
        disk.overwrite(folder / name)
        disk.remove(folder / name)
        disk.remove(folder / (name + ".new"))
    disk.flush_folder(folder)


def _is_too_new(raw: bytes | None) -> bool:
    if raw is None:
        return False
    try:
        decode(raw)
    except KeyFileTooNew:
        return True
    except FileFault:
        return False
    return False
