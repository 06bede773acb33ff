# SPDX-License-Identifier: MIT
"""Answers of a service directory, kept with their marks: what has not changed is not sent a second time.

One file an address in the hub's folder ``directories/<source>/``; all of it is public and can be removed.
"""

import hashlib
from pathlib import Path
from typing import Final

import msgspec
import zstandard

FOLDER: Final = "directories"
_LARGEST: Final = 64 * 1024 * 1024


class KeptAnswer(msgspec.Struct, array_like=True, frozen=True):
    """One answer. ``etag`` and ``modified`` are what the directory calls this state of it."""

    url: str
    etag: str
    modified: str
    body: bytes


_decoder = msgspec.msgpack.Decoder(KeptAnswer)


class KeptAnswers:
    """The answers of one directory; ``folder`` is made when the first is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    def get(self, url: str) -> KeptAnswer | None:
        """Return the answer of this address; ``None`` where none is kept, or it cannot be read any more."""
        try:
            raw = self._path(url).read_bytes()
            kept = _decoder.decode(zstandard.decompress(raw, max_output_size=_LARGEST))
        except (OSError, msgspec.DecodeError, zstandard.ZstdError):
            return None
        return kept if kept.url == url else None

    def use(self, url: str) -> None:
        """Say that this address still belongs to the directory."""
        self._used.add(self._path(url))

    def put(self, answer: KeptAnswer) -> None:
        """Keep an answer in place of an older one; one too large to be read again is not kept."""
        self.use(answer.url)
        raw = msgspec.msgpack.encode(answer)
        if len(raw) > _LARGEST:
            return
        path = self._path(answer.url)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.write_bytes(zstandard.compress(raw))
        half.replace(path)

    def forget_unused(self) -> None:
        """Remove what the directory no longer has, after it was read to its end."""
        if self._folder.is_dir():
            for path in self._folder.iterdir():
                if path not in self._used:
                    path.unlink()

    def _path(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode()).hexdigest()
