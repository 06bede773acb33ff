# SPDX-License-Identifier: MIT
"""A backup: the copy of one notebook as a single sealed file (FORMAT.md, "Backups").

magic ‖ version ‖ length ‖ header ‖ one HPKE box a receiver ‖ Cobblestone body ‖ SHA-256 of all before ‖ MAC.
The header says in the clear whose notebook it is and holds the key file, which its passphrase protects. The
SHA-256 tells a damaged file before anybody is asked for a passphrase; the MAC, that the owner's vault made it.
"""

import hashlib
import hmac
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final, Literal

import msgspec
from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from desktop.vault.disk import Disk, is_full, open_plainly
from desktop.vault.errors import BackupFault, BackupUnreadable, DiskFull, FileFault, KeyFileDamaged
from desktop.vault.keyfile import VAULT_ID_BYTES, Header, canonical, decode, is_staff_id, unhex
from desktop.vault.secrets import VaultSecrets
from sync.log.errors import SealBroken
from sync.log.sealing import ReceivingKey, key_id, seal
from sync.log.signing import SigningKey
from sync.records.ids import ID_BYTES, LaptopId, StaffId, WriterId

MAGIC: Final = b"KKBACKUP"
VERSION: Final = 1
SUFFIX: Final = ".kkbackup"

_LENGTH: Final = 4
_PREFIX: Final = len(MAGIC) + 1 + _LENGTH
_LARGEST_HEADER: Final = 256 * 1024
_MOST_RECEIVERS: Final = 4
_FILE_KEY: Final = 32
_BOX: Final = 1136 + _FILE_KEY
_DIGEST: Final = 32
_TRAILER: Final = 2 * _DIGEST
_PIECE: Final = 1 << 20
_KEY_ID: Final = 16
_LAPTOP: Final = re.compile(r"l[0-9a-f]{16}")


class BackupHeader(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """What anybody may know of a backup. All bytes are lower-case hex."""

    automatic: bool
    generation: int
    """Of the key file inside."""
    hub_card: str
    """The notebook's ``hub.json``."""
    key_file: str
    laptop: LaptopId
    """The laptop that its writer is enrolled on."""
    length: int
    """Of the database, in bytes."""
    made: int
    """The laptop's clock in ms since 1970."""
    practice: bool
    receivers: tuple[str, ...]
    """``sealing.key_id`` of each key that it is sealed to, in the order of the boxes: its owner first."""
    sha256: str
    """Of the database."""
    staff: StaffId
    vault: str
    version: Literal[1]
    writer: str

    @property
    def writer_id(self) -> WriterId:
        """Whose commits the database goes on with."""
        return WriterId(bytes.fromhex(self.writer))

    def keys(self) -> Header:
        """Return the key file inside; raises KeyFileTooNew, KdfOutOfBounds, KeyFileDamaged."""
        return decode(bytes.fromhex(self.key_file))


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup whose bytes are whole: its digest was held against them. ``size`` is the file's."""

    path: Path
    header: BackupHeader
    start: int
    """Where the boxes begin."""
    size: int
    digest: bytes
    mac: bytes
    context: bytes
    """What the body is bound to: everything before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What goes into a backup beside the database."""

    keys: Header
    hub_card: bytes
    laptop: LaptopId
    made: int
    practice: bool
    automatic: bool


_decoder = msgspec.json.Decoder(BackupHeader)


def read_header(path: Path) -> tuple[BackupHeader, int]:
    """Return a backup's header and the size of the file, reading no more than that; raises BackupUnreadable."""
    try:
        with open_plainly(path) as file:
            header, _ = _header(file)
            return header, file.seek(0, 2)
    except (OSError, ValueError) as problem:
        raise BackupUnreadable(BackupFault.MISSING) from problem


def read_backup(path: Path) -> Backup:
    """Return a backup that is whole; reads all of it. Raises BackupUnreadable."""
    try:
        with open_plainly(path) as file:
            header, raw = _header(file)
            size = file.seek(0, 2)
            boxes = len(header.receivers) * _BOX
            if size < len(raw) + boxes + _TRAILER:
                raise BackupUnreadable(BackupFault.DAMAGED)
            file.seek(0)
            digest = hashlib.sha256(file.read(len(raw) + boxes))
            context = digest.digest()
            for piece in _pieces(file, size - _TRAILER - len(raw) - boxes):
                digest.update(piece)
            told, mac = file.read(_DIGEST), file.read()
    except (OSError, ValueError) as problem:
        raise BackupUnreadable(BackupFault.MISSING) from problem
    if told != digest.digest():
        raise BackupUnreadable(BackupFault.DAMAGED)
    return Backup(path, header, len(raw), size, told, mac, context)


def write_backup(
    disk: Disk, path: Path, *, database: Path, contents: Contents, secrets: VaultSecrets, city: bytes | None
) -> Backup:
    """Seal a copy of the database into ``path``, which is there only once it has been opened and found the same.

    ``city`` is the city's public recovery key, ``None`` as long as no hub has told it: the key file inside has a
    slot for the city all the same. Raises DiskFull and BackupUnreadable; nothing is left then.
    """
    fresh = path.with_name(path.name + ".new")
    with _whole_or_gone(disk, fresh):
        _seal(disk, fresh, database, contents, secrets, city)
        made = read_backup(fresh)
        for _ in _plain(made, secrets):
            pass  # that it opens, to the same bytes, is what makes it a backup
        disk.replace(fresh, path)
        disk.flush_folder(path.parent)
    return replace(made, path=path)


def unpack(disk: Disk, backup: Backup, secrets: VaultSecrets, target: Path) -> None:
    """Write the database inside to ``target``, durably and only if it is the one that was sealed.

    Raises BackupUnreadable (another vault's, or not what its owner wrote) and DiskFull; nothing is left then.
    """
    with _whole_or_gone(disk, target):
        descriptor = disk.create(target)
        try:
            for piece in _plain(backup, secrets):
                disk.write(descriptor, piece)
            disk.flush(descriptor)
        finally:
            disk.close(descriptor)


@contextmanager
def _whole_or_gone(disk: Disk, path: Path) -> Iterator[None]:
    try:
        disk.remove(path)  # what a process that died here left behind
        yield
    except BaseException as problem:
        with suppress(OSError):
            disk.remove(path)
        if isinstance(problem, OSError) and is_full(problem):
            raise DiskFull(problem.errno or 0) from problem
        raise


def _seal(
    disk: Disk, path: Path, database: Path, contents: Contents, secrets: VaultSecrets, city: bytes | None
) -> None:
    owner = ReceivingKey.from_secret(secrets.receiving_key).public
    receivers = [owner] if city is None else [owner, city]
    with database.open("rb") as source:
        raw = _written(_header_of(source, contents, secrets, receivers))
        file_key = Cobblestone256Encryptor.generate_key()
        start = raw + b"".join(seal(one, file_key, label=_label(raw)) for one in receivers)
        encryptor = Cobblestone256Encryptor(file_key, _context(hashlib.sha256(start).digest()))
        digest = hashlib.sha256()
        descriptor = disk.create(path)
        try:
            for piece in _sealed(start, source, encryptor):
                digest.update(piece)
                disk.write(descriptor, piece)
            disk.write(descriptor, digest.digest() + _mac(secrets, digest.digest()))
            disk.flush(descriptor)
        finally:
            disk.close(descriptor)


def _header_of(
    source: BinaryIO, contents: Contents, secrets: VaultSecrets, receivers: Sequence[bytes]
) -> BackupHeader:
    digest, length = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        digest.update(piece)
        length += len(piece)
    source.seek(0)
    return BackupHeader(
        automatic=contents.automatic,
        generation=contents.keys.generation,
        hub_card=contents.hub_card.hex(),
        key_file=canonical(contents.keys).hex(),
        laptop=contents.laptop,
        length=length,
        made=contents.made,
        practice=contents.practice,
        receivers=tuple(key_id(one).hex() for one in receivers),
        sha256=digest.hexdigest(),
        staff=StaffId(contents.keys.passphrase_slot.staff),
        vault=contents.keys.vault,
        version=VERSION,
        writer=SigningKey.from_seed(secrets.signing_seed).writer.hex(),
    )


def _sealed(start: bytes, source: BinaryIO, encryptor: Cobblestone256Encryptor) -> Iterator[bytes]:
    yield start
    while piece := source.read(_PIECE):
        yield encryptor.update(piece)
    yield encryptor.finalize()


def _plain(backup: Backup, secrets: VaultSecrets) -> Iterator[bytes]:
    """Yield the database piece by piece; what was yielded counts only when this has ended. Raises BackupUnreadable."""
    header = backup.header
    if not hmac.compare_digest(backup.mac, _mac(secrets, backup.digest)):
        raise BackupUnreadable(BackupFault.FOREIGN)
    key = ReceivingKey.from_secret(secrets.receiving_key)
    if key.key_id.hex() not in header.receivers:
        raise BackupUnreadable(BackupFault.FOREIGN)
    place = backup.start + header.receivers.index(key.key_id.hex()) * _BOX
    body = backup.start + len(header.receivers) * _BOX
    digest, length = hashlib.sha256(), 0
    try:
        with open_plainly(backup.path) as file:
            raw = file.read(backup.start)
            file.seek(place)
            file_key = key.open(file.read(_BOX), label=_label(raw))
            decryptor = Cobblestone256Decryptor(file_key, _context(backup.context))
            file.seek(body)
            for piece in _opened(file, backup.size - _TRAILER - body, decryptor):
                digest.update(piece)
                length += len(piece)
                yield piece
    except (SealBroken, InvalidTag, ValueError) as problem:
        raise BackupUnreadable(BackupFault.DAMAGED) from problem
    if (length, digest.hexdigest()) != (header.length, header.sha256):
        raise BackupUnreadable(BackupFault.DAMAGED)


def _opened(file: BinaryIO, length: int, decryptor: Cobblestone256Decryptor) -> Iterator[bytes]:
    for piece in _pieces(file, length):
        yield decryptor.update(piece)
    yield decryptor.finalize()


def _pieces(file: BinaryIO, length: int) -> Iterator[bytes]:
    while length > 0 and (piece := file.read(min(_PIECE, length))):
        length -= len(piece)
        yield piece


def _written(header: BackupHeader) -> bytes:
    raw = canonical(header)
    return MAGIC + bytes([VERSION]) + len(raw).to_bytes(_LENGTH, "big") + raw


def _header(file: BinaryIO) -> tuple[BackupHeader, bytes]:
    """Return the header and the bytes up to its end; the file stands behind them."""
    prefix = file.read(_PREFIX)
    if len(prefix) < _PREFIX or prefix[: len(MAGIC)] != MAGIC:
        raise BackupUnreadable(BackupFault.NO_BACKUP)
    version, length = prefix[len(MAGIC)], int.from_bytes(prefix[-_LENGTH:], "big")
    if version > VERSION:
        raise BackupUnreadable(BackupFault.NEWER)
    if version < VERSION or length > _LARGEST_HEADER:
        raise BackupUnreadable(BackupFault.DAMAGED)
    raw = file.read(length)
    try:
        header = _decoder.decode(raw)
        _check(header)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, FileFault) as problem:
        raise BackupUnreadable(BackupFault.DAMAGED) from problem
    if _written(header) != prefix + raw:
        raise BackupUnreadable(BackupFault.DAMAGED)
    return header, prefix + raw


def _check(header: BackupHeader) -> None:
    """Raise KeyFileDamaged for a text that is not what it stands for: ids become the names of folders."""
    if not is_staff_id(header.staff) or _LAPTOP.fullmatch(header.laptop) is None:
        raise KeyFileDamaged("staff or laptop")
    if not 1 <= len(header.receivers) <= _MOST_RECEIVERS or min(header.length, header.made) < 0:
        raise KeyFileDamaged("receivers or length")
    unhex(header.vault, VAULT_ID_BYTES)
    unhex(header.writer, ID_BYTES)
    unhex(header.sha256, _DIGEST)
    unhex(header.hub_card)
    unhex(header.key_file)
    for one in header.receivers:
        unhex(one, _KEY_ID)


def _label(raw_header: bytes) -> str:
    return "backup/" + hashlib.sha256(raw_header).hexdigest()


def _context(start_digest: bytes) -> bytes:
    return b"kenttakirja/backup/1" + start_digest


def _mac(secrets: VaultSecrets, digest: bytes) -> bytes:
    return hmac.digest(secrets.header_key, b"kenttakirja/backup-mac/1\0" + digest, "sha256")
