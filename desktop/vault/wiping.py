# SPDX-License-Identifier: MIT
"""Destroying a notebook: a marker first, then the keys, then all that they opened, the marker last.

A wipe that was cut short goes on at the next start: whoever finds the marker does the rest. Each step may be done
twice. Once the marker is there nobody opens the notebook; once the key file is gone nobody can.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop.vault.card import read_card
from desktop.vault.disk import Disk, write_durably
from desktop.vault.errors import DiskFull
from desktop.vault.keyfile import is_staff_id
from desktop.vault.keyfile_io import COPIES, destroy_copies
from desktop.vault.lockfile import LOCK_FILE, NotebookLock
from sync.records.ids import StaffId

MARKER_FILE: Final = "wiping.json"
WIPED_FILE: Final = "wiped.json"
TOLD_MS: Final = 30 * 24 * 3_600_000
"""How long the unlock page tells of a destroyed notebook, unless somebody dismisses it."""
_LARGEST_MARKER: Final = 4096
_LARGEST_NOTES: Final = 256 * 1024
_MOST_NOTES: Final = 50
_DATABASE: Final = "notebook.db"
_KEEPS_KEYS: Final = (*COPIES, "recovery.key", "reopen.json")
"""What opens something, or did: overwritten before it is removed."""


class Wipe(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Why a notebook is destroyed: its owner left, or the hub ordered it (``order`` is the serial, else 0).

    ``at`` is Unix milliseconds; ``signed`` says that the farewell with the writer's signature lies in the outbox.
    """

    why: Literal["left", "wiped"]
    order: int
    at: int
    signed: bool


class Wiped(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A notebook that is gone, as the unlock page tells it: whose, when, and for which order. Nobody signed this."""

    staff: StaffId
    name: str
    wipe: Wipe


class _Notes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    notes: list[Wiped]
    version: Literal[1]


_encoder = msgspec.json.Encoder(order="sorted")
_wipes = msgspec.json.Decoder(Wipe)
_notes = msgspec.json.Decoder(_Notes)
_UNREADABLE: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


def is_marked(folder: Path) -> bool:
    """Whether somebody began to destroy this notebook."""
    return (folder / MARKER_FILE).exists()


def mark(disk: Disk, folder: Path, wipe: Wipe) -> None:
    """Begin: from here on the notebook is gone for its owner, and every start destroys the rest.

    A full disk keeps no key: then there is no marker, and ``destroy`` begins without.
    """
    with suppress(DiskFull):
        write_durably(disk, folder / MARKER_FILE, _encoder.encode(wipe))


def destroy(disk: Disk, root: Path, staff: StaffId) -> None:
    """Destroy a notebook of the laptop folder ``root``: keys, database, files, copies, folder.

    Call ``mark`` first. Raises NotebookInUse while a process has it open, and OSError: what is left is destroyed
    at the next start. One that is not there is no error.
    """
    folder = root / "notebooks" / staff
    if not folder.is_dir():
        return
    with NotebookLock(folder):
        destroy_copies(disk, folder)
        with suppress(DiskFull):
            _note(disk, root, folder, staff)
        for path in (*_asides(root, staff), folder):
            _empty(disk, path)
    for path in (*_asides(root, staff), folder):
        disk.remove(
            path / LOCK_FILE
        )  # Windows removes no file that somebody holds open, so it goes last but one
        disk.remove(path / MARKER_FILE)
        disk.flush_folder(path)
        path.rmdir()
    disk.flush_folder(root / "notebooks")


def marked(root: Path) -> tuple[StaffId, ...]:
    """Return whose notebooks somebody began to destroy and did not finish."""
    folders = sorted((root / "notebooks").iterdir())
    return tuple(StaffId(one.name) for one in folders if is_staff_id(one.name) and is_marked(one))


def wiped(disk: Disk, root: Path) -> tuple[Wiped, ...]:
    """Return which notebooks were destroyed on this laptop, the newest first; an unreadable file tells nothing."""
    raw = disk.read(root / WIPED_FILE, _LARGEST_NOTES)
    try:
        notes = [] if raw is None else _notes.decode(raw).notes
    except _UNREADABLE:
        return ()
    return tuple(sorted(notes, key=lambda one: -one.wipe.at))


def told_names(disk: Disk, root: Path, *, now: int) -> list[str]:
    """Return whose destroyed notebooks are still told of at ``now`` (Unix milliseconds), the newest first."""
    return [one.name for one in wiped(disk, root) if now - one.wipe.at < TOLD_MS]


def forget_wiped(disk: Disk, root: Path) -> None:
    """Tell no more of what was destroyed here; harmless when there is nothing to tell."""
    disk.remove(root / WIPED_FILE)
    disk.flush_folder(root)


def _note(disk: Disk, root: Path, folder: Path, staff: StaffId) -> None:
    """Tell the laptop of an ordered wipe, once. Who left of their own accord left no riddle behind."""
    wipe = _marker(disk, folder)
    if wipe is None or wipe.why == "left":
        return
    known = wiped(disk, root)
    if any((one.staff, one.wipe.order) == (staff, wipe.order) for one in known):
        return
    note = Wiped(staff=staff, name=read_card(disk, folder, staff).name, wipe=wipe)
    kept = [note, *known][:_MOST_NOTES]
    write_durably(disk, root / WIPED_FILE, _encoder.encode(_Notes(kept, 1)))


def _marker(disk: Disk, folder: Path) -> Wipe | None:
    raw = disk.read(folder / MARKER_FILE, _LARGEST_MARKER)
    try:
        return None if raw is None else _wipes.decode(raw)
    except _UNREADABLE:
        return None  # the marker stands for itself, whatever is in it


def _asides(root: Path, staff: StaffId) -> tuple[Path, ...]:
    """Return the folders that a restore put aside for this person: they hold a key file too."""
    return tuple(sorted(one for one in (root / "notebooks").glob(f"{staff}.*") if one.is_dir()))


def _empty(disk: Disk, folder: Path) -> None:
    """Remove everything in a folder but marker and lock: keys first, then the database, then all else."""
    for name in _KEEPS_KEYS:
        disk.overwrite(folder / name)
        disk.remove(folder / name)
    disk.flush_folder(folder)
    kept = {folder / MARKER_FILE, folder / LOCK_FILE}
    found = [path for path in _inside(folder) if path not in kept]
    for path in sorted(found, key=lambda one: (not one.name.startswith(_DATABASE), one.parent != folder)):
        if not path.is_dir() or path.is_symlink():
            disk.remove(path)
    for path in found:
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
    disk.flush_folder(folder)


def _inside(folder: Path) -> Iterator[Path]:
    """Yield all that lies below a folder, the deepest first; a link is a thing of its own and is not followed."""
    for where, folders, files in os.walk(folder, topdown=False):
        yield from (Path(where) / name for name in (*files, *folders))
