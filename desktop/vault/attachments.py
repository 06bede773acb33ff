# SPDX-License-Identifier: MIT
"""Files of a notebook as ciphertexts named by their own SHA-256; no plain byte of one ever touches the disk.

Cobblestone-256 under a random key that lies in the record which names the file. A file is written beside its
name, flushed and renamed, so under a whole name lies a whole ciphertext, also after a power cut.
"""

import hashlib
import io
import os
import secrets
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from desktop.vault.disk import (
    FILE_MODE,
    FOLDER_MODE,
    Disk,
    NoPlainFile,
    disk_errors,
    open_plainly,
    replace_patiently,
)
from desktop.vault.errors import AttachmentDamaged, AttachmentMissing
from sync.records.attachments import BLOB_KEY_BYTES, DIGEST_BYTES, LARGEST_FILE
from sync.records.ids import EntityId, HubId

FOLDER: Final = "attachments"
OUTBOX_FOLDER: Final = "blobs"
NEW: Final = ".new"
"""Being sealed or copied; means nothing after a cut."""
PART: Final = ".part"
"""Being fetched; goes on where it stands."""
LARGEST_SEALED: Final = LARGEST_FILE + 1024 * 1024
"""Bytes of a ciphertext that is read at all: the largest file and far more than Cobblestone adds (0.1 %)."""
_CHUNK: Final = 256 * 1024


@dataclass(frozen=True, slots=True, repr=False)
class SealedFile:
    """A file that lies sealed: ``blob`` its name (32 bytes), ``key`` what opens it, ``sealed`` its length in bytes."""

    blob: bytes
    key: bytes
    sealed: int

    def __repr__(self) -> str:
        return "SealedFile(…)"


def attachment_context(hub: HubId, entity: EntityId) -> bytes:
    """Return what a ciphertext is bound to: this hub, and the record that names it."""
    return b"kenttakirja/attachment/1" + hub + entity


class AttachmentFolder:
    """The ciphertexts of one notebook, and those that wait in the laptop's outbox for any colleague to deliver.

    Raises DiskFull and OSError from whatever writes; used by one thread at a time for one and the same file.
    """

    def __init__(self, folder: Path, *, outbox: Path, disk: Disk) -> None:
        """``folder`` is the notebook's own ``attachments``; ``outbox`` the laptop's ``outbox/blobs``."""
        self._folder = folder
        self._outbox = outbox
        self._disk = disk

    def prepare(self) -> None:
        """Make both folders, and remove what a process that died left half sealed."""
        for folder in (self._folder, self._outbox):
            with disk_errors():
                folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        for left in self._folder.glob(f"*{NEW}"):
            self._disk.remove(left)

    # --- sealing and opening ---

    def seal(self, plain: bytes, context: bytes) -> SealedFile:
        """Seal a file under a key of its own; it is on the medium under its name when this returns."""
        key = Cobblestone256Encryptor.generate_key()
        encryptor = Cobblestone256Encryptor(key, context)
        view = memoryview(plain)
        pieces = (encryptor.update(view[at : at + _CHUNK]) for at in range(0, len(view), _CHUNK))
        digest, length = self._write(self._folder, _with_end(pieces, encryptor))
        return SealedFile(digest, key, length)

    def open(self, blob: bytes, key: bytes, context: bytes) -> bytes:
        """Return a file in the clear, in memory. Raises AttachmentMissing, AttachmentDamaged.

        ``AttachmentDamaged.file`` says whether the file is other than its name, or only the key does not fit it.
        """
        if len(key) != BLOB_KEY_BYTES:
            raise AttachmentDamaged(file=not self.is_whole(blob))
        decryptor, opened, left = Cobblestone256Decryptor(key, context), io.BytesIO(), LARGEST_SEALED
        try:
            # In small pieces: a whole ciphertext beside the whole file would be twice the memory, and slower.
            with open_plainly(self._path(blob)) as file:
                while left > 0 and (piece := file.read(_CHUNK)):
                    opened.write(decryptor.update(piece))
                    left -= len(piece)
            opened.write(decryptor.finalize())
        except (FileNotFoundError, NoPlainFile) as problem:
            raise AttachmentMissing from problem
        except (InvalidTag, ValueError) as problem:
            raise AttachmentDamaged(file=not self.is_whole(blob)) from problem
        return opened.getvalue()

    def is_whole(self, blob: bytes) -> bool:
        """Whether the ciphertext lies here and is what its name says."""
        return _is_whole(self._path(blob), blob)

    def has(self, blob: bytes) -> bool:
        """Whether something lies under this name."""
        return self._path(blob).is_file()

    def names(self) -> Iterator[bytes]:
        """Yield every blob that lies here under its own name."""
        for path in self._folder.iterdir():
            blob = _blob_of(path.name)
            if blob is not None and path.is_file() and not path.is_symlink():
                yield blob

    def parts(self) -> tuple[bytes, ...]:
        """Return what is being fetched."""
        names = (path.name.removesuffix(PART) for path in self._folder.glob(f"*{PART}"))
        return tuple(blob for blob in map(_blob_of, names) if blob is not None)

    def drop(self, blob: bytes) -> None:
        """Remove a ciphertext, and what was fetched of it."""
        self._disk.remove(self._path(blob))
        self._disk.remove(self._part(blob))

    # --- on the way to the hub ---

    def read(self, blob: bytes, start: int, length: int) -> bytes:
        """Return bytes of a ciphertext, of the outbox if it is only there; raises AttachmentMissing."""
        for path in (self._path(blob), self._waiting(blob)):
            try:
                with path.open("rb") as file:
                    file.seek(start)
                    return file.read(length)
            except FileNotFoundError:
                continue
        raise AttachmentMissing

    def leave(self, blob: bytes) -> None:
        """Let a ciphertext lie in the outbox too: the same file if the disk can do that, else a copy of it."""
        source, target = self._path(blob), self._waiting(blob)
        if target.exists():
            return
        if not source.is_file():
            raise AttachmentMissing
        with disk_errors():
            try:
                os.link(source, target)
            except OSError:
                with source.open("rb") as file:
                    self._write(self._outbox, iter(lambda: file.read(_CHUNK), b""))
            self._disk.flush_folder(self._outbox)

    def waiting(self) -> dict[bytes, int]:
        """Return what lies in the outbox, of whomever: blob and length in bytes."""
        found = {}
        for path in sorted(self._outbox.iterdir()):
            blob = _blob_of(path.name)
            if blob is not None and path.is_file() and not path.is_symlink():
                found[blob] = path.stat().st_size
        return found

    def waits_whole(self, blob: bytes) -> bool:
        """Whether what lies in the outbox is what its name says."""
        return _is_whole(self._waiting(blob), blob)

    def waiting_since(self, blob: bytes) -> float:
        """Return when what lies in the outbox was written, in seconds since 1970; raises FileNotFoundError."""
        return self._waiting(blob).stat().st_mtime

    def delivered(self, blob: bytes) -> None:
        """Take out of the outbox what the hub has."""
        self._disk.remove(self._waiting(blob))

    # --- on the way from the hub ---

    def take_from_outbox(self, blob: bytes) -> bool:
        """Make an own copy of what a colleague left in the outbox; return whether it is here now."""
        path = self._waiting(blob)
        if path.is_symlink() or not _is_whole(path, blob):
            return False
        with disk_errors(), path.open("rb") as file:
            written, _ = self._write(self._folder, iter(lambda: file.read(_CHUNK), b""))
        return written == blob

    def fetched(self, blob: bytes) -> int:
        """Return how many bytes of a fetch are here."""
        try:
            return self._part(blob).stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, blob: bytes, start: int, chunk: bytes) -> None:
        """Add to a fetch that stands at ``start``."""
        path = self._part(blob)
        with disk_errors():
            if start == 0:
                self._disk.remove(path)
                descriptor = self._disk.create(path)
            else:
                descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
            try:
                self._disk.write(descriptor, chunk)
            finally:
                self._disk.close(descriptor)

    def finish(self, blob: bytes) -> bool:
        """Put a fetch under its name; return whether it is what was named, else it is dropped."""
        path = self._part(blob)
        if not _is_whole(path, blob):
            self._disk.remove(path)
            return False
        with disk_errors():
            descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                self._disk.flush(descriptor)
            finally:
                self._disk.close(descriptor)
            self._disk.replace(path, self._path(blob))
            self._disk.flush_folder(self._folder)
        return True

    # --- parts ---

    def _write(self, folder: Path, pieces: Iterator[bytes]) -> tuple[bytes, int]:
        """Write a ciphertext under the name that its bytes give it; return its SHA-256 and length."""
        temporary = folder / f"{secrets.token_hex(16)}{NEW}"
        hasher, length = hashlib.sha256(), 0
        try:
            with disk_errors():
                descriptor = self._disk.create(temporary)
                try:
                    # Hashing beside writing: both let go of the interpreter, and each takes as long as the other.
                    with ThreadPoolExecutor(1) as beside:
                        for piece in pieces:
                            beside.submit(hasher.update, piece)
                            self._disk.write(descriptor, piece)
                            length += len(piece)
                        self._disk.flush(descriptor)
                finally:
                    self._disk.close(descriptor)
                self._disk.replace(temporary, folder / hasher.hexdigest())
                self._disk.flush_folder(folder)
        except BaseException:
            self._disk.remove(temporary)
            raise
        return hasher.digest(), length

    def _path(self, blob: bytes) -> Path:
        return self._folder / blob.hex()

    def _part(self, blob: bytes) -> Path:
        return self._folder / f"{blob.hex()}{PART}"

    def _waiting(self, blob: bytes) -> Path:
        return self._outbox / blob.hex()


def attachment_folder(notebook: Path, *, outbox: Path, disk: Disk) -> AttachmentFolder:
    """Return the files of the notebook in this folder, ready for use."""
    found = AttachmentFolder(notebook / FOLDER, outbox=outbox / OUTBOX_FOLDER, disk=disk)
    found.prepare()
    return found


def copy_readable(plain: bytes, path: Path) -> None:
    """Write a readable copy outside of the notebook: whole under its name, or not there. Raises DiskFull, OSError."""
    temporary = path.with_name(f".{secrets.token_hex(8)}{NEW}")
    try:
        with disk_errors():
            with open(temporary, "xb", opener=_for_this_user) as file:
                file.write(plain)
                file.flush()
                os.fsync(file.fileno())
            replace_patiently(lambda: temporary.replace(path), pause=time.sleep)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _for_this_user(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)


def _with_end(pieces: Iterator[bytes], encryptor: Cobblestone256Encryptor) -> Iterator[bytes]:
    yield from pieces
    yield encryptor.finalize()


def _blob_of(name: str) -> bytes | None:
    try:
        blob = bytes.fromhex(name)
    except ValueError:
        return None
    return blob if len(blob) == DIGEST_BYTES and blob.hex() == name else None


def _is_whole(path: Path, blob: bytes) -> bool:
    try:
        with open_plainly(path) as file:
            return hashlib.file_digest(file, "sha256").digest() == blob
    except (FileNotFoundError, NoPlainFile):
        return False
