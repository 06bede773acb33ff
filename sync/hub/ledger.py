# SPDX-License-Identifier: MIT
"""The ledger: what a restored hub must not forget, signed, chained and outside every database.

A file of lines, one entry each: ``{"entry": "…", "signature": "…"}``. The entry is JSON: its place, SHA-256 of the
entry before it, the time, and what was done. The signature (purpose ``ledger``) is the online key's over the
entry's bytes. A ``keys`` entry brings the online keys with the root's word for them, so whoever knows the root's
public key can read the file. It holds marks and ids, no name and nothing that a record says.

An entry is on the disk before what it tells of is acknowledged. Cutting off its end is the one change that
cannot be seen in the file itself: keep a copy elsewhere.
"""

import hashlib
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from sync.hub.errors import LedgerDamaged, LedgerFailed
from sync.hub.file_locks import lock, sync_folder
from sync.log.errors import BadSignature
from sync.log.signing import Purpose, SigningKey, verify
from sync.protocol.hello import SignedKeys
from sync.protocol.messages import OnlineKeys
from sync.records.ids import HubId, StreamId, WriterId

LEDGER_FILE: Final = "ledger.jsonl"
_FIRST: Final = bytes(32)


class Keys(msgspec.Struct, frozen=True, tag_field="what", tag="keys"):
    """From here on this online key signs."""

    keys: bytes
    signature: bytes
    root: bytes


class Epoch(msgspec.Struct, frozen=True, tag_field="what", tag="epoch"):
    """The hub numbers in this epoch from now on."""

    epoch: int


class SubjectErased(msgspec.Struct, frozen=True, tag_field="what", tag="erasure"):
    """Everything about this subject (SHA-256 of its id) is gone for ever."""

    subject: bytes


class WriteErased(msgspec.Struct, frozen=True, tag_field="what", tag="erased-write"):
    """What one commit says of one entity is gone; ``order`` is the write without its values, canonical."""

    stream: StreamId
    writer: WriterId
    n: int
    entity: bytes
    subject: bytes | None
    order: bytes


class Revoked(msgspec.Struct, frozen=True, tag_field="what", tag="revocation"):
    """A writer's key is void; ``after`` has the last n that counts in each stream."""

    writer: WriterId
    after: dict[str, int]


class Ordered(msgspec.Struct, frozen=True, tag_field="what", tag="order"):
    """A laptop was ordered to forget its notebook, or to stop."""

    writer: WriterId
    order: str
    serial: int


class GrantEnded(msgspec.Struct, frozen=True, tag_field="what", tag="grant-end"):
    """A grant ends at this time (ms)."""

    grant: bytes
    until: int


Said = Keys | Epoch | SubjectErased | WriteErased | Revoked | Ordered | GrantEnded


class Entry(msgspec.Struct, frozen=True):
    """One entry; ``previous`` is SHA-256 of the entry before it."""

    place: int
    previous: bytes
    time: int
    said: Said


class _Line(msgspec.Struct):
    entry: str
    signature: bytes


_line_decoder = msgspec.json.Decoder(_Line)
_entry_decoder = msgspec.json.Decoder(Entry)
_keys_decoder = msgspec.msgpack.Decoder(OnlineKeys)


@dataclass
class Ledger:
    """The ledger of a running hub; several processes may write into one file."""

    path: Path
    hub: HubId
    signing: SigningKey
    signed: SignedKeys
    clock: Callable[[], int]
    _alone: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _end: tuple[int, int, bytes, bytes] = (-1, 0, _FIRST, b"")
    """As last seen: the file's size, the last place, its hash, and the keys that sign."""
    _seen: tuple[int, Sequence[Entry]] | None = field(default=None, repr=False)

    def write(self, *said: Said) -> None:
        """Add entries; they are on the disk when this returns. Raises LedgerFailed, LedgerDamaged."""
        with self._alone, self._open() as descriptor:
            place, previous, keys = self._tip(descriptor)
            lines: list[bytes] = []
            introduced = () if keys == self.signed.keys else (_keys_entry(self.signed),)
            for one in (*introduced, *said):
                place += 1
                raw = msgspec.json.encode(Entry(place, previous, self.clock(), one))
                signature = self.signing.sign(Purpose.LEDGER, self.hub, raw)
                lines.append(msgspec.json.encode(_Line(raw.decode(), signature)) + b"\n")
                previous = hashlib.sha256(raw).digest()
            if lines:
                size = _append(descriptor, b"".join(lines))
                self._end = (size, place, previous, self.signed.keys)

    def said(self) -> Sequence[Entry]:
        """Return all entries, verified; read again when the file has grown. Raises LedgerDamaged, LedgerFailed."""
        try:
            size = self.path.stat().st_size
        except OSError as problem:
            raise LedgerFailed(type(problem).__name__) from problem
        if self._seen is None or self._seen[0] != size:
            self._seen = (size, read_ledger(self.path, hub=self.hub, root=self.signed.root))
        return self._seen[1]

    @contextmanager
    def _open(self) -> Iterator[int]:
        try:
            fresh = not self.path.exists()
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                lock(descriptor)
                yield descriptor
                if fresh:
                    sync_folder(self.path.parent)
            finally:
                os.close(descriptor)
        except OSError as problem:
            raise LedgerFailed(type(problem).__name__) from problem

    def _tip(self, descriptor: int) -> tuple[int, bytes, bytes]:
        size = os.fstat(descriptor).st_size
        if size != self._end[0]:
            raw = _read(descriptor, size)
            whole = raw[: raw.rfind(b"\n") + 1]
            if len(whole) != size:
                os.ftruncate(
                    descriptor, len(whole)
                )  # the power went in the middle of a line: acknowledged to nobody
            place, previous, keys = 0, _FIRST, b""
            for entry, tip in _entries(whole, hub=self.hub, root=self.signed.root):
                place, previous = entry.place, tip
                keys = entry.said.keys if isinstance(entry.said, Keys) else keys
            self._end = (len(whole), place, previous, keys)
        return self._end[1:]


def read_ledger(path: Path, *, hub: HubId, root: bytes) -> Sequence[Entry]:
    """Return what a ledger says, every signature and its chain verified; a torn last line is left out.

    ``root`` is the root's public key. Raises LedgerFailed where there is none, LedgerDamaged with the line.
    """
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise LedgerFailed(type(problem).__name__) from problem
    return [entry for entry, _ in _entries(raw[: raw.rfind(b"\n") + 1], hub=hub, root=root)]


def serial_of(said: Keys) -> int:
    """Return the serial of the online keys that an entry brings."""
    return _keys_decoder.decode(said.keys).serial


def signing_of(said: Keys) -> OnlineKeys:
    """Return the online keys that an entry brings."""
    return _keys_decoder.decode(said.keys)


def _entries(raw: bytes, *, hub: HubId, root: bytes) -> Iterator[tuple[Entry, bytes]]:
    previous, signing = _FIRST, b""
    for place, line in enumerate(raw.splitlines(), start=1):
        try:
            read = _line_decoder.decode(line)
            body = read.entry.encode()
            entry = _entry_decoder.decode(body)
            if isinstance(entry.said, Keys):
                if entry.said.root != root:
                    raise LedgerDamaged(place)
                verify(root, Purpose.KEY, hub, entry.said.keys, entry.said.signature)
                signing = _keys_decoder.decode(entry.said.keys).signing
            verify(signing, Purpose.LEDGER, hub, body, read.signature)
        except (msgspec.DecodeError, BadSignature, ValueError) as problem:
            raise LedgerDamaged(place) from problem
        if (entry.place, entry.previous) != (place, previous):
            raise LedgerDamaged(place)
        previous = hashlib.sha256(body).digest()
        yield entry, previous


def _keys_entry(signed: SignedKeys) -> Keys:
    return Keys(signed.keys, signed.signature, signed.root)


def _read(descriptor: int, size: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    found = bytearray()
    while len(found) < size:
        some = os.read(descriptor, size - len(found))
        if not some:
            break
        found += some
    return bytes(found)


def _append(descriptor: int, raw: bytes) -> int:
    have = os.lseek(descriptor, 0, os.SEEK_END)
    try:
        view = memoryview(raw)
        while view:
            view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, have)
        raise
    return have + len(raw)
