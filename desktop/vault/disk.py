# SPDX-License-Identifier: MIT
"""The few things the vault asks of a disk, and how a small file is replaced so that it survives.

``Disk`` is a seam: tests put a recording disk, or a full one, in the place of the real one and
replay every prefix of what was written (a power cut can fall between any two calls).
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import Final, Protocol

from desktop.vault.errors import DiskFull

FILE_MODE: Final = 0o600
FOLDER_MODE: Final = 0o700
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
_SHARING_WAITS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds. A virus scanner or an indexer holds a new file for some tens of milliseconds."""


class Disk(Protocol):
    """What the vault needs; each call is one that a power cut can precede."""

    def read(self, path: Path, limit: int) -> bytes | None:
        """Return at most ``limit`` bytes of the file, or ``None`` when there is none."""
        ...

    def create(self, path: Path) -> int:
        """Create a file that must not exist, for this user only; return a descriptor."""
        ...

    def write(self, descriptor: int, content: bytes) -> None:
        """Write all of ``content``."""
        ...

    def flush(self, descriptor: int) -> None:
        """Return only when what was written is on the medium."""
        ...

    def close(self, descriptor: int) -> None:
        """Let go of the descriptor."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Put ``source`` in the place of ``target`` in one step."""
        ...

    def flush_folder(self, folder: Path) -> None:
        """Return only when the names in ``folder`` are on the medium."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        ...

    def overwrite(self, path: Path) -> None:
        """Put zeros in the place of a file's bytes, on the medium, if it is there."""
        ...


class RealDisk:
    """The operating system's disk."""

    def read(self, path: Path, limit: int) -> bytes | None:
        """Return at most ``limit`` bytes of the file, or ``None`` when there is none; of what is no file, none of it.

        A folder or a pipe under a file's name is as good as a file that can't be read: it stops its owner only.
        """
        try:
            with open_plainly(path) as file:
                return file.read(limit)
        except FileNotFoundError:
            return None
        except NoPlainFile:
            return b""

    def create(self, path: Path) -> int:
        """Create a file that must not exist, with mode 0600; return a descriptor."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, FILE_MODE)

    def write(self, descriptor: int, content: bytes) -> None:
        """Write all of ``content``; the system may take it in pieces."""
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]

    def flush(self, descriptor: int) -> None:
        """``fsync``."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """``close``."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """``rename`` or ``MoveFileExW``; waits while another program holds the target."""
        replace_patiently(lambda: source.replace(target), pause=time.sleep)

    def flush_folder(self, folder: Path) -> None:
        """``fsync`` of the folder; Windows has no such call and journals names itself."""
        if sys.platform != "win32":
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)

    def overwrite(self, path: Path) -> None:
        """Write zeros over a file in place and ``fsync``; what a flash disk kept elsewhere stays there."""
        try:
            with path.open("r+b", buffering=0) as file:
                length = file.seek(0, os.SEEK_END)
                file.seek(0)
                file.write(bytes(length))
                os.fsync(file.fileno())
        except FileNotFoundError:
            return


class NoPlainFile(OSError):
    """What lies under a name is a folder, a pipe or a device."""


def open_plainly(path: Path) -> BufferedReader:
    """Return a plain file, open to read; raises NoPlainFile and OSError.

    A pipe or a device would hold or fill the reader for ever. What Windows lets nobody open may be a folder.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except PermissionError as problem:
        if path.is_dir():
            raise NoPlainFile from problem
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NoPlainFile
    return os.fdopen(descriptor, "rb")


def write_durably(disk: Disk, path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``: after a power cut either the old or the new file is there.

    A temporary file in the same folder, write, fsync, replace, fsync of the folder. Raises
    DiskFull (the old file is untouched) or OSError.
    """
    temporary = path.with_name(path.name + ".new")
    try:
        disk.remove(temporary)  # what a process that died here left behind
        descriptor = disk.create(temporary)
        try:
            disk.write(descriptor, content)
            disk.flush(descriptor)
        finally:
            disk.close(descriptor)
        disk.replace(temporary, path)
        disk.flush_folder(path.parent)
    except OSError as problem:
        _remove_quietly(disk, temporary)
        if problem.errno in _FULL:
            raise DiskFull(problem.errno) from problem
        raise


@contextmanager
def disk_errors() -> Iterator[None]:
    """Raise DiskFull for an OSError that says so; any other stays what it is."""
    try:
        yield
    except OSError as problem:
        if is_full(problem):
            raise DiskFull(problem.errno or 0) from problem
        raise


def is_full(problem: OSError) -> bool:
    """Whether there was no room: full, no quota left, read-only, or too large a file for this disk."""
    return problem.errno in _FULL


def replace_patiently(replace: Callable[[], object], *, pause: Callable[[float], None]) -> None:
    """Call ``replace`` until no other program holds the file; raises the last PermissionError."""
    for wait in _SHARING_WAITS:
        try:
            replace()
        except PermissionError:
            pause(wait)
        else:
            return
    replace()


def _remove_quietly(disk: Disk, path: Path) -> None:
    """Remove the temporary file; on a read-only disk that fails too, and the first error counts."""
    try:
        disk.remove(path)
    except OSError:
        return
