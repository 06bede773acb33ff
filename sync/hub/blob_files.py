# SPDX-License-Identifier: MIT
"""The bytes of attachments: files by their SHA-256, grown under a lock that several processes agree about.

``ab/<hex>``        whole: its hash was held against its name before it was called so
``ab/<hex>.part``   growing; what is acknowledged of it is on the disk
``ab/.lock``        held while a file of this folder changes; it stays
``.swept``          when the unfinished were last looked through
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Final

from sync.hub.errors import FilesFailed
from sync.hub.file_locks import lock, sync_folder
from sync.protocol.errors import Code, refusal

UNFINISHED_MS: Final = 7 * 24 * 3600 * 1000
"""An upload that nobody has added to for so long is thrown away."""
_SWEEP_EVERY_MS: Final = 3600 * 1000
_PART: Final = ".part"
_LOCK: Final = ".lock"
_SWEPT: Final = ".swept"
_FOLDER_MODE: Final = 0o700
_FILE_MODE: Final = 0o600
_NAMED: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class BlobFiles:
    """The files in one folder. ``blob`` is always 32 bytes, so no name comes from outside.

    Every method raises FilesFailed where the disk refuses; then nothing more is acknowledged than before.
    """

    folder: Path

    def begin(self, blob: bytes, size: int, now: int) -> int:
        """Return how many bytes are held, after making room; ``size`` when all are."""
        self._sweep_sometimes(now)
        with self._alone(blob):
            if self._whole(blob).exists():
                return size
            with _opened(self._part(blob), os.O_RDWR | os.O_CREAT) as descriptor:
                have = os.fstat(descriptor).st_size
                if have >= size:
                    # Ended between the last byte and its name, or grown under another record's length.
                    return size if self._finish(blob, descriptor) else 0
                # Bytes that were written and never acknowledged count from here on.
                os.fsync(descriptor)
                _touch(descriptor, self._part(blob), now)
                return have

    def append(self, blob: bytes, offset: int, chunk: bytes, *, size: int, now: int) -> int:
        """Add the bytes from ``offset`` on and return how many are held now, durably.

        Raises BlobRefused: unknown-blob where nobody has begun, blob-offset where it stands elsewhere,
        blob-damaged where the whole has another hash (it is thrown away then); FrameRefused above ``size``.
        """
        with self._alone(blob):
            held = self.whole(blob)
            if held is not None:
                if offset == held and not chunk:
                    return held
                raise refusal(Code.BLOB_OFFSET, offset=held)
            if not self._part(blob).exists():
                raise refusal(Code.UNKNOWN_BLOB, blob=blob.hex())
            with _opened(self._part(blob), os.O_RDWR) as descriptor:
                have = os.fstat(descriptor).st_size
                if offset != have:
                    raise refusal(Code.BLOB_OFFSET, offset=have)
                if have + len(chunk) > size:
                    raise refusal(Code.MALFORMED)
                _add(descriptor, have, chunk)
                _touch(descriptor, self._part(blob), now)
                if have + len(chunk) == size and not self._finish(blob, descriptor):
                    raise refusal(Code.BLOB_DAMAGED, offset=0)
                return have + len(chunk)

    def stand(self, blob: bytes) -> int:
        """Return how many bytes are held, without making room."""
        whole = self.whole(blob)
        return _size(self._part(blob)) or 0 if whole is None else whole

    def whole(self, blob: bytes) -> int | None:
        """Return the size of a blob that is all here; ``None`` when it is not."""
        return _size(self._whole(blob))

    def open(self, blob: bytes) -> BufferedReader | None:
        """Return a whole blob to read from; the caller closes it."""
        try:
            return self._whole(blob).open("rb")
        except FileNotFoundError:
            return None
        except OSError as problem:
            raise FilesFailed(type(problem).__name__) from problem

    def sound(self, blob: bytes) -> bool:
        """Return whether a whole blob still has the hash that it is named by."""
        file = self.open(blob)
        if file is None:
            return False
        try:
            with file:
                return hashlib.file_digest(file, "sha256").digest() == blob
        except OSError as problem:
            raise FilesFailed(type(problem).__name__) from problem

    def drop(self, blob: bytes) -> None:
        """Take a blob off the disk, finished or not; harmless when it is gone."""
        with self._alone(blob):
            self._whole(blob).unlink(missing_ok=True)
            self._part(blob).unlink(missing_ok=True)
            sync_folder(self._whole(blob).parent)

    def all(self) -> Iterator[bytes]:
        """Yield the names of all whole blobs."""
        for file in sorted(self.folder.glob("[0-9a-f][0-9a-f]/*")):
            if _NAMED.fullmatch(file.name):
                yield bytes.fromhex(file.name)

    def sweep(self, now: int) -> int:
        """Throw away the unfinished that nobody has added to for a week; return how many."""
        swept = 0
        for file in sorted(self.folder.glob(f"[0-9a-f][0-9a-f]/*{_PART}")):
            with self._alone(bytes.fromhex(file.stem)):
                changed = _changed_ms(file)
                if changed is not None and now - changed > UNFINISHED_MS:
                    file.unlink()
                    swept += 1
        return swept

    def _sweep_sometimes(self, now: int) -> None:
        """Once an hour, by whichever process is asked next; a clock that was set back looks at once."""
        mark = self.folder / _SWEPT
        last = _changed_ms(mark)
        if last is not None and 0 <= now - last < _SWEEP_EVERY_MS:
            return
        try:
            _make(self.folder)
            with _opened(mark, os.O_RDWR | os.O_CREAT) as descriptor:
                _touch(descriptor, mark, now)
        except OSError as problem:
            raise FilesFailed(type(problem).__name__) from problem
        self.sweep(now)

    def _finish(self, blob: bytes, descriptor: int) -> bool:
        """Give a file with all its bytes its name, or throw it away where they are others."""
        part = self._part(blob)
        with os.fdopen(os.dup(descriptor), "rb") as file:
            file.seek(0)
            right = hashlib.file_digest(file, "sha256").digest() == blob
        if right:
            os.fsync(descriptor)
            part.replace(self._whole(blob))
        else:
            part.unlink()
        sync_folder(part.parent)
        return right

    @contextmanager
    def _alone(self, blob: bytes) -> Iterator[None]:
        """Be the only one, of all threads and processes, who changes a file of this blob's folder."""
        folder = self._whole(blob).parent
        try:
            _make(folder)
            with _opened(folder / _LOCK, os.O_RDWR | os.O_CREAT) as descriptor:
                lock(descriptor)
                yield
        except OSError as problem:
            raise FilesFailed(type(problem).__name__) from problem

    def _whole(self, blob: bytes) -> Path:
        name = blob.hex()
        return self.folder / name[:2] / name

    def _part(self, blob: bytes) -> Path:
        return self._whole(blob).with_suffix(_PART)


def _make(folder: Path) -> None:
    """Make a folder that outlives a power cut, with those above it."""
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
    sync_folder(folder.parent)


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), _FILE_MODE)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _add(descriptor: int, have: int, chunk: bytes) -> None:
    """Write a chunk to the end and force it to the disk; where that fails the file is as it was."""
    try:
        os.lseek(descriptor, have, os.SEEK_SET)
        view = memoryview(chunk)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, have)
        raise


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise FilesFailed(type(problem).__name__) from problem


def _changed_ms(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns // 1_000_000
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise FilesFailed(type(problem).__name__) from problem


def _touch(descriptor: int, path: Path, now: int) -> None:
    """Set when a file was last added to: by the hub's clock, which the machine's may differ from."""
    times = (now * 1_000_000, now * 1_000_000)
    os.utime(descriptor if os.utime in os.supports_fd else path, ns=times)
