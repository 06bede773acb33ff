# SPDX-License-Identifier: MIT
"""The hub's keys as files, readable by its own user only; none of them is ever in a database.

``root.key``      signs the online keys; made by ``init`` and to be moved away from this machine
``recovery.key``  opens what laptops seal for a hub that is gone; to be moved away as well
``online.key``    signs answers, receipts, checkpoints and the hub's own commits; opens requests
``online.json``   the public half of the online keys, signed by the root
``master.key``    wraps the keys of bodies at rest and keys the hash of enrolment codes
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from sync.hub.errors import KeysMissing, RootAway, RootOther
from sync.log.errors import Malformed
from sync.log.sealing import PRIVATE_BYTES, ReceivingKey
from sync.log.signing import SigningKey
from sync.protocol.hello import SignedKeys, sign_keys
from sync.protocol.messages import OnlineKeys
from sync.records.ids import HubId

ROOT_FILE: Final = "root.key"
RECOVERY_FILE: Final = "recovery.key"
ONLINE_FILE: Final = "online.key"
SIGNED_FILE: Final = "online.json"
MASTER_FILE: Final = "master.key"
_SEED_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class HubKeys:
    """What a running hub holds. The root's and the recovery key's private halves are not among it."""

    signing: SigningKey
    receiving: ReceivingKey
    signed: SignedKeys
    master: bytes

    def __repr__(self) -> str:
        return f"HubKeys(writer={self.signing.writer.hex()})"


class _SignedFile(msgspec.Struct):
    keys: bytes
    signature: bytes
    root: bytes


def make_keys(folder: Path, hub: HubId) -> HubKeys:
    """Make all keys of a new hub in this folder; raises FileExistsError where there are some."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    root, signing = SigningKey.generate(), SigningKey.generate()
    receiving, recovery = ReceivingKey.generate(), ReceivingKey.generate()
    signed = sign_keys(
        OnlineKeys(
            hub=hub, serial=1, signing=signing.public, receiving=receiving.public, recovery=recovery.public
        ),
        root=root,
    )
    write_secret(folder / ROOT_FILE, root.seed)
    write_secret(folder / RECOVERY_FILE, recovery.secret)
    write_secret(folder / ONLINE_FILE, signing.seed + receiving.secret)
    write_secret(folder / MASTER_FILE, secrets.token_bytes(_SEED_BYTES))
    write_secret(folder / SIGNED_FILE, _signed_bytes(signed))
    return read_keys(folder)


def read_keys(folder: Path) -> HubKeys:
    """Return the keys of a running hub; raises KeysMissing with the file's name."""
    online = _read(folder, ONLINE_FILE)
    if len(online) != _SEED_BYTES + PRIVATE_BYTES:
        raise KeysMissing(ONLINE_FILE)
    try:
        signed = msgspec.json.decode(_read(folder, SIGNED_FILE), type=_SignedFile)
        receiving = ReceivingKey.from_secret(online[_SEED_BYTES:])
    except (msgspec.DecodeError, Malformed) as problem:
        raise KeysMissing(SIGNED_FILE) from problem
    return HubKeys(
        SigningKey.from_seed(online[:_SEED_BYTES]),
        receiving,
        SignedKeys(signed.keys, signed.signature, signed.root),
        _read(folder, MASTER_FILE),
    )


def renew_online_keys(folder: Path, *, root_file: Path | None = None, above: int = 0) -> HubKeys:
    """Make new online keys, one serial higher than the old and than ``above``, signed by the root.

    The root's private key lies in the folder or is named. Raises RootAway where it does not, RootOther where it is
    another root's.
    """
    held = read_keys(folder)
    root = read_root(folder / ROOT_FILE if root_file is None else root_file, public=held.signed.root)
    old = msgspec.msgpack.decode(held.signed.keys, type=OnlineKeys)
    signing, receiving = SigningKey.generate(), ReceivingKey.generate()
    serial = max(old.serial, above) + 1
    new = OnlineKeys(old.hub, serial, signing.public, receiving.public, old.recovery)
    for name, content in (
        (ONLINE_FILE, signing.seed + receiving.secret),
        (SIGNED_FILE, _signed_bytes(sign_keys(new, root=root))),
    ):
        fresh = folder / f"{name}.new"
        write_secret(fresh, content)
        fresh.replace(folder / name)
    return read_keys(folder)


def read_root(file: Path, *, public: bytes) -> SigningKey:
    """Return the root's private key, held against its public half.

    Raises RootAway where there is no such file, RootOther where it holds something else, KeysMissing where it may not
    be read.
    """
    if not file.is_file():
        raise RootAway
    seed = _read(file.parent, file.name)
    if len(seed) != _SEED_BYTES or SigningKey.from_seed(seed).public != public:
        raise RootOther(file.name)
    return SigningKey.from_seed(seed)


def write_secret(path: Path, content: bytes) -> None:
    """Write a new file that only its owner may read; raises FileExistsError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _signed_bytes(signed: SignedKeys) -> bytes:
    return msgspec.json.encode(_SignedFile(signed.keys, signed.signature, signed.root))


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as problem:
        raise KeysMissing(name) from problem


def recovery_public(keys: HubKeys) -> bytes:
    """Return the city's public recovery key, as the root has signed it."""
    return msgspec.msgpack.decode(keys.signed.keys, type=OnlineKeys).recovery
