# SPDX-License-Identifier: MIT
"""A PIN that opens a notebook again: for four hours after the passphrase, five tries, gone after a restart.

``reopen.json`` in the notebook's folder holds a box with the vault's secrets. Its key is made of two halves: what
Argon2id makes of the PIN, and 32 random bytes in the volatile store. Six digits alone are a million guesses, so
whoever has the disk but not the running computer has nothing; and the running computer counts the tries beside
its half, not on the disk, where they could be set back.
"""

import hashlib
import os
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.vault.disk import Disk, write_durably
from desktop.vault.errors import KeyFileDamaged, MemoryShort, PinGone, PinTooSimple, Throttled, WrongPin
from desktop.vault.kdf import SALT_BYTES, KdfParameters, derive
from desktop.vault.keyfile import NONCE_BYTES, Header, canonical, is_authentic, unhex
from desktop.vault.keyfile_io import read_copies
from desktop.vault.secrets import KEY_BYTES, VaultSecrets, pack_secrets, unpack_secrets
from desktop.vault.slot_key import SlotKey
from desktop.vault.throttle import Throttle
from desktop.vault.vault import OpenVault
from desktop.vault.volatile_store import VolatileStore

PIN_FILE: Final = "reopen.json"
PIN_TRIES: Final = 5
PIN_SECONDS: Final = 4 * 3600
"""After a full unlock (vault.md); reopening does not prolong it."""
PIN_COST: Final = KdfParameters(memory_kib=64 * 1024, passes=3, lanes=4)
_LARGEST_FILE: Final = 32 * 1024
_DIGITS: Final = 6
_LONGEST_PERIOD: Final = 3


class _Box(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is sealed: the secrets, and what the lease needs of the passphrase slot."""

    base: bytes
    secrets: bytes


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``reopen.json``; bytes as lower-case hex. Its cost is ours: a file that asks for another is not read."""

    box: str
    nonce: str
    salt: str
    version: Literal[1]


class _Half(msgspec.Struct, array_like=True, frozen=True):
    """What lies in the volatile store. ``until`` is Unix seconds, ``deadline`` seconds since the computer started."""

    half: bytes
    misses: int
    until: int
    deadline: int


@dataclass(frozen=True, slots=True, repr=False)
class PinKey:
    """What Argon2id makes of a PIN: kept in the open notebook, chosen once and armed at each full unlock."""

    salt: bytes
    key: bytes


@dataclass(frozen=True, slots=True)
class Armed:
    """A PIN that opens now. ``until`` is Unix seconds."""

    until: int
    tries_left: int


_encoder = msgspec.json.Encoder(order="sorted")
_files = msgspec.json.Decoder(_File)
_halves = msgspec.msgpack.Decoder(_Half)
_boxes = msgspec.msgpack.Decoder(_Box)


def demand_good_pin(pin: str) -> None:
    """Raise PinTooSimple unless it is six digits, no row up or down, and no group repeated."""
    if re.fullmatch(r"[0-9]{6}", pin) is None:
        raise PinTooSimple
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    repeated = any(pin == pin[:period] * (_DIGITS // period) for period in range(1, _LONGEST_PERIOD + 1))
    if repeated or steps in ({1}, {9}):
        raise PinTooSimple


def pin_key(pin: str, *, random_bytes: Callable[[int], bytes] = os.urandom) -> PinKey:
    """Return the key of a new PIN under a fresh salt; raises PinTooSimple, MemoryShort."""
    demand_good_pin(pin)
    salt = random_bytes(SALT_BYTES)
    return PinKey(salt, derive(pin.encode(), salt, PIN_COST))


def since_start() -> int:
    """Return seconds since this computer started, sleep included: no clock that anybody sets."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return int(time.monotonic() if clock is None else time.clock_gettime(clock))


class PinLock:
    """The PIN of one notebook's folder. ``clock`` gives Unix seconds, ``started`` seconds since the start."""

    def __init__(
        self,
        folder: Path,
        *,
        volatile: VolatileStore,
        disk: Disk,
        clock: Callable[[], int],
        started: Callable[[], int] = since_start,
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._folder = folder
        self._path = folder / PIN_FILE
        self._volatile = volatile
        self._disk = disk
        self._clock = clock
        self._started = started
        self._random_bytes = random_bytes

    def arm(self, vault: OpenVault, key: PinKey, *, base: bytes, seconds: int = PIN_SECONDS) -> bool:
        """Let the PIN open this vault for so long; return whether it does. Raises DiskFull, MemoryShort.

        ``base`` is the packed key of its passphrase slot, which the lease needs, and comes back with it.
        """
        half, nonce = self._random_bytes(KEY_BYTES), self._random_bytes(NONCE_BYTES)
        plain = msgspec.msgpack.encode(_Box(base=base, secrets=pack_secrets(vault.secrets)))
        box = AESGCMSIV(_joined(key.key, half)).encrypt(nonce, plain, _bound_to(vault.header))
        file = _File(box=box.hex(), nonce=nonce.hex(), salt=key.salt.hex(), version=1)
        kept = _Half(half, 0, self._clock() + seconds, self._started() + seconds)
        if not self._keep(kept):
            return False
        write_durably(self._disk, self._path, _encoder.encode(file))
        return True

    def disarm(self) -> None:
        """Let only the passphrase open it."""
        self._volatile.drop(self._name)
        self._path.unlink(missing_ok=True)

    def armed(self) -> Armed | None:
        """Return how the PIN stands, ``None`` when it does not open."""
        half = self._half()
        if half is None or not self._path.exists():
            return None
        return Armed(half.until, PIN_TRIES - half.misses)

    def reopen(self, pin: str) -> OpenVault:
        """Return the open vault, still to be confirmed; the try is counted before the PIN is checked.

        Raises PinGone, WrongPin, Throttled, MemoryShort, DiskFull, and what reading the key file raises.
        """
        throttle = Throttle(self._folder, clock=self._clock, disk=self._disk)
        if seconds := throttle.seconds_left():
            raise Throttled(seconds)
        half, file = self._half(), self._file()
        if half is None or file is None:
            self.disarm()
            raise PinGone
        headers = read_copies(self._disk, self._folder).demand_one()
        tried = msgspec.structs.replace(half, misses=half.misses + 1)
        if not self._keep(tried):
            self.disarm()
            raise PinGone
        throttle.note_try()
        try:
            key = derive(pin.encode(), unhex(file.salt), PIN_COST)
        except MemoryShort:
            throttle.forgive_last()  # it was never a guess
            self._keep(half)
            raise
        opened = _open(file, _joined(key, half.half), headers)
        if opened is None:
            if tried.misses >= PIN_TRIES:
                self.disarm()
                raise PinGone
            raise WrongPin(PIN_TRIES - tried.misses)
        throttle.forgive_all()
        self._keep(msgspec.structs.replace(half, misses=0))
        header, secrets, base = opened
        return OpenVault(
            folder=self._folder, header=header, secrets=secrets, throttle=throttle, disk=self._disk,
            key=SlotKey.unpacked(base),
        )  # fmt: skip

    @property
    def _name(self) -> str:
        return f"kenttakirja/reopen/{self._folder.name}/{_short(self._folder)}"

    def _keep(self, half: _Half) -> bool:
        left = min(half.until - self._clock(), half.deadline - self._started())
        return left > 0 and self._volatile.put(self._name, msgspec.msgpack.encode(half), seconds=left)

    def _half(self) -> _Half | None:
        raw = self._volatile.get(self._name)
        try:
            half = None if raw is None else _halves.decode(raw)
        except msgspec.MsgspecError:
            return None
        if half is None or len(half.half) != KEY_BYTES or not 0 <= half.misses < PIN_TRIES:
            return None
        over = self._clock() >= half.until or self._started() >= half.deadline
        return None if over else half

    def _file(self) -> _File | None:
        raw = self._disk.read(self._path, _LARGEST_FILE)
        try:
            file = None if raw is None else _files.decode(raw)
            sound = file is not None and (len(unhex(file.salt)), len(unhex(file.nonce))) == (
                SALT_BYTES,
                NONCE_BYTES,
            )
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyFileDamaged):
            return None
        return file if sound else None


def _open(file: _File, kek: bytes, headers: tuple[Header, ...]) -> tuple[Header, VaultSecrets, bytes] | None:
    """Return what the box holds, with the header it fits; ``None`` for a wrong PIN or an edited file."""
    for header in headers:
        try:
            plain = AESGCMSIV(kek).decrypt(unhex(file.nonce), unhex(file.box), _bound_to(header))
            box = _boxes.decode(plain)
            secrets = unpack_secrets(box.secrets)
        except (InvalidTag, msgspec.MsgspecError, KeyFileDamaged):
            continue
        if is_authentic(header, secrets):
            return header, secrets, box.base
    return None


def _joined(from_pin: bytes, half: bytes) -> bytes:
    hkdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=half, info=b"kenttakirja/v1/reopen")
    return hkdf.derive(from_pin)


def _bound_to(header: Header) -> bytes:
    return canonical({"for": "reopen", "staff": header.passphrase_slot.staff, "vault": header.vault})


def _short(folder: Path) -> str:
    """Tell two laptop folders of one account apart, without a path in the store."""
    return hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
