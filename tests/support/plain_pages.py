# SPDX-License-Identifier: MIT
"""Every page of a notebook's file and of its log as plain bytes, the free pages too: what a thief with the key reads.

SQLCipher 4, https://www.zetetic.net/sqlcipher/design/: AES-256-CBC, each page with its own IV before a 64-byte HMAC at
its end; the first 16 bytes of the file are the salt.
"""

from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE: Final = 4096
_IV: Final = 16
_RESERVED: Final = 80
_SALT: Final = 16
_LOG_HEAD: Final = 32
_FRAME_HEAD: Final = 24


def plain_pages(path: Path, key: bytes) -> bytes:
    """Return what all pages of the file at ``path`` say, and those of its write-ahead log."""
    raw = path.read_bytes()
    pages = [_opened(raw[at : at + _PAGE], key, _SALT if at == 0 else 0) for at in range(0, len(raw), _PAGE)]
    log = path.with_name(f"{path.name}-wal")
    frames = log.read_bytes()[_LOG_HEAD:] if log.exists() else b""
    step = _FRAME_HEAD + _PAGE
    for at in range(0, len(frames), step):
        first = int.from_bytes(frames[at : at + 4]) == 1
        pages.append(_opened(frames[at + _FRAME_HEAD : at + step], key, _SALT if first else 0))
    return b"".join(pages)


def _opened(page: bytes, key: bytes, skipped: int) -> bytes:
    end = _PAGE - _RESERVED
    reader = Cipher(algorithms.AES(key), modes.CBC(page[end : end + _IV])).decryptor()
    return reader.update(page[skipped:end]) + reader.finalize()
