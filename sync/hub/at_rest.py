# SPDX-License-Identifier: MIT
"""Bodies at rest: each sealed under its subject's key, or without a subject under its stream's and month's.

Destroying the key erases the bodies, in every copy of the database. The keys lie in a store of their own,
wrapped by the hub's master key, which is in a file and in no database. Where one does not fit the other,
KeysMissing says so: no body is told from an erased one by a wrong key.
"""

import hashlib
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sync.hub.errors import KeysMissing
from sync.hub.keys import MASTER_FILE
from sync.hub.store.contract import KeyStore
from sync.log.erasure import erasure_mark
from sync.records.ids import EntityId, StreamId

_KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_NAME_BYTES: Final = 16

_Sealed = list[tuple[bytes, bytes] | None]
_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[_Sealed] = msgspec.msgpack.Decoder(_Sealed)

NOTHING_KEPT: Final = _encoder.encode([])


def subject_key(subject: EntityId) -> bytes:
    """Return the name of the key of a person's bodies."""
    return subject_key_of(erasure_mark(subject))


def subject_key_of(digest: bytes) -> bytes:
    """Return the same from the mark that an erasure keeps of a subject."""
    return hashlib.sha256(b"kenttakirja/body-key/subject/1" + digest).digest()[:_NAME_BYTES]


def month_key(stream: StreamId, now_ms: int) -> bytes:
    """Return the name of the key of a stream's bodies without a subject in one month (UTC)."""
    month = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y-%m")
    return hashlib.sha256(f"kenttakirja/body-key/month/1/{month}/{stream}".encode()).digest()[:_NAME_BYTES]


@dataclass(frozen=True, slots=True)
class BodyVault:
    """Seals and opens bodies. ``master`` is 32 bytes; random bytes come from the operating system."""

    master: bytes
    store: KeyStore
    random_bytes: Callable[[int], bytes] = os.urandom

    def sealers(self, names: Collection[bytes]) -> dict[bytes, AESGCM]:
        """Return a cipher per key name; keys that are missing are made and kept first."""
        wrap = AESGCM(self.master)
        found = self.store.get(names)
        missing = {
            name: self._wrap(wrap, name, self.random_bytes(_KEY_BYTES)) for name in names if name not in found
        }
        found |= self.store.add(missing)
        return {name: AESGCM(self._unwrap(wrap, name, raw)) for name, raw in found.items()}

    def seal(
        self,
        bodies: Sequence[bytes | None],
        names: Sequence[bytes],
        *,
        ciphers: Mapping[bytes, AESGCM],
        commit_hash: bytes,
    ) -> bytes:
        """Return a commit's bodies as they lie on disk; ``None`` bodies are not kept."""
        kept: _Sealed = []
        nonces = self.random_bytes(_NONCE_BYTES * len(bodies))
        for index, (body, name) in enumerate(zip(bodies, names, strict=True)):
            if body is None:
                kept.append(None)
                continue
            nonce = nonces[_NONCE_BYTES * index : _NONCE_BYTES * (index + 1)]
            sealed = ciphers[name].encrypt(nonce, body, _bound(commit_hash, index))
            kept.append((name, nonce + sealed))
        return _encoder.encode(kept)

    def open_all(self, commits: Sequence[tuple[bytes, bytes]]) -> list[list[bytes | None]]:
        """Return the bodies of commits given as (hash, sealed); ``None`` where the key is destroyed.

        Keys are read anew each time, so that an erasure made by another process holds at once.
        """
        read = [_decoder.decode(sealed) for _, sealed in commits]
        names = {part[0] for parts in read for part in parts if part is not None}
        wrap = AESGCM(self.master)
        ciphers = {name: AESGCM(self._unwrap(wrap, name, raw)) for name, raw in self.store.get(names).items()}
        opened: list[list[bytes | None]] = []
        for (commit_hash, _), parts in zip(commits, read, strict=True):
            bodies: list[bytes | None] = []
            for index, part in enumerate(parts):
                cipher = None if part is None else ciphers.get(part[0])
                if part is None or cipher is None:
                    bodies.append(None)
                    continue
                raw = part[1]
                try:
                    bodies.append(
                        cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], _bound(commit_hash, index))
                    )
                except InvalidTag:
                    # Made under a key of this name that was destroyed, and made anew since: it is gone.
                    bodies.append(None)
            opened.append(bodies)
        return opened

    def without(self, sealed: bytes, places: Collection[int]) -> bytes:
        """Return a commit's bodies at rest with those at ``places`` taken out."""
        return _encoder.encode(
            [None if place in places else part for place, part in enumerate(_decoder.decode(sealed))]
        )

    def seal_one(self, name: bytes, content: bytes) -> bytes:
        """Return other content sealed under a key of this name."""
        nonce = self.random_bytes(_NONCE_BYTES)
        return nonce + self.sealers([name])[name].encrypt(nonce, content, name)

    def open_one(self, name: bytes, sealed: bytes) -> bytes | None:
        """Return that content; ``None`` where the key is destroyed."""
        found = self.store.get([name]).get(name)
        if found is None:
            return None
        cipher = AESGCM(self._unwrap(AESGCM(self.master), name, found))
        try:
            return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], name)
        except InvalidTag:
            return None

    def destroy(self, name: bytes) -> bool:
        """Destroy a key: nothing sealed under it can be read again."""
        return self.store.destroy(name)

    def _wrap(self, wrap: AESGCM, name: bytes, secret: bytes) -> bytes:
        nonce = self.random_bytes(_NONCE_BYTES)
        return nonce + wrap.encrypt(nonce, secret, name)

    def _unwrap(self, wrap: AESGCM, name: bytes, raw: bytes) -> bytes:
        try:
            return wrap.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], name)
        except InvalidTag as problem:  # both lie apart, and one came from another backup
            raise KeysMissing(MASTER_FILE) from problem


def _bound(commit_hash: bytes, index: int) -> bytes:
    return commit_hash + index.to_bytes(2, "big")
